import type { TablesFile } from "../results/tables.ts";
import type { About } from "./about.ts";
import type { NamedTable } from "./csvw.ts";

export function json(about: About, named: readonly NamedTable[]): string {
  const { title, description, publisher, licence, year, build } = about;
  const document: TablesFile = {
    format: "tempcheck.tables.v1",
    title,
    description,
    publisher,
    licence,
    year,
    build,
    tables: Object.fromEntries(
      named.map(({ table: { name, title: heading, grain, fields, rows } }) => {
        const columns = Object.keys(fields);
        return [
          name,
          {
            title: heading,
            grain,
            columns: Object.fromEntries(Object.entries(fields).map(([column, field]) => [column, field.about])),
            rows: rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
          },
        ];
      }),
    ),
  };
  return `${JSON.stringify(document)}\n`;
}
