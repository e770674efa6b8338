import { type ComputedGap, type NotComputable, notComputable } from "../model.ts";
import { extremes } from "./extremes.ts";
import { difference, ratio } from "./measure.ts";
import { noneReliable, noReference } from "./of-the-mean.ts";
import type { Stratum } from "./stratum.ts";

/** Positions of two groups to compare, the disadvantaged first. */
export type Two = readonly [disadvantaged: number, other: number];

/** The two ends of an ordered dimension or a pair; the worst and the best reliable of unordered groups. */
export function extremeGroups(stratum: Stratum): Two | NotComputable {
  if (stratum.order !== "unordered") return [0, stratum.values.length - 1];
  const found = extremes(stratum);
  return found ? [found.worst, found.best] : noneReliable();
}

/** The worst reliable group and the declared reference, which stands for itself where no reliable group is worse off. */
export function againstReference(stratum: Stratum): Two | NotComputable {
  const found = extremes(stratum);
  const { reference, values } = stratum;
  if (reference === null) return noReference();
  if (found === null) return noneReliable();
  return [values[found.worst] === values[reference] ? reference : found.worst, reference];
}

/** y of the other minus y of the disadvantaged, oriented. */
export function differenceOfTwo(two: Two | NotComputable, stratum: Stratum): ComputedGap | NotComputable {
  if (!isTwo(two)) return two;
  const [i, j] = two;
  const { values: y, variances: v } = stratum;
  return difference(y[j]! - y[i]!, i === j ? v && 0 : v && v[i]! + v[j]!, stratum);
}

/** y of the other over y of the disadvantaged, oriented, with limits symmetric on the log scale. */
export function ratioOfTwo(two: Two | NotComputable, stratum: Stratum): ComputedGap | NotComputable {
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

const isTwo = (two: Two | NotComputable): two is Two => Array.isArray(two);
