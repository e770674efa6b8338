import { sayIn } from "../../catalogue/say.ts";
import { areaDifferences } from "../../charts/area-differences.ts";
import type { Chart } from "../../charts/chart.ts";
import { areaProfile, communityProfile } from "../../narrate/standing.ts";
import type { Publishable } from "../../results/results.ts";
import type { AreaProfile } from "./area-page.tsx";
import type { CommunityProfile } from "./communities-page.tsx";

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
