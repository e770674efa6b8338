import { areaProfiles, communityProfiles } from "../../narrate/profiles.ts";
import type { Page, Place } from "../page.ts";
import { areaPage } from "./area-page.tsx";
import { communitiesPage } from "./communities-page.tsx";
import { communityPage } from "./community-page.tsx";

/** The pages of communities and areas, and the one that leads to them; none where a project has neither. */
export function peoplePages(place: Place, below: Place): Page[] {
  const communities = communityProfiles(place.results);
  const areas = areaProfiles(place.results);
  if (communities.length + areas.length === 0) return [];
  return [
    communitiesPage(place, communities, areas),
    ...communities.map(({ community, profile }) => communityPage(below, community, profile)),
    ...areas.map((one) => areaPage(below, one)),
  ];
}
