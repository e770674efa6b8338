import type { Defined, Definitions } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import type { OnePlace } from "./project.ts";
import type { RowFilter } from "./schema.ts";

/** How datasets call a place. */
export const namesOf = ({ name, match }: OnePlace): string[] => match ?? [name];

/**
 * What a project of several places declares for one of them: the same definitions, with the rows of the place alone. What
 * is made of them knows nothing of the other places.
 */
export function ofPlace(definitions: Definitions, place: OnePlace): Definitions {
  const { project } = definitions;
  const { title, place: whole, url } = project.value;
  const names = namesOf(place);
  const own = narrowTo(names);
  return {
    ...definitions,
    place: { id: place.id, names, whole: whole.name },
    project: {
      ...project,
      value: {
        ...project.value,
        title: place.title ?? `${title}: ${place.name}`,
        place: {
          name: place.name,
          code: place.code,
          people: place.people ?? whole.people,
          areas: place.areas ?? whole.areas,
        },
        url: url === undefined ? undefined : `${url}${place.id}/`,
      },
    },
    indicators: definitions.indicators.map((indicator) => ownRows(indicator, own)),
  };
}

type Narrow = (where: RowFilter | undefined, column: string | undefined) => RowFilter | undefined;

const narrowTo =
  (names: string[]): Narrow =>
  (where, column) =>
    column === undefined ? where : { ...where, [column]: names };

const ownRows = ({ value, yaml }: Defined<Indicator>, own: Narrow): Defined<Indicator> => ({
  value: {
    ...value,
    where: own(value.where, value.places),
    published_gaps: value.published_gaps.map((gap) => ({ ...gap, where: own(gap.where, gap.places) })),
  },
  yaml: {
    ...yaml,
    // The column of places stands under its own key.
    where: (path) => yaml.where(isOfPlaces(value, path) ? ["places"] : path),
  },
});

const isOfPlaces = ({ where, places }: Indicator, [first, column]: readonly PropertyKey[]): boolean =>
  places !== undefined && first === "where" && (column === places || where === undefined);
