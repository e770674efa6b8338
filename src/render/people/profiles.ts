import type { Publishable } from "../../disclose/publishable.ts";
import { areaDifferences } from "../charts/area-differences.ts";
import type { Chart } from "../charts/chart.ts";
import type { AreaProfile } from "../pages/area.tsx";
import type { CommunityProfile } from "../pages/communities.tsx";
import { sayIn } from "../say.ts";
import { areaProfile, communityProfile } from "./standing.ts";

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

/** The charts on the pages of areas. */
export const areaCharts = (results: Publishable): { slug: string; chart: Chart }[] =>
  areaProfiles(results).flatMap(({ area: { slug }, name, one, profile }) => {
    const chart = areaDifferences(profile, { name, slug, one });
    return chart === null ? [] : [{ slug, chart }];
  });
