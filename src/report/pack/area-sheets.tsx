import type { Say } from "../../catalogue/say.ts";
import type { AreaProfile } from "../../narrate/profiles.ts";
import type { Place } from "../page.ts";
import { AreaSheet } from "../pages/area-page.tsx";
import type { Sheets } from "./sheets.tsx";

/** A page for each area: how it stands, among its neighbours, and who lives there. */
export function areaSheets(place: Place, areas: readonly AreaProfile[], { paper }: Say): Sheets {
  const { results } = place;
  const year = String(results.year);
  return {
    title: paper.areasTitle(results.title, year, results.place.areas),
    description: paper.description(results.title),
    sheets: areas.map((one) => ({
      key: one.area.slug,
      content: <AreaSheet place={place} one={one} />,
    })),
  };
}
