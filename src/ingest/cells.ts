import type { ColumnType, Dataset, Meaning } from "../define/dataset.ts";
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

/** What a dataset declares of a column; undefined of one that it has not. */
export const ownColumn = ({ columns }: Dataset, name: string): Dataset["columns"][string] | undefined =>
  Object.hasOwn(columns, name) ? columns[name] : undefined;

/** True when a cell is of the column's type or one of its markers. */
export function isGood(cell: string, type: ColumnType, meanings: Readonly<Record<string, Meaning>>): boolean {
  if (Object.hasOwn(meanings, cell)) return true;
  if (type === "text") return cell !== "";
  return new RegExp(`^(?:${cellTypes[type].pattern})$`).test(cell);
}

/** What a cell of a column may be, in words. */
export function mustBe(type: ColumnType, meanings: Readonly<Record<string, Meaning>>): string {
  const markers = Object.entries(meanings).map(
    ([marker, meaning]) =>
      `${JSON.stringify(marker)} for ${typeof meaning === "string" ? meaning : `${meaning.from} to ${meaning.to}`}`,
  );
  return [cellTypes[type].words, ...markers].join(", or ");
}

/** A cell of a typed table as text: numbers as short as they are, days as they are written in files. */
export const cellText = (value: Cell): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value);

/** A cell of a typed table in words. */
export const shownCell = (value: Cell): string => (value === null ? "a blank" : cellText(value));
