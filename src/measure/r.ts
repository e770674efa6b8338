import type { Measure } from "./measure.ts";
import { extremeGroups, ratioOfTwo } from "./two-groups.ts";

/** Ratio of the two sides of a pair, the two ends of an order, or the worst and best of unordered groups. */
export const r: Measure = {
  id: "r",
  definition: "r.extreme-groups.v1",
  name: "Ratio",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "R = y2 / y1, turned over when lower is better; s of log R = sqrt((s1 / y1)^2 + (s2 / y2)^2)",
  reading: "How many times worse off the disadvantaged group is.",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["unordered"], line: null, splitting: "value" },
  compute: (stratum) => ratioOfTwo(extremeGroups(stratum), stratum),
};
