import { byShare, differenceFromGroup } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";
import { noReference } from "./of-the-mean.ts";

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
  compute(stratum) {
    const { reference } = stratum;
    if (reference === null) return noReference();
    return differenceFromGroup(stratum, reference, byShare);
  },
};
