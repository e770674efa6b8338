import type { GroupAgainstRest } from "../model.ts";
import { twoSidedP } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import { around, negated } from "./computed-gap.ts";
import type { Stratum } from "./stratum.ts";

/** Each group against all the others together. */
export function againstTheRest({ ids, shares: p, values: y, variances, better, z }: Stratum): GroupAgainstRest[] {
  return ids.map((group, i) => {
    // Summed, and not taken from the whole: next to a group of nearly everybody nothing would be left of the rest.
    const others = sumOf(p, (pj, j) => (j === i ? 0 : pj));
    const rest = sumOf(p, (pj, j) => (j === i ? 0 : pj * y[j]!)) / others;
    const variance = variances && variances[i]! + sumOf(variances, (v, j) => (j === i ? 0 : (p[j]! / others) ** 2 * v));
    const above = around(y[i]! - rest, variance, z);
    const difference = better === "lower" ? above : negated(above);
    return { group, rest, difference, p: variance ? twoSidedP(difference.value / Math.sqrt(variance)) : null };
  });
}
