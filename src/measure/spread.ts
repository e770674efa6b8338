import type { ComputedGap } from "../model.ts";
import { notComputable, note } from "../reasons-and-notes.ts";
import {
  asDeviation,
  asVariance,
  betweenGroups,
  betweenGroupVariance,
  type Shown,
  shownSpread,
} from "./between-groups.ts";
import type { Measure } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Between-group variance: the average squared distance of a person's group from the mean, chance included.
 *
 * Shapes and units: any stratum; the square of the indicator's unit, 0 at equality.
 * Errors: none; limits are null, with the note `intervals-missing`, where a group comes without interval.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // mu = 25; (5^2 + 0 + 5^2) / 3; Var(B) = 4 (25 + 25) / 9 + 2 (1/9 - 3/81 + 12/81) = 68/3.
 * const groups = [30, 25, 20].map((value) => ({ value, se: 1, population: 100 }));
 * summarise({ favourable: false, ordered: false, groups }).measures.bgv;
 * // => { value: 16.666667, lower: 7.335372, upper: 25.997962 }
 */
export const bgv: Measure = {
  id: "bgv",
  definition: "bgv.population-weighted.v1",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "B = sum p (y - mu)^2",
  atEquality: 0,
  unit: "squared",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => observedSpread(stratum, asVariance),
};

/**
 * Between-group standard deviation, chance included: the headline only where no interval is known to correct it by.
 *
 * Shapes and units: any stratum; the indicator's unit, 0 at equality.
 * Errors: none; limits are null, with the note `intervals-missing`, where a group comes without interval.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // The square root of (5^2 + 0 + 5^2) / 3, and of its limits.
 * const groups = [30, 25, 20].map((value) => ({ value, se: 1, population: 100 }));
 * summarise({ favourable: false, ordered: false, groups }).measures.bgsd;
 * // => { value: 4.082483, lower: 2.708389, upper: 5.098820 }
 */
export const bgsd: Measure = {
  id: "bgsd",
  definition: "bgsd.population-weighted.v1",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sqrt(sum p (y - mu)^2)",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => observedSpread(stratum, asDeviation(1)),
};

/**
 * Coefficient of variation: the between-group standard deviation as a percentage of the mean, chance included.
 *
 * Shapes and units: any stratum; per cent, 0 at equality.
 * Errors: `mean-not-positive` where the mean is zero or below; limits are null as for `bgsd`.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // 100 times 4.0825 / 25, and so its limits.
 * const groups = [30, 25, 20].map((value) => ({ value, se: 1, population: 100 }));
 * summarise({ favourable: false, ordered: false, groups }).measures.cov;
 * // => { value: 16.329932, lower: 10.833557, upper: 20.395279 }
 */
export const cov: Measure = {
  id: "cov",
  definition: "cov.population-weighted.v1",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "100 sqrt(sum p (y - mu)^2) / mu",
  atEquality: 0,
  unit: "%",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) =>
    stratum.mean > 0 ? observedSpread(stratum, asDeviation(100 / stratum.mean)) : notComputable("mean-not-positive"),
};

/** Between-group spread as observed, chance included: limits of B, cut at 0, then shown. */
function observedSpread(stratum: Stratum, shown: Shown): ComputedGap {
  const between = betweenGroups(stratum);
  if (between) return shownSpread(between.variance, between, stratum, shown, []);
  const variance = betweenGroupVariance(stratum.shares, stratum.values, stratum.mean);
  const limits = { value: shown.show(variance), lower: null, upper: null };
  return {
    raw: limits,
    oriented: limits,
    tested: { scale: "variance", point: shown.tested * variance, standardError: null },
    notes: [note("intervals-missing")],
  };
}
