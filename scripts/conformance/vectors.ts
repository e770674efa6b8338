/**
 * Writes conformance/vectors/: questions with answers that other programs gave. They come from tests/golden/ (R packages and
 * independent programs), from scripts/oracle/ (the second implementation) and, where the text of the method alone decides,
 * from it. Nothing here may import from src/.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Gap, gapsOf } from "../oracle/gaps.ts";
import { judge } from "../oracle/judge.ts";
import { supporting } from "../oracle/supporting.ts";
import { family, type Made, scenarios as madeScenarios } from "./made-up.ts";
import { type GivenGroup, seriesOf } from "./series.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const golden = (name: string) => JSON.parse(readFileSync(join(root, "tests/golden", name), "utf8"));

type Tolerance = { relative: number; absolute: number; keys?: Record<string, number> };
type Check = { section: string; at: (string | number)[]; expected: unknown; tolerance: Tolerance; source: string };
type Vector = {
  id: string;
  ask: "estimate" | "measure" | "judge";
  levels?: number[];
  request: unknown;
  checks: Check[];
};

const closed: Tolerance = { relative: 1e-9, absolute: 1e-12 };
/** Numerical slopes, root finding and restricted likelihood end a little earlier than closed forms. */
const numerical: Tolerance = { relative: 1e-7, absolute: 1e-7 };
const tests: Tolerance = { relative: 1e-9, absolute: 1e-9, keys: { p: 1e-7, adjustedP: 1e-7 } };

const OHID = "OHID PHEindicatormethods 2.1.0 in R 4.2.2 (tests/golden/estimates.json)";
const WHO = "WHO healthequal 1.0.1 in R 4.2.2 (tests/golden/summary-measures.json)";
const PYTHON =
  "an independent program from the method's text, Python with numpy and scipy (tests/golden/judgement.json)";
const ORACLE = "scripts/oracle, the second implementation of docs/method.md";
const TEXT = "the text of docs/method.md";

const pad = (n: number): string => String(n + 1).padStart(2, "0");

/** Figures by key: what an answer brings, apart from what was asked. */
const answerKeys = /^(value|(lower|upper)\d+|lifeExpectancy|sii|rii|intercept)$/;
const split = (item: Record<string, unknown>, kept: readonly string[] = []) => {
  const isAnswer = (key: string): boolean => answerKeys.test(key) && !kept.includes(key);
  const of = (wanted: boolean) => Object.fromEntries(Object.entries(item).filter(([key]) => isAnswer(key) === wanted));
  return { request: of(false), expected: of(true) };
};

const levelOf = (key: string): number => Number(`0.${/\d+$/.exec(key)![0]}`);

function estimates(): Vector[] {
  const { source: _, tolerance: __, reference: ___, ...sections } = golden("estimates.json") as Record<string, unknown>;
  return Object.entries(sections as Record<string, Record<string, unknown>[]>).flatMap(([section, items]) =>
    items.map((item, i): Vector => {
      const { simulated, ...rest } = item;
      const { request, expected } = split(rest);
      const levels = [
        ...new Set(
          Object.keys(expected)
            .filter((key) => /\d$/.test(key))
            .map(levelOf),
        ),
      ];
      const points: Check = { section, at: [section, 0], expected, tolerance: closed, source: OHID };
      return {
        id: `${section}-${pad(i)}`,
        ask: "estimate",
        levels: levels.length === 0 ? [0.95] : levels,
        request: { [section]: [request] },
        checks: [
          points,
          ...(simulated === undefined || request["transformed"] === true
            ? []
            : simulatedLimits(section, simulated as Record<string, number>)),
        ],
      };
    }),
  );
}

/** Limits that are simulated there: to 1.5% of the interval's width. */
const simulatedLimits = (section: string, simulated: Record<string, number>): Check[] =>
  ["sii", "rii"].map((id) => {
    const [lower, upper] = [simulated[`${id}Lower95`]!, simulated[`${id}Upper95`]!];
    return {
      section,
      at: [section, 0],
      expected: { [`${id}Lower95`]: lower, [`${id}Upper95`]: upper },
      tolerance: { relative: 0, absolute: 0.015 * (upper - lower) },
      source: `${OHID}; simulated there, 400,000 draws, to 1.5% of the width`,
    };
  });

