import type { Area, Community } from "../results/results.ts";
import type { Breakdown } from "./breakdown.ts";

/** Where in the report a ward's page stands, and a community's. */
export const wardPath = ({ slug }: Pick<Area, "slug">): string => `wards/${slug}.html`;
export const communityPath = ({ id }: Pick<Community, "id">): string => `communities/${id}.html`;

/** The page of a group that has one, by its path in the report: a ward's or a community's. */
export function pageOf({ results, dimension }: Pick<Breakdown, "results" | "dimension">, id: string): string | null {
  const area = results.areas.find((one) => one.dimension === dimension.id && one.group === id);
  if (area !== undefined) return wardPath(area);
  const community = results.communities.find(({ groups }) =>
    groups.some((one) => one.dimension === dimension.id && one.group === id),
  );
  return community === undefined ? null : communityPath(community);
}
