import type { Measure } from "./measure.ts";
import { adjustedSpread, asVariance } from "./spread.ts";

/** Between-group variance with the part that chance alone makes taken out. */
export const bgvAdjusted: Measure = {
  id: "bgv_adjusted",
  definition: "bgv-adjusted.noise-corrected.v1",
  name: "Between-group variance, noise-adjusted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "A = B - sum p (1 - p) V",
  reading: "The average squared distance of groups from the mean, beyond what chance alone would show.",
  atEquality: 0,
  unit: "squared",
  source: {
    citation: "Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit",
    doi: "10.2307/3001666",
  },
  claims: { directed: false, picks: [], line: null, splitting: "value without error" },
  compute: (stratum) => adjustedSpread(stratum, asVariance),
};
