import { csv as written } from "../csv/write.ts";
import type { Table } from "./chart.ts";

/** A figure as programs read it: no thousands separator, and the minus sign of a keyboard. */
const plain = (cell: string): string =>
  /^\u2212?\d{1,3}(,\d{3})*(\.\d+)?%?$/.test(cell) ? cell.replaceAll(",", "").replace("\u2212", "-") : cell;

/** A table as programs read it. */
export const csv = ({ head, rows }: Table): string =>
  written(
    head,
    rows.map(({ heading, cells }) => [heading, ...cells.map(plain)]),
  );
