import type { Breakdown } from "../breakdown.ts";

/** The page of a group that has one, by its path in the report: a ward's or a community's. */
export function pageOf({ results, dimension }: Pick<Breakdown, "results" | "dimension">, id: string): string | null {
  const area = results.areas.find((one) => one.dimension === dimension.id && one.group === id);
  if (area !== undefined) return `wards/${area.slug}.html`;
  const community = results.communities.find(({ groups }) =>
    groups.some((one) => one.dimension === dimension.id && one.group === id),
  );
  return community === undefined ? null : `communities/${community.id}.html`;
}
