import { z } from "zod";
import type { Dataset } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import { isInEngine } from "../define/engine-columns.ts";
import { type Fault, type Where, whereText } from "../error.ts";
import { shownCell } from "./cells.ts";
import { filterSql, filterWords } from "./filter.ts";
import type { Asked, KeySums } from "./key-sums.ts";
import { rowLocator } from "./locate.ts";
import { endsIn } from "./marked-cells.ts";
import type { Database } from "./port.ts";
import { cell, number, place } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";
import { isUnique } from "./unique-key.ts";

/** Totals and counts of what lies outside ranges stand beside the rows, numbered; a total of blanks alone is null. */
const factsRow = z.object({ rows: number }).catchall(number.nullable());
const duplicateRow = z.object({ ...place, times: number, first_file: number, first_row: number }).catchall(cell);
const outsideRow = z.strictObject({ ...place, value: z.string() });

/** Where the rows of a dataset are, and how they are spoken of. */
export interface Checked {
  database: Pick<Database, "rows">;
  /** SQL of the rows. */
  table: string;
  located: (file: number, row: number, column?: string) => Where;
  isKey: () => Promise<boolean>;
  /** SQL that names a row, where it has no number. */
  named?: string;
  /** The way out, where rows are in no file. */
  fix?: string;
}

/** The table that a dataset in files was read into. Sums that are asked for are handed on. */
export const inFiles = (
  dataset: Dataset,
  root: string,
  database: Database,
  { asked, keep }: { asked: Asked | null; keep: (sums: KeySums) => unknown } = { asked: null, keep: () => {} },
): Checked => ({
  database,
  table: quoted(dataTable(dataset.id)),
  located: rowLocator(dataset, root),
  isKey: async () => {
    const { isKey, sums } = await isUnique(dataset, database, asked);
    if (sums !== null) keep(sums);
    return isKey;
  },
});

/** Number of rows of a dataset, and the known facts that it does not keep. A completed read is not a correct one. */
export async function checkFacts(
  { value: dataset, yaml }: Defined<Dataset>,
  { database, table, located, isKey: asked, named, fix }: Checked,
): Promise<{ rows: number; faults: Fault[] }> {
  const { facts } = dataset;
  const key = facts.unique.map(quoted).join(", ");
  const held = isInEngine(dataset) ? "table" : "file";
  const endsOf = (column: string) => endsIn(dataset, column, []);
  const ranges = facts.ranges.map((range) => ({ ...range, outside: outsideSql(range, endsOf(range.column)) }));
  const [[found], isKey] = await Promise.all([
    database.rows(
      query("column-totals", {
        table,
        checks: [
          ...facts.totals.flatMap(({ column, where, equals }, i) =>
            endsOf(column).map(
              (end, j) =>
                `, round(sum(cast(${end} as DOUBLE)) filter (where ${filterSql(where)}), ${decimalsOf(equals)}) as total${i}_${j}`,
            ),
          ),
          ...ranges.map(({ outside }, i) => `, count(*) filter (where ${outside}) as outside${i}`),
        ].join(""),
      }),
      {},
      factsRow,
    ),
    asked(),
  ]);
  const faults: Fault[] = [];

  const { rows, ...sums } = found!;
  if (rows !== facts.rows)
    faults.push({
      where: yaml.where(["facts", "rows"]),
      must: `${facts.rows} rows in the dataset, as declared`,
      found: `${rows} rows`,
      fix: `find out which rows are missing or new; if the ${held} is right, mend the fact`,
    });

  if (!isKey)
    for (const row of await database.rows(query("duplicates", { table, key }), {}, duplicateRow)) {
      const values = facts.unique.map((column) => `${column} ${shownCell(row[column] ?? null)}`).join(", ");
      const first = whereText(located(row.first_file, row.first_row));
      faults.push({
        where: located(row._file, row._row),
        must: `one row for each ${facts.unique.join(", ")}`,
        found: `${row.times} rows with ${values}${named === undefined ? `; the first is ${first}` : ""}`,
        fix:
          fix ??
          (row._file === row.first_file
            ? "take the repeated row out of a copy of the file and say so under changes, or mend facts.unique"
            : "where only the name of a file tells them apart, such as its year, say so with file_name or add under files in dataset.yaml, and name that column in facts.unique; if not, take the repeated row out of a copy of the file and say so under changes"),
      });
    }

  for (const [index, { column, where, equals }] of facts.totals.entries()) {
    const [lowest = null, highest = null] = [sums[`total${index}_0`], sums[`total${index}_1`]];
    if (lowest === null || highest === null || equals < lowest || equals > highest)
      faults.push({
        where: yaml.where(["facts", "totals", index, "equals"]),
        must: `${column} adds up to ${equals} where ${filterWords(where)}`,
        found:
          lowest === null || highest === null
            ? "no figure to add up"
            : lowest === highest
              ? String(lowest)
              : `from ${lowest} to ${highest}, counts in ranges at their lowest and highest`,
        fix: `find out which figures differ; if the ${held} is right, mend the fact`,
      });
  }

  for (const [index, { column, min, max, outside }] of ranges.entries()) {
    if (sums[`outside${index}`] === 0) continue;
    const [lowest, highest] = endsOf(column);
    const shown = `cast(${lowest} as VARCHAR) || case when ${highest} > ${lowest} then ' to ' || cast(${highest} as VARCHAR) else '' end${named === undefined ? "" : ` || ${named}`}`;
    const sql = query("outside-range", { table, column: shown, outside });
    for (const { value, _file, _row } of await database.rows(sql, {}, outsideRow))
      faults.push({
        where: located(_file, _row, column),
        must: `${column} of ${[min === undefined ? [] : `at least ${min}`, max === undefined ? [] : `at most ${max}`]
          .flat()
          .join(" and ")}`,
        found: value,
        fix: "check the figure with the publisher; if it is right, mend facts.ranges",
      });
  }
  return { rows, faults };
}

/** A count in a range is outside where no part of its range is inside. */
const outsideSql = (
  { min, max }: Dataset["facts"]["ranges"][number],
  [lowest, highest]: readonly [string, string],
): string =>
  [min === undefined ? [] : `${highest} < ${min}`, max === undefined ? [] : `${lowest} > ${max}`].flat().join(" or ");

const decimalsOf = (value: number): number => (String(value).split(".")[1] ?? "").length;
