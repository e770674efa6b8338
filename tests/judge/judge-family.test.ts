import { describe, expect, it } from "vitest";
import type { SeriesEvidence } from "../../src/judge/compared-pair.ts";
import type { FamilyRules } from "../../src/judge/gap-judgement.ts";
import { judgeFamily, type SeriesJudgement } from "../../src/judge/judge-family.ts";
import type { GapEvidence, PeriodEvidence } from "../../src/model.ts";
import { gapEvidence, periodEvidence, wholeYears } from "../support/period-evidence.ts";

const rules: FamilyRules = {
  confidence: 0.95,
  same: 0.2,
  materiality: 0,
  falseDiscoveryRate: 0.1,
  levelsByTrend: true,
};
const series = (periods: readonly PeriodEvidence[], more: Partial<SeriesEvidence> = {}): SeriesEvidence => ({
  ...{ better: "lower", baseline: null, breaks: [], periods },
  ...more,
});
/** Absolute gaps of years from 2012 on. */
const yearly = (gaps: readonly (GapEvidence | null)[], more: Partial<SeriesEvidence> = {}): SeriesEvidence =>
  series(
    gaps.map((absolute, i) => periodEvidence(wholeYears(2012 + i), { absolute })),
    more,
  );
const all = (given: readonly SeriesEvidence[], more: Partial<FamilyRules> = {}): SeriesJudgement[] =>
  judgeFamily(given, { ...rules, ...more }).map(({ judgement }) => judgement);
const judge = (one: SeriesEvidence, more: Partial<FamilyRules> = {}): SeriesJudgement => all([one], more)[0]!;

const untested = (...points: number[]): SeriesEvidence => yearly(points.map((point) => gapEvidence(point)));
const tested = (from: number, to: number, more: Partial<GapEvidence> = {}): SeriesEvidence =>
  yearly([gapEvidence(from, 1, more), gapEvidence(to, 1, more)]);

describe("the size of a gap", () => {
  it.each([
    ["a difference without its sign", "difference", -10, -15, "wider"],
    ["a difference that changes its sign", "difference", -15, 5, "narrower"],
    ["a ratio by the size of its log", "log", -10, -15, "wider"],
    ["a variance with its sign, for it may be below none", "variance", 5, -10, "narrower"],
  ] as const)("is of %s", (_, scale, from, to, direction) => {
    expect(judge(tested(from, to, { scale })).absolute).toMatchObject({ direction, clear: true });
  });
});

describe("a change that is clear", () => {
  const p = judge(tested(20, 15)).absolute.p!;

  it("is below the false discovery rate, and not on it", () => {
    expect(judge(tested(20, 15), { falseDiscoveryRate: p * 1.001 }).absolute.clear).toBe(true);
    expect(judge(tested(20, 15), { falseDiscoveryRate: p }).absolute.clear).toBe(false);
  });

  it.each([
    ["either", ["2015", "2016"]],
    ["the earlier", ["2015", undefined]],
    ["the later", [undefined, "2016"]],
  ] as const)("is so below 0.01 alone where the error of %s is borrowed", (_, [before, after]) => {
    const from = (year: string | undefined) => (year === undefined ? {} : { borrowedFrom: year });
    const lent = (to: number) => judge(yearly([gapEvidence(20, 1, from(before)), gapEvidence(to, 1, from(after))]));
    // Two standard errors, and three.
    expect(lent(20 - 2 * Math.SQRT2).absolute).toMatchObject({ direction: "cannot-tell", basis: "borrowed-error" });
    expect(lent(20 - 3 * Math.SQRT2)).toMatchObject({
      absolute: { direction: "narrower", basis: "borrowed-error" },
      verdict: { basis: "borrowed-error" },
    });
  });

  it("of pools that overlap is named by these, whoever lends the error", () => {
    const gap = (point: number) => gapEvidence(point, 1, { borrowedFrom: "2015" });
    const pools = [wholeYears(2017, 2019), wholeYears(2018, 2020)].map((period, i) =>
      periodEvidence(period, { absolute: gap(20 - 8 * i) }),
    );
    expect(judge(series(pools)).absolute).toMatchObject({ basis: "overlapping", direction: "narrower" });
  });
});

