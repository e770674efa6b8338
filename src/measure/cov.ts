import type { Measure } from "./measure.ts";
import { noPositiveMean } from "./of-the-mean.ts";
import { asDeviation, observedSpread } from "./spread.ts";

/** Between-group standard deviation over the mean. */
export const cov: Measure = {
  id: "cov",
  definition: "cov.population-weighted.v1",
  name: "Coefficient of variation",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "100 sqrt(sum p (y - mu)^2) / mu",
  reading: "The between-group standard deviation as a percentage of the overall level, chance included.",
  atEquality: 0,
  unit: "%",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) =>
    stratum.mean > 0 ? observedSpread(stratum, asDeviation(100 / stratum.mean)) : noPositiveMean(),
};
