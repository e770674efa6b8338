import type { Measure } from "./measure.ts";
import { percentileRatio } from "./percentile-ratio.ts";

/** Ratio of the 80th to the 20th weighted percentile of areas. */
export const p80p20: Measure = {
  id: "p80p20",
  definition: "p80p20.weighted-quantiles.v1",
  name: "Ratio of the 80th to the 20th percentile",
  type: "relative",
  orders: ["unordered"],
  formula: "Q(80%) / Q(20%), weighted quantiles of area values",
  reading: "How many times higher the area at the 80th percentile is than the one at the 20th.",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "OECD, income distribution indicators", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => percentileRatio(stratum, 0.8, 0.2),
};
