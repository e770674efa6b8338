import { figureOf } from "./figure-text.ts";
import type { Grid } from "./grid.ts";
import { joinedNames } from "./header.ts";

/** Names of columns that stand in several rows: the rows, by their place in the grid, and the names joined. */
export interface SeveralHeaders {
  first: number;
  last: number;
  filled: boolean;
  names: string[];
}

/** Rows that a header has at most, as format.header_rows has. */
const MOST_ROWS = 10;
/** Rows in which the first row of figures is looked for, and below it those that say which columns have figures. */
const ROWS_TRIED = 100;
const ROWS_BELOW = 25;

/** The header of a grid whose names stand in several rows; null where one row names every column of figures. */
export function headerOfSeveral({ rows, merged }: Grid, single: number | null): SeveralHeaders | null {
  const start = firstOfFigures(rows, single);
  if (start === null) return null;
  const { row, columns } = start;
  if (single !== null && columns.every((at) => (rows[single]!.cells[at] ?? "") !== "")) return null;
  const last = row - 1;
  // A title stands alone, or is merged over the whole width.
  const isOfNames = (i: number): boolean => {
    const { at, cells } = rows[i]!;
    const filled = cells.filter((cell) => cell !== "");
    const isSpan = merged.some(
      ({ rows: [from, to], columns: [left, right] }) =>
        from <= at && to >= at && right > left && right - left + 1 < columns.length,
    );
    return (filled.length > 1 || isSpan || (i === last && columns.length < 3)) && rows[last]!.at - at < MOST_ROWS;
  };
  let first = last;
  while (first > 0 && isOfNames(first - 1)) first--;
  for (; first < last; first++) {
    for (const filled of [false, true]) {
      const names = namesIn(rows, merged, [first, last], filled);
      const own = columns.map((at) => names[at] ?? "");
      if (own.every((name) => name !== "" && name.length <= 300) && new Set(own).size === own.length)
        return { first, last, filled, names };
    }
  }
  return null;
}

function namesIn(
  rows: Grid["rows"],
  merged: Grid["merged"],
  [first, last]: [number, number],
  filled: boolean,
): string[] {
  const top = rows[first]!.at;
  const lines = Array.from({ length: rows[last]!.at - top + 1 }, (): string[] => []);
  for (const { at, cells } of rows.slice(first, last + 1)) lines[at - top] = [...cells];
  for (const { rows: span, columns } of merged) {
    const held = rows.find(({ at }) => at === span[0])?.cells[columns[0] - 1] ?? "";
    if (held === "") continue;
    for (let at = Math.max(span[0], top); at <= Math.min(span[1], rows[last]!.at); at++)
      for (let column = columns[0]; column <= Math.min(columns[1], 1_000); column++)
        lines[at - top]![column - 1] ||= held;
  }
  const width = Math.max(...lines.map((line) => line.length));
  return joinedNames(
    lines.map((line) => Array.from({ length: width }, (_, i) => line[i] ?? "")),
    filled,
  );
}

/** The first row with figures in most of the columns that have figures below it, and those columns. */
function firstOfFigures(rows: Grid["rows"], single: number | null): { row: number; columns: number[] } | null {
  for (let row = 1; row < Math.min(rows.length, ROWS_TRIED); row++) {
    const below = rows.slice(row, row + ROWS_BELOW);
    const own = rows[row]!.cells.flatMap((cell, at) => (isFigure(cell) ? [at] : []));
    if (own.length === 0 || row === single || isOfYears(rows[row]!.cells)) continue;
    const width = below.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    const columns = Array.from({ length: width }, (_, at) => at).filter((at) => {
      const filled = below.map(({ cells }) => cells[at] ?? "").filter((cell) => cell !== "");
      return filled.length > below.length / 3 && filled.filter(isFigure).length >= 0.6 * filled.length;
    });
    if (columns.length > 0 && columns.filter((at) => own.includes(at)).length >= 0.6 * columns.length)
      return { row, columns };
  }
  return null;
}

const isFigure = (cell: string): boolean => figureOf(cell) !== null;

/** Whether the figures of a row are years that name columns. */
const isOfYears = (cells: readonly string[]): boolean => {
  const figures = cells.filter((cell) => cell !== "" && isFigure(cell));
  return figures.length > 0 && figures.every((cell) => /^(19|20)\d{2}$/.test(cell));
};
