import type { Measure } from "./measure.ts";
import { adjustedSpread, asDeviation } from "./spread.ts";

/** Typical difference: the between-group standard deviation with the part that chance alone makes taken out. */
export const bgsdAdjusted: Measure = {
  id: "bgsd_adjusted",
  definition: "bgsd-adjusted.noise-corrected.v1",
  name: "Typical difference",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sqrt(max(0, A)), A = sum p (y - mu)^2 - sum p (1 - p) V; limits of A, cut at 0, then rooted",
  reading: "How far a typical person's group is from the average, beyond what chance alone would show.",
  atEquality: 0,
  unit: "indicator",
  source: {
    citation: "Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit",
    doi: "10.2307/3001666",
  },
  claims: { directed: false, picks: [], line: null, splitting: "value without error" },
  compute: (stratum) => adjustedSpread(stratum, asDeviation(1)),
};
