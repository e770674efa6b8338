import { isMissing } from "../reasons-and-notes.ts";
import type { PeriodResult } from "../results/results.ts";
import type { Breakdown } from "./breakdown.ts";

/**
 * What the level beside the groups is: published, added up from their counts, averaged by their sizes, or no more than
 * their plain average.
 */
export type LevelKind = "published" | "pooled" | "weighted-average" | "plain-average";

export function levelKind({ overall, notes }: PeriodResult): LevelKind | null {
  if (isMissing(overall)) return null;
  if (overall.from === "published") return "published";
  if (notes.some(({ id }) => id === "unweighted")) return "plain-average";
  return overall.denominator === null && overall.denominatorRange === null ? "weighted-average" : "pooled";
}

/** Groups of unknown size can only be averaged, which says nothing of the place as a whole. */
export const isPlainAverage = (b: Breakdown): boolean => levelKind(b.latest) === "plain-average";

/** Whose level it is. */
export const levelOf = (b: Breakdown): "groups" | "place" => (isPlainAverage(b) ? "groups" : "place");

/** Name of the level, where it stands beside its figure. */
export const levelName = (b: Breakdown): string => b.say.levels.name(b.results.place.name, levelOf(b));

/** The level as the subject of a sentence. */
export const theLevel = (b: Breakdown): string => b.say.levels.the(levelOf(b));

/** Mean of the groups that a typical difference is measured from, where it is not the level shown for the place. */
export function ownAverage(b: Breakdown): number | null {
  const { groups, overall } = b.latest;
  const mean = groups.reduce(
    (sum, { share, estimate }) => sum + (isMissing(estimate) ? 0 : (share ?? 0) * estimate.value),
    0,
  );
  const isLevel =
    !isPlainAverage(b) && !isMissing(overall) && Math.abs(mean - overall.value) < 1e-6 * Math.abs(overall.value);
  return isLevel ? null : mean;
}

/** Whom the groups are held against: the place, where its level is published, or all the others together. */
export const othersOf = (b: Breakdown): string => b.say.who.others(placeAgainst(b));
export const shortOthersOf = (b: Breakdown): string => b.say.who.shortOthers(placeAgainst(b));

const placeAgainst = ({ results, latest }: Breakdown): string | null =>
  latest.who.some(({ against }) => against === "overall") ? results.place.name : null;

/** Whether everyone is made of the groups, each with its own weight. */
export const addUp = ({ latest: { notes, par } }: Breakdown): boolean =>
  !notes.some(({ id }) => id === "unweighted") &&
  (isMissing(par) || !isMissing(par.headCount) || par.headCount.reason !== "not-parts-of-the-whole");
