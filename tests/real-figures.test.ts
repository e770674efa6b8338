import { beforeAll, describe, expect, it } from "vitest";
import type { DimensionResult, PeriodResult, Results } from "../src/results/results.ts";
import { packed } from "./support/packed.ts";

/** Slopes are worked out again here, from nothing but the values and sizes of the groups in results.json. */

let results: Results;
beforeAll(async () => {
  const { check } = await packed("run/check.js");
  results = (await check({ project: `${import.meta.dirname}/..` }, () => {})).results;
});

const series = (indicator: string, dimension: string): DimensionResult =>
  results.indicators.find(({ id }) => id === indicator)!.dimensions.find((one) => one.dimension === dimension)!;

const at = (indicator: string, dimension: string, label: string): PeriodResult =>
  series(indicator, dimension).periods.find(({ period }) => period.label === label)!;

const reasonOf = (outcome: object): unknown => ("reason" in outcome ? outcome.reason : "computed");

interface Scale {
  to: (y: number) => number;
  from: (v: number) => number;
}
const asIs: Scale = { to: (y) => y, from: (v) => v };
const perCentLogit: Scale = { to: (y) => Math.log(y / (100 - y)), from: (v) => 100 / (1 + Math.exp(-v)) };

/** Weighted least squares by its normal equations; both ends of the line, and the standard error of their difference where it is straight. */
function slope({ groups }: PeriodResult, { to, from }: Scale) {
  const rows = groups.map(({ estimate, denominator }) => {
    if ("reason" in estimate || denominator === null) throw new Error("a group without a figure or a size");
    const { value, lower, upper } = estimate;
    return { y: to(value), n: denominator, s: (upper! - lower!) / (2 * 1.959963984540054) };
  });
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  let below = 0;
  const placed = rows.map((row) => {
    const x = (below + row.n / 2) / total;
    below += row.n;
    return { ...row, x };
  });
  const sum = (f: (row: (typeof placed)[number]) => number): number => placed.reduce((t, row) => t + row.n * f(row), 0);
  const w = sum(() => 1);
  const wx = sum(({ x }) => x);
  const wxx = sum(({ x }) => x * x);
  const wy = sum(({ y }) => y);
  const wxy = sum(({ x, y }) => x * y);
  const determinant = w * wxx - wx * wx;
  const b = (w * wxy - wx * wy) / determinant;
  const a = (wxx * wy - wx * wxy) / determinant;
  const variance = placed.reduce((t, { n, x, s }) => t + ((n * (w * x - wx)) / determinant) ** 2 * s * s, 0);
  return { sii: from(a + b) - from(a), standardError: Math.sqrt(variance) };
}

describe("Manchester's figures, recomputed from results.json, give", () => {
  it.each([
    ["life-expectancy-male", 8.12, 7.0, 9.2],
    ["life-expectancy-female", 7.02, null, null],
  ] as const)("the slope index of %s as %d years", (id, years, lower, upper) => {
    const period = at(id, "neighbourhood-deprivation-decile", "2014-16");
    const { sii, standardError } = slope(period, asIs);
    expect(sii).toBeCloseTo(years, 2);
    expect(period.absolute).toMatchObject({ definition: "sii.ridit-wls.v1", unit: "years" });
    const raw = (period.absolute as { raw: { value: number; lower: number; upper: number } }).raw;
    expect(raw.value).toBeCloseTo(sii, 10);
    expect(raw.lower).toBeCloseTo(sii - 1.959963984540054 * standardError, 9);
    expect(raw.upper).toBeCloseTo(sii + 1.959963984540054 * standardError, 9);
    if (lower !== null) expect(raw.lower).toBeCloseTo(lower, 1);
    if (upper !== null) expect(raw.upper).toBeCloseTo(upper, 1);
  });

  it.each([
    ["2019", -5.292],
    ["2021", -8.365],
  ])("the raw slope index of claimants by ward fifth in %s as %d points", (label, points) => {
    const period = at("claimants", "ward-deprivation-quintile", label);
    const { sii } = slope(period, perCentLogit);
    expect(sii.toFixed(3)).toBe(points.toFixed(3));
    const gap = period.absolute as { raw: { value: number }; oriented: { value: number } };
    expect(gap.raw.value).toBeCloseTo(sii, 9);
    expect(gap.oriented.value).toBeCloseTo(-sii, 9);
  });
});

