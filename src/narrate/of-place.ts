import { type Breakdown, groupPhrase } from "./breakdown.ts";

/** Figures of another place than that of the report name it wherever they stand beside the report's own. */

/** Where a group is, with the place that its figure is of where that is another than the report's. */
export const whereIn = (b: Breakdown, where: string): string =>
  b.indicator.place === null ? where : b.say.people.inPlace(where, b.indicator.place);

export const groupWhere = (b: Breakdown, id: string): string => whereIn(b, groupPhrase(b, id));

/** A topic by its title, and by whom it compares where those are other places beside the report's own. */
export const titleAmongPlaces = (b: Breakdown): string =>
  b.indicator.place === null && b.dimension.groups.some(({ label }) => label === b.results.place.name)
    ? b.say.people.ofPlace(b.indicator.title, b.dimension.title)
    : titleWithPlace(b);

/** A topic by its title, and by the place that it is of where that is another than the report's. */
export const titleWithPlace = ({ indicator: { title, place }, say }: Pick<Breakdown, "indicator" | "say">): string =>
  place === null ? title : say.people.ofPlace(title, place);
