import type { Measure } from "./measure.ts";
import { asVariance, observedSpread } from "./spread.ts";

/** Between-group variance. */
export const bgv: Measure = {
  id: "bgv",
  definition: "bgv.population-weighted.v1",
  name: "Between-group variance",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "B = sum p (y - mu)^2",
  reading: "The average squared distance of groups from the mean, chance included.",
  atEquality: 0,
  unit: "squared",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => observedSpread(stratum, asVariance),
};
