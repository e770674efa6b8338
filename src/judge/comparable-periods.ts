import type { Period } from "../model.ts";
import { type NotComputable, notComputable } from "../reasons-and-notes.ts";

export const overlap = (a: Period, b: Period): boolean => a.start <= b.end && b.start <= a.end;

/** A break in the series: periods before `from` are not compared with periods from it on. */
export interface Break {
  from: Period;
  why: string;
}

export const breakBetween = (earlier: Period, later: Period, breaks: readonly Break[]): Break | undefined =>
  breaks.find(({ from }) => earlier.start < from.start && from.start <= later.start);

/**
 * The two periods to compare: the latest, and the declared baseline or else the latest earlier one that shares no day
 * with it. `periods` run from earliest to latest and hold only those with figures.
 */
export function comparison(
  periods: readonly Period[],
  baselineLabel: string | null,
  breaks: readonly Break[],
): { baseline: Period; current: Period } | NotComputable {
  const current = periods.at(-1);
  const earlier = periods.slice(0, -1);
  if (current === undefined || earlier.length === 0) return notComputable("one-period", { baseline: null });

  const declared = periods.find(({ label }) => label === baselineLabel);
  if (baselineLabel !== null && declared === undefined)
    return notComputable("baseline-missing", { baseline: baselineLabel });
  const baseline = declared ?? earlier.findLast((period) => !overlap(period, current));
  if (baseline === undefined || (overlap(baseline, current) && baseline !== current))
    return notComputable("periods-overlap", {
      earlier: (baseline ?? (earlier.at(-1) as Period)).label,
      later: current.label,
    });
  if (baseline === current) return notComputable("one-period", { baseline: current.label });
  const broken = breakBetween(baseline, current, breaks);
  if (broken) return notComputable("break-in-series", { from: broken.from.label, why: broken.why });
  return { baseline, current };
}

/** Periods that share no day, thinned from the latest back, and none from before the last break. */
export function thinned(periods: readonly Period[], breaks: readonly Break[]): Period[] {
  const kept: Period[] = [];
  for (const period of [...periods].reverse()) {
    const next = kept[0];
    if (next && breakBetween(period, next, breaks)) break;
    if (!next || !overlap(period, next)) kept.unshift(period);
  }
  return kept;
}
