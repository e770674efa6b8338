import { extremes } from "./extremes.ts";
import { byCount, differenceFromGroup } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";
import { noReference } from "./of-the-mean.ts";

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
  compute(stratum) {
    const best = extremes(stratum)?.best;
    if (best === undefined) return noReference();
    return differenceFromGroup(stratum, best, byCount);
  },
};
