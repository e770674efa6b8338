import { type ComputedGap, type NotComputable, notComputable } from "../model.ts";
import { extremes } from "./extremes.ts";
import { difference, ratio } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/** Positions of two groups to compare, the disadvantaged first. */
export type Two = readonly [disadvantaged: number, other: number];

/** The two ends of an ordered dimension or a pair; the worst and the best reliable of unordered groups. */
export function extremeGroups(stratum: Stratum): Two | NotComputable {
  if (stratum.order !== "unordered") return [0, stratum.values.length - 1];
  const found = extremes(stratum);
  return found ? [found.worst, found.best] : noTwo();
}

/** The worst reliable group and the declared reference. */
export function againstReference(stratum: Stratum): Two | NotComputable {
  const found = extremes(stratum);
  return found && stratum.reference !== null ? [found.worst, stratum.reference] : noTwo();
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

const noTwo = (): NotComputable =>
  notComputable("no-reliable-group", "Fewer than two groups are large enough to be named best- or worst-off.");
