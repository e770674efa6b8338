import { byCount, differenceFromGroup } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";
import { noReference } from "./of-the-mean.ts";

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
  compute(stratum) {
    const { reference } = stratum;
    if (reference === null) return noReference();
    return differenceFromGroup(stratum, reference, byCount);
  },
};
