import type { Dataset } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import { type Fault, whereText } from "../error.ts";
import { shownCell } from "./cells.ts";
import { filterSql, filterWords } from "./filter.ts";
import { rowLocator } from "./locate.ts";
import type { Database } from "./port.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";
import { isUnique } from "./unique-key.ts";

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
      query("facts", {
        table,
        checks: [
          ...facts.totals.map(
            ({ column, where, equals }, i) =>
              `, round(sum(cast(${quoted(column)} as DOUBLE)) filter (where ${filterSql(where)}), ${decimalsOf(equals)}) as total${i}`,
          ),
          ...ranges.map(({ outside }, i) => `, count(*) filter (where ${outside}) as outside${i}`),
        ].join(""),
      }),
    ),
    isUnique(dataset, database),
  ]);
  const located = rowLocator(dataset, root);
  const faults: Fault[] = [];

  const rows = Number(found?.["rows"]);
  if (rows !== facts.rows)
    faults.push({
      where: yaml.where(["facts", "rows"]),
      must: `${facts.rows} rows in the dataset, as declared`,
      found: `${rows} rows`,
      fix: "find out which rows are missing or new; if the file is right, mend the fact",
    });

  if (!isKey)
    for (const row of await database.rows(query("duplicates", { table, key }))) {
      const values = facts.unique.map((column) => `${column} ${shownCell(row[column])}`).join(", ");
      faults.push({
        where: located(Number(row["_file"]), Number(row["_row"])),
        must: `one row for each ${facts.unique.join(", ")}`,
        found: `${row["times"]} rows with ${values}; the first is ${whereText(located(Number(row["first_file"]), Number(row["first_row"])))}`,
        fix: "take the repeated row out of a copy of the file and say so under changes, or mend facts.unique",
      });
    }

  for (const [index, { column, where, equals }] of facts.totals.entries()) {
    const total = found?.[`total${index}`];
    if (total !== equals)
      faults.push({
        where: yaml.where(["facts", "totals", index, "equals"]),
        must: `${column} adds up to ${equals} where ${filterWords(where)}`,
        found: total === null ? "no figure to add up" : String(total),
        fix: "find out which figures differ; if the file is right, mend the fact",
      });
  }

  for (const [index, { column, min, max, outside }] of ranges.entries()) {
    if (Number(found?.[`outside${index}`]) === 0) continue;
    for (const row of await database.rows(query("outside-range", { table, column: quoted(column), outside })))
      faults.push({
        where: located(Number(row["_file"]), Number(row["_row"]), column),
        must: `${column} of ${[min === undefined ? [] : `at least ${min}`, max === undefined ? [] : `at most ${max}`]
          .flat()
          .join(" and ")}`,
        found: String(row["value"]),
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