/** What has no figure, and why: section 2 of the method. */
function withoutFigure(): Vector[] {
  const bands = golden("estimates.json").directlyStandardisedRate[0] as Record<"events" | "population", number[]>;
  const table = golden("estimates.json").lifeExpectancy[0] as Record<"startAge" | "deaths" | "population", number[]>;
  const events = (first: number) => ({
    events: bands.events.map((_, i) => (i === 5 ? first : 0)),
    population: bands.population,
  });
  const deaths = (at: number, count: number) => ({
    startAge: table.startAge,
    population: table.population,
    deaths: table.deaths.map((one, i) => (i === at ? count : one)),
  });
  const small = {
    startAge: table.startAge,
    deaths: table.deaths.map(() => 1),
    population: table.deaths.map(() => 250),
  };
  const cases: [string, string, object, string][] = [
    ["proportion", "nobody", { numerator: 0, denominator: 0 }, "no-denominator"],
    ["rate", "no-years", { count: 3, personYears: 0 }, "no-denominator"],
    ["mean", "one-value", { values: [4] }, "few-values"],
    ["directlyStandardisedRate", "nine-events", events(9), "few-events"],
    ["directlyStandardisedRate", "empty-band", { events: bands.events, population: bands.population.map((n, i) => (i === 5 ? 0 : n)) }, "empty-age-band"], // biome-ignore format: a table
    ["lifeExpectancy", "small", small, "small-population"],
    ["lifeExpectancy", "more-deaths-than-people", deaths(4, 1701), "deaths-exceed-population"],
    ["lifeExpectancy", "nobody-dies-last", deaths(19, 0), "no-deaths-in-open-band"],
  ];
  return cases.map(([section, name, item, reason]) => ({
    id: `${section}-without-${name}`,
    ask: "estimate",
    levels: [0.95],
    request: { [section]: [item] },
    checks: [{ section, at: [section, 0], expected: { reason }, tolerance: closed, source: `${TEXT}, section 2.3` }],
  }));
}

function moreEstimates(): Vector[] {
  const { cases } = golden("more-estimates.json") as {
    cases: { section: string; source: string; request: object; expected: object }[];
  };
  return cases.map(({ section, source, request, expected }, i): Vector => {
    const isNumerical = section === "healthyLifeExpectancy" || ("model" in request && request.model === "fay-herriot");
    return {
      id: `${section}-${pad(i)}`,
      ask: "estimate",
      levels: [0.95],
      request: { [section]: [request] },
      checks: [
        {
          section,
          at: [section, 0],
          expected,
          tolerance: isNumerical ? numerical : closed,
          source: `${source} (tests/golden/more-estimates.json)`,
        },
      ],
    };
  });
}

type Estimated = { estimate: number; lower?: number; upper?: number };
type Golden = Made & { expected: Record<string, Estimated> };

function measures(): Vector[] {
  const given = (golden("summary-measures.json").scenarios as Golden[]).map(({ expected, ...scenario }) => ({
    scenario,
    expected,
  }));
  const made = madeScenarios.map((scenario) => ({ scenario, expected: {} as Golden["expected"] }));
  return [...given, ...made].map(
    ({ scenario, expected }, i): Vector => ({
      id: `groups-${pad(i)}`,
      ask: "measure",
      levels: [0.95],
      request: scenario,
      checks: [...fromWho(expected), ...fromOracle(scenario), ...fromText(scenario)],
    }),
  );
}

/** Points, and the limits that agree: those of d and r, and of bgv where they are above 0. */
const fromWho = (expected: Golden["expected"]): Check[] =>
  Object.entries(expected).map(([id, { estimate, lower, upper }]) => {
    const isOriented = id === "d" || id === "r";
    const limits = isOriented
      ? { lower, upper }
      : id === "bgv" && lower !== undefined && lower > 0
        ? { lower, upper }
        : {};
    return {
      section: id,
      at: ["measures", id, ...(isOriented ? ["oriented"] : [])],
      expected: { value: estimate, ...limits },
      tolerance: closed,
      source: WHO,
    };
  });

const method = { confidence: 0.95, materiality: 0, same: 0.2, falseDiscoveryRate: 0.1, reliable: 0 };

function fromOracle(scenario: Made): Check[] {
  const given = { ...scenario, better: scenario.favourable ? "higher" : "lower", periods: [{ label: "now", start: "2024-01-01", end: "2024-12-31", groups: inOrder(scenario) }] }; // biome-ignore format: one line
  const series = seriesOf(given, method.confidence);
  const [slice] = series.slices;
  const others = supporting(series, slice!, method)!;
  const { absolute, relative } = gapsOf(series, slice!, method.confidence)!;
  const headline = [absolute, relative].map(
    (gap): Check => ({
      section: gap.measure,
      at: ["measures", gap.measure],
      expected: { ...gap.raw, oriented: interval(gap) },
      tolerance: closed,
      source: ORACLE,
    }),
  );
  const rest = [...others.measures]
    .filter(([id]) => id !== absolute.measure && id !== relative.measure)
    .map(
      ([id, { raw, oriented }]): Check => ({
        section: id,
        at: ["measures", id],
        // A line that falls below 0 has no ratio of its ends: section 3.4.
        expected: id === "rii_linear" && raw.value <= 0 ? { reason: "end-not-positive" } : { ...raw, oriented },
        tolerance: numerical,
        source: `${ORACLE}; intervals by numerical slopes`,
      }),
    );
  return [...headline, ...rest];
}

const interval = ({ value, lower, upper }: Gap) => ({ value, lower, upper });

