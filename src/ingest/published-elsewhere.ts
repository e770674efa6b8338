import { z } from "zod";
import type { Definitions } from "../define/definitions.ts";
import { filterSql } from "./filter.ts";
import type { Database } from "./port.ts";
import { number, place } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

const publishedRow = z.strictObject({ ...place, period: z.string().nullable(), value: number });

/** A gap as it is published of another place. */
export interface PublishedElsewhere {
  place: string;
  period: string | null;
  value: number;
}

/** Gaps of other places as their publishers have them, by indicator and in the order of its list. */
export async function publishedElsewhere({ project, indicators }: Definitions, database: Database) {
  const places = project.value.comparators?.places ?? [];
  const all = new Map<string, PublishedElsewhere[][]>();
  for (const { value } of indicators) {
    const gaps: PublishedElsewhere[][] = [];
    for (const { dataset, where, period, value: column, comparators } of value.published_gaps) {
      const found: PublishedElsewhere[] = [];
      for (const { id, title, match } of comparators === undefined ? [] : places) {
        const kept = filterSql({ ...where, [comparators as string]: match ?? [title] });
        const parts = { table: quoted(dataTable(dataset)), where: kept, period: quoted(period), value: quoted(column) };
        const rows = await database.rows(query("published-gap", parts), {}, publishedRow);
        found.push(...rows.map((row) => ({ place: id, period: row.period, value: row.value })));
      }
      gaps.push(found);
    }
    all.set(value.id, gaps);
  }
  return all;
}
