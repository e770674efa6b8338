import { z } from "zod";
import type { Dataset } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import { type Fault, whereText } from "../error.ts";
import { shownCell } from "./cells.ts";
import { filterSql, filterWords } from "./filter.ts";
import { rowLocator } from "./locate.ts";
import type { Database } from "./port.ts";
import { cell, number, place } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";
import { isUnique } from "./unique-key.ts";

/** Totals and counts of what lies outside ranges stand beside the rows, numbered; a total of blanks alone is null. */
const factsRow = z.object({ rows: number }).catchall(number.nullable());
const duplicateRow = z.object({ ...place, times: number, first_file: number, first_row: number }).catchall(cell);
const outsideRow = z.strictObject({ ...place, value: number });

/** Number of rows of a dataset, and the known facts that it does not keep. A completed read is not a correct one. */
export async function checkFacts(
  { value: dataset, yaml }: Defined<Dataset>,
  root: string,
  database: Database,
): Promise<{ rows: number; faults: Fault[] }> {
  const table = quoted(dataTable(dataset.id));
  const { facts } = dataset;
  const key = facts.unique.map(quoted).join(", ");
  const ranges = facts.ranges.map((range) => ({ ...range, outside: outsideSql(range) }));
  const [[found], isKey] = await Promise.all([
    database.rows(
      query("column-totals", {
        table,
        checks: [
          ...facts.totals.map(
            ({ column, where, equals }, i) =>
              `, round(sum(cast(${quoted(column)} as DOUBLE)) filter (where ${filterSql(where)}), ${decimalsOf(equals)}) as total${i}`,
          ),
          ...ranges.map(({ outside }, i) => `, count(*) filter (where ${outside}) as outside${i}`),
        ].join(""),
      }),
      {},
      factsRow,
    ),
    isUnique(dataset, database),
  ]);
  const located = rowLocator(dataset, root);
  const faults: Fault[] = [];

  const { rows, ...sums } = found!;
  if (rows !== facts.rows)
    faults.push({
      where: yaml.where(["facts", "rows"]),
      must: `${facts.rows} rows in the dataset, as declared`,
      found: `${rows} rows`,
      fix: "find out which rows are missing or new; if the file is right, mend the fact",
    });

  if (!isKey)
    for (const row of await database.rows(query("duplicates", { table, key }), {}, duplicateRow)) {
      const values = facts.unique.map((column) => `${column} ${shownCell(row[column] ?? null)}`).join(", ");
      const first = whereText(located(row.first_file, row.first_row));
      faults.push({
        where: located(row._file, row._row),
        must: `one row for each ${facts.unique.join(", ")}`,
        found: `${row.times} rows with ${values}; the first is ${first}`,
        fix: "take the repeated row out of a copy of the file and say so under changes, or mend facts.unique",
      });
    }

  for (const [index, { column, where, equals }] of facts.totals.entries()) {
    const total = sums[`total${index}`];
    if (total !== equals)
      faults.push({
        where: yaml.where(["facts", "totals", index, "equals"]),
        must: `${column} adds up to ${equals} where ${filterWords(where)}`,
        found: total === null ? "no figure to add up" : String(total),
        fix: "find out which figures differ; if the file is right, mend the fact",
      });
  }

  for (const [index, { column, min, max, outside }] of ranges.entries()) {
    if (sums[`outside${index}`] === 0) continue;
    const sql = query("outside-range", { table, column: quoted(column), outside });
    for (const { value, _file, _row } of await database.rows(sql, {}, outsideRow))
      faults.push({
        where: located(_file, _row, column),
        must: `${column} of ${[min === undefined ? [] : `at least ${min}`, max === undefined ? [] : `at most ${max}`]
          .flat()
          .join(" and ")}`,
        found: String(value),
        fix: "check the figure with the publisher; if it is right, mend facts.ranges",
      });
  }
  return { rows, faults };
}

const outsideSql = ({ column, min, max }: Dataset["facts"]["ranges"][number]): string =>
  [min === undefined ? [] : `${quoted(column)} < ${min}`, max === undefined ? [] : `${quoted(column)} > ${max}`]
    .flat()
    .join(" or ");

const decimalsOf = (value: number): number => (String(value).split(".")[1] ?? "").length;
