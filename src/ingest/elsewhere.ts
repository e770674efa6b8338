import { z } from "zod";
import type { Dataset } from "../define/dataset.ts";
import type { Defined, Definitions } from "../define/definitions.ts";
import { isOfPeople } from "../define/dimension-types.ts";
import type { Indicator } from "../define/indicator.ts";
import type { Observation } from "../model.ts";
import { refuse } from "./collect.ts";
import { filterSql } from "./filter.ts";
import { groupTable } from "./groups.ts";
import type { Database } from "./port.ts";
import { literal, ofData, query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";

/** No id holds this sign, so that what is made here is never something else's. It parts a place from a group. */
const SIGN = "@";
const EVERYONE = "everyone";

/** Figures of one breakdown in other places, by place. */
export interface Elsewhere {
  groups: readonly Observation[];
  everyone: readonly Observation[];
}

/** Other places of which indicators have rows, by indicator; a place comes once for each breakdown. */
export type PlacesFound = Map<string, readonly string[]>;

/** One breakdown of an indicator in all other places, as an indicator with a dataset of its own. */
interface Asked {
  indicator: Defined<Indicator>;
  dataset: Defined<Dataset>;
}

const placeRow = z.strictObject({ place: z.string() });

const idOf = (indicator: string, dimension: string | null): string => [indicator, dimension ?? EVERYONE].join(SIGN);

/**
 * Every breakdown of the indicators that have comparators, in all other places at once: its groups are those of every
 * place. Areas lie in the place itself, and have no figures elsewhere. Each place must be found by one of them, or have
 * been found by some other indicator. Gives the places of each indicator too.
 */
export async function askElsewhere(
  { project, indicators, datasets }: Definitions,
  database: Database,
  alreadyFound: PlacesFound,
): Promise<{ asked: Asked[]; placesFound: PlacesFound }> {
  const places = project.value.comparators?.places ?? [];
  const names = places.flatMap(({ id, title, match }) =>
    (match ?? [title]).map((name) => `(${literal(id)}, ${literal(name)})`),
  );
  const asking: Promise<{ of: string; asked: Asked; found: string[] }>[] = [];
  for (const indicator of indicators) {
    const { comparators: column, dimensions, overall, ...own } = indicator.value;
    if (column === undefined || names.length === 0) continue;
    const { [column]: _, ...others } = own.where ?? {};
    const dataset = datasets.find(({ value }) => value.id === own.dataset)!;
    const ask = async (dimension: string | null, cell: string, where: string, path: PropertyKey[]) => {
      const id = idOf(own.id, dimension);
      const parts = { places: names.join(", "), table: quoted(dataTable(id)), at: quoted(SIGN), cell, where };
      const source = { source: quoted(dataTable(own.dataset)), place: quoted(column) };
      await database.run(query("rows-elsewhere", { ...parts, ...source }));
      const groups =
        dimension === null
          ? `(select ${literal(EVERYONE)} as value, ${literal(EVERYONE)} as group_id, 0 as position, 'group' as standing)`
          : quoted(groupTable(dimension));
      await database.run(query("groups-elsewhere", { ...parts, table: quoted(groupTable(id)), groups }));
      const rows = await database.rows(query("places-elsewhere", parts), {}, placeRow);
      return { of: own.id, asked: inPlaces(indicator, dataset, id, path), found: rows.map(({ place }) => place) };
    };
    for (const [index, { dimension, column: own, where, with_everyone }] of dimensions.entries()) {
      const declared = project.value.dimensions.find(({ id }) => id === dimension)!;
      if (!isOfPeople(declared)) continue;
      const kept = [
        filterSql({ ...others, ...where }),
        ...(overall && !with_everyone ? [`(${filterSql(overall.where)}) is not true`] : []),
      ];
      const cell = `cast(${ofData(own as string)} as VARCHAR)`;
      asking.push(ask(dimension, cell, kept.join(" and "), ["dimensions", index]));
    }
    if (overall) asking.push(ask(null, literal(EVERYONE), filterSql({ ...others, ...overall.where }), ["overall"]));
  }
  const answers = await Promise.all(asking);
  const placesFound: PlacesFound = new Map();
  for (const { of, found } of answers) placesFound.set(of, [...(placesFound.get(of) ?? []), ...found]);
  refuseUnfound(project, new Map([...alreadyFound, ...placesFound]));
  return { asked: answers.flatMap(({ asked, found }) => (found.length > 0 ? [asked] : [])), placesFound };
}

/** Refuses other places of which no indicator has rows. */
export function refuseUnfound({ value, yaml }: Definitions["project"], found: PlacesFound): void {
  const known = new Set([...found.values()].flat());
  const places = value.comparators?.places ?? [];
  refuse(
    places.flatMap(({ id, title, match }, i) =>
      known.has(id)
        ? []
        : [
            {
              where: yaml.where(["comparators", "places", i]),
              must: "some indicator with comparators has rows of each place",
              found: `none has rows of ${(match ?? [title]).join(" or ")}`,
              fix: "mend match, or take the place out",
            },
          ],
    ),
  );
}

/** The same indicator with the rows of other places. Its gap alone is shown, so nothing is compared over time. */
function inPlaces(
  { value, yaml }: Defined<Indicator>,
  dataset: Defined<Dataset>,
  id: string,
  path: PropertyKey[],
): Asked {
  const { baseline: _, ...periods } = value.periods;
  return {
    indicator: {
      value: {
        ...value,
        ...{ id, dataset: id, periods, where: undefined, overall: undefined, breaks: [] },
        dimensions: [
          { dimension: id, column: SIGN, ...{ with_everyone: false, funnel: false, smooth: false, decompose: false } },
        ],
      },
      yaml: { ...yaml, where: ([first, ...rest]) => yaml.where(first === "dimensions" ? path : [first!, ...rest]) },
    },
    dataset: {
      ...dataset,
      value: { ...dataset.value, id, columns: { ...dataset.value.columns, [SIGN]: { type: "text", blanks: {} } } },
    },
  };
}

/** What was observed elsewhere, by indicator, dimension and place. */
export function readElsewhere(
  observationsOf: (indicator: string, dimension: string) => readonly Observation[],
): (indicator: string, dimension: string, place: string) => Elsewhere | null {
  const read = new Map<string, ReadonlyMap<string, Observation[]>>();
  const at = (of: string, dimension: string | null, place: string): Observation[] => {
    const id = idOf(of, dimension);
    const known = read.get(id) ?? byPlace(observationsOf(id, id), dimension);
    read.set(id, known);
    return known.get(place) ?? [];
  };
  return (indicator, dimension, place) => {
    const groups = at(indicator, dimension, place);
    return groups.length === 0 ? null : { groups, everyone: at(indicator, null, place) };
  };
}

/** The same figures without the place in the names of groups, by place. */
function byPlace(observations: readonly Observation[], dimension: string | null): Map<string, Observation[]> {
  const places = new Map<string, Observation[]>();
  for (const one of observations) {
    const [place, group] = one.group?.split(SIGN) ?? [];
    if (place === undefined || group === undefined) continue;
    const own = places.get(place) ?? [];
    own.push({ ...one, group: dimension === null ? null : group });
    places.set(place, own);
  }
  return places;
}
