import type { Measure } from "./measure.ts";
import { differenceOfTwo, extremeGroups } from "./two-groups.ts";

/** Difference between the two sides of a pair, the two ends of an order, or the worst and best of unordered groups. */
export const d: Measure = {
  id: "d",
  definition: "d.extreme-groups.v1",
  name: "Difference",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "D = y2 - y1, the disadvantaged side first; s = sqrt(s1^2 + s2^2)",
  reading: "How far apart the two groups are.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["unordered"], line: null, splitting: "value" },
  compute: (stratum) => differenceOfTwo(extremeGroups(stratum), stratum),
};
