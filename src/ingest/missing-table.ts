import { z } from "zod";
import type { Dataset } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import type { InEngine } from "../define/engine-table.ts";
import type { Fault } from "../error.ts";
import { type Asking, tableName } from "./engine-access.ts";
import { literal, query } from "./sql.ts";

const nameRow = z.strictObject({ name: z.string() });

/** That an engine shows no table of a name, with the names there that are most like it. */
export async function missingTable(
  { value, yaml }: Defined<Dataset & { format: InEngine }>,
  asking: Asking,
): Promise<Fault> {
  const { dialect } = asking;
  const [catalog, schema, table] = [value.format.catalog, value.format.schema, value.format.table].map(
    dialect.catalogued,
  ) as [string, string, string];
  const like = async (of: "tables" | "schemata", name: string, parts: { column: string; where: string }) => {
    const sql = query("names-held", {
      ...{ name: parts.column, listing: dialect.listing(catalog, of), where: parts.where },
      distance: dialect.distance("name", literal(name)),
    });
    return (await asking.rows(sql, {}, nameRow)).map((row) => row.name);
  };
  const inSchema = `table_catalog = ${literal(catalog)} and table_schema = ${literal(schema)}`;
  const tables = await like("tables", table, { column: "table_name", where: inSchema });
  const fault = {
    must: "a table or view that the engine has and the user may read",
    fix: "mend catalog, schema or table, or ask whoever runs the engine for the right to read it",
  };
  const found = `none called ${tableName(value.format)}`;
  if (tables.length > 0)
    return { ...fault, where: yaml.where(["table"]), found: `${found}; the schema has ${tables.join(", ")}` };
  const schemas = await like("schemata", schema, {
    column: "schema_name",
    where: `catalog_name = ${literal(catalog)}`,
  });
  return schemas.includes(schema)
    ? { ...fault, where: yaml.where(["table"]), found: `${found}, and no other in the schema` }
    : { ...fault, where: yaml.where(["schema"]), found: `${found}; the catalog has the schemas ${schemas.join(", ")}` };
}
