import { z } from "zod";
import type { Definitions } from "../define/definitions.ts";
import type { Fault } from "../error.ts";
import { refuse } from "./collect.ts";
import { filterSql, filterWords } from "./filter.ts";
import { rowLocator } from "./locate.ts";
import type { Database } from "./port.ts";
import { number, place } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

const publishedRow = z.strictObject({ ...place, period: z.string().nullable(), value: number });

/** Gaps as their publishers have them, by indicator and in the order of its list. */
export async function publishedGaps({ indicators, datasets, root }: Definitions, database: Database) {
  const all = new Map<string, { period: string; value: number }[][]>();
  const faults: Fault[] = [];
  for (const { value, yaml } of indicators) {
    const gaps = [];
    for (const [index, gap] of value.published_gaps.entries()) {
      const rows = await database.rows(
        query("published-gap", {
          table: quoted(dataTable(gap.dataset)),
          where: filterSql(gap.where),
          period: quoted(gap.period),
          value: quoted(gap.value),
        }),
        {},
        publishedRow,
      );
      if (rows.length === 0)
        faults.push({
          where: yaml.where(["published_gaps", index, gap.where ? "where" : "dataset"]),
          must: `${gap.dataset} has a figure for the published gap`,
          found: `none where ${filterWords(gap.where)}`,
          fix: "mend where, or name another dataset",
        });
      const published = datasets.find((dataset) => dataset.value.id === gap.dataset)!.value;
      const located = rowLocator(published, root);
      gaps.push(
        rows.flatMap(({ period, value: figure, _file, _row }) => {
          if (period !== null) return [{ period, value: figure }];
          faults.push({
            where: located(_file, _row, gap.period),
            must: "the period of the published gap",
            found: "a blank",
            fix: "fill the cell in a copy of the file and say so under changes, or narrow where of the gap",
          });
          return [];
        }),
      );
    }
    all.set(value.id, gaps);
  }
  refuse(faults);
  return all;
}
