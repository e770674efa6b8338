import type { Filled, Link } from "./sheet.ts";

/** Points that a line of 12 point text takes. */
const LINE = 16;

/** Points that a row takes when its texts are wrapped: not every program works it out when it opens a file. */
export const rowHeight = (cells: readonly (Filled | Link)[], widths: readonly number[]): number =>
  LINE * Math.max(1, ...cells.map((cell, i) => linesOf(textOf(cell), widths[i] ?? 1)));

const textOf = (cell: Filled | Link): string =>
  typeof cell === "object" ? cell.text : typeof cell === "number" ? "" : String(cell);

/** Lines that a text takes in a column so many characters wide, broken between words and within those that are too long. */
export function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<=[\s-])/)) {
    const length = word.trimEnd().length;
    if (used > 0 && used + length > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(length / width) - 1);
    used += word.length;
  }
  return lines;
}