describe("Manchester's report shows", () => {
  it.each(["child-obesity-reception", "child-obesity-year-6"])(
    "%s as pools of years that overlap, compared by the years that differ",
    (id) => {
      const { dimensions } = results.indicators.find((one) => one.id === id)!;
      for (const { change } of dimensions) {
        if ("reason" in change) throw new Error(change.reason);
        expect(change).toMatchObject({
          basis: "overlapping",
          baseline: { label: "2018-19 to 2022-23" },
          current: { label: "2019-20 to 2023-24" },
        });
        // Four of the five years of each.
        expect(change.shared).toBeCloseTo(0.8, 2);
      }
      // The two ends of the ladder have no figure, and no gap.
      expect(dimensions.map(({ dimension, verdict: { basis } }) => [dimension, basis])).toEqual(
        dimensions.map(({ dimension }) => [
          dimension,
          dimension === "neighbourhood-deprivation-quintile" ? "none" : "overlapping",
        ]),
      );
    },
  );

  it.each([
    ["attainment-8-by-ethnic-group", "ethnic-group-pupils-four"],
    ["attainment-8", "pupil-disadvantage"],
  ])("gaps in %s by %s without intervals, whose verdict rests on the trend", (id, dimension) => {
    const { periods, change, trends, verdict } = series(id, dimension);
    const latest = periods.at(-1)!;
    expect([reasonOf(latest.absolute), reasonOf(latest.relative)]).toEqual(["computed", "computed"]);
    expect(change).toMatchObject({ absolute: { p: null, untested: { reason: "no-intervals" } } });
    expect(verdict).toMatchObject({ basis: "trend", because: null });
    expect(trends.absolute).toMatchObject({ decides: true });
  });

  it("a gap in going on to higher education that grew, in points as published and on its trend", () => {
    const { periods, verdict } = series("higher-education-by-19", "free-school-meals");
    expect(verdict).toMatchObject({ id: "larger-in-points-only", absolute: "wider", basis: "trend" });
    const gapIn = (label: string): number =>
      (periods.find(({ period }) => period.label === label)!.absolute as { oriented: { value: number } }).oriented
        .value;
    expect(gapIn("2015-16")).toBeCloseTo(43.3 - 29.8, 9);
    expect(gapIn("2023-24")).toBeCloseTo(56.5 - 36.2, 9);
  });

  it("the worst-off fifth of neighbourhoods in children's low income in the middle, not at the end of the ladder", () => {
    const rates = at("children-low-income", "msoa-deprivation-quintile", "2021-22").groups.map(({ estimate }) =>
      "reason" in estimate ? null : Number(estimate.value.toFixed(1)),
    );
    expect(rates).toEqual([47.7, 43.3, 52.0, 46.6, 25.5]);
  });

  it("Asian children of the early years with Chinese children among them, and never counts them twice", () => {
    const { groups } = at("early-years-by-ethnic-group", "ethnic-group-broad", "2024-25");
    expect(groups.map(({ label }) => label)).toEqual(["Asian", "Black", "Mixed", "White", "Other"]);
    expect(groups.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0) + 253).toBe(6525);
  });

  it("no figure of Crumpsall's turnout, because its electorate in the source cannot be", () => {
    const { groups } = at("turnout", "ward", "May 2026");
    expect(groups.filter(({ estimate }) => "reason" in estimate).map(({ label }) => label)).toEqual(["Crumpsall"]);
  });

  it("the break of 2022 in early years development, and compares nothing across it", () => {
    const indicator = results.indicators.find(({ id }) => id === "early-years-development")!;
    expect(indicator.breaks.map(({ from }) => from)).toEqual(["2021-22"]);
    for (const { change, trends } of indicator.dimensions) {
      if (!("reason" in change)) expect(change.baseline.start >= "2021-09-01").toBe(true);
      for (const trend of [trends.absolute, trends.relative])
        if (!("reason" in trend)) expect(trend.periods.every((label) => label >= "2021-22")).toBe(true);
    }
  });

  it("both gaps of children in low income and their change since 2014-15", () => {
    const { periods, change } = series("children-low-income", "msoa-deprivation-quintile");
    expect([reasonOf(periods.at(-1)!.absolute), reasonOf(periods.at(-1)!.relative)]).toEqual(["computed", "computed"]);
    expect(reasonOf(change)).toBe("computed");
    if ("reason" in change) throw new Error(change.reason);
    const { baseline, absolute, relative } = change;
    expect(baseline.label).toBe("2014-15");
    for (const one of [absolute, relative]) {
      if ("reason" in one) throw new Error(one.reason);
      expect(one.p).toEqual(expect.any(Number));
    }
  });
});
