import type { Measure } from "./measure.ts";
import { againstReference, ratioOfTwo } from "./two-groups.ts";

/** Ratio of the worst-off group to the declared reference. */
export const rReference: Measure = {
  id: "r_reference",
  definition: "r.reference-group.v1",
  name: "Ratio to the reference group",
  type: "relative",
  orders: ["unordered"],
  formula: "R = y_ref / y of the worst-off reliable group, turned over when lower is better",
  reading: "How many times worse off the worst-off group is than the reference group.",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["unordered"], line: null, splitting: "value" },
  compute: (stratum) => ratioOfTwo(againstReference(stratum), stratum),
};
