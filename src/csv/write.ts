import { guarded } from "./formula.ts";

export type CsvCell = string | number | boolean | null;

/** A table as CSV after RFC 4180: UTF-8 without a mark, lines end in CR LF, a blank cell is nothing at all, no text is a formula. */
export const csv = (columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  [columns, ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("");

function cellText(cell: CsvCell): string {
  const text = typeof cell === "string" ? guarded(cell) : cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
