import { z } from "zod";
import { type Dataset, type Lookup, meaningsInTable, meaningsOf } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import { type Fault, UserError, type Where } from "../error.ts";
import type { ReadingNote } from "../results/reading-note.ts";
import { atMost } from "./at-most.ts";
import { shownCell } from "./cells.ts";
import { copyOf, rowLocator } from "./locate.ts";
import { companionsOf } from "./marked-cells.ts";
import type { Database } from "./port.ts";
import { cell, number, place } from "./row.ts";
import { query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

/** Brings looked-up columns into the tables, each dataset after those it looks things up in. */
export async function applyLookups(
  datasets: readonly Defined<Dataset>[],
  root: string,
  database: Database,
): Promise<Map<string, ReadingNote[]>> {
  const faults: Fault[] = [];
  const notes = new Map<string, ReadingNote[]>();
  for (const dataset of inLookupOrder(datasets, datasets)) {
    const own: ReadingNote[] = [];
    for (const [index] of dataset.value.lookups.entries())
      faults.push(...(await applyLookup(dataset, index, datasets, { root, database, notes: own })));
    if (own.length > 0) notes.set(dataset.value.id, own);
  }
  if (faults.length > 0) throw new UserError(faults);
  return notes;
}

/** Whether counts of a dataset are shared out among several rows: then they are no longer whole, nor its key its own. */
export const isSharedOut = ({ lookups }: Dataset): boolean => lookups.some(({ weight }) => weight !== undefined);

/** Whether a column is one of the counts that are shared out. */
export const isSharedCount = ({ lookups }: Dataset, column: string): boolean =>
  lookups.some(({ weight, counts = [] }) => weight !== undefined && counts.includes(column));

/** Some datasets and all that they look things up in, each after those. The definitions have no cycle. */
export function inLookupOrder(
  some: readonly Defined<Dataset>[],
  datasets: readonly Defined<Dataset>[],
): Defined<Dataset>[] {
  const ordered: Defined<Dataset>[] = [];
  const add = (dataset: Defined<Dataset>): void => {
    if (ordered.includes(dataset)) return;
    for (const lookup of dataset.value.lookups) add(datasets.find(({ value }) => value.id === lookup.dataset)!);
    ordered.push(dataset);
  };
  for (const dataset of some) add(dataset);
  return ordered;
}

const repeatedRow = z.strictObject({ key: cell, times: number });
const unmatchedRow = z.strictObject({ ...place, key: cell });

async function applyLookup(
  { value: dataset, yaml }: Defined<Dataset>,
  index: number,
  datasets: readonly Defined<Dataset>[],
  { root, database, notes }: { root: string; database: Database; notes: ReadingNote[] },
): Promise<Fault[]> {
  const lookup = dataset.lookups[index]!;
  const other = datasets.find(({ value }) => value.id === lookup.dataset)!.value;
  const names = {
    table: quoted(dataTable(dataset.id)),
    other: quoted(dataTable(lookup.dataset)),
    on: quoted(lookup.on),
    key: quoted(lookup.key),
  };
  const [repeated] = await database.rows(query("lookup-repeated", names), {}, repeatedRow);
  if (repeated && lookup.weight === undefined)
    return [
      {
        where: yaml.where(["lookups", index, "key"]),
        must: `each ${lookup.key} stands once in ${lookup.dataset}, because ${dataset.id} looks rows up by it`,
        found: `${repeated.times} rows with ${lookup.key} ${shownCell(repeated.key)}`,
        fix: `look up by another key, or take the repeated row out of a copy of the file of ${lookup.dataset}; where one area became several, give weight and counts under lookups, by which counts are shared out`,
      },
    ];
  const located = rowLocator(dataset, root);
  const unmatched = await database.rows(query("lookup-unmatched", names), {}, unmatchedRow);
  if (unmatched.length > 0)
    return unmatched.map(({ key, _file, _row }) => ({
      where: located(_file, _row, lookup.on),
      must: `a value that ${lookup.dataset} has under ${lookup.key}`,
      found: shownCell(key),
      fix: `mend the cell in ${copyOf(dataset)}, or add the row to ${lookup.dataset}`,
    }));

  const brought = lookup.columns
    .flatMap((column) => [column, ...companionsOf(column, meaningsInTable(other, column, datasets))])
    .map((column) => `o.${quoted(column)}`);
  const made = quoted(`looked-up/${dataset.id}/${index}`);
  const parts = { ...names, made, columns: brought.join(", "), order: "d._file, d._row" };
  if (lookup.weight === undefined) await database.run(query("lookup", parts));
  else {
    const faults = await weightFaults(dataset, lookup, yaml.where(["lookups", index, "weight"]), { names, database });
    if (faults.length > 0) return faults;
    notes.push(...(await sharedOut(lookup, { names, database })));
    const counts = (lookup.counts ?? []).flatMap((column) =>
      [column, ...companionsOf(column, meaningsOf(dataset, column)).filter((name) => !name.endsWith("#blank"))].map(
        (name) => `d.${quoted(name)} * o."#share" as ${quoted(name)}`,
      ),
    );
    await database.run(
      query("lookup-weighted", { ...parts, weight: quoted(lookup.weight), counts: counts.join(", ") }),
    );
  }
  await database.run(query("data-view", { table: names.table, rows: `select * from ${made}` }));
  return [];
}

interface Weighed {
  names: { table: string; other: string; on: string; key: string };
  database: Database;
}

const weightRow = z.strictObject({ key: z.string().nullable(), total: number.nullable(), bad: number });

/** Keys whose weights are blank, negative, nothing, or no shares of 1. */
async function weightFaults(
  { id }: Dataset,
  { weight = "", weights = "shares", dataset }: Lookup,
  where: Where,
  { names, database }: Weighed,
): Promise<Fault[]> {
  const parts = { ...names, weight: quoted(weight), shares: String(weights === "shares") };
  const rows = await database.rows(query("weights-of-keys", parts), {}, weightRow);
  return atMost(
    rows.map(({ key, total, bad }) => ({
      where,
      must:
        weights === "shares"
          ? `weights of each key of ${dataset} that add up to 1, because ${id} is shared out by them`
          : `weights of each key of ${dataset} that are not negative, and not all nought`,
      found: bad > 0 ? `a blank or negative weight of ${key}` : `${total} for ${key}`,
      fix:
        weights === "shares"
          ? "if weights are sizes, such as residents, write weights: sizes; if not, mend them in a copy of the file"
          : "mend them in a copy of the file and say so under changes",
    })),
  );
}

/** How much of each count stands in rows that are shared out among several. */
async function sharedOut(
  { weight = "", counts = [], dataset }: Lookup,
  { names, database }: Weighed,
): Promise<ReadingNote[]> {
  const sums = counts.flatMap((column, i) => [
    `coalesce(sum(cast(d.${quoted(column)} as DOUBLE)), 0) as all${i}`,
    `coalesce(sum(cast(d.${quoted(column)} as DOUBLE)) filter (where o.parts > 1), 0) as moved${i}`,
  ]);
  const sql = query("shared-out", { ...names, weight: quoted(weight), sums: sums.join(", ") });
  const [row] = await database.rows(sql, {}, z.record(z.string(), number));
  return counts.map((column, i) => ({
    kind: "shared-out",
    count: row![`moved${i}`] ?? 0,
    of: row![`all${i}`] ?? 0,
    column,
    marker: dataset,
    meaning: null,
  }));
}
