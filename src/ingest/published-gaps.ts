import { z } from "zod";
import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import { figureSizes, isOfSize } from "../define/schema.ts";
import type { Fault } from "../error.ts";
import type { Period } from "../model.ts";
import { refuse } from "./collect.ts";
import { filterSql, filterWords } from "./filter.ts";
import { rowLocator } from "./locate.ts";
import { yearsOf } from "./periods.ts";
import type { Database } from "./port.ts";
import { number, place } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

const publishedRow = z.strictObject({ ...place, period: z.string().nullable(), value: number });

/** A published gap; its days where its period is one or more calendar years. */
export interface PublishedValue {
  period: string;
  years: Period | null;
  value: number;
}

const publishedRows = (gap: Indicator["published_gaps"][number], database: Database) =>
  database.rows(
    query("published-gap", {
      table: quoted(dataTable(gap.dataset)),
      where: filterSql(gap.where),
      period: quoted(gap.period),
      value: quoted(gap.value),
    }),
    {},
    publishedRow,
  );

/** Gaps as their publishers have them, by indicator and in the order of its list. */
export async function publishedGaps({ indicators, datasets, root }: Definitions, database: Database) {
  const all = new Map<string, PublishedValue[][]>();
  const faults: Fault[] = [];
  const rowsOf = await Promise.all(
    indicators.map(({ value }) => Promise.all(value.published_gaps.map((gap) => publishedRows(gap, database)))),
  );
  for (const [at, { value, yaml }] of indicators.entries()) {
    const gaps = [];
    for (const [index, gap] of value.published_gaps.entries()) {
      const rows = rowsOf[at]![index]!;
      if (rows.length === 0)
        faults.push({
          where: yaml.where(["published_gaps", index, gap.where ? "where" : "dataset"]),
          must: `${gap.dataset} has a figure for the published gap`,
          found: `none where ${filterWords(gap.where)}`,
          fix: "mend where, or name another dataset",
        });
      const published = datasets.find((dataset) => dataset.value.id === gap.dataset)!.value;
      const located = rowLocator(published, root);
      const seen = new Set<string>();
      gaps.push(
        rows.flatMap(({ period, value: figure, _file, _row }) => {
          if (!isOfSize(figure))
            faults.push({
              where: located(_file, _row, gap.value),
              must: figureSizes.words,
              found: String(figure),
              fix: "give the figures in another unit in a copy of the file, and say so under changes",
            });
          if (period !== null) {
            if (seen.has(period))
              faults.push({
                where: located(_file, _row, gap.period),
                must: "one row for each period of the published gap",
                found: `${period} a second time`,
                fix: `narrow where of the gap in ${yaml.file}`,
              });
            seen.add(period);
            const years = yearsOf(period);
            if (gap.judged !== undefined && years === null)
              faults.push({
                where: located(_file, _row, gap.period),
                must: "calendar years such as 2019 or 2016-18, because the gap is judged",
                found: period,
                fix: "take judged out, or write the years so",
              });
            return [{ period, years, value: figure }];
          }
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
