import { isMissing } from "../model.ts";
import type { Standing } from "./standing.ts";

/** Fewest areas among which a place in the order says something. */
const fewest = 12;

/** Whether a group is among the highest or the lowest sixth of those with a figure, and how many that are. */
export function rankOf({
  b: { latest },
  group,
}: Standing): { end: "highest" | "lowest"; of: number; among: number } | null {
  const values = latest.groups.flatMap(({ id, estimate }) =>
    isMissing(estimate) ? [] : [{ id, value: estimate.value }],
  );
  const own = values.find(({ id }) => id === group);
  if (own === undefined || values.length < fewest) return null;
  const among = Math.floor(values.length / 6);
  const above = values.filter(({ value }) => value > own.value).length;
  const below = values.filter(({ value }) => value < own.value).length;
  if (above < among && above < below) return { end: "highest", of: values.length, among };
  if (below < among && below < above) return { end: "lowest", of: values.length, among };
  return null;
}
