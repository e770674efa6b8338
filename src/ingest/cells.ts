import type { BlankReason, ColumnType, Dataset } from "../define/dataset.ts";

/** What a cell of each type must look like, in a form that both DuckDB and this program can check. */
export const cellTypes: Record<ColumnType, { pattern: string; words: string; sql: string }> = {
  text: { pattern: "(?s).+", words: "text", sql: "VARCHAR" },
  integer: { pattern: "[+-]?[0-9]{1,18}", words: "a whole number", sql: "BIGINT" },
  number: {
    pattern: "[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?",
    words: "a number (digits, a point for decimals, no thousands separators)",
    sql: "DOUBLE",
  },
  date: {
    pattern: "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])",
    words: "a day written YYYY-MM-DD",
    sql: "DATE",
  },
};

/** Markers that stand for a missing figure in a column, with their reasons. */
export const blanksOf = (dataset: Dataset, column: string): Record<string, BlankReason> =>
  dataset.columns[column]?.blanks ?? dataset.blanks;

/** Name of the companion column that holds why a figure is missing. */
export const blankColumn = (column: string): string => `${column}#blank`;

/** True when a cell is of the column's type or one of its markers. */
export function isGood(cell: string, type: ColumnType, blanks: Record<string, BlankReason>): boolean {
  if (cell in blanks) return true;
  if (type === "text") return cell !== "";
  return new RegExp(`^(?:${cellTypes[type].pattern})$`).test(cell);
}

/** What a cell of a column may be, in words. */
export function mustBe(type: ColumnType, blanks: Record<string, BlankReason>): string {
  const markers = Object.entries(blanks).map(([marker, reason]) => `${JSON.stringify(marker)} for ${reason}`);
  return [cellTypes[type].words, ...markers].join(", or ");
}
