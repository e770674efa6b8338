import { extremes } from "./extremes.ts";
import { byShare, differenceFromGroup } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";
import { noneReliable } from "./of-the-mean.ts";

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
  compute(stratum) {
    const best = extremes(stratum)?.best;
    if (best === undefined) return noneReliable();
    return differenceFromGroup(stratum, best, byShare);
  },
};
