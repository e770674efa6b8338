import { byShare, differenceFromReference } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";

/** Mean difference from reference group, weighted. */
export const mdrw: Measure = {
  id: "mdrw",
  definition: "mdrw.who.v1",
  name: "Mean difference from reference group, weighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum p abs(y - y_ref)",
  reading: "How far groups are from the reference group.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => differenceFromReference(stratum, byShare),
};
