import { isMissing } from "../model.ts";
import type { IndicatorResult, PeriodResult } from "../results/results.ts";

/** How many printed counts disclosure took out of an indicator. A published figure for everyone is one, whatever the number of tables. */
export function countsHeldBack(before: IndicatorResult, after: IndicatorResult): number {
  const left = printedCounts(after);
  return [...printedCounts(before)].filter((name) => !left.has(name)).length;
}

function printedCounts({ dimensions }: IndicatorResult): Set<string> {
  return new Set(
    dimensions.flatMap(({ dimension, periods }) => periods.flatMap((period) => countsOf(period, dimension))),
  );
}

function countsOf({ period: { label }, groups, overall, unrecorded }: PeriodResult, dimension: string): string[] {
  const named = (of: string, figures: { numerator: number | null; denominator: number | null }): string[] =>
    (["numerator", "denominator"] as const).flatMap((side) =>
      figures[side] === null ? [] : [`${label}/${of}/${side}`],
    );
  return [
    ...groups.flatMap((group) => named(`${dimension}/${group.id}`, group)),
    ...(isMissing(overall) ? [] : named(overall.from === "published" ? "everyone" : `${dimension}/overall`, overall)),
    ...(unrecorded ? [`${label}/${dimension}/unrecorded`] : []),
  ];
}
