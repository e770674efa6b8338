import type { Estimate, GroupAgainstOthers } from "../model.ts";
import { twoSidedP } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import { around, negated } from "./computed-gap.ts";
import type { Stratum } from "./stratum.ts";

/** What a group is held against, and the variance of its difference from it. */
interface Other {
  level: number;
  variance: number | null;
}

/**
 * Each group against the published level of everyone, where there is one, else against all the others together. Where
 * nobody knows how large the groups are their plain mean is the level of nothing, and sorts no group to either side.
 */
export function againstOthers(stratum: Stratum, everyone: Estimate | null): GroupAgainstOthers[] {
  if (stratum.edition === 1) return against(stratum, "rest", theRest);
  if (everyone !== null) return against(stratum, "overall", (_, i) => theLevel(stratum, everyone, i));
  return stratum.isWeighted ? against(stratum, "rest", theRest) : [];
}

function against(
  stratum: Stratum,
  whom: GroupAgainstOthers["against"],
  otherOf: (stratum: Stratum, index: number) => Other,
): GroupAgainstOthers[] {
  const { ids, values, better, z } = stratum;
  return ids.map((group, i) => {
    const { level, variance } = otherOf(stratum, i);
    const above = around(values[i]! - level, variance, z);
    const difference = better === "lower" ? above : negated(above);
    return {
      group,
      against: whom,
      level,
      difference,
      p: variance ? twoSidedP(difference.value / Math.sqrt(variance)) : null,
    };
  });
}

function theRest({ shares: p, values: y, variances }: Stratum, i: number): Other {
  // Summed, and not taken from the whole: next to a group of nearly everybody nothing would be left of the rest.
  const others = sumOf(p, (pj, j) => (j === i ? 0 : pj));
  const level = sumOf(p, (pj, j) => (j === i ? 0 : pj * y[j]!)) / others;
  const variance = variances && variances[i]! + sumOf(variances, (v, j) => (j === i ? 0 : (p[j]! / others) ** 2 * v));
  return { level, variance };
}

/** The group is part of everyone: of the level's variance p^2 V is its own and moves with it, and the rest does not. */
function theLevel({ shares, variances, isWeighted, total }: Stratum, everyone: Estimate, i: number): Other {
  const { value: level, denominator } = everyone;
  if (variances === null) return { level, variance: null };
  const measured = isWeighted ? Math.min(1, total === null || denominator === null ? 1 : total / denominator) : 0;
  const part = (j: number): number => measured * shares[j]!;
  const ofLevel = everyone.variance ?? sumOf(variances, (v, j) => part(j) ** 2 * v);
  const own = variances[i]!;
  return { level, variance: (1 - part(i)) ** 2 * own + Math.max(0, ofLevel - part(i) ** 2 * own) };
}
