import { isMissing } from "../model.ts";
import type { Standing } from "./standing.ts";

/** Fewest areas among which a place in the order says something. */
const fewest = 12;

/** The place of a group among the highest or the lowest sixth of those with a figure, 1 the furthest out. */
export function rankOf({
  b: { latest },
  group,
}: Standing): { end: "highest" | "lowest"; of: number; place: number; isShared: boolean } | null {
  const values = latest.groups.flatMap(({ id, estimate }) =>
    isMissing(estimate) ? [] : [{ id, value: estimate.value }],
  );
  const own = values.find(({ id }) => id === group);
  if (own === undefined || values.length < fewest) return null;
  const among = Math.floor(values.length / 6);
  const above = values.filter(({ value }) => value > own.value).length;
  const below = values.filter(({ value }) => value < own.value).length;
  const isShared = above + below < values.length - 1;
  if (above < among && above < below) return { end: "highest", of: values.length, place: above + 1, isShared };
  if (below < among && below < above) return { end: "lowest", of: values.length, place: below + 1, isShared };
  return null;
}