const inOrder = ({ groups }: Made): GivenGroup[] => [...groups].sort((a, b) => a.order! - b.order!);

/** What is a difference or a ratio of two figures, and what is shown first. */
function fromText(scenario: Made): Check[] {
  const { groups, ordered, favourable } = scenario;
  const kind = groups.length === 2 ? "pair" : ordered ? "ordered" : "unordered";
  const headline = {
    pair: { absolute: "d", relative: "r" },
    ordered: { absolute: "sii", relative: "rii" },
    unordered: { absolute: "bgsd_adjusted", relative: "cov_adjusted" },
  }[kind];
  const first: Check = {
    section: "headline",
    at: ["headline"],
    expected: headline,
    tolerance: closed,
    source: `${TEXT}, section 3`,
  };
  const reference = groups.find((group) => group.reference === true);
  if (reference === undefined || kind !== "unordered") return [first];
  const values = groups.map(({ value }) => value!);
  const worst = favourable ? Math.min(...values) : Math.max(...values);
  const of = (section: string, value: number): Check => ({
    section,
    at: ["measures", section],
    expected: { value },
    tolerance: closed,
    source: `${TEXT}, section 4.3: the reference group and the worst one, by hand`,
  });
  return [first, of("d_reference", reference.value! - worst), of("r_reference", reference.value! / worst)];
}

/** Of 1, 2 ... 40 the first 8 are a fifth and the first 32 four fifths; 4 and 36 are a tenth and nine tenths. */
const percentiles = (): Vector => ({
  id: "percentiles",
  ask: "measure",
  levels: [0.95],
  request: {
    ...{ name: "forty areas", favourable: true, ordered: false },
    groups: Array.from({ length: 40 }, (_, i) => ({ order: i + 1, value: i + 1, population: 100 })),
  },
  checks: [["p80p20", 32 / 8] as const, ["p90p10", 36 / 4] as const].map(([section, value]) => ({
    section,
    at: ["measures", section],
    expected: { value, lower: null, upper: null },
    tolerance: closed,
    source: `${TEXT}, section 4.3, by hand`,
  })),
});

type Judged = Record<"absolute" | "relative" | "overall" | "trend" | "verdict", unknown>;

const ofSeries = (judged: Judged, i: number, source: string): Check[] => {
  const { absolute, relative, overall, trend, verdict } = judged;
  const of = (section: string, part: string, expected: unknown): Check => ({
    section,
    at: ["series", i, part],
    expected,
    tolerance: tests,
    source,
  });
  return [
    of("change", "absolute", absolute),
    of("change", "relative", relative),
    of("level", "overall", overall),
    of("trend", "trend", trend),
    of("verdict", "verdict", verdict),
  ];
};

function judgements(): Vector[] {
  const { request, expected } = golden("judgement.json") as { request: unknown; expected: { series: Judged[] } };
  const vector: Vector = {
    id: "series-of-the-golden-file",
    ask: "judge",
    request,
    checks: expected.series.flatMap((one, i) => ofSeries(one, i, PYTHON)),
  };
  const judged = judge(
    family.map((one) => seriesOf(one, method.confidence)),
    method,
  );
  const made: Vector = {
    id: "series-made-up",
    ask: "judge",
    request: { series: family },
    checks: judged.flatMap(({ absolute, relative, verdict }, i) => [
      ...([["absolute", absolute], ["relative", relative]] as const).map(([side, test]): Check => ({
        section: "change",
        at: ["series", i, side],
        expected: {
          ...{ from: test!.from, to: test!.to, delta: test!.delta, standardError: test!.standardError },
          ...{ p: test!.p, adjustedP: test!.adjusted, direction: verdict[side] },
        },
        tolerance: tests,
        source: ORACLE,
      })), // biome-ignore format: pairs
      {
        section: "verdict",
        at: ["series", i, "verdict"],
        expected: {
          gap: verdict.id,
          temperature: verdict.temperature,
          basis: verdict.basis,
          levellingDown: verdict.levellingDown,
        },
        tolerance: tests,
        source: ORACLE,
      },
    ]),
  };
  return [vector, made];
}

/** Every file with its text. */
export function vectorFiles(): Map<string, string> {
  const files: Record<string, Vector[]> = {
    estimates: [...estimates(), ...withoutFigure()],
    "more-estimates": moreEstimates(),
    measures: [...measures(), percentiles()],
    judgements: judgements(),
  };
  const about = "Made by scripts/conformance/vectors.ts; docs/conformance.md says what it is for";
  return new Map(
    Object.entries(files).map(([name, vectors]) => {
      const lines = vectors.map((vector) => `  ${JSON.stringify(vector)}`).join(",\n");
      return [`${name}.json`, `{"conformance": 1, "about": ${JSON.stringify(about)}, "vectors": [\n${lines}\n]}\n`];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(root, "conformance/vectors");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of vectorFiles()) writeFileSync(join(folder, name), text);
}
