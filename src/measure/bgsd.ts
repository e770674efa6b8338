import type { Measure } from "./measure.ts";
import { asDeviation, observedSpread } from "./spread.ts";

/** Between-group standard deviation: the headline only where no interval is known to correct it by. */
export const bgsd: Measure = {
  id: "bgsd",
  definition: "bgsd.population-weighted.v1",
  name: "Between-group standard deviation",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sqrt(sum p (y - mu)^2)",
  reading: "How far a typical person's group is from the average, chance included.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => observedSpread(stratum, asDeviation(1)),
};
