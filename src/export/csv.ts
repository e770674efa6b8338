import type { Cell, DataTable } from "./data-table.ts";

/** A table as CSV after RFC 4180: UTF-8 without a mark, lines end in CR LF, a blank cell is nothing at all. */
export const csv = ({ fields, rows }: Pick<DataTable, "fields" | "rows">): string =>
  [Object.keys(fields), ...rows].map((row) => `${row.map(cellText).join(",")}\r\n`).join("");

function cellText(cell: Cell): string {
  const text = cell === null ? "" : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
