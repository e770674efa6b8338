import { isMissing } from "../reasons-and-notes.ts";
import type { Area } from "../results/results.ts";
import type { Standing } from "./standing.ts";

/** The place of an area in the order of its figures, counted from the nearer end, 1 the furthest out. */
export interface Placed {
  end: "highest" | "lowest";
  place: number;
  /** How many have a figure. */
  of: number;
  /** How many others have the same figure. */
  ties: number;
  /** The places that chance could give it, from the same end; null where figures have no intervals. */
  range: { first: number; last: number } | null;
}

/** Null where an area has no figure, or every area the same. */
export function placeOf({ b: { latest, indicator }, group }: Standing, ranks: Area["ranks"]): Placed | null {
  const all = latest.groups.flatMap(({ id, estimate }) => (isMissing(estimate) ? [] : [{ id, value: estimate.value }]));
  const own = all.find(({ id }) => id === group);
  if (own === undefined) return null;
  const above = all.filter(({ value }) => value > own.value).length;
  const below = all.filter(({ value }) => value < own.value).length;
  if (above + below === 0) return null;
  const end = above <= below ? "highest" : "lowest";
  const range = ranks.find((one) => one.indicator === indicator.id);
  const fromEnd = (place: number): number => (end === "highest" ? place : all.length + 1 - place);
  const ends = range && [fromEnd(range.first), fromEnd(range.last)];
  return {
    end,
    place: Math.min(above, below) + 1,
    of: all.length,
    ties: all.length - 1 - above - below,
    range: ends ? { first: Math.min(...ends), last: Math.max(...ends) } : null,
  };
}
