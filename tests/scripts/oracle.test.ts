import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { proportion, published, rate } from "../../scripts/oracle/figures.ts";
import { type Judged, judge, type Test, type Trend } from "../../scripts/oracle/judge.ts";
import type { Figure, Group, Scale, Series, Slice } from "../../scripts/oracle/series.ts";
import golden from "../golden/judgement.json" with { type: "json" };

// The second implementation against figures that neither it nor src made. What a whole build gives is compared by
// `npm run oracle`, which takes a report and is no test.

interface GivenGroup {
  label: string;
  numerator?: number;
  denominator?: number;
  value?: number;
  lower95?: number;
  upper95?: number;
  population?: number;
}
interface Given {
  name: string;
  better: string;
  ordered: boolean;
  kind: string;
  scale: number;
  workingScale?: string;
  baseline?: string;
  breaks?: string[];
  periods: { label: string; start: string; end: string; groups: GivenGroup[] }[];
}

const { request, expected } = golden;
const decimals = (value: number): number => (String(value).split(".")[1] ?? "").length;
const total = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function figureOf(group: GivenGroup, { kind, scale, workingScale, periods }: Given): Figure {
  const { numerator, denominator, lower95, upper95 } = group;
  if (numerator !== undefined && denominator !== undefined)
    return (kind === "rate" ? rate : proportion)(numerator, denominator, scale, request.level);
  const limits: [number, number] | null = lower95 === undefined || upper95 === undefined ? null : [lower95, upper95];
  const places = Math.max(...periods.flatMap(({ groups }) => groups.map(({ value = 0 }) => decimals(value))));
  const counts = { numerator: null, denominator: null };
  const given = { value: group.value ?? 0, limits, standardError: null, decimals: places, ...counts };
  return published(given, workingScale as Scale, scale, request.level);
}

/** Counts are added up, and published figures averaged. */
function levelOf(groups: readonly Group[], { kind, scale }: Given): NonNullable<Slice["level"]> {
  const figures = groups.map(({ figure }) => figure!);
  const everyone = total(groups.map(({ weight }) => weight));
  if (kind !== "published") {
    const events = total(figures.map(({ numerator }) => numerator ?? 0));
    return { ...(kind === "rate" ? rate : proportion)(events, everyone, scale, request.level), from: "pooled" };
  }
  const pooled = (of: (figure: Figure) => number, power: number): number =>
    total(figures.map((figure, i) => (groups[i]!.weight / everyone) ** power * of(figure)));
  return {
    ...figures[0]!,
    value: pooled(({ value }) => value, 1),
    variance: figures.some(({ variance }) => variance === null) ? null : pooled(({ variance }) => variance ?? 0, 2),
    digits: pooled(({ digits }) => digits, 2),
    from: "pooled",
  };
}

function seriesOf(given: Given): Series {
  const slices = given.periods.map(({ groups: listed, ...period }): Slice => {
    const groups = listed.map((group) => {
      const size = group.denominator ?? group.population ?? 0;
      return { id: group.label, figure: figureOf(group, given), weight: size, size };
    });
    const level = levelOf(groups, given);
    return { period, groups, level, without: null, unweighted: false, size: total(groups.map((g) => g.size)) };
  });
  const count = given.periods[0]!.groups.length;
  const scale = ({ proportion: "logit", rate: "log" } as const)[given.kind] ?? (given.workingScale as Scale);
  return {
    indicator: given.name,
    dimension: "groups",
    type: !given.ordered ? "unordered" : count === 2 ? "pair" : "ordered",
    better: given.better as "higher" | "lower",
    // The golden file judges no level that has no intervals: its family would be larger.
    judgesLevel: slices.every(({ level }) => level?.variance !== null),
    events: false,
    standardised: false,
    scale,
    per: given.scale,
    proportion: scale === "logit",
    withEveryone: false,
    breaks: given.breaks ?? [],
    baseline: given.baseline ?? null,
    slices,
    published: null,
  };
}

