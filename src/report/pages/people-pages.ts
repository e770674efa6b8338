import type { DrawnChart } from "../../charts/chart.ts";
import { communityPath, wardPath } from "../../narrate/page-of.ts";
import { areaPage } from "./area-page.tsx";
import { communitiesPage } from "./communities-page.tsx";
import { communityPage } from "./community-page.tsx";
import type { Place } from "./layout.tsx";
import { areaProfiles, communityProfiles } from "./profiles.ts";

/** The pages of communities and areas, and the one that leads to them; none where a project has neither. */
export function peoplePages(
  place: Place,
  below: Place,
  charts: ReadonlyMap<string, DrawnChart>,
): { path: string; content: string }[] {
  const communities = communityProfiles(place.results);
  const areas = areaProfiles(place.results);
  if (communities.length + areas.length === 0) return [];
  return [
    { path: "report/communities.html", content: communitiesPage(place, communities, areas) },
    ...communities.map(({ community, profile }) => ({
      path: `report/${communityPath(community)}`,
      content: communityPage(below, community, profile),
    })),
    ...areas.map((one) => ({
      path: `report/${wardPath(one.area)}`,
      content: areaPage(below, one, charts.get(one.area.slug) ?? null),
    })),
  ];
}
