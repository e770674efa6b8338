import type { Measure } from "./measure.ts";
import { againstReference, differenceOfTwo } from "./two-groups.ts";

/** Difference between the worst-off group and the declared reference. */
export const dReference: Measure = {
  id: "d_reference",
  definition: "d.reference-group.v1",
  name: "Difference from the reference group",
  type: "absolute",
  orders: ["unordered"],
  formula: "D = y_ref - y of the worst-off reliable group",
  reading: "How far the worst-off group is from the reference group.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["unordered"], line: null, splitting: "value" },
  compute: (stratum) => differenceOfTwo(againstReference(stratum), stratum),
};
