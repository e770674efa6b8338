import type { Fault } from "../error.ts";
import { isCovered } from "./area-pages.ts";
import { columnFaults, columnsOf, listed } from "./columns.ts";
import type { Defined, Definitions } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import { namesOf } from "./narrow-to-place.ts";

/** Faults of a project of several places, and of keys that only such a project has. */
export function placeFaults(definitions: Definitions): Fault[] {
  const { project, indicators } = definitions;
  const isOfPlaces = project.value.places !== undefined;
  return [
    ...columnsKnown(definitions),
    ...indicators.flatMap((one) => (isOfPlaces ? ofSeveral(one) : ofOne(one))),
    ...(isOfPlaces ? [...oneAnother(definitions), ...nothingToldTwice(definitions), ...unsaidOf(definitions)] : []),
  ];
}

/** Columns of places by the dataset that must have them. */
function columnsKnown({ project, indicators, datasets }: Definitions): Fault[] {
  const known = (id: string, column: string | undefined, where: Fault["where"]): Fault[] => {
    const dataset = datasets.find(({ value }) => value.id === id)?.value;
    return dataset === undefined
      ? []
      : columnFaults(where, column, { columns: columnsOf(dataset, datasets), dataset: id });
  };
  return [
    ...indicators.flatMap(({ value, yaml }) => [
      ...known(value.dataset, value.places, yaml.where(["places"])),
      ...value.published_gaps.flatMap((gap, i) =>
        known(gap.dataset, gap.places, yaml.where(["published_gaps", i, "places"])),
      ),
    ]),
    ...project.value.dimensions.flatMap((dimension, i) => {
      if (!("areas" in dimension) || dimension.areas.places === undefined) return [];
      const where = project.yaml.where(["dimensions", i, "areas", "places"]);
      return [
        ...known(dimension.areas.dataset, dimension.areas.places, where),
        ...(project.value.places === undefined ? [needless(where)] : []),
      ];
    }),
  ];
}

const needless = (where: Fault["where"]): Fault => ({
  where,
  must: "the places that a report is made for stand in tempcheck.yaml",
  found: "no places there",
  fix: "add places with about and each, or take the key out",
});

const ofOne = ({ value, yaml }: Defined<Indicator>): Fault[] => [
  ...(value.places === undefined ? [] : [needless(yaml.where(["places"]))]),
  ...value.published_gaps.flatMap(({ places }, i) =>
    places === undefined ? [] : [needless(yaml.where(["published_gaps", i, "places"]))],
  ),
];

/** An indicator is of each place by itself, or says whose figures it has. */
function ofSeveral({ value, yaml }: Defined<Indicator>): Fault[] {
  const { places, place, where, overall, published_gaps } = value;
  if (places === undefined)
    return place === undefined
      ? [
          {
            where: yaml.where([]),
            must: "figures of one place of the project, or words for what they are of",
            found: "neither places nor place",
            fix: "add places, the column that says which place a row is of; or place, where the figures are the same in every report",
          },
        ]
      : [];
  const twice = [
    { filter: where, path: ["where", places] },
    { filter: overall?.where, path: ["overall", "where", places] },
  ].filter(({ filter }) => filter !== undefined && Object.hasOwn(filter, places));
  return [
    ...(place === undefined
      ? []
      : [
          {
            where: yaml.where(["place"]),
            must: "places or place: the figures are of each place, or of something else",
            found: "both",
            fix: "take one out",
          },
        ]),
    ...twice.map(({ path }) => ({
      where: yaml.where(path),
      must: "no filter on the column of places: each report keeps the rows of its own",
      found: `${places}, which places names`,
      fix: "take it out of the filter",
    })),
    ...published_gaps.flatMap(({ places: column }, i) =>
      column === undefined
        ? [
            {
              where: yaml.where(["published_gaps", i]),
              must: "published gaps of each place by itself, as the figures beside them are",
              found: "no places",
              fix: "add places, the column that says which place a row is of",
            },
          ]
        : [],
    ),
  ];
}

/** Places that have rows in common would be compared with themselves. */
function oneAnother({ project: { value, yaml }, indicators }: Definitions): Fault[] {
  const { each } = value.places!;
  return [
    ...each.flatMap((place, i) => {
      const names = namesOf(place);
      const other = each.slice(0, i).find((one) => namesOf(one).some((name) => names.includes(name)));
      return other === undefined
        ? []
        : [
            {
              where: yaml.where(["places", "each", i]),
              must: "places that have no rows in common",
              found: `${listed(
                names.filter((name) => namesOf(other).includes(name)),
                "and",
              )}, which ${other.id} has too`,
              fix: "mend match, or take one of them out",
            },
          ];
    }),
    ...(indicators.some(({ value: { places } }) => places !== undefined)
      ? []
      : [
          {
            where: yaml.where(["places"]),
            must: "some indicator has figures of each place",
            found: "no indicator with places",
            fix: "add places to an indicator: the column that says which place a row is of",
          },
        ]),
  ];
}

/**
 * Each report holds back by itself. What is held back in one place must not follow from the others and from all of them
 * together, so a dataset that the policy covers is told by one column of places, and by nothing else.
 */
function nothingToldTwice({ project, indicators }: Definitions): Fault[] {
  const { covers, threshold, round_to } = project.value.disclosure;
  if (threshold === null && round_to === null) return [];
  const covered = indicators.filter(({ value }) => isCovered(covers, value.dataset));
  return covered.flatMap(({ value, yaml }, i) => {
    const other = covered
      .slice(0, i)
      .find(({ value: one }) => one.dataset === value.dataset && one.places !== value.places);
    return other === undefined
      ? []
      : [
          {
            where: yaml.where(value.places === undefined ? [] : ["places"]),
            must: `figures of ${value.dataset} by one column of places, because the disclosure policy covers it: a total of several places gives away what one of them holds back`,
            found: `${value.places ?? "none"}, and ${other.value.places ?? "none"} in ${other.value.id}`,
            fix: "take one of the indicators out, or name the same column",
          },
        ];
  });
}

/** What people say of figures is said of one place. */
const unsaidOf = ({ commentaries }: Definitions): Fault[] =>
  commentaries.map(({ yaml }) => ({
    where: { file: yaml.file },
    must: "no commentary in a project of several places: it would stand in the report of each, whoever it speaks of",
    found: "a commentary",
    fix: "take the file away",
  }));
