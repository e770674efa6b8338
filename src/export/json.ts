import { z } from "zod";
import type { About } from "./about.ts";
import type { NamedTable } from "./csvw.ts";

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The tables of a page as JSON: rows as objects, so that nothing else is needed to read them. */
export const tablesSchema = z
  .strictObject({
    format: z.literal("tempcheck.tables.v1"),
    title: z.string(),
    description: z.string(),
    publisher: z.string(),
    licence: z.strictObject({ title: z.string(), url: z.string() }),
    year: z.int(),
    build: z.string(),
    tables: z.record(
      z.string(),
      z.strictObject({
        title: z.string(),
        grain: z.string().describe("What one row is"),
        columns: z.record(z.string(), z.string()).describe("What each column holds"),
        rows: z.array(z.record(z.string(), cell)),
      }),
    ),
  })
  .meta({ title: "tempcheck tables" });

export function json(about: About, named: readonly NamedTable[]): string {
  const { title, description, publisher, licence, year, build } = about;
  const document: z.infer<typeof tablesSchema> = {
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
