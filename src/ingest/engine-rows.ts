import { z } from "zod";
import { type Dataset, meaningsOf } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import type { InEngine } from "../define/engine-table.ts";
import type { Fault } from "../error.ts";
import { refuse } from "./collect.ts";
import { type Asking, tableName } from "./engine-access.ts";
import { castWords } from "./engine-casts.ts";
import { filterSql } from "./filter.ts";
import { cellInPlace } from "./in-place.ts";
import { blankColumn } from "./marked-cells.ts";
import { missingTable } from "./missing-table.ts";
import { literal, query, quoted } from "./sql.ts";

/** The rows of a table as a dataset declares them. */
export interface EngineRows {
  /** SQL of the table itself. */
  table: string;
  /** SQL of its rows with typed cells and, of columns that may be blank, why they are. */
  rows: string;
  /** SQL that is true of a row with a cell that is not as declared, by column. */
  strange: Map<string, string>;
}

const columnRow = z.strictObject({ name: z.string(), type: z.string() });
const accepted = {
  text: "varchar",
  integer: "tinyint, smallint, integer or bigint",
  number: "double, or a type of whole numbers",
  date: "date",
} as const;

/** Looks the table up and holds its columns to the declared types. */
export async function engineRows(
  { value: dataset, yaml }: Defined<Dataset & { format: InEngine }>,
  asking: Asking,
): Promise<EngineRows> {
  const { dialect } = asking;
  const { catalog, schema, table } = dataset.format;
  const [inCatalog, inSchema, called] = [catalog, schema, table].map(dialect.catalogued) as [string, string, string];
  const described = await asking.rows(
    query("columns-held", {
      columns: dialect.listing(inCatalog, "columns"),
      catalog_name: literal(inCatalog),
      schema: literal(inSchema),
      table: literal(called),
    }),
    {},
    columnRow,
  );
  if (described.length === 0) refuse([await missingTable({ value: dataset, yaml }, asking)]);
  const types = new Map(described.map(({ name, type }) => [name.toLowerCase(), type]));
  const faults: Fault[] = [];
  const strange = new Map<string, string>();
  const columns = Object.entries(dataset.columns).flatMap(([name, { type }]): string[] => {
    const found = types.get(name.toLowerCase());
    const column = quoted(name);
    const cell = found === undefined ? null : cellInPlace(column, type, dialect.stored(found) ?? undefined);
    if (cell === null) {
      faults.push({
        where: yaml.where(["columns", name]),
        must:
          found === undefined
            ? `a column of ${tableName(dataset.format)}: ${described.map((one) => one.name).join(", ")}`
            : `a column of type ${type} is ${accepted[type]} on the engine`,
        found: found === undefined ? name : `${name}, which is ${found}`,
        fix:
          found === undefined
            ? "mend the name, or ask whoever runs the engine for the right to read the column"
            : `cast it in a view on the engine and name that under table${castWords(column, type, found)}`,
      });
      return [];
    }
    const reason = meaningsOf(dataset, name)[""];
    if (typeof reason !== "string") {
      strange.set(name, `${column} is null or ${cell.strange}`);
      return [`${cell.value} as ${column}`];
    }
    const isBlank = type === "text" ? `coalesce(${column}, '') = ''` : `${column} is null`;
    strange.set(name, `coalesce(${cell.strange}, false)`);
    return [
      `case when not (${isBlank}) then ${cell.value} end as ${column}`,
      `case when ${isBlank} then ${literal(reason)} end as ${quoted(blankColumn(name))}`,
    ];
  });
  refuse(faults);
  const from = [inCatalog, inSchema, called].map(quoted).join(".");
  const rows = query("rows-held", { columns: columns.join(", "), table: from, where: filterSql(dataset.where) });
  return { table: from, rows: `(${rows})`, strange };
}
