import type { Returning } from "../narrate/return-words.ts";
import { returnWorking } from "../narrate/return-working.ts";
import { workedGaps } from "../narrate/side-by-side.ts";
import { type Working, type WorkingTable, working } from "../narrate/working.ts";
import type { Comparison } from "../results/comparison.ts";
import type { IndicatorResult, Publishable } from "../results/results.ts";

/** The working of one gap as lines of plain text. */
export function explain(results: Publishable, indicator: IndicatorResult, dimensionId: string): string[] {
  return linesOf(working(results, indicator, dimensionId));
}

/** The working of what a programme returns, likewise. */
export const explainReturn = (returning: Returning): string[] => linesOf(returnWorking(returning));

function linesOf({ heading, about, steps }: Working): string[] {
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

/** The places of a project side by side, as lines of plain text; null where no such gap is known. */
export function explainPlaces(comparison: Comparison, indicator: string, dimension: string): string[] | null {
  const worked = workedGaps(comparison, indicator, dimension);
  if (worked === null) return null;
  return [
    worked.heading,
    ...worked.rules.map((rule) => `  ${rule}`),
    ...worked.tables.flatMap(({ heading, ...rows }) => ["", heading, ...table(rows).map((line) => `  ${line}`)]),
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
