import type { DescribedColumn, DescribedTable } from "../results/description.ts";
import { sumsIn } from "./described-sums.ts";
import { decimalOf, type Figure, figureOf } from "./figure-text.ts";
import type { Grid } from "./grid.ts";
import { likeOf, type Tally } from "./likeness.ts";
import { headerOfSeveral } from "./several-headers.ts";
import { isCalledTotal } from "./totals.ts";

const MOST_MARKERS = 12;
const MOST_EXAMPLES = 5;
/** Texts in a column of figures beyond which it is one of texts, such as numbers of cases with letters here and there. */
const MOST_ODD = 50;
const MOST_LINES = 20;
/** Rows below a header by which it is known as one. */
const ROWS_BELOW = 25;
/** Rows in which a header is looked for. */
const ROWS_TRIED = 200;

/** A table and its rows, in the order of the columns. */
export interface Table {
  table: DescribedTable;
  rows: string[][];
}

/** The table of a grid: where its header and its end seem to be, and what each column holds. */
export function described(grid: Grid): Table {
  const { sheet, rows } = grid;
  const width = usualWidth(rows);
  // Beside a blank in one of two columns stands a name; beside nothing at all, a title or a note.
  const isLong = (cells: readonly string[]): boolean =>
    filledIn(cells) >= Math.max(2, width / 2) || (width === 2 && cells.length >= 2 && cells[0] !== "");
  const [single = null, ...others] = headersOf(rows, width);
  const several = headerOfSeveral(grid, single);
  const start = several?.first ?? single;
  const otherHeaders = several === null ? others.filter((i) => !comesAgain(rows, i)) : [];
  const first = start ?? rows.findIndex(({ cells }) => isLong(cells));
  const body = first < 0 ? [] : rows.slice(start === null ? first : (several?.last ?? start) + 1);
  let end = body.length;
  while (end > 0 && !isLong(body[end - 1]!.cells)) end--;
  const table = body.slice(0, end);
  const short = table.filter(({ cells }) => !isLong(cells));
  const long = table.filter(({ cells }) => isLong(cells)).map(({ cells }) => cells);
  const wide = long.reduce((most, cells) => Math.max(most, cells.length), 0);
  const header = several?.names ?? (start === null ? [] : rows[start]!.cells);
  const decimal = decimalOf(long);
  const columns = Array.from({ length: long.length === 0 ? header.length : Math.max(wide, header.length) }, (_, i) =>
    columnOf(header[i] ?? "", long, i, { percentFormat: grid.percent.has(i), decimal }),
  );
  return {
    table: {
      sheet,
      rows: long.length,
      header: start === null ? null : rows[start]!.at,
      otherHeaders: otherHeaders.slice(0, 3).map((i) => rows[i]!.at),
      headerRows: several === null ? 1 : rows[several.last]!.at - rows[several.first]!.at + 1,
      headerFilled: several?.filled ?? false,
      last: end === body.length ? null : (table.at(-1)?.at ?? null),
      unsaved: grid.unsaved,
      short: short[0] === undefined ? null : { rows: short.length, first: short[0].at },
      titles: textsOf(first < 0 ? rows : rows.slice(0, first)),
      notes: textsOf(body.slice(end)),
      columns,
      sums: sumsIn(columns, long),
    },
    rows: long,
  };
}

const filledIn = (cells: readonly string[]): number => cells.reduce((n, cell) => (cell === "" ? n : n + 1), 0);

const textsOf = (rows: Grid["rows"]): string[] =>
  rows
    .map(({ cells }) => cells.filter((cell) => cell !== "").join(" "))
    .filter((text) => text !== "")
    .slice(0, MOST_LINES)
    .map((text) => (text.length > 200 ? `${text.slice(0, 199)}…` : text));

/** How many cells most rows have. */
function usualWidth(rows: Grid["rows"]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    const n = filledIn(cells);
    counts.set(n, (counts.get(n) ?? 0) + 1);
  }
  const several = [...counts].filter(([n]) => n > 1);
  return several.sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/**
 * Rows that could be the header: names, no two alike, over rows of as many cells. Over figures stand names that are none;
 * where figures are names (years, ages) they run on by a step. Where all cells are texts the first long row is the header,
 * unless it has a text that comes again below it.
 */
function headersOf(rows: Grid["rows"], width: number): number[] {
  const tried = rows.slice(0, ROWS_TRIED);
  const long = tried.findIndex(({ cells }) => filledIn(cells) >= Math.max(2, width * 0.8));
  return tried.flatMap(({ cells }, i) => {
    const names = cells.filter((cell) => cell !== "");
    if (names.length < Math.max(2, width * 0.8) || new Set(names).size < names.length) return [];
    const below = rows
      .slice(i + 1, i + 1 + ROWS_BELOW)
      .filter((row) => filledIn(row.cells) >= Math.max(2, width * 0.6));
    if (below.length === 0)
      return i === long && rows.length === i + 1 && names.every((name) => !figureOf(name)) ? [i] : [];
    const figures = names.flatMap((name) => figureOf(name)?.value ?? []);
    if (figures.length > 0 && !runsOn(figures)) return [];
    const ofFigures = cells.flatMap((_, at) => {
      const filled = below.map((row) => row.cells[at] ?? "").filter((cell) => cell !== "");
      return filled.length > 0 && filled.filter((cell) => figureOf(cell) !== null).length >= filled.length / 2
        ? [at]
        : [];
    });
    const named = ofFigures.filter((at) => cells[at] !== "" && (figureOf(cells[at]!) === null || figures.length > 0));
    if (ofFigures.length > 0) return named.length > ofFigures.length / 2 ? [i] : [];
    return i === long && !cells.some((cell, at) => cell !== "" && below.some((row) => row.cells[at] === cell))
      ? [i]
      : [];
  });
}

