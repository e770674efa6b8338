import { byShare, differenceFromBest } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";

/** Mean difference from best group, weighted. */
export const mdbw: Measure = {
  id: "mdbw",
  definition: "mdbw.who.v1",
  name: "Mean difference from best group, weighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum p abs(y - y_best)",
  reading: "How far groups are from the best-off one.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => differenceFromBest(stratum, byShare),
};
