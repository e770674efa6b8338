import { assess } from "../../src/assess/assess.ts";
import { coveredIndicators } from "../../src/assess/covered-indicators.ts";
import type { Earlier } from "../../src/assess/printed-counts.ts";
import { datasetSchema } from "../../src/define/dataset.ts";
import type { Definitions } from "../../src/define/definitions.ts";
import { noFrame } from "../../src/define/frame-files.ts";
import { indicatorSchema } from "../../src/define/indicator.ts";
import { projectSchema } from "../../src/define/project.ts";
import { loadSolver } from "../../src/disclose/solver.ts";
import type { GroupedDimension } from "../../src/ingest/grouping.ts";
import type { Ingested } from "../../src/ingest/ingest.ts";
import { seriesKey } from "../../src/ingest/observations.ts";
import { noFigures, type Observation } from "../../src/model.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type {
  DimensionResult,
  PeriodResult,
  Publishable,
  PublishedDimension,
  Results,
} from "../../src/results/results.ts";

export const solver = await loadSolver();

/** Numerator, null where the source leaves it out, and denominator of a group; "" is the people without a recorded group. */
export type Cells = Record<string, readonly [number | null, number]>;

export interface City {
  dimensions: readonly CityDimension[];
  /** Cells by period and dimension. */
  tables: Record<string, Record<string, Cells>>;
  /** Published figure for everyone, by period; pooled from the groups where there is none. */
  everyone?: Record<string, readonly [number, number]>;
  kind?: "proportion" | "rate";
  threshold?: number | null;
  roundTo?: number | null;
  covers?: "all" | "none" | string[];
}

/** A dimension of a city: groups of people, a pair, the areas themselves, or sets of areas from the worst-off on. */
export interface CityDimension {
  id: string;
  by: PublishedDimension["by"];
  groups: readonly string[];
  members: Record<string, readonly string[]>;
}

export const dimension = (
  id: string,
  by: PublishedDimension["by"],
  groups: readonly string[],
  members: Record<string, readonly string[]> = {},
): CityDimension => ({ id, by, groups, members });

const named = (ids: readonly string[]) => ids.map((id) => ({ id, label: id.toUpperCase(), phrase: id }));
const areas = { dataset: "wards", key: "code", label: "code" };
const yaml = { file: "city.yaml", where: () => ({ file: "city.yaml" }) };

const declared = ({ id, by, groups }: CityDimension) => {
  const common = { id, title: id, about: id, ...(id === "sex" ? { characteristic: "sex" } : {}) };
  switch (by) {
    case "areas":
      return { ...common, type: by, areas };
    case "quantiles":
      return {
        ...common,
        ...{ type: by, areas, ranking: "local", cut: "equal-count", score: "score" },
        groups: named(groups),
      };
    case "groups":
      return { ...common, type: by, ordered: false, groups: named(groups) };
    case "pair":
      return { ...common, type: by, groups: named(groups) };
  }
};