/** Whether a row has a text that other rows have in its place: then it is one of them. */
const comesAgain = (rows: Grid["rows"], i: number): boolean =>
  rows[i]!.cells.some(
    (cell, at) => cell !== "" && rows.slice(0, ROWS_TRIED).some((row, j) => j !== i && row.cells[at] === cell),
  );

/** Whole numbers one step after another, up or down. */
function runsOn(figures: readonly number[]): boolean {
  const step = (figures[1] ?? 0) - (figures[0] ?? 0);
  return (
    (figures.length > 2 || (figures.length > 1 && figures.every((one) => one >= 1900 && one <= 2100))) &&
    step !== 0 &&
    figures.every((one, i) => Number.isInteger(one) && (i === 0 || one - figures[i - 1]! === step))
  );
}

function columnOf(
  name: string,
  rows: readonly (readonly string[])[],
  at: number,
  { percentFormat, decimal }: { percentFormat: boolean; decimal: "." | "," },
): DescribedColumn {
  const values = new Map<string, number>();
  let filled = 0;
  for (const row of rows) {
    const cell = row[at] ?? "";
    if (cell === "") continue;
    filled++;
    values.set(cell, (values.get(cell) ?? 0) + 1);
  }
  const like = likeOf(name, values, filled);
  const figures = new Map<string, Figure>();
  let dates = 0;
  let numeric = 0;
  let zeroFirst = false;
  const flags = new Map<string, number>();
  for (const [text, times] of values) {
    const figure = figureOf(text, decimal);
    if (figure !== null) {
      figures.set(text, figure);
      numeric += times;
      if (figure.flag !== null) flags.set(figure.flag, (flags.get(figure.flag) ?? 0) + times);
    }
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) dates += times;
    if (/^0\d/.test(text)) zeroFirst = true;
  }
  const isCode = like?.what === "area" || zeroFirst;
  const odd = [...values.keys()].filter((text) => !figures.has(text));
  const flagged = [...flags.values()].reduce((sum, times) => sum + times, 0);
  const isFigure =
    !isCode &&
    2 * flagged <= filled &&
    filled > 0 &&
    numeric >= 0.6 * filled &&
    odd.length <= MOST_ODD &&
    !odd.some(isCalledTotal);
  const numbers = [...figures.values()];
  const isWhole =
    [...figures].every(([text, { value, percentSign, thousands }]) => {
      return Number.isInteger(value) && !percentSign && (thousands !== null || !text.includes(decimal));
    }) && !percentFormat;
  return {
    name,
    type: isFigure ? (isWhole ? "integer" : "number") : filled > 0 && dates === filled ? "date" : "text",
    filled,
    blank: rows.length - filled,
    distinct: values.size,
    examples: [...values.keys()].slice(0, MOST_EXAMPLES),
    markers: (isFigure ? odd : [])
      .map((text) => ({ text, times: values.get(text) ?? 0 }))
      .sort((a, b) => b.times - a.times)
      .slice(0, MOST_MARKERS),
    least: isFigure ? numbers.reduce((a, { value: b }) => Math.min(a, b), Infinity) : null,
    most: isFigure ? numbers.reduce((a, { value: b }) => Math.max(a, b), -Infinity) : null,
    outliers: isFigure && like === null ? outliersOf(values, figures) : [],
    thousands: isFigure ? (numbers.find(({ thousands }) => thousands !== null)?.thousands ?? null) : null,
    decimalComma: isFigure && decimal === "," && [...figures.keys()].some((text) => text.includes(",")),
    flags: isFigure ? [...flags].map(([text, times]) => ({ text, times })).slice(0, MOST_MARKERS) : [],
    percentSign: isFigure && numbers.some(({ percentSign }) => percentSign),
    percentFormat: isFigure && percentFormat,
    like,
    totals: isFigure ? [] : [...values.keys()].filter(isCalledTotal).slice(0, MOST_EXAMPLES),
  };
}

/** Figures far outside of the middle half of all, the farthest last. */
function outliersOf(values: Tally, figures: ReadonlyMap<string, Figure>): number[] {
  const sorted = [...figures]
    .map(([text, { value }]) => ({ value, times: values.get(text) ?? 1 }))
    .sort((a, b) => a.value - b.value);
  const all = sorted.reduce((n, { times }) => n + times, 0);
  if (all < 12) return [];
  const at = (share: number): number => {
    let passed = 0;
    for (const { value, times } of sorted) {
      passed += times;
      if (passed > share * (all - 1)) return value;
    }
    return sorted.at(-1)!.value;
  };
  const [low, high] = [at(0.25), at(0.75)];
  const reach = 3 * (high - low);
  if (reach === 0) return [];
  return sorted
    .flatMap(({ value }) => (value < low - reach || value > high + reach ? [value] : []))
    .sort((a, b) => Math.max(low - a, a - high) - Math.max(low - b, b - high))
    .slice(-MOST_EXAMPLES);
}
