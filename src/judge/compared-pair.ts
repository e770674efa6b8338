import type { Better, GapEvidence, LeftOut, Period, PeriodEvidence } from "../model.ts";
import { type Break, breakBetween, overlap, thinned } from "./comparable-periods.ts";

/** A series to judge: one indicator by one dimension, from the earliest period with figures to the latest. */
export interface SeriesEvidence {
  better: Better;
  baseline: string | null;
  breaks: readonly Break[];
  periods: readonly PeriodEvidence[];
  /** The two that are compared, on the areas that both have, where these differ. */
  common?: { periods: readonly PeriodEvidence[]; leftOut: LeftOut };
}

/** The most that two pools may share and still be compared. */
const MOST_SHARED = 0.9;
/** The largest part of the people that may live in areas that only one of two compared periods has. */
const MOST_LEFT_OUT = 1 / 20;

/** Why two periods are no pair. */
type NotPaired = "one-period" | "periods-overlap" | "series-broken" | "baseline-missing" | "areas-differ";

export type NotCompared = NotPaired | "no-intervals" | "sizes-unknown" | "no-gap";

/** Two periods that are compared, and how. */
export type Pair =
  | { basis: "since-baseline" | "overlapping"; base: PeriodEvidence; now: PeriodEvidence; shared: number }
  | { basis: "none"; reason: NotPaired; now: PeriodEvidence | null };

export const separateOf = ({ periods, breaks }: SeriesEvidence): PeriodEvidence[] => {
  const kept = thinned(
    periods.map(({ period }) => period),
    breaks,
  );
  return periods.filter(({ period }) => kept.includes(period));
};

/** The two periods that are compared, on the areas that both have: docs/method.md section 5. */
export function pairOf(series: SeriesEvidence): Pair {
  const pair = pairAsItStands(series);
  if (pair.basis === "none" || series.common === undefined) return pair;
  const { leftOut, periods } = series.common;
  if (leftOut.share > MOST_LEFT_OUT) return { basis: "none", reason: "areas-differ", now: pair.now };
  const onCommon = (one: PeriodEvidence): PeriodEvidence => samePeriod(periods, one);
  return { ...pair, base: onCommon(pair.base), now: onCommon(pair.now) };
}

/** The evidence of the same period among others; itself where it is not among them. */
export const samePeriod = (among: readonly PeriodEvidence[], one: PeriodEvidence): PeriodEvidence =>
  among.find(({ period }) => period.label === one.period.label) ?? one;

/** The latest period with its baseline: the declared one, else the latest that shares no day with it, else a pool before. */
function pairAsItStands({ periods, baseline, breaks }: SeriesEvidence): Pair {
  const now = periods.at(-1) ?? null;
  if (now === null || periods.length < 2) return { basis: "none", reason: "one-period", now };
  const earlier = periods.slice(0, -1);
  const declared = earlier.find(({ period }) => period.label === baseline);
  if (baseline !== null && declared === undefined)
    return { basis: "none", reason: now.period.label === baseline ? "one-period" : "baseline-missing", now };
  const base = declared ?? earlier.findLast(({ period }) => !overlap(period, now.period));
  if (base !== undefined && !overlap(base.period, now.period))
    return breakBetween(base.period, now.period, breaks)
      ? { basis: "none", reason: "series-broken", now }
      : { basis: "since-baseline", base, now, shared: 0 };
  const before = earlier.at(-1)!;
  if (breakBetween(before.period, now.period, breaks)) return { basis: "none", reason: "series-broken", now };
  const shared = sharedPart(before, now);
  return shared > MOST_SHARED
    ? { basis: "none", reason: "periods-overlap", now }
    : { basis: "overlapping", base: before, now, shared };
}

const DAY = 86_400_000;
const days = (start: string, end: string): number => (Date.parse(end) - Date.parse(start)) / DAY + 1;
const daysOf = ({ start, end }: Period): number => days(start, end);

/** How much of two pools is the same: of what they count, or of their days where that is unknown. */
function sharedPart(a: PeriodEvidence, b: PeriodEvidence): number {
  const end = a.period.end < b.period.end ? a : b;
  const shared = days(b.period.start, end.period.end);
  const [sizeA, sizeB] = a.size === null || b.size === null ? [daysOf(a.period), daysOf(b.period)] : [a.size, b.size];
  return (sizeA * (shared / daysOf(a.period)) + sizeB * (shared / daysOf(b.period))) / (sizeA + sizeB);
}

/** Sampling variance of the change of a gap: pools that overlap change by what differs between them alone. */
export function varianceOf(base: GapEvidence, now: GapEvidence, shared: number): number | null {
  if (base.variance === null || now.variance === null) return null;
  const whole = base.variance + now.variance;
  if (shared === 0) return whole;
  if (base.linearVariance === null || now.linearVariance === null) return (1 - shared) * whole;
  const linear = base.linearVariance + now.linearVariance;
  return (1 - shared) * linear + (1 - shared ** 2) * (whole - linear);
}
