import { assessSeries } from "../../src/assess/assess-series.ts";
import { dimensionResult } from "../../src/assess/dimension-result.ts";
import { judgeAll } from "../../src/assess/judge-all.ts";
import type { Indicator } from "../../src/define/indicator.ts";
import type { Dimension, Project } from "../../src/define/project.ts";
import { EDITION, type Figures, isMissing, type Observation } from "../../src/model.ts";
import type {
  DimensionResult,
  IndicatorResult,
  PeriodResult,
  PublishedDimension,
  Results,
} from "../../src/results/results.ts";

/** Numerator, null where the source leaves it out, and denominator of a group; "" is the people without a recorded group. */
export type Cells = Record<string, readonly [number | null, number]>;

export interface City {
  dimensions: PublishedDimension[];
  /** Cells by period and dimension. */
  tables: Record<string, Record<string, Cells>>;
  /** Published figure for everyone, by period; pooled from the groups where there is none. */
  everyone?: Record<string, readonly [number, number]>;
  kind?: "proportion" | "rate";
  threshold?: number | null;
  roundTo?: number | null;
}

export function dimension(
  id: string,
  by: PublishedDimension["by"],
  groups: readonly string[],
  members: Record<string, readonly string[]> = {},
): PublishedDimension {
  return {
    id,
    title: id,
    about: id,
    type: by === "quantiles" ? "ordered" : by === "pair" ? "pair" : "unordered",
    by,
    ranking: by === "quantiles" ? "local" : null,
    preposition: "in",
    characteristic: id === "sex" ? "sex" : null,
    map: null,
    rankings: [],
    groups: groups.map((name) => ({
      id: name,
      label: name.toUpperCase(),
      phrase: name,
      tile: null,
      shape: null,
      members: (members[name] ?? []).map((member) => member.toUpperCase()),
    })),
  };
}

/** Results as the build makes them, estimated, measured and judged from the cells of a city. */
export function cityResults({ dimensions, tables, everyone, kind = "proportion", ...policy }: City): Results {
  const statistic = { kind, numerator: "x", denominator: "n", per: 100, unit: "%" };
  const indicator = {
    statistic,
    better: "lower",
    periods: {},
    subjects: [],
    sentence: { events: false },
  } as unknown as Indicator;
  const assessed = dimensions.map((published) => {
    const { id, by, groups } = published;
    return assessSeries({
      indicator,
      dimension: { id, type: by, ordered: false, ranking: "local", made_of: [] } as unknown as Dimension,
      withEveryone: false,
      groups,
      observations: Object.entries(tables).flatMap(([label, table]) =>
        Object.entries(table[id] ?? {}).map(([group, cell]) => observation(label, group === "" ? null : group, cell)),
      ),
      everyone: Object.entries(everyone ?? {}).map(([label, cell]) => observation(label, null, cell)),
      standard: null,
      breaks: [],
      targets: [{ gap: "absolute" as const, value: 0, source: "target" }],
      published: null,
      together: 0,
      byArea: null,
      edition: EDITION,
      confidence: 0.95,
      materiality: 0,
      reliableDenominator: 0,
    });
  });
  const method = { edition: EDITION, confidence: 0.95, materiality: 0, same: 0.2, false_discovery_rate: 0.1 };
  const { judged } = judgeAll(assessed, method as Project["method"]);
  const results = assessed.map((one, i) => dimensionResult(one, judged[i]!, []));
  return resultsOf(
    {
      id: "poverty",
      title: "Poverty",
      question: "?",
      theme: "t",
      place: null,
      partOf: null,
      core: false,
      actions: [],
      better: "lower",
      kind,
      scale: kind === "proportion" ? "logit" : "log",
      per: 100,
      unit: "%",
      datasets: ["records", "wards"],
      sentence: { people: "people", state: "are poor", measure: "poverty", events: false },
      breaks: [],
      baseline: null,
      why: { denominator: null, baseline: null, dimensions: [] },
      caveats: [],
      commentary: null,
      dimensions: results,
    },
    dimensions,
    { threshold: policy.threshold === undefined ? 5 : policy.threshold, roundTo: policy.roundTo ?? null },
  );
}

export function resultsOf(
  indicator: IndicatorResult,
  dimensions: PublishedDimension[],
  policy: { threshold: number | null; roundTo: number | null },
): Results {
  const sex = indicator.dimensions.find((result) => result.dimension === "sex");
  return {
    format: "tempcheck.results.v1",
    title: "City",
    year: 2026,
    language: "en-GB",
    publisher: "City",
    contact: null,
    url: null,
    licence: { title: "Open Sample Licence", url: "https://example.org/licence" },
    place: { name: "City", code: null, people: "residents", areas: "wards" },
    method: {
      version: "2",
      confidence: 0.95,
      materiality: 0,
      same: 0.2,
      falseDiscoveryRate: 0.1,
      reliableDenominator: 0,
      headlineTests: 0,
    },
    disclosure: { ...policy, suppressed: 0 },
    themes: [],
    characteristics: [],
    comparators: null,
    dimensions,
    communities: [],
    areas: [],
    indicators: [indicator],
    dataGaps: [
      {
        indicator: indicator.id,
        cells: [
          {
            characteristic: "sex",
            state: "partly",
            dimensions: ["sex"],
            unrecordedShare: sex?.periods.at(-1)?.unrecorded?.share ?? null,
            why: null,
          },
        ],
      },
    ],
    sources: [],
  };
}

function observation(
  year: string,
  group: string | null,
  [numerator, denominator]: readonly [number | null, number],
): Observation {
  const blank = numerator === null ? { marker: "[x]", text: "Not available" } : null;
  const figures: Figures = {
    numerator,
    denominator,
    value: null,
    lower: null,
    upper: null,
    standardError: null,
    sd: null,
    count: null,
    weight: null,
  };
  return {
    period: { label: year, start: `${year}-01-01`, end: `${year}-12-31` },
    group,
    figures,
    bands: null,
    rows: 1,
    blank,
  };
}

/** Results of one table of men and women. */
export const sexOf = (tables: Record<string, Cells>): Results =>
  cityResults({
    dimensions: [dimension("sex", "pair", ["women", "men"])],
    tables: Object.fromEntries(Object.entries(tables).map(([period, sex]) => [period, { sex }])),
  });

/** Results of one table of three groups without order. */
export const groupsOf = (sex: Cells, more: Partial<City> = {}): Results =>
  cityResults({ dimensions: [dimension("sex", "groups", ["a", "b", "c"])], tables: { 2024: { sex } }, ...more });

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
