import { sayIn } from "../catalogue/say.ts";
import type { Area, Community, Publishable } from "../results/results.ts";
import { areaProfile, communityProfile, type Profile } from "./standing.ts";

export interface CommunityProfile {
  community: Community;
  profile: Profile;
}

export interface AreaProfile {
  area: Area;
  name: string;
  /** What one area is called: ward. */
  one: string;
  profile: Profile;
}

/** What the report can say of every community. */
export const communityProfiles = (results: Publishable): CommunityProfile[] =>
  results.communities.map((community) => ({ community, profile: communityProfile(results, community) }));

/** What the report can say of every area. */
export const areaProfiles = (results: Publishable): AreaProfile[] =>
  results.areas.map((area) => {
    const dimension = results.dimensions.find(({ id }) => id === area.dimension);
    const label = dimension?.groups.find(({ id }) => id === area.group)?.label;
    if (dimension === undefined || label === undefined)
      throw new Error(`${area.dimension} ${area.group}: an area with a page must be a group of its dimension`);
    return { area, name: label, one: sayIn(results).within(dimension.title), profile: areaProfile(results, area) };
  });
