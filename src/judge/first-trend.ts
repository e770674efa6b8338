import { middleYear, type PeriodGaps } from "../model.ts";
import { isMissing, type NotComputable, notComputable } from "../reasons-and-notes.ts";
import { twoSidedP } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import { withClear } from "./clear.ts";
import { type Break, thinned } from "./comparable-periods.ts";
import { type FittedTrend, shownPoint } from "./fitted-trend.ts";

/** The trend of the first edition of the method. */

/** Fewest non-overlapping periods that make a trend. */
const FEWEST_PERIODS = 4;

/**
 * Trend of the absolute or the relative gap over periods that share no day and stand on one side of every break.
 *
 * Formula: weighted least squares of the gap, on the scale where it is tested, on the middle year, weights 1 / s^2;
 * standard errors times sqrt(max(1, chi-squared / (T - 2))).
 * Shapes and units: at least 4 such periods with a gap, from the earliest to the latest, and z of `zOf`; a slope per
 * year in the gap's unit, of a ratio in its log, and the first and the last fitted gap.
 * Errors: `too-few-periods`; `no-intervals` where a gap comes without standard error.
 * Source: docs/method.md section 11
 *
 * @example
 * // 10, 8, 6, 4 and 2 lie on a line; Var = 1 / (4 + 1 + 0 + 1 + 4).
 * const series = [10, 8, 6, 4, 2].map((value, i): PeriodGaps => ({
 *   period: { label: `${2019 + i}`, start: `${2019 + i}-01-01`, end: `${2019 + i}-12-31` },
 *   absolute: {
 *     raw: { value, lower: null, upper: null },
 *     oriented: { value, lower: null, upper: null },
 *     tested: { scale: "difference", point: value, standardError: 1 },
 *     notes: [],
 *   },
 *   relative: { reason: "no-reliable-group", parts: {} },
 *   overall: { reason: "no-overall", parts: { of: "groups" } },
 *   ends: null,
 * }));
 * trend(series, "absolute", [], zOf(0.95));
 * // => { trend: { slopePerYear: { value: -2, lower: -2.6197950323, upper: -1.3802049677 }, clear: true, from: 10, to: 2 } }
 * trend(series.slice(2), "absolute", [], zOf(0.95)); // => { reason: "too-few-periods", parts: { fewest: 4 } }
 */
export function trend(
  series: readonly PeriodGaps[],
  which: "absolute" | "relative",
  breaks: readonly Break[],
  z: number,
): FittedTrend | NotComputable {
  const withGap = series.flatMap((item) => {
    const gap = item[which];
    return isMissing(gap) ? [] : [{ period: item.period, gap }];
  });
  const periods = thinned(
    withGap.map(({ period }) => period),
    breaks,
  );
  if (periods.length < FEWEST_PERIODS) return notComputable("too-few-periods", { fewest: FEWEST_PERIODS });
  const kept = withGap.filter(({ period }) => periods.includes(period));
  const tested = kept.map(({ gap }) => gap.tested);
  if (tested.some(({ standardError }) => standardError === null || standardError === 0))
    return notComputable("no-intervals", { of: "trend" });

  const years = periods.map(middleYear);
  const points = tested.map(({ point }) => point);
  const weights = tested.map(({ standardError }) => 1 / (standardError as number) ** 2);
  const total = sumOf(weights, (w) => w);
  const centreYear = sumOf(weights, (w, i) => w * years[i]!) / total;
  const centre = sumOf(weights, (w, i) => w * points[i]!) / total;
  const spread = sumOf(weights, (w, i) => w * (years[i]! - centreYear) ** 2);
  const slope = sumOf(weights, (w, i) => w * (years[i]! - centreYear) * points[i]!) / spread;
  const fitted = (year: number): number => centre + slope * (year - centreYear);
  const chiSquared = sumOf(weights, (w, i) => w * (points[i]! - fitted(years[i]!)) ** 2);
  const inflation = Math.sqrt(Math.max(1, chiSquared / (periods.length - 2)));
  const s = inflation / Math.sqrt(spread);
  const scale = tested[0]!.scale;
  const shown = (point: number): number => shownPoint(scale, point);
  return {
    trend: {
      scale,
      periods: periods.map(({ label }) => label),
      leftOut: withGap.flatMap(({ period }) => (periods.includes(period) ? [] : [period.label])),
      slopePerYear: { value: slope, lower: slope - z * s, upper: slope + z * s },
      ...withClear({ p: twoSidedP(slope / s) }),
      degreesOfFreedom: null,
      adjustedP: null,
      decides: false,
      from: shown(fitted(years[0]!)),
      to: shown(fitted(years.at(-1)!)),
    },
    line: {
      centreYear,
      centre,
      slope,
      centreVariance: inflation ** 2 / total,
      slopeVariance: s * s,
      lastYear: years.at(-1)!,
    },
  };
}
