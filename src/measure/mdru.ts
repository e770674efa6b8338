import { byCount, differenceFromReference } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";

/** Mean difference from reference group, unweighted. */
export const mdru: Measure = {
  id: "mdru",
  definition: "mdru.who.v1",
  name: "Mean difference from reference group, unweighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum abs(y - y_ref) / k",
  reading: "How far groups are from the reference group.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => differenceFromReference(stratum, byCount),
};
