import type { Measure } from "./measure.ts";
import { noPositiveMean } from "./of-the-mean.ts";
import { adjustedSpread, asDeviation } from "./spread.ts";

/** The typical difference as a percentage of the mean. */
export const covAdjusted: Measure = {
  id: "cov_adjusted",
  definition: "cov-adjusted.noise-corrected.v1",
  name: "Typical difference, as a share of the average",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "100 sqrt(max(0, A)) / mu, with the limits of A over mu",
  reading: "The typical difference as a percentage of the overall level.",
  atEquality: 0,
  unit: "%",
  source: {
    citation: "Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit",
    doi: "10.2307/3001666",
  },
  claims: { directed: false, picks: [], line: null, splitting: "value without error" },
  compute: (stratum) =>
    stratum.mean > 0 ? adjustedSpread(stratum, asDeviation(100 / stratum.mean)) : noPositiveMean(),
};
