import { byCount, differenceFromMean } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";

/** Mean difference from mean, unweighted. */
export const mdmu: Measure = {
  id: "mdmu",
  definition: "mdmu.who.v1",
  name: "Mean difference from mean, unweighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum abs(y - mu) / k",
  reading: "How far groups are from the average, each group counting the same.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute: (stratum) => differenceFromMean(stratum, byCount),
};
