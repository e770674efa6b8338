import type { Table } from "./chart.ts";

/** A figure as programs read it: no thousands separator, and the minus sign of a keyboard. */
const plain = (cell: string): string =>
  /^\u2212?\d{1,3}(,\d{3})*(\.\d+)?%?$/.test(cell) ? cell.replaceAll(",", "").replace("\u2212", "-") : cell;

const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A table as RFC 4180 has it. */
export const csv = ({ head, rows }: Table): string =>
  [head, ...rows.map(({ heading, cells }) => [heading, ...cells.map(plain)])]
    .map((row) => `${row.map(field).join(",")}\r\n`)
    .join("");
