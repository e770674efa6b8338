import type { Pace } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import { type FittedTrend, targetPoint } from "./fitted-trend.ts";

/** A gap that somebody has set out to reach, and who says so. */
export interface Target {
  gap: "absolute" | "relative";
  value: number;
  source: string;
}

/**
 * The year in which a trend reaches a target, with the years where the target lies inside the line's interval.
 *
 * Formula: the t with a + b t = target; limits the t with (target - a - b t)^2 = z^2 (Var(a) + t^2 Var(b)), t from the
 * centre.
 * Shapes and units: a target as an oriented gap, a trend of that gap, and the quantile that its interval is made with, z of `zOf` or t of `tOf`; decimal years, the earliest no
 * earlier than the last period and the latest null where the slope is not clearly away from zero.
 * Errors: none; years are null, and `outcome` says why, without a trend, where it does not lead there, or where it has
 * been.
 * Source: Fieller EC (1954), doi:10.1111/j.2517-6161.1954.tb00159.x
 *
 * @example
 * // From 6 in the middle of 2021 by 2 a year to 0: 3 years. (-6 + 2t)^2 = z^2 (1 / 5 + t^2 / 10).
 * const line = { centreYear: 2021.5, centre: 6, slope: -2, centreVariance: 0.2, slopeVariance: 0.1, lastYear: 2023.5 };
 * const slopePerYear = { value: -2, lower: -2.6198, upper: -1.3802 };
 * const tested = { p: 0, adjustedP: 0, clear: true, degreesOfFreedom: null, decides: false } as const;
 * const shape = { scale: "difference", from: 10, to: 2, periods: ["2019", "2023"], leftOut: [] } as const;
 * const falling = { trend: { ...shape, ...tested, periods: ["2019"], leftOut: [], slopePerYear }, line };
 * pace({ gap: "absolute", value: 0, source: "the council" }, falling, zOf(0.95));
 * // => { year: 2024.5, earliest: 2023.6916804, latest: 2025.94575552, outcome: "on-this-trend" }
 * pace({ gap: "absolute", value: 3, source: "the council" }, falling, zOf(0.95));
 * // => { year: null, outcome: "reached" }
 */
export function pace(target: Target, fitted: FittedTrend | NotComputable, z: number): Pace {
  const never = (outcome: Pace["outcome"]): Pace => ({
    gap: target.gap,
    target: target.value,
    source: target.source,
    year: null,
    earliest: null,
    latest: null,
    outcome,
  });
  if (isMissing(fitted)) return never(fitted);

  const { centreYear, centre, slope, centreVariance, slopeVariance, lastYear } = fitted.line;
  const distance = targetPoint(fitted.trend.scale, target.value) - centre;
  const year = centreYear + distance / slope;
  // A target below which the gap already lies is met, even where the trend leads back up to it.
  if (fitted.trend.to <= target.value) return never("reached");
  if (slope === 0 || year < lastYear) return never("not-on-this-trend");
  // (distance - slope t)^2 <= z^2 (centreVariance + slopeVariance t^2), t in years from the centre.
  const a = slope ** 2 - z ** 2 * slopeVariance;
  const b = -2 * distance * slope;
  const c = distance ** 2 - z ** 2 * centreVariance;
  const root = Math.sqrt(Math.max(0, b * b - 4 * a * c));
  // The target lies ahead, so that b < 0: the nearer limit is the lower root of an interval, or the upper one of what it leaves out.
  const [nearer, further] = [(-b - root) / (2 * a), (-b + root) / (2 * a)].map((t) => centreYear + t) as [
    number,
    number,
  ];
  return {
    ...never("on-this-trend"),
    year,
    earliest: Math.max(lastYear, nearer),
    latest: a > 0 ? further : null,
  };
}