const dataset = (id: string) => ({
  yaml,
  value: {
    ...datasetSchema.parse({
      ...{ title: id, publisher: "City", licence: "Open", page: "https://example.org/", period: "2024" },
      ...{ received: "2024-01-01", changes: "none" },
      files: [{ path: "a.csv", sha256: "0".repeat(64) }],
      format: { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8", header_row: 1 },
      columns: { code: { type: "text" }, x: { type: "integer" }, n: { type: "integer" } },
      facts: { rows: 1, unique: ["code"] },
    }),
    ...{ id, folder: `data-raw/${id}` },
  },
});

/** What a build reads and declares of a city: one indicator, poverty, broken down by its dimensions. */
export function read(city: City): { definitions: Definitions; ingested: Ingested } {
  const { dimensions, kind = "proportion", threshold = 5, roundTo = null, covers = "all" } = city;
  const project = projectSchema.parse({
    ...{ title: "City", year: 2026, publisher: "City" },
    place: { name: "City", people: "residents", areas: "wards" },
    themes: [{ id: "t", title: "T" }],
    characteristics: [{ id: "sex", title: "Sex" }],
    dimensions: dimensions.map(declared),
    method: { reliable_denominator: 0 },
    disclosure: { threshold, round_to: roundTo, covers },
  });
  const poverty = indicatorSchema.parse({
    ...{ title: "Poverty", question: "How many are poor?", theme: "t", dataset: "records" },
    statistic: { kind, numerator: "x", denominator: "n", per: 100, unit: "%" },
    better: "lower",
    sentence: { people: "people", state: "are poor", measure: "poverty" },
    periods: { column: "year", unit: "calendar-year" },
    dimensions: dimensions.map(({ id, by }) => ({
      dimension: id,
      ...(by === "groups" || by === "pair" ? { column: "group" } : {}),
    })),
  });
  const definitions: Definitions = {
    ...{
      root: ".",
      commentaries: [],
      programmes: [],
      stories: [],
      ...noFrame,
      records: new Map(),
      files: [],
      shapes: [],
    },
    project: { value: project, yaml },
    indicators: [{ value: { ...poverty, id: "poverty" }, yaml }],
    datasets: [dataset("records"), dataset("wards")],
  };
  return { definitions, ingested: ingestedOf(city) };
}

function ingestedOf({ dimensions, tables, everyone = {} }: City): Ingested {
  const rows = (id: string): Observation[] =>
    Object.entries(tables).flatMap(([label, table]) =>
      Object.entries(table[id] ?? {}).map(([group, cell]) => observation(label, group === "" ? null : group, cell)),
    );
  const all = Object.entries(everyone).map(([label, cell]) => observation(label, null, cell));
  const none = new Map();
  return {
    groups: new Map(dimensions.map((one) => [one.id, grouped(one)])),
    observations: new Map(dimensions.map(({ id }) => [seriesKey("poverty", id), rows(id)])),
    overall: new Map(all.length > 0 ? [["poverty", all]] : []),
    ...{ periods: none, areaFigures: none, bands: none, publishedGaps: none, publishedElsewhere: none, rows: none },
    together: none,
    postcodes: none,
    areas: new Map(dimensions.map(({ id }) => [id, { population: new Map(), context: [] }])),
    reading: new Map(),
    elsewhere: () => null,
    inputs: new Map(),
    sizes: new Map(),
    placesFound: new Map(),
  };
}

const grouped = ({ id, by, groups, members }: CityDimension): GroupedDimension => ({
  ...{ id, together: 0 },
  groups: named(groups).map((group) => {
    const codes = by === "areas" ? [group.id] : (members[group.id] ?? []);
    return {
      ...{ ...group, tile: null, shape: null, codes: [...codes], populations: codes.map(() => 1), areas: null },
      members: by === "quantiles" ? codes.map((code) => code.toUpperCase()) : [],
    };
  }),
});

/** Results as a build publishes them. */
export function published(city: City, earlier: Earlier = () => null): Publishable {
  const { definitions, ingested } = read(city);
  const closing = coveredIndicators(definitions).length === 0 ? null : { solver, earlier };
  return assess(definitions, ingested, 2026, { log: () => {}, closing }).results;
}

/** The same without any policy. */
export const uncoveredResults = (city: City): Publishable => published({ ...city, covers: "none" });

function observation(
  year: string,
  group: string | null,
  [numerator, denominator]: readonly [number | null, number],
): Observation {
  const span = /^(\d{4})(?:-(\d\d))?$/.exec(year)!;
  const end = span[2] === undefined ? year : `${year.slice(0, 2)}${span[2]}`;
  return {
    period: { label: year, start: `${span[1]}-01-01`, end: `${end}-12-31` },
    group,
    figures: { ...noFigures, numerator, denominator },
    bands: null,
    rows: 1,
    blank: numerator === null ? { marker: "[x]", text: "Not available" } : null,
  };
}

/** One table of men and women. */
export const sexOf = (tables: Record<string, Cells>, more: Partial<City> = {}): City => ({
  dimensions: [dimension("sex", "pair", ["women", "men"])],
  tables: Object.fromEntries(Object.entries(tables).map(([period, sex]) => [period, { sex }])),
  ...more,
});

/** One table of three groups without order. */
export const groupsOf = (sex: Cells, more: Partial<City> = {}): City => ({
  dimensions: [dimension("sex", "groups", ["a", "b", "c"])],
  tables: { 2024: { sex } },
  ...more,
});

export const first = ({ indicators }: Results): DimensionResult => indicators[0]!.dimensions[0]!;
export const latest = (results: Results): PeriodResult => first(results).periods.at(-1)!;
export const shown = (results: Results): (number | null)[][] =>
  latest(results).groups.map(({ numerator, denominator }) => [numerator, denominator]);
export const reason = (outcome: object): string | null => (isMissing(outcome) ? outcome.reason : null);

/** Withheld groups of all tables of all periods, as dimension/group. */
export const withheldGroups = (results: Results): string[] =>
  results.indicators[0]!.dimensions.flatMap(({ dimension: table, periods }) =>
    periods.flatMap(({ groups }) => groups.filter(({ marker }) => marker === "[c]").map(({ id }) => `${table}/${id}`)),
  );
