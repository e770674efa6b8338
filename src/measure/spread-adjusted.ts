import type { ComputedGap } from "../model.ts";
import { type NotComputable, notComputable, note } from "../reasons-and-notes.ts";
import { asDeviation, asVariance, betweenGroups, type Shown, shownSpread } from "./between-groups.ts";
import type { Measure } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Between-group variance with the part taken out that chance alone makes of it.
 *
 * Shapes and units: any stratum with intervals; the square of the indicator's unit, 0 at equality and where chance
 * explains all.
 * Errors: `no-intervals` where a group comes without interval.
 * Source: Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit,
 * doi:10.2307/3001666
 *
 * @example
 * // B = (5^2 + 0 + 5^2) / 3, less 3 times 1/3 2/3 1^2: 50/3 - 2/3.
 * const groups = [30, 25, 20].map((value) => ({ value, se: 1, population: 100 }));
 * summarise({ favourable: false, ordered: false, groups }).measures.bgv_adjusted;
 * // => { value: 16, lower: 6.668705, upper: 25.331295 }
 */
export const bgvAdjusted: Measure = {
  id: "bgv_adjusted",
  definition: "bgv-adjusted.noise-corrected.v2",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "A = B - sum p (1 - p) U",
  atEquality: 0,
  unit: "squared",
  source: {
    citation: "Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit",
    doi: "10.2307/3001666",
  },
  claims: { directed: false, picks: [], line: null, splitting: "value without error" },
  compute: (stratum) => adjustedSpread(stratum, asVariance),
};

/**
 * Typical difference: the between-group standard deviation with the part taken out that chance alone makes of it.
 *
 * Shapes and units: any stratum with intervals; the indicator's unit, 0 at equality and where chance explains all.
 * Errors: `no-intervals` where a group comes without interval.
 * Source: Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit,
 * doi:10.2307/3001666
 *
 * @example
 * // The square root of 50/3 - 2/3 = 16, and of its limits 6.6687 and 25.3313.
 * const groups = [30, 25, 20].map((value) => ({ value, se: 1, population: 100 }));
 * summarise({ favourable: false, ordered: false, groups }).measures.bgsd_adjusted;
 * // => { value: 4, lower: 2.582384, upper: 5.033020 }
 */
export const bgsdAdjusted: Measure = {
  id: "bgsd_adjusted",
  definition: "bgsd-adjusted.noise-corrected.v2",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sqrt(max(0, A)), A = sum p (y - mu)^2 - sum p (1 - p) U",
  atEquality: 0,
  unit: "indicator",
  source: {
    citation: "Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit",
    doi: "10.2307/3001666",
  },
  claims: { directed: false, picks: [], line: null, splitting: "value without error" },
  compute: (stratum) => adjustedSpread(stratum, asDeviation(1)),
};

/**
 * Typical difference as a percentage of the mean.
 *
 * Shapes and units: any stratum with intervals; per cent, 0 at equality and where chance explains all.
 * Errors: `no-intervals` where a group comes without interval; `mean-not-positive` where the mean is zero or below.
 * Source: Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit,
 * doi:10.2307/3001666
 *
 * @example
 * // 100 times 4 / 25, and so its limits.
 * const groups = [30, 25, 20].map((value) => ({ value, se: 1, population: 100 }));
 * summarise({ favourable: false, ordered: false, groups }).measures.cov_adjusted;
 * // => { value: 16, lower: 10.329534, upper: 20.132082 }
 */
export const covAdjusted: Measure = {
  id: "cov_adjusted",
  definition: "cov-adjusted.noise-corrected.v2",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "100 sqrt(max(0, A)) / mu",
  atEquality: 0,
  unit: "%",
  source: {
    citation: "Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit",
    doi: "10.2307/3001666",
  },
  claims: { directed: false, picks: [], line: null, splitting: "value without error" },
  compute: (stratum) =>
    stratum.mean > 0 ? adjustedSpread(stratum, asDeviation(100 / stratum.mean)) : notComputable("mean-not-positive"),
};

/** As the first edition defines it: groups of that edition bring the V of their intervals' widths in the place of U. */
export const inFirstEdition = (measure: Measure): Measure => ({
  ...measure,
  definition: measure.definition.replace(/2$/, "1"),
  formula: measure.formula.replace(/U$/, "V"),
});

/** Between-group spread with the part that chance alone makes taken out: limits of A, cut at 0, then shown. */
function adjustedSpread(stratum: Stratum, shown: Shown): ComputedGap | NotComputable {
  const between = betweenGroups(stratum);
  if (between === null) return notComputable("no-intervals", { of: "spread" });
  return shownSpread(
    between.adjusted,
    between,
    stratum,
    shown,
    between.adjusted <= 0 ? [note("equal-groups-adjusted-to-zero")] : [],
  );
}
