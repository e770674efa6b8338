import type { Measure } from "./measure.ts";
import { percentileRatio } from "./percentile-ratio.ts";

/** Ratio of the 90th to the 10th weighted percentile of areas. */
export const p90p10: Measure = {
  id: "p90p10",
  definition: "p90p10.weighted-quantiles.v1",
  name: "Ratio of the 90th to the 10th percentile",
  type: "relative",
  orders: ["unordered"],
  formula: "Q(90%) / Q(10%), weighted quantiles of area values",
  reading: "How many times higher the area at the 90th percentile is than the one at the 10th.",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "OECD, income distribution indicators", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => percentileRatio(stratum, 0.9, 0.1),
};