describe("two periods that are not compared", () => {
  const five = [18, 16, 14, 12, 10].map((point) => gapEvidence(point, 0.3));

  it("lack a gap, of which a trend of the other years says nothing", () => {
    const lacking = judge(yearly([null, ...five], { baseline: "2012" })).absolute;
    expect(lacking).toMatchObject({ direction: "not-compared", reason: "no-gap", basis: "none", baseline: "2012" });
    expect(judge(yearly([...five, null])).absolute).toMatchObject({ reason: "no-gap", from: 10, to: null });
    expect(judge(yearly([...five, null, null])).absolute).toMatchObject({ reason: "no-gap", from: null, to: null });
  });

  it("have groups of unknown size, in either of them", () => {
    for (const at of [0, 1]) {
      const periods = [2012, 2013].map((year, i) =>
        periodEvidence(wholeYears(year), i === at ? { sizesUnknown: true } : { absolute: gapEvidence(20, 1) }),
      );
      expect(judge(series(periods)).absolute).toMatchObject({ direction: "not-compared", reason: "sizes-unknown" });
    }
  });

  it("have a gap without an interval, in either of them", () => {
    for (const errors of [
      [null, 1],
      [1, null],
    ] as const)
      expect(judge(yearly(errors.map((error) => gapEvidence(20, error)))).absolute).toMatchObject({
        ...{ direction: "not-compared", reason: "no-intervals", from: 20, to: 20, delta: 0, p: null },
      });
  });

  it("have different areas, whatever the trend says", () => {
    const gaps = yearly(five);
    const differ: SeriesEvidence = {
      ...gaps,
      common: { periods: gaps.periods, leftOut: { share: 0.2, of: "people" } },
    };
    const { absolute, trend } = judge(differ);
    expect(absolute).toMatchObject({ direction: "not-compared", reason: "areas-differ", basis: "none" });
    expect(trend.absolute).toMatchObject({ clear: true });
  });
});

