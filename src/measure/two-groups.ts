import { type ComputedGap, type NotComputable, notComputable } from "../model.ts";
import { directed } from "./delta.ts";
import { extremes } from "./extremes.ts";
import { type Measure, ratio } from "./measure.ts";
import { noneReliable, noReference } from "./of-the-mean.ts";
import type { Stratum } from "./stratum.ts";

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

/** y of the other minus y of the disadvantaged, oriented. */
function differenceOfTwo(two: Two | NotComputable, stratum: Stratum): ComputedGap | NotComputable {
  if (!isTwo(two)) return two;
  const [i, j] = two;
  const { values: y, variances: v } = stratum;
  return directed(y[j]! - y[i]!, i === j ? v && 0 : v && v[i]! + v[j]!, stratum);
}

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

/** y of the other over y of the disadvantaged, oriented, with limits symmetric on the log scale. */
function ratioOfTwo(two: Two | NotComputable, stratum: Stratum): ComputedGap | NotComputable {
  if (!isTwo(two)) return two;
  const [i, j] = two;
  const { values: y, variances: v } = stratum;
  if (y[i]! <= 0 || y[j]! <= 0)
    return notComputable(
      "comparison-not-positive",
      "One of the two figures is zero or below, so a ratio means nothing.",
    );
  const variance = i === j ? v && 0 : v && v[i]! / y[i]! ** 2 + v[j]! / y[j]! ** 2;
  return ratio(Math.log(y[j]! / y[i]!), variance, stratum);
}

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

/** Positions of two groups to compare, the disadvantaged first. */
type Two = readonly [disadvantaged: number, other: number];

/** The two ends of an ordered dimension or a pair; the worst and the best reliable of unordered groups. */
function extremeGroups(stratum: Stratum): Two | NotComputable {
  if (stratum.order !== "unordered") return [0, stratum.values.length - 1];
  const found = extremes(stratum);
  return found ? [found.worst, found.best] : noneReliable();
}

/** The worst reliable group and the declared reference, which stands for itself where no reliable group is worse off. */
function againstReference(stratum: Stratum): Two | NotComputable {
  const found = extremes(stratum);
  const { reference, values } = stratum;
  if (reference === null) return noReference();
  if (found === null) return noneReliable();
  return [values[found.worst] === values[reference] ? reference : found.worst, reference];
}

const isTwo = (two: Two | NotComputable): two is Two => Array.isArray(two);
