import { z } from "zod";
import { type Dataset, meaningsInTable } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import { type Fault, UserError } from "../error.ts";
import { shownCell } from "./cells.ts";
import { rowLocator } from "./locate.ts";
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
): Promise<void> {
  const faults: Fault[] = [];
  for (const dataset of inLookupOrder(datasets)) {
    for (const [index] of dataset.value.lookups.entries())
      faults.push(...(await applyLookup(dataset, index, datasets, root, database)));
  }
  if (faults.length > 0) throw new UserError(faults);
}

/** Datasets ordered so that lookups are complete before they are used. The definitions have no cycle. */
function inLookupOrder(datasets: readonly Defined<Dataset>[]): Defined<Dataset>[] {
  const ordered: Defined<Dataset>[] = [];
  const add = (dataset: Defined<Dataset>): void => {
    if (ordered.includes(dataset)) return;
    for (const lookup of dataset.value.lookups) add(datasets.find(({ value }) => value.id === lookup.dataset)!);
    ordered.push(dataset);
  };
  for (const dataset of datasets) add(dataset);
  return ordered;
}

const repeatedRow = z.strictObject({ key: cell, times: number });
const unmatchedRow = z.strictObject({ ...place, key: cell });

async function applyLookup(
  { value: dataset, yaml }: Defined<Dataset>,
  index: number,
  datasets: readonly Defined<Dataset>[],
  root: string,
  database: Database,
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
  if (repeated)
    return [
      {
        where: yaml.where(["lookups", index, "key"]),
        must: `each ${lookup.key} stands once in ${lookup.dataset}, because ${dataset.id} looks rows up by it`,
        found: `${repeated.times} rows with ${lookup.key} ${shownCell(repeated.key)}`,
        fix: `look up by another key, or take the repeated row out of a copy of the file of ${lookup.dataset}`,
      },
    ];
  const located = rowLocator(dataset, root);
  const unmatched = await database.rows(query("lookup-unmatched", names), {}, unmatchedRow);
  if (unmatched.length > 0)
    return unmatched.map(({ key, _file, _row }) => ({
      where: located(_file, _row, lookup.on),
      must: `a value that ${lookup.dataset} has under ${lookup.key}`,
      found: shownCell(key),
      fix: `mend the cell in a copy of the file, or add the row to ${lookup.dataset}`,
    }));

  const brought = lookup.columns
    .flatMap((column) => [column, ...companionsOf(column, meaningsInTable(other, column, datasets))])
    .map((column) => `o.${quoted(column)}`);
  const made = quoted(`looked-up/${dataset.id}/${index}`);
  await database.run(query("lookup", { ...names, made, columns: brought.join(", "), order: "d._file, d._row" }));
  await database.run(query("data-view", { table: names.table, rows: `select * from ${made}` }));
  return [];
}
