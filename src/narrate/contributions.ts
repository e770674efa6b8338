import { isMissing } from "../reasons-and-notes.ts";
import { type Breakdown, groupLabel } from "./breakdown.ts";
import { addUp } from "./level.ts";

/** One group's part of the spread between the groups. */
export interface SpreadPart {
  group: string;
  label: string;
  /** Share of the people, 0 to 1. */
  people: number | null;
  /** Its distance from the groups' mean, with its sign. */
  distance: number;
  /** Share of the spread, 0 to 1: p (y - mu)^2 out of the sum of these. */
  spread: number;
}

/**
 * What each group adds to the spread, the most first; null where that is not known, where there is no spread, and for
 * two groups, whose parts say no more than their sizes.
 */
export function spreadParts(b: Breakdown): SpreadPart[] | null {
  const { contributions, groups } = b.latest;
  if (isMissing(contributions) || b.dimension.type === "pair") return null;
  const total = contributions.reduce((sum, { betweenGroupVariance }) => sum + betweenGroupVariance, 0);
  if (total <= 0) return null;
  const measured = groups.flatMap(({ id, share, estimate }) =>
    isMissing(estimate) ? [] : [{ id, share, value: estimate.value }],
  );
  const mean = measured.reduce((sum, { share, value }) => sum + (share ?? 0) * value, 0);
  return contributions
    .map(({ group, betweenGroupVariance }) => {
      const own = measured.find(({ id }) => id === group);
      return {
        group,
        label: groupLabel(b, group),
        people: own?.share ?? null,
        distance: (own?.value ?? mean) - mean,
        spread: betweenGroupVariance / total,
      };
    })
    .sort((a, c) => c.spread - a.spread);
}

/** Whether each group counts once, because no sizes are known. */
export const countsOnce = ({ latest }: Breakdown): boolean => latest.notes.some(({ id }) => id === "unweighted");

/** One group's part of the change of the groups' mean level. */
export interface ChangePart {
  group: string;
  label: string;
  level: number;
  composition: number;
}

/**
 * What each group added to the change, in the groups' own order; null where that is not known, and where the groups are
 * of unknown size or are not parts of one whole, whose average means nothing.
 */
export function changeParts(b: Breakdown): ChangePart[] | null {
  const { change } = b.result;
  if (!addUp(b) || isMissing(change) || isMissing(change.decomposition) || change.decomposition.length === 0)
    return null;
  return change.decomposition.map(({ group, level, composition }) => ({
    group,
    label: groupLabel(b, group),
    level,
    composition,
  }));
}
