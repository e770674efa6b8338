import { areaFolder } from "../results/folders.ts";
import type { Area, Community, Results } from "../results/results.ts";
import type { Breakdown } from "./breakdown.ts";

/** Where in the report an area's page stands, and a community's. */
export const areaPath = (results: Pick<Results, "place">, { slug }: Pick<Area, "slug">): string =>
  `${areaFolder(results)}/${slug}.html`;
export const communityPath = ({ id }: Pick<Community, "id">): string => `communities/${id}.html`;

/** The page of a group that has one, by its path in the report: an area's or a community's. */
export function pageOf({ results, dimension }: Pick<Breakdown, "results" | "dimension">, id: string): string | null {
  const area = results.areas.find((one) => one.dimension === dimension.id && one.group === id);
  if (area !== undefined) return areaPath(results, area);
  const community = results.communities.find(({ groups }) =>
    groups.some((one) => one.dimension === dimension.id && one.group === id),
  );
  return community === undefined ? null : communityPath(community);
}
