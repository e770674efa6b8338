import { type Dataset, meaningsOf } from "../define/dataset.ts";
import { cellTypes } from "./cells.ts";
import { WHOLE_TYPES } from "./in-place.ts";
import { markedCells } from "./marked-cells.ts";
import type { RawFile } from "./raw-file.ts";
import { literal, quoted } from "./sql.ts";

/** SQL of the rows that a table holds of a file: it stores them in their order, so that rowid counts the file's records. */
export const stored = ({ index }: RawFile, table: string): string =>
  `select ${index} as _file, rowid + 1 as _row, * from ${table}`;

/** Whether every cell of a column must be a whole number. */
export const isWholeColumn = (dataset: Dataset, name: string | undefined): boolean =>
  name !== undefined &&
  dataset.columns[name]?.type === "integer" &&
  Object.keys(meaningsOf(dataset, name)).length === 0;

/** SQL that casts a cell, stopping the query at one that is neither of its type nor a marker. */
export function plainCell(dataset: Dataset, name: string, cell: string, stored: string | undefined): string {
  const column = quoted(name);
  const { type } = dataset.columns[name]!;
  const meanings = meaningsOf(dataset, name);
  const stop = "error('not plain')";
  if (stored === "DIGITS") return `${cell} as ${column}`;
  if (isWholeColumn(dataset, name) && stored !== undefined && WHOLE_TYPES.includes(stored))
    return `case when ${cell} between -999999999999999999 and 999999999999999999 then cast(${cell} as BIGINT) else ${stop} end as ${column}`;

  const { sql, pattern } = cellTypes[type];
  const text = stored === "VARCHAR" ? cell : `cast(${cell} as VARCHAR)`;
  const good = type === "text" ? `${text} <> ''` : `regexp_full_match(${text}, ${literal(pattern)})`;
  const cast = `case when ${good} then cast(${text} as ${sql}) else ${stop} end`;
  if (Object.keys(meanings).length === 0) return `${cast} as ${column}`;
  return markedCells(name, { text: `coalesce(${text}, '')`, value: cast, type: sql }, meanings).join(",\n  ");
}
