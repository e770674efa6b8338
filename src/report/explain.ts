import { type WorkingTable, working } from "../narrate/working.ts";
import type { IndicatorResult, Publishable } from "../results/results.ts";

/** The working of one gap as lines of plain text. */
export function explain(results: Publishable, indicator: IndicatorResult, dimensionId: string): string[] {
  const { heading, about, steps } = working(results, indicator, dimensionId);
  return [
    heading,
    ...(steps.length === 0 ? ["", about] : [about]),
    ...steps.flatMap(({ heading: step, parts }) => [
      "",
      step,
      ...parts.flatMap((part) => (typeof part === "string" ? [part] : table(part))).map((line) => `  ${line}`),
    ]),
  ];
}

/** Rows as columns of text: the first to the left, the others to the right. */
function table({ head, rows }: WorkingTable): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join("  ")
      .trimEnd(),
  );
}
