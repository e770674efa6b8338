import { z } from "zod";
import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import { filterSql } from "./filter.ts";
import type { Database } from "./port.ts";
import { number, place } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

const publishedRow = z.strictObject({ ...place, period: z.string().nullable(), value: number });

type Gap = Indicator["published_gaps"][number];

/** A gap as it is published of another place. */
export interface PublishedElsewhere {
  place: string;
  period: string | null;
  value: number;
}

/** Gaps of other places as their publishers have them, by indicator and in the order of its list. */
export async function publishedElsewhere({ project, indicators }: Definitions, database: Database) {
  const places = project.value.comparators?.places ?? [];
  const gapOf = async ({ dataset, where, period, value, comparators }: Gap): Promise<PublishedElsewhere[]> => {
    if (comparators === undefined) return [];
    const found = places.map(async ({ id, title, match }) => {
      const kept = filterSql({ ...where, [comparators]: match ?? [title] });
      const parts = { table: quoted(dataTable(dataset)), where: kept, period: quoted(period), value: quoted(value) };
      const rows = await database.rows(query("published-gap", parts), {}, publishedRow);
      return rows.map((row) => ({ place: id, period: row.period, value: row.value }));
    });
    return (await Promise.all(found)).flat();
  };
  return new Map(
    await Promise.all(
      indicators.map(
        async ({ value }): Promise<[string, PublishedElsewhere[][]]> => [
          value.id,
          await Promise.all(value.published_gaps.map(gapOf)),
        ],
      ),
    ),
  );
}
