import { textWidth, wrap } from "./text-width.ts";

const sizes = [12, 11.5, 11, 10.5, 10];
const mostLines = 2;

/** Names in at most two lines of a width, in the largest type that takes all of them; what is still too long is cut short. */
export function shortNames(names: readonly string[], width: number): { lines: string[][]; fontSize: number } {
  const fontSize = sizes.find((one) => names.every((name) => fitting(name, width, one) !== null)) ?? sizes.at(-1)!;
  return { fontSize, lines: names.map((name) => fitting(name, width, fontSize) ?? cut(name, width, fontSize)) };
}

/** Of a double name the first half is enough to know the place by. */
const firstHalf = (name: string): string => name.split(/ & | and |, | \(/)[0]!;

function fitting(name: string, width: number, fontSize: number): string[] | null {
  const tried = [name, firstHalf(name)].map((one) => wrap(one, width, fontSize));
  return (
    tried.find((lines) => lines.length <= mostLines && lines.every((line) => textWidth(line, fontSize) <= width)) ??
    null
  );
}

function cut(name: string, width: number, fontSize: number): string[] {
  const lines = wrap(firstHalf(name), width, fontSize).slice(0, mostLines);
  return lines.map((line) => {
    if (textWidth(line, fontSize) <= width) return line;
    const letters = [...line];
    while (letters.length > 1 && textWidth(`${letters.join("")}\u2026`, fontSize) > width) letters.pop();
    return `${letters.join("").trimEnd()}\u2026`;
  });
}
