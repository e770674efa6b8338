import { textWidth, wrap } from "../../charts/layout/text-width.ts";

/** Text set in lines of one size. */
export interface Fitted {
  size: number;
  lines: string[];
}

export interface Room {
  width: number;
  /** The most lines. */
  lines: number;
  /** Type sizes to try, the largest first. */
  sizes: readonly number[];
  bold?: boolean;
}

const boldIsWider = 1.08;

/** The largest size at which text fits its room. Text too long for the smallest is cut, and says so with dots. */
export function fitText(text: string, { width, lines: most, sizes, bold = false }: Room): Fitted {
  const room = bold ? width / boldIsWider : width;
  for (const size of sizes) {
    const lines = wrap(text, room, size);
    const fits = lines.length <= most && lines.every((line) => textWidth(line, size) <= room);
    if (fits && !isLonely(lines, room, size)) return { size, lines };
  }
  const size = sizes.at(-1)!;
  const lines = wrap(text, room, size);
  const kept = lines.slice(0, most);
  return { size, lines: kept.map((line, i) => cut(line, room, size, i === most - 1 && lines.length > most)) };
}

/** Whether a word or two are left over on the last line. */
const isLonely = (lines: readonly string[], room: number, size: number): boolean =>
  lines.length > 1 && textWidth(lines.at(-1) ?? "", size) < room / 8;

/** A line cut to its room; with dots where something of it, or after it, is missing. */
function cut(line: string, room: number, size: number, goesOn: boolean): string {
  if (!goesOn && textWidth(line, size) <= room) return line;
  let kept = line;
  while (kept !== "" && textWidth(`${kept}…`, size) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}
