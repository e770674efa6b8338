import { byCount, differenceFromBest } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";

/** Mean difference from best group, unweighted. */
export const mdbu: Measure = {
  id: "mdbu",
  definition: "mdbu.who.v1",
  name: "Mean difference from best group, unweighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum abs(y - y_best) / k",
  reading: "How far groups are from the best-off one.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => differenceFromBest(stratum, byCount),
};