describe("a direction that rests on the trend", () => {
  const falling = untested(20, 18.1, 15.9, 14, 12.1, 10);
  // By 2.9 in 100 over the years, which is clear.
  const slowly = untested(20, 19.9, 19.75, 19.65, 19.55, 19.42);

  it.each([
    ["narrower", falling],
    ["wider", untested(10, 12.1, 14, 15.9, 18.1, 20)],
    ["little-changed", untested(20, 20.1, 19.9, 20, 20.05, 19.95)],
    ["cannot-tell", untested(20, 14, 26, 15, 25, 20)],
    ["cannot-tell", untested(20, 18, 21, 17, 19, 16)],
  ])("is %s by its line", (direction, given) => {
    expect(judge(given).absolute).toMatchObject({ direction, basis: "trend", p: null });
  });

  it("is clear at the size that is asked for, and of no other", () => {
    expect(judge(slowly).absolute).toMatchObject({ direction: "narrower", clear: true });
    expect(judge(slowly, { materiality: 0.02 }).absolute).toMatchObject({ direction: "narrower", clear: true });
    expect(judge(slowly, { materiality: 0.04 }).absolute).toMatchObject({ direction: "little-changed", clear: false });
    expect(judge(slowly, { materiality: 0.04, same: 0.01 }).absolute.direction).toBe("cannot-tell");
  });

  it("goes from one fitted value to the other, as these are read", () => {
    const broken = (scale: GapEvidence["scale"], points: readonly number[]) =>
      judge(
        yearly(
          points.map((point) => gapEvidence(point, 0.01, { scale })),
          { baseline: "2012", breaks: [{ from: wholeYears(2013), why: "" }] },
        ),
      ).absolute;
    const points = [3, 5, 4, 3, 2, 1];
    expect(broken("difference", points)).toMatchObject({ from: expect.closeTo(5, 9), to: expect.closeTo(1, 9) });
    expect(broken("log", points)).toMatchObject({ from: expect.closeTo(Math.exp(5), 6) });
    expect(broken("variance", points)).toMatchObject({
      from: expect.closeTo(Math.sqrt(5), 9),
      to: expect.closeTo(1, 6),
    });
    // A variance that is fitted below none is none.
    expect(broken("variance", [3, 5, 3, 1, -1, -3]).to).toBe(0);
  });

  it("is one of a family of its own: trends that are only shown do not count in it", () => {
    const shown = Array.from({ length: 12 }, () => yearly([5, 5.1, 4.9, 5, 5.1].map((point) => gapEvidence(point, 1))));
    const [alone, first] = all([falling, ...shown]);
    expect(alone!.trend.absolute!.adjustedP).toBe(alone!.trend.absolute!.p);
    expect(first!.trend.absolute).toMatchObject({ adjustedP: first!.trend.absolute!.p, clear: false });
  });

  it("is one of the same family where a break parts the two periods", () => {
    const breaks = [{ from: wholeYears(2013), why: "" }];
    const gaps = [30, 20, 14, 26, 15, 25, 20].map((point) => gapEvidence(point, 1));
    const [clear, broken] = all([falling, yearly(gaps, { baseline: "2012", breaks })]).map(
      ({ trend }) => trend.absolute!,
    );
    expect(broken!.p).toBeGreaterThan(2 * clear!.p);
    expect(clear!.adjustedP).toBeCloseTo(2 * clear!.p, 12);
  });

  it("is none where the areas differ: that trend is one of those that are only shown", () => {
    const gaps = [18, 16, 14, 12, 10].map((point) => gapEvidence(point, 0.3));
    const { periods } = yearly(gaps);
    const differ = yearly(gaps, { common: { periods, leftOut: { share: 0.2, of: "people" } } });
    const shown = yearly([5, 5.1, 4.9, 5, 5.1].map((point) => gapEvidence(point, 1)));
    const [alone, among] = all([falling, differ, shown, shown, shown]).map(({ trend }) => trend.absolute!);
    expect(alone!.adjustedP).toBe(alone!.p);
    expect(among!.adjustedP).toBeCloseTo(4 * among!.p, 12);
  });

  it("is clear by its p and by that among its family", () => {
    const doubtful = untested(20, 18, 18.7, 16.8, 17.4, 15.4);
    const { p } = judge(doubtful).trend.absolute!;
    expect(p).toBeGreaterThan(0.01);
    expect(p).toBeLessThan(0.05);
    expect(judge(doubtful).trend.absolute!.clear).toBe(true);
    expect(judge(doubtful, { falseDiscoveryRate: p }).trend.absolute!.clear).toBe(false);
    const still = untested(20, 14, 26, 15, 25, 20);
    const [among] = all([doubtful, ...Array.from({ length: 11 }, () => still)]);
    expect(among!.trend.absolute).toMatchObject({ clear: false, adjustedP: expect.closeTo(12 * p, 9) });
    // Not by the rate alone, however much of chance that allows.
    expect(judge(still, { falseDiscoveryRate: 1 }).trend.absolute!.clear).toBe(false);
  });
});

describe("the verdict on both gaps", () => {
  it("rests on the ratio where the points cannot be judged", () => {
    const ratios = [0.8, 0.4].map((point, i) =>
      periodEvidence(wholeYears(2012 + i), { relative: gapEvidence(point, 0.05, { scale: "log" }) }),
    );
    expect(judge(series(ratios)).verdict).toMatchObject({ gap: "smaller-in-ratio-only", basis: "since-baseline" });
  });

  it("is levelling down where the ratio alone is smaller, too", () => {
    const at = (year: number, disadvantaged: number, advantaged: number) =>
      periodEvidence(wholeYears(year), {
        absolute: gapEvidence(disadvantaged - advantaged, 9),
        relative: gapEvidence(Math.log(disadvantaged / advantaged), 0.05, { scale: "log" }),
        ends: { disadvantaged, advantaged, advantagedVariance: 0.1, sumVariance: 0.2 },
      });
    const { verdict } = judge(series([at(2012, 30, 10), at(2022, 30, 16)]));
    expect(verdict).toMatchObject({ gap: "smaller-in-ratio-only", levellingDown: true });
    expect(judge(series([at(2012, 30, 16), at(2022, 30, 10)])).verdict.levellingDown).toBe(false);
  });
});
