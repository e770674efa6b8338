import type { BlankReason, ColumnType, Dataset } from "../define/dataset.ts";
import type { Cell } from "./row.ts";

const DAY_OF_ANY_YEAR =
  "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])";
const LEAP_YEAR = "[0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00";

/** What a cell of each type must look like, in a form that both DuckDB and this program can check. */
export const cellTypes: Record<ColumnType, { pattern: string; words: string; sql: string }> = {
  text: { pattern: "(?s).+", words: "text that is not empty", sql: "VARCHAR" },
  integer: {
    pattern: "[+-]?[0-9]{1,18}",
    words: "a whole number (digits alone, no spaces or separators)",
    sql: "BIGINT",
  },
  number: {
    // No longer and with no larger an exponent than stays finite.
    pattern: "[+-]?([0-9]{1,100}([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,2})?",
    words: "a number (digits, a point for decimals, no thousands separators)",
    sql: "DOUBLE",
  },
  date: {
    pattern: `[0-9]{4}-(${DAY_OF_ANY_YEAR})|(${LEAP_YEAR})-02-29`,
    words: "a day that exists, written YYYY-MM-DD",
    sql: "DATE",
  },
};

/** Markers that stand for a missing figure in a column, with their reasons. */
export const blanksOf = (dataset: Dataset, column: string): Record<string, BlankReason> =>
  dataset.columns[column]?.blanks ?? dataset.blanks;

/** The same of any column of a dataset's table, those that lookups bring in among them. */
export function blanksInTable(
  dataset: Dataset,
  column: string,
  datasets: readonly { value: Dataset }[],
): Record<string, BlankReason> {
  if (Object.hasOwn(dataset.columns, column)) return blanksOf(dataset, column);
  const lookup = dataset.lookups.find(({ columns }) => columns.includes(column));
  const other = datasets.find(({ value }) => value.id === lookup?.dataset)?.value;
  return other === undefined ? {} : blanksInTable(other, column, datasets);
}

/** Name of the companion column that holds why a figure is missing. */
export const blankColumn = (column: string): string => `${column}#blank`;

/** True when a cell is of the column's type or one of its markers. */
export function isGood(cell: string, type: ColumnType, blanks: Record<string, BlankReason>): boolean {
  if (Object.hasOwn(blanks, cell)) return true;
  if (type === "text") return cell !== "";
  return new RegExp(`^(?:${cellTypes[type].pattern})$`).test(cell);
}

/** What a cell of a column may be, in words. */
export function mustBe(type: ColumnType, blanks: Record<string, BlankReason>): string {
  const markers = Object.entries(blanks).map(([marker, reason]) => `${JSON.stringify(marker)} for ${reason}`);
  return [cellTypes[type].words, ...markers].join(", or ");
}

/** A cell of a typed table as text: numbers as short as they are, days as they are written in files. */
export const cellText = (value: Cell): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value);

/** A cell of a typed table in words. */
export const shownCell = (value: Cell): string => (value === null ? "a blank" : cellText(value));
