import { z } from "zod";
import { listed } from "../define/columns.ts";
import type { Dataset, TotalRow } from "../define/dataset.ts";
import { type Fault, UserError } from "../error.ts";
import type { ReadingNote } from "../results/reading-note.ts";
import { atMost } from "./at-most.ts";
import { filterSql, filterWords } from "./filter.ts";
import { rowLocator } from "./locate.ts";
import type { Database } from "./port.ts";
import { number, place } from "./row.ts";
import { query, quoted } from "./sql.ts";

const unlikeRow = z.strictObject({ ...place, total: number, parts: number.nullable() });

/** Takes declared totals out of a typed table, each held against the rows that it is the total of. */
export async function withoutTotals(
  dataset: Dataset,
  root: string,
  { table, database }: { table: string; database: Database },
): Promise<ReadingNote[]> {
  if (dataset.total_rows.length === 0) return [];
  const located = rowLocator(dataset, root);
  const any = dataset.total_rows.map(({ where }) => `(${filterSql(where)})`).join(" or ");
  const faults: Fault[] = [];
  const notes: ReadingNote[] = [];
  const counted = z.strictObject({ rows: number, out: number });
  for (const [index, total] of dataset.total_rows.entries()) {
    const where = filterSql(total.where);
    const key = dataset.facts.unique.filter((column) => !total.over.includes(column)).map(quoted);
    for (const column of total.sums) {
      const sql = query("totals-unlike-parts", {
        table: quoted(table),
        where,
        part: partsSql(dataset, total, index),
        column: quoted(column),
        key: ["true", ...key.map((name) => `t.${name} is not distinct from p.${name}`)].join(" and "),
        within: String(total.within),
      });
      for (const { _file, _row, total: found, parts } of await database.rows(sql, {}, unlikeRow))
        faults.push({
          where: located(_file, _row, column),
          must: `a total row (${filterWords(total.where)}) holds what its parts add up to${total.within > 0 ? `, within ${total.within}` : ""}`,
          found: parts === null ? `${found}, and no parts` : `${found}, and ${parts} in its parts`,
          fix: "if figures are rounded or altered for confidentiality, say by how much in within under total_rows of dataset.yaml; if rows are no totals of these parts, mend where or over",
        });
    }
    const [rows] = await database.rows(
      query("rows-left-out", { table: quoted(table), where: `not (${where})` }),
      {},
      counted,
    );
    notes.push({
      kind: "total-rows",
      count: rows!.out,
      of: rows!.rows,
      column: listed(total.over, "and"),
      marker: filterWords(total.where),
      meaning: null,
    });
  }
  if (faults.length > 0) throw new UserError(atMost(faults));
  await database.run(`delete from ${quoted(table)} where ${any}`);
  return notes;
}

/** SQL of the rows that are parts of a total: those that are no total over the same columns. */
const partsSql = (dataset: Dataset, { over }: TotalRow, index: number): string =>
  dataset.total_rows
    .filter((other, i) => i === index || other.over.some((column) => over.includes(column)))
    .map(({ where }) => `(${filterSql(where)}) is not true`)
    .join(" and ");