/** In the form of the golden file. What could not be tested has no figure in the oracle. */
function testOf(test: Test | null, { basis, ...by }: Judged["verdict"], type: "absolute" | "relative") {
  if (test === null || basis === "trend") return { direction: by[type] };
  const { from, to, delta, standardError, p, adjusted, minimumDetectable, depends, turned } = test;
  const shown = { standardError, p, adjustedP: adjusted, minimumDetectable, direction: by[type] };
  return {
    from,
    to,
    delta,
    ...shown,
    reason: depends && `depends-on-${depends}`,
    baselineExtreme: test.extreme,
    turned,
  };
}

const trendOf = (trend: Trend | null) =>
  trend && {
    periods: trend.periods.length,
    ...{ slopePerYear: trend.slope, lower: trend.lower, upper: trend.upper, p: trend.p, adjustedP: trend.adjusted },
    ...{ first: trend.first, last: trend.last },
  };

function faults(answer: unknown, wanted: unknown, path = ""): string[] {
  if (typeof answer === "number" && typeof wanted === "number") {
    const tolerance = /(^|\.)(p|adjustedP)$/.test(path) ? 1e-7 : 1e-9;
    const near = Math.abs(answer - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
    return near ? [] : [`${path}: ${answer}, must be ${wanted}`];
  }
  if (typeof answer === "object" && answer !== null && typeof wanted === "object" && wanted !== null)
    return Object.entries(answer).flatMap(([key, one]) =>
      faults(one, (wanted as Record<string, unknown>)[key], path === "" ? key : `${path}.${key}`),
    );
  return answer === wanted ? [] : [`${path}: ${String(answer)}, must be ${String(wanted)}`];
}

describe("the oracle", () => {
  const method = { ...request, confidence: request.level, reliable: 0 };
  const judged = judge((request.series as Given[]).map(seriesOf), method);

  it.each(expected.series.map((wanted, i) => ({ name: wanted.name, wanted, own: judged[i]! })))(
    "judges as the golden figures do: $name",
    ({ wanted, own }) => {
      const { verdict, overall, trends } = own;
      const { id: gap, temperature, basis, levellingDown } = verdict;
      const tested = overall !== null && overall.p !== null;
      const answer = {
        absolute: testOf(own.absolute, verdict, "absolute"),
        relative: testOf(own.relative, verdict, "relative"),
        overall: tested
          ? {
              ...{ from: overall.from, to: overall.to, standardError: overall.standardError },
              ...{ p: overall.p, adjustedP: overall.adjusted, direction: overall.direction },
            }
          : {},
        trend: { absolute: trendOf(trends.absolute), relative: trendOf(trends.relative) },
        verdict: { gap, temperature, basis, levellingDown },
      };
      expect(faults(answer, wanted)).toEqual([]);
    },
  );

  it("compares something of each: a test of the tests", () =>
    expect(faults({ p: 0.5, verdict: { gap: "closing" } }, { p: 0.6, verdict: { gap: "widening" } })).toEqual([
      "p: 0.5, must be 0.6",
      "verdict.gap: closing, must be widening",
    ]));

  it("shares nothing with what it checks", () => {
    const folder = join(import.meta.dirname, "../../scripts/oracle");
    const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.startsWith("sampleton"));
    const imported = files.flatMap((name) =>
      [
        ...readFileSync(join(folder, name), "utf8").matchAll(
          /(?:^import .*?|^} |^export .*?)from "([^"]+)";$|\bimport\(\s*"([^"]+)"/gm,
        ),
      ].map(([, from, lazily]) => from ?? lazily!),
    );
    expect(files.length).toBeGreaterThan(5);
    expect([...new Set(imported)].filter((from) => !/^(\.\/[\w-]+\.ts|node:\w+)$/.test(from)).sort()).toEqual([
      "csv-parse/sync",
      "yaml",
    ]);
  });
});
