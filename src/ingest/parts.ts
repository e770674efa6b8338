import type { Dataset } from "../define/dataset.ts";
import { datasetsNamed } from "../define/datasets-named.ts";
import type { Defined, Definitions } from "../define/definitions.ts";
import { isOfAreas } from "../define/dimension-types.ts";
import type { Indicator } from "../define/indicator.ts";
import type { Dimension } from "../define/project.ts";
import type { YamlFile } from "../define/yaml-file.ts";
import type { Ingested } from "./ingest.ts";
import { inLookupOrder } from "./lookups.ts";

/** Something of a project that is read by itself, with all that it is read from. */
export type Part = { id: string; datasets: readonly Defined<Dataset>[]; dimensions: readonly Dimension[] } & (
  | { kind: "dataset"; of: Dataset }
  | { kind: "dimension"; of: Dimension }
  | { kind: "indicator"; of: Indicator }
);

type Kind = Part["kind"];

/** Every dataset, dimension and indicator of a project, in their order. */
export function partsOf({ project, datasets, indicators }: Definitions): Part[] {
  const { dimensions } = project.value;
  const behind = (ids: readonly string[]): Defined<Dataset>[] =>
    inLookupOrder(
      datasets.filter(({ value }) => ids.includes(value.id)),
      datasets,
    );
  return [
    ...datasets.map(
      ({ value }): Part => ({ kind: "dataset", id: value.id, of: value, datasets: behind([value.id]), dimensions: [] }),
    ),
    ...dimensions.map(
      (of): Part => ({ kind: "dimension", id: of.id, of, datasets: behind(datasetsOf(of)), dimensions: [of] }),
    ),
    ...indicators.map(({ value }): Part => {
      const by = dimensions.filter(({ id }) => value.dimensions.some(({ dimension }) => dimension === id));
      const ids = [...datasetsNamed(value), ...by.flatMap(datasetsOf)];
      return { kind: "indicator", id: value.id, of: value, datasets: behind(ids), dimensions: by };
    }),
  ];
}

const datasetsOf = (dimension: Dimension): string[] => [
  ...("areas" in dimension ? [dimension.areas.dataset] : []),
  ...(isOfAreas(dimension) ? dimension.context.map(({ dataset }) => dataset) : []),
  ...(isOfAreas(dimension) && dimension.postcodes ? [dimension.postcodes.dataset] : []),
];

/** A project of which nothing is left but some parts, and what these are read from. */
export function onlyParts(definitions: Definitions, parts: readonly Part[]): Definitions {
  const { project, datasets, indicators } = definitions;
  const isOf = (kind: Kind, id: string): boolean => parts.some((part) => part.kind === kind && part.id === id);
  const all = [...project.value.dimensions.entries()];
  const kept = all.filter(([, one]) => parts.some(({ dimensions }) => dimensions.includes(one)));
  // What is added to the dimensions of a project stands in its file at no place, behind them all.
  const placeOf = (index: number): number => kept[index]?.[0] ?? all.length + index - kept.length;
  return {
    ...definitions,
    project: {
      yaml: { ...project.yaml, where: whereOf(project.yaml, placeOf) },
      value: { ...project.value, dimensions: kept.map(([, dimension]) => dimension) },
    },
    datasets: datasets.filter((one) => parts.some((part) => part.datasets.includes(one))),
    indicators: indicators.filter(({ value }) => isOf("indicator", value.id)),
  };
}

/** Positions in the project's file, where each dimension stands at its own place still. */
const whereOf =
  ({ where }: YamlFile, placeOf: (index: number) => number): YamlFile["where"] =>
  (path) => {
    const [first, index, ...rest] = path;
    return where(first === "dimensions" && typeof index === "number" ? [first, placeOf(index), ...rest] : path);
  };

/** What has been read, but for what is no data. */
export type Read = Omit<Ingested, "elsewhere">;

/** What the names of each map of figures begin with. */
const kinds = {
  ...{ rows: "dataset", reading: "dataset", inputs: "dataset", sizes: "dataset" },
  ...{ groups: "dimension", areas: "dimension", postcodes: "dimension" },
  ...{ observations: "indicator", overall: "indicator", periods: "indicator", bands: "indicator" },
  ...{ areaFigures: "indicator", together: "indicator", placesFound: "indicator" },
  ...{ publishedGaps: "indicator", publishedElsewhere: "indicator" },
} as const satisfies Record<keyof Read, Kind>;

/** The id of the part that a name begins with: what is made beside it goes on with a sign that no id holds. */
const ownerOf = (name: string): string => /^[^/~@]*/.exec(name)![0];

/** What was read at once, or at several times: of each part as the last that has it. Parts stand in the order of the project. */
export function joined(parts: readonly Part[], made: readonly Read[]): Read {
  const places = new Map(parts.map(({ kind, id }, place) => [`${kind}/${id}`, place]));
  const whole = Object.entries(kinds).map(([map, kind]) => {
    const placeOf = (name: string): number | undefined => places.get(`${kind}/${ownerOf(name)}`);
    const entries = made.flatMap((one) => [...(one[map as keyof Read] as ReadonlyMap<string, unknown>)]);
    const named = [...new Map(entries)].filter(([name]) => placeOf(name) !== undefined);
    return [map, new Map(named.sort(([a], [b]) => placeOf(a)! - placeOf(b)! || (a < b ? -1 : 1)))];
  });
  return Object.fromEntries(whole) as Read;
}
