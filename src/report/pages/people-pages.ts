import type { DrawnChart } from "../../charts/chart.ts";
import type { Page, Place } from "../page.ts";
import { areaPage } from "./area-page.tsx";
import { communitiesPage } from "./communities-page.tsx";
import { communityPage } from "./community-page.tsx";
import { areaProfiles, communityProfiles } from "./profiles.ts";

/** The pages of communities and areas, and the one that leads to them; none where a project has neither. */
export function peoplePages(place: Place, below: Place, charts: ReadonlyMap<string, DrawnChart>): Page[] {
  const communities = communityProfiles(place.results);
  const areas = areaProfiles(place.results);
  if (communities.length + areas.length === 0) return [];
  return [
    communitiesPage(place, communities, areas),
    ...communities.map(({ community, profile }) => communityPage(below, community, profile)),
    ...areas.map((one) => areaPage(below, one, charts.get(one.area.slug) ?? null)),
  ];
}
