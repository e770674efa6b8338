import { type ComputedGap, orderFacts } from "../model.ts";
import { type NotComputable, notComputable } from "../reasons-and-notes.ts";
import { directed, ratio } from "./computed-gap.ts";
import { extremes } from "./extremes.ts";
import type { Measure } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Difference between the two sides of a pair, the two ends of a ladder, or the worst and the best of unordered groups.
 *
 * Shapes and units: any stratum, in an unordered one groups of reliable size alone; the indicator's unit, 0 at
 * equality.
 * Errors: `no-reliable-group` where fewer than two unordered groups are known to be large enough.
 * Source: WHO, Handbook on health inequality monitoring (2013)
 *
 * @example
 * // 20 - 30 = -10; s = sqrt(3^2 + 4^2) = 5, and 5 times 1.96 to either side.
 * const groups = [{ order: 1, value: 30, se: 3 }, { order: 2, value: 20, se: 4 }];
 * summarise({ favourable: false, ordered: true, groups }).measures.d;
 * // => { value: -10, lower: -19.7998, upper: -0.2002, oriented: { value: 10 } }
 */
export const d: Measure = {
  id: "d",
  definition: "d.extreme-groups.v1",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "D = y2 - y1; s = sqrt(s1^2 + s2^2)",
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

/**
 * Ratio of the two sides of a pair, the two ends of a ladder, or the worst and the best of unordered groups.
 *
 * Shapes and units: as `d`; a ratio, 1 at equality, its limits symmetric on the log scale.
 * Errors: `comparison-not-positive` where one of the two is zero or below; `no-reliable-group` as `d`.
 * Source: WHO, Handbook on health inequality monitoring (2013)
 *
 * @example
 * // 20 / 30; s of the log = sqrt((3 / 30)^2 + (4 / 20)^2) = sqrt 0.05.
 * const groups = [{ order: 1, value: 30, se: 3 }, { order: 2, value: 20, se: 4 }];
 * summarise({ favourable: false, ordered: true, groups }).measures.r;
 * // => { value: 0.666667, lower: 0.430105, upper: 1.033340,
 * //      oriented: { value: 1.5, lower: 0.967736, upper: 2.325015 } }
 */
export const r: Measure = {
  id: "r",
  definition: "r.extreme-groups.v1",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "R = y2 / y1; sqrt((s1 / y1)^2 + (s2 / y2)^2)",
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
  if (y[i]! <= 0 || y[j]! <= 0) return notComputable("comparison-not-positive", { of: "two" });
  const variance = i === j ? v && 0 : v && v[i]! / y[i]! ** 2 + v[j]! / y[j]! ** 2;
  return ratio(Math.log(y[j]! / y[i]!), variance, stratum);
}

/**
 * Difference between the worst-off group and the group that is declared as reference.
 *
 * Shapes and units: an unordered stratum with a reference; the indicator's unit, 0 at equality.
 * Errors: `no-reference` where none is declared or it has no figure; `no-reliable-group` as `d`.
 * Source: WHO, Handbook on health inequality monitoring (2013)
 *
 * @example
 * // Worst off is 30, and 20 - 30 = -10; s = sqrt(3^2 + 4^2) = 5.
 * const groups = [{ value: 30, se: 3 }, { value: 25, se: 1 }, { value: 20, se: 4, reference: true }];
 * const everyone = groups.map((group) => ({ ...group, population: 100 }));
 * summarise({ favourable: false, ordered: false, groups: everyone }).measures.d_reference;
 * // => { value: -10, lower: -19.7998, upper: -0.2002, oriented: { value: 10 } }
 */
export const dReference: Measure = {
  id: "d_reference",
  definition: "d.reference-group.v1",
  type: "absolute",
  orders: ["unordered"],
  formula: "D = y_ref - y",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["unordered"], line: null, splitting: "value" },
  compute: (stratum) => differenceOfTwo(againstReference(stratum), stratum),
};

/**
 * Ratio of the worst-off group to the group that is declared as reference.
 *
 * Shapes and units: an unordered stratum with a reference; a ratio, 1 at equality, its limits symmetric on the log
 * scale.
 * Errors: as `d_reference`; `comparison-not-positive` where one of the two is zero or below.
 * Source: WHO, Handbook on health inequality monitoring (2013)
 *
 * @example
 * // 20 / 30; s of the log = sqrt((3 / 30)^2 + (4 / 20)^2).
 * const groups = [{ value: 30, se: 3 }, { value: 25, se: 1 }, { value: 20, se: 4, reference: true }];
 * const everyone = groups.map((group) => ({ ...group, population: 100 }));
 * summarise({ favourable: false, ordered: false, groups: everyone }).measures.r_reference;
 * // => { value: 0.666667, lower: 0.430105, upper: 1.033340, oriented: { value: 1.5 } }
 */
export const rReference: Measure = {
  id: "r_reference",
  definition: "r.reference-group.v1",
  type: "relative",
  orders: ["unordered"],
  formula: "R = y_ref / y",
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
  if (orderFacts[stratum.order].hasSides) return [0, stratum.values.length - 1];
  const found = extremes(stratum);
  return found ? [found.worst, found.best] : notComputable("no-reliable-group");
}

/** The worst reliable group and the declared reference, which stands for itself where no reliable group is worse off. */
function againstReference(stratum: Stratum): Two | NotComputable {
  const found = extremes(stratum);
  const { reference, values } = stratum;
  if (reference === null) return notComputable("no-reference");
  if (found === null) return notComputable("no-reliable-group");
  return [values[found.worst] === values[reference] ? reference : found.worst, reference];
}

const isTwo = (two: Two | NotComputable): two is Two => Array.isArray(two);
