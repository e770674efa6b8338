import { z } from "zod";
import { addedIn, columnsNotInFiles, type Dataset, meaningsOf } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import { type Fault, UserError } from "../error.ts";
import { refuse } from "./collect.ts";
import { checkFacts, inFiles } from "./facts.ts";
import { companionsOf } from "./marked-cells.ts";
import { readPlain } from "./plain.ts";
import type { Database } from "./port.ts";
import { readRaw } from "./raw.ts";
import { number } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable, makeTable } from "./table.ts";

/** A cell that is another in the newer file, and the row that it is in. */
export interface RevisedCell {
  row: Record<string, string>;
  was: string | null;
  now: string | null;
}

/** What a newer file of a dataset would change. Counts of rows are of rows that are read, by the unique key. */
export interface FileChanges {
  rows: { was: number; now: number; added: number; removed: number };
  /** Of each column that says of what time a row is. */
  periods: { column: string; added: string[]; removed: string[] }[];
  totals: { column: string; was: number | null; now: number | null }[];
  revised: { column: string; count: number; examples: RevisedCell[] }[];
}

const MOST_EXAMPLES = 3;

/** One file of a dataset where it stands, and another that might take its place. */
export interface FilePair {
  dataset: Defined<Dataset>;
  index: number;
  root: string;
  /** Path of the newer file, from the dataset's folder on. */
  newer: string;
  /** Whether there is an older one. */
  isThere: boolean;
  periodColumns: readonly string[];
}

/**
 * Reads both files as the dataset declares and compares them. Throws the reader's faults of the newer one. `unread` has
 * those of the older one, with which nothing can be compared; `changes` is null without an older one.
 */
export async function compareFile(
  pair: FilePair,
  database: Database,
): Promise<{ changes: FileChanges | null; rows: number; unread: Fault[] }> {
  const { dataset, index, newer, isThere } = pair;
  const { id, files } = dataset.value;
  const now = oneFile(dataset, index, newer, `${id}/newer`);
  const rows = await readOne(now, pair.root, database);
  if (!isThere) return { changes: null, rows, unread: [] };
  const was = oneFile(dataset, index, files[index]!.path, `${id}/older`);
  try {
    await readOne(was, pair.root, database);
  } catch (error) {
    if (error instanceof UserError) return { changes: null, rows, unread: [...error.faults] };
    throw error;
  }
  return { changes: await between(was.value, now.value, pair, database), rows, unread: [] };
}

/** The dataset as if it had this one file. Its numbers of rows and sums are of other files, or of before. */
function oneFile(dataset: Defined<Dataset>, index: number, path: string, id: string): Defined<Dataset> {
  const { file_name: _, ...value } = dataset.value;
  const [file, add] = [value.files[index]!, addedIn(dataset.value)[index]!];
  const own = Object.keys(add).length > 0 ? { add } : {};
  return {
    ...dataset,
    value: { ...value, id, files: [{ path, sha256: file.sha256, ...own }], facts: { ...value.facts, totals: [] } },
  };
}

async function readOne({ value, yaml }: Defined<Dataset>, root: string, database: Database): Promise<number> {
  if (!(await readPlain(value, root, database))) {
    await readRaw(value, root, database);
    await makeTable(value, root, database);
  }
  const table = quoted(dataTable(value.id));
  const [found] = await database.rows(query("row-count", { table, sums: "" }), {}, z.strictObject({ rows: number }));
  const rows = found!.rows;
  const facts = { ...value.facts, rows };
  const { faults } = await checkFacts({ value: { ...value, facts }, yaml }, inFiles(value, root, database));
  refuse(faults);
  return rows;
}

async function between(was: Dataset, now: Dataset, pair: FilePair, database: Database): Promise<FileChanges> {
  const [older, newer] = [quoted(dataTable(was.id)), quoted(dataTable(now.id))];
  const { unique } = now.facts;
  const key = unique.map((column) => `o.${quoted(column)} is not distinct from n.${quoted(column)}`).join(" and ");
  const numbered = columnsNotInFiles(now);
  const others = Object.keys(now.columns).filter((column) => !unique.includes(column) && !numbered.includes(column));
  const isOther = (column: string): string =>
    [column, ...companionsOf(column, meaningsOf(now, column))]
      .map((one) => `o.${quoted(one)} is distinct from n.${quoted(one)}`)
      .join(" or ");
  const [counted] = await database.rows(
    query("rows-compared", {
      ...{ older, newer, key },
      revised: others
        .map((column, i) => `, count(*) filter (where o.here and n.here and (${isOther(column)})) as revised${i}`)
        .join(""),
    }),
    {},
    z.object({ added: number, removed: number, kept: number }).catchall(number),
  );
  const { added, removed, kept, ...found } = counted!;
  const revised = [];
  for (const [i, column] of others.entries()) {
    const count = found[`revised${i}`] ?? 0;
    if (count === 0) continue;
    const cells = unique.map((one, j) => `cast(n.${quoted(one)} as VARCHAR) as k${j}`).join(", ");
    const examples = await database.rows(
      query("values-revised", {
        ...{ older, newer, key, cells, column: quoted(column), revised: isOther(column) },
        order: unique.map((one) => `n.${quoted(one)}`).join(", "),
        most: String(MOST_EXAMPLES),
      }),
      {},
      z.record(z.string(), z.string().nullable()),
    );
    revised.push({
      column,
      count,
      examples: examples.map(({ was = null, now = null, ...row }) => ({
        row: Object.fromEntries(unique.map((one, j) => [one, row[`k${j}`] ?? ""])),
        was,
        now,
      })),
    });
  }
  const only = async (table: string, other: string, column: string): Promise<string[]> => {
    const sql = query("values-only-in", { table, other, column: quoted(column) });
    return (await database.rows(sql, {}, z.strictObject({ value: z.string() }))).map(({ value }) => value);
  };
  const periods = [];
  for (const column of pair.periodColumns.filter((one) => now.columns[one] !== undefined && !numbered.includes(one)))
    periods.push({ column, added: await only(newer, older, column), removed: await only(older, newer, column) });

  const summed = others.filter((column) => ["integer", "number"].includes(now.columns[column]!.type));
  const sums = summed.map((column, i) => `, sum(cast(${quoted(column)} as DOUBLE)) as sum${i}`).join("");
  const sumsOf = async (table: string) =>
    (await database.rows(query("row-count", { table, sums }), {}, z.record(z.string(), number.nullable())))[0] ?? {};
  const [before, after] = await Promise.all([sumsOf(older), sumsOf(newer)]);
  return {
    rows: { was: kept + removed, now: kept + added, added, removed },
    periods,
    totals: summed.map((column, i) => ({ column, was: before[`sum${i}`] ?? null, now: after[`sum${i}`] ?? null })),
    revised,
  };
}
