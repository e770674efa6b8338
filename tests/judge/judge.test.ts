import { describe, expect, it } from "vitest";
import { catalogues } from "../../src/catalogue/catalogue.ts";
import { gapChange, levelChange } from "../../src/judge/change.ts";
import { type Break, comparison, overlap, thinned } from "../../src/judge/comparable-periods.ts";
import { adjustFamily } from "../../src/judge/family.ts";
import { judge } from "../../src/judge/judge.ts";
import { pace } from "../../src/judge/pace.ts";
import { trend } from "../../src/judge/trend.ts";
import { type Changes, verdict } from "../../src/judge/verdict.ts";
import {
  type ChangeResult,
  type ComputedGap,
  isMissing,
  type Level,
  middleYear,
  notComputable,
  type Period,
  type PeriodGaps,
  type Tested,
} from "../../src/model.ts";

const Z = 1.959963984540054;
const year = (y: number): Period => ({ label: `${y}`, start: `${y}-01-01`, end: `${y}-12-31` });
const years = (from: number, to: number): Period => ({
  label: `${from}-${to}`,
  start: `${from}-01-01`,
  end: `${to}-12-31`,
});

const gap = (value: number, standardError: number | null, scale: Tested["scale"] = "difference"): ComputedGap => {
  const shown = { difference: value, log: Math.exp(value), variance: Math.sqrt(Math.max(0, value)) }[scale];
  const limits = { value: shown, lower: null, upper: null };
  return { raw: limits, oriented: limits, tested: { scale, point: value, standardError }, notes: [] };
};
const level = (value: number, standardError: number | null): Level => ({
  value,
  lower: null,
  upper: null,
  standardError,
});
const plain = { z: Z, materiality: 0 };

describe("comparison", () => {
  const series = [2018, 2019, 2020, 2021].map(year);

  it("takes the latest period and the one before it", () => {
    expect(comparison(series, null, [])).toEqual({ baseline: year(2020), current: year(2021) });
  });

  it("takes the declared baseline", () => {
    expect(comparison(series, "2018", [])).toEqual({ baseline: year(2018), current: year(2021) });
  });

  it("passes over earlier periods that share a day with the latest", () => {
    const rolling = [years(2014, 2016), years(2015, 2017), years(2016, 2018), years(2017, 2019)];
    expect(comparison(rolling, null, [])).toEqual({ baseline: years(2014, 2016), current: years(2017, 2019) });
  });

  const from2020: Break[] = [{ from: year(2020), why: "New boundaries." }];
  it.each([
    ["nothing to compare with", [year(2021)], null, [], "one-period"],
    ["no period at all", [], null, [], "one-period"],
    ["the baseline is the latest", series, "2021", [], "one-period"],
    ["the baseline has no figures", series, "2015", [], "baseline-missing"],
    ["all earlier periods overlap", [years(2018, 2020), years(2019, 2021)], null, [], "periods-overlap"],
    ["the declared baseline overlaps", [years(2018, 2020), years(2019, 2021)], "2018-2020", [], "periods-overlap"],
    ["a break lies between", series, "2019", from2020, "break-in-series"],
  ] as const)("says why not: %s", (_, periods, baseline, breaks, reason) => {
    expect(comparison(periods, baseline, breaks)).toMatchObject({ reason });
  });

  it("compares on one side of a break: the first period after it is a fair baseline", () => {
    expect(comparison(series, "2020", from2020)).toEqual({ baseline: year(2020), current: year(2021) });
  });

  it("names both periods that overlap", () => {
    expect(comparison([years(2018, 2020), years(2019, 2021)], null, [])).toEqual(
      notComputable("periods-overlap", { earlier: "2018-2020", later: "2019-2021" }),
    );
  });
});

describe("overlap", () => {
  it.each([
    [year(2019), year(2020), false],
    [years(2019, 2020), year(2020), true],
    [year(2020), years(2019, 2020), true],
    [
      { label: "a", start: "2020-01-01", end: "2020-06-30" },
      { label: "b", start: "2020-06-30", end: "2020-12-31" },
      true,
    ],
  ])("of %j and %j is %s", (a, b, expected) => {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  });
});

describe("thinned", () => {
  it("keeps periods that share no day, from the latest back", () => {
    const rolling = Array.from({ length: 8 }, (_, i) => years(2012 + i, 2014 + i));
    expect(thinned(rolling, []).map(({ label }) => label)).toEqual(["2013-2015", "2016-2018", "2019-2021"]);
  });

  it("drops everything before the last break", () => {
    const breaks = [{ from: year(2019), why: "" }];
    expect(thinned([2017, 2018, 2019, 2020].map(year), breaks).map(({ label }) => label)).toEqual(["2019", "2020"]);
  });
});

describe("middleYear", () => {
  it.each([
    [year(2019), 2019.5],
    [years(2015, 2017), 2016.5],
    [{ label: "2018-19", start: "2018-04-01", end: "2019-03-31" }, 2018 + (90 / 365 + 1 + 90 / 365) / 2],
    [{ label: "census", start: "2021-03-21", end: "2021-03-21" }, 2021 + 79.5 / 365],
  ])("of %j is %d", (period, expected) => {
    expect(middleYear(period)).toBeCloseTo(expected, 10);
  });
});

describe("a change of a gap", () => {
  it("is the difference, with s = sqrt(s1^2 + s0^2)", () => {
    const change = gapChange(gap(10, 3), gap(25, 4), plain);
    expect(change).toMatchObject({ from: 10, to: 25, statistic: 3, clear: true, direction: "up", untested: null });
    expect(change.change.value).toBe(15);
    expect(change.change.lower).toBeCloseTo(15 - Z * 5, 12);
    expect(change.change.upper).toBeCloseTo(15 + Z * 5, 12);
    expect(change.p).toBeCloseTo(0.002699796063260207, 12);
    expect(change.minimumDetectable).toBeCloseTo((1.959963984540054 + 0.8416212335729143) * 5, 9);
  });

  it("of a ratio is the difference of logs, shown as one ratio over the other", () => {
    const change = gapChange(gap(Math.log(2), 0.3, "log"), gap(Math.log(3), 0.4, "log"), plain);
    expect(change.from).toBeCloseTo(2, 12);
    expect(change.change.value).toBeCloseTo(1.5, 12);
    expect(change.change.lower).toBeCloseTo(1.5 * Math.exp(-Z * 0.5), 12);
    expect(change.change.upper).toBeCloseTo(1.5 * Math.exp(Z * 0.5), 12);
    expect(change.statistic).toBeCloseTo(Math.log(1.5) / 0.5, 12);
    expect(change).toMatchObject({ clear: false, direction: "up" });
  });

  it("of a typical difference is tested as a variance and shown as the difference of the roots", () => {
    const change = gapChange(gap(16, 3, "variance"), gap(4, 4, "variance"), plain);
    expect(change).toMatchObject({ from: 4, to: 2, statistic: -2.4, direction: "down", clear: true });
    expect(change.change).toEqual({ value: -2, lower: null, upper: null });
  });

  it.each([
    [null, 1],
    [1, null],
    [null, null],
  ])("cannot be tested with standard errors %s and %s, but is shown", (s0, s1) => {
    const change = gapChange(gap(10, s0), gap(12, s1), plain);
    expect(change).toMatchObject({ p: null, statistic: null, clear: false, direction: "up", minimumDetectable: null });
    expect(change.change).toEqual({ value: 2, lower: null, upper: null });
    expect(change.untested?.reason).toBe("no-intervals");
  });

  it("is level when nothing moved", () => {
    expect(gapChange(gap(10, 1), gap(10, 1), plain)).toMatchObject({ direction: "level", p: 1, clear: false });
  });

  it("with no error at all is certain", () => {
    expect(gapChange(gap(1, 0), gap(2, 0), plain)).toMatchObject({ statistic: null, p: 0, clear: true });
    expect(gapChange(gap(1, 0), gap(1, 0), plain)).toMatchObject({ statistic: null, p: 1, clear: false });
  });

  it.each([
    [0.1, true],
    [0.2, true],
    [0.21, false],
  ])("must be %s of the baseline in size where materiality asks for it: %s", (materiality, clear) => {
    expect(gapChange(gap(10, 0.1), gap(12, 0.1), { z: Z, materiality }).clear).toBe(clear);
  });

  it("has its materiality judged on the log scale for a ratio", () => {
    const rules = (materiality: number) => ({ z: Z, materiality });
    const from = gap(1, 0.01, "log");
    expect(gapChange(from, gap(1.3, 0.01, "log"), rules(0.3)).clear).toBe(true);
    expect(gapChange(from, gap(1.3, 0.01, "log"), rules(0.31)).clear).toBe(false);
  });

  it("has its materiality judged as shown for a typical difference", () => {
    const change = (materiality: number) =>
      gapChange(gap(100, 1, "variance"), gap(81, 1, "variance"), { z: Z, materiality });
    expect(change(0.1).clear).toBe(true);
    expect(change(0.11).clear).toBe(false);
  });
});

describe("a change of a level", () => {
  it("is tested in natural units", () => {
    expect(levelChange(level(50, 3), level(40, 4), plain)).toMatchObject({
      scale: "difference",
      statistic: -2,
      clear: true,
      direction: "down",
    });
  });
});

const at = (period: Period, absolute: PeriodGaps["absolute"]): PeriodGaps => ({
  period,
  absolute,
  relative: notComputable("end-not-positive", { nearly: false }),
  overall: notComputable("no-overall", { of: "groups" }),
  ends: null,
});

describe("trend", () => {
  const straight = [2016, 2017, 2018, 2019, 2020].map((y) => at(year(y), gap(10 - 2 * (y - 2016), 0.5)));

  it("is the weighted slope per year", () => {
    const found = trend(straight, "absolute", [], Z);
    if (isMissing(found)) throw new Error(found.reason);
    expect(found.slopePerYear.value).toBeCloseTo(-2, 10);
    const s = 0.5 / Math.sqrt(10);
    expect(found.slopePerYear.lower).toBeCloseTo(-2 - Z * s, 10);
    expect(found.slopePerYear.upper).toBeCloseTo(-2 + Z * s, 10);
    expect(found).toMatchObject({ inflation: 1, scale: "difference" });
    expect(found.from).toBeCloseTo(10, 10);
    expect(found.to).toBeCloseTo(2, 10);
    expect(found.p).toBeLessThan(1e-10);
  });

  it("weighs periods by 1 / s^2", () => {
    const points = [
      [2016, 1, 1],
      [2017, 2, 2],
      [2018, 6, 0.5],
      [2019, 5, 1],
    ] as const;
    const found = trend(
      points.map(([y, v, s]) => at(year(y), gap(v, s))),
      "absolute",
      [],
      Z,
    );
    if (isMissing(found)) throw new Error(found.reason);
    // Weights 1, 1/4, 4, 1: centre year 1.84, centre 4.88 and slope 10.46 / 4.59 follow by hand.
    const w = points.map(([, , s]) => 1 / s ** 2);
    const sum = w.reduce((a, b) => a + b, 0);
    const t = points.reduce((a, [y], i) => a + w[i]! * (y + 0.5), 0) / sum;
    const m = points.reduce((a, [, v], i) => a + w[i]! * v, 0) / sum;
    const spread = points.reduce((a, [y], i) => a + w[i]! * (y + 0.5 - t) ** 2, 0);
    const slope = points.reduce((a, [y, v], i) => a + w[i]! * (y + 0.5 - t) * (v - m), 0) / spread;
    const chi2 = points.reduce((a, [y, v], i) => a + w[i]! * (v - m - slope * (y + 0.5 - t)) ** 2, 0);
    expect(found.slopePerYear.value).toBeCloseTo(slope, 9);
    expect(chi2 / 2).toBeGreaterThan(1);
    expect(found.inflation).toBeCloseTo(Math.sqrt(chi2 / 2), 9);
    expect(found.slopePerYear.upper).toBeCloseTo(slope + (Z * Math.sqrt(chi2 / 2)) / Math.sqrt(spread), 9);
  });

  it("shows ratios and typical differences as they are read", () => {
    const logs = [0.4, 0.3, 0.2, 0.1].map((v, i) => at(year(2016 + i), gap(v, 0.1, "log")));
    expect(trend(logs, "absolute", [], Z)).toMatchObject({
      from: expect.closeTo(Math.exp(0.4), 9),
      to: expect.closeTo(Math.exp(0.1), 9),
    });
    const variances = [9, 6, 3, 0].map((v, i) => at(year(2016 + i), gap(v, 1, "variance")));
    expect(trend(variances, "absolute", [], Z)).toMatchObject({ from: expect.closeTo(3, 6), to: expect.closeTo(0, 5) });
  });

  it.each([
    ["three periods", straight.slice(0, 3), [], "fewer-than-four-periods"],
    ["a break that leaves three", straight, [{ from: year(2018), why: "" }], "fewer-than-four-periods"],
    ["no standard error", straight.map(({ period }) => at(period, gap(1, null))), [], "no-intervals"],
    ["a standard error of zero", straight.map(({ period }) => at(period, gap(1, 0))), [], "no-intervals"],
  ])("needs four periods with intervals: %s", (_, series, breaks, reason) => {
    expect(trend(series, "absolute", breaks, Z)).toMatchObject({ reason });
  });

  it("leaves out periods without a gap", () => {
    const holes = [...straight, at(year(2021), notComputable("missing-group", { groups: ["X"] }))];
    expect(trend(holes, "absolute", [], Z)).toMatchObject({ periods: straight.map(({ period }) => period.label) });
    expect(trend(holes, "relative", [], Z)).toMatchObject({ reason: "fewer-than-four-periods" });
  });
});

describe("pace", () => {
  const towards = (slope: number, s = 0.5) =>
    trend(
      [2016, 2017, 2018, 2019, 2020].map((y) => at(year(y), gap(20 + slope * (y - 2016), s))),
      "absolute",
      [],
      Z,
    );
  const target = { gap: "absolute" as const, value: 0, source: "The plan." };

  it("gives the year the trend reaches the target, inside Fieller's interval", () => {
    const found = pace(target, towards(-2), Z);
    expect(found).toMatchObject({ outcome: "on-this-trend", target: 0, source: "The plan." });
    expect(found.year).toBeCloseTo(2026.5, 6);
    // Both limits solve (16 - 2 t... ) = z s(t): the target lies on the edge of the line's interval there.
    for (const limit of [found.earliest!, found.latest!]) {
      const t = limit - 2018.5;
      const s = Math.sqrt(0.25 / 5 + (0.25 / 10) * t * t);
      expect(Math.abs(16 - 2 * t)).toBeCloseTo(Z * s, 6);
    }
    expect(found.earliest).toBeLessThan(found.year!);
    expect(found.latest).toBeGreaterThan(found.year!);
  });

  it("has no latest year when the slope is not clear", () => {
    const found = pace(target, towards(-0.5, 3), Z);
    expect(found.year).toBeGreaterThan(2020);
    expect(found.latest).toBeNull();
  });

  it.each([
    [towards(2), target, "not-on-this-trend"],
    [towards(0), target, "not-on-this-trend"],
    [towards(-2), { ...target, value: 15 }, "reached"],
    [towards(2), { ...target, value: 40 }, "reached"],
  ])("says where there is no such year", (found, aim, outcome) => {
    expect(pace(aim, found, Z)).toMatchObject({ year: null, earliest: null, latest: null, outcome });
  });

  it("says why there is no trend", () => {
    expect(pace(target, notComputable("no-intervals", { of: "trend" }), Z)).toMatchObject({
      year: null,
      outcome: { reason: "no-intervals" },
    });
  });
});

describe("verdict", () => {
  const moved = (direction: ChangeResult["direction"], clear: boolean): ChangeResult => ({
    from: 1,
    to: 2,
    change: { value: 1, lower: null, upper: null },
    scale: "difference",
    statistic: 1,
    p: clear ? 0.01 : 0.5,
    adjustedP: null,
    clear,
    direction,
    minimumDetectable: 1,
    untested: null,
  });
  const untested: ChangeResult = {
    ...moved("up", false),
    p: null,
    untested: notComputable("no-intervals", { of: "change" }),
  };
  const gone = notComputable("end-not-positive", { nearly: false });
  const changes = (
    absolute: ChangeResult,
    relative: Changes["relative"],
    overall: Changes["overall"],
    ends: [Changes["advantagedEnd"], Changes["disadvantagedEnd"]] = [null, null],
  ): Changes => ({
    absolute,
    relative,
    overall,
    advantagedEnd: ends[0],
    disadvantagedEnd: ends[1],
  });
  const down = moved("down", true);
  const up = moved("up", true);
  const still = moved("up", false);

  it.each([
    ["narrowing", down, down, "both gaps clearly narrow"],
    ["narrowing", down, still, "the absolute gap clearly narrows and the relative gap does not clearly widen"],
    ["narrowing", still, down, "the relative gap clearly narrows and the absolute gap does not clearly widen"],
    ["widening", up, up, "both gaps clearly widen"],
    ["widening", up, still, "the absolute gap clearly widens and the relative gap does not clearly narrow"],
    ["widening", still, up, "the relative gap clearly widens and the absolute gap does not clearly narrow"],
    ["mixed", down, up, "one gap clearly narrows and the other clearly widens"],
    ["mixed", up, down, "one gap clearly narrows and the other clearly widens"],
    ["no-clear-change", still, still, "neither gap clearly changes"],
    ["narrowing", down, gone, "the absolute gap clearly narrows"],
    ["unknown", untested, untested, "neither gap's change can be tested"],
    ["unknown", untested, gone, "neither gap's change can be tested"],
  ] as const)("finds a gap %s", (direction, absolute, relative, words) => {
    const found = verdict(changes(absolute, relative, still), "lower");
    expect(found.gap).toBe(direction);
    expect(catalogues["en-GB"].method.rule(found).toLowerCase()).toContain(words.toLowerCase());
  });

  const words = {
    "Fairer and better": "cooling",
    Fairer: "cooling",
    "Fairer but worse": "cooling",
    "Better, gap unchanged": "steady",
    "No clear change": "steady",
    "Worse, gap unchanged": "steady",
    "Better but less fair": "heating",
    "Less fair": "heating",
    "Worse and less fair": "heating",
  };
  it.each([
    [down, down, "lower", "Fairer and better"],
    [down, up, "higher", "Fairer and better"],
    [down, still, "lower", "Fairer"],
    [down, up, "lower", "Fairer but worse"],
    [still, down, "lower", "Better, gap unchanged"],
    [still, still, "higher", "No clear change"],
    [still, down, "higher", "Worse, gap unchanged"],
    [up, down, "lower", "Better but less fair"],
    [up, still, "lower", "Less fair"],
    [up, up, "lower", "Worse and less fair"],
  ] as const)("reads the table of docs/method.md section 6 (%#)", (moves, overall, better, label) => {
    const found = verdict(changes(moves, moves, overall), better);
    expect(catalogues["en-GB"].verdict.labels[found.id]).toBe(label);
    expect(found).toMatchObject({ temperature: words[label], because: null });
  });

  it("is mixed whatever the overall level does", () => {
    for (const overall of [down, still, up])
      expect(verdict(changes(up, down, overall), "lower")).toMatchObject({ id: "mixed", temperature: "mixed" });
  });

  it("stands on the gap alone where the overall level cannot be tested", () => {
    for (const overall of [untested, gone])
      expect(verdict(changes(down, down, overall), "lower")).toMatchObject({ id: "fairer", overall: "unknown" });
  });

  it("is not enough data, with the reason, where nothing can be compared or tested", () => {
    const none = notComputable("one-period", { baseline: null });
    const found = verdict(none, "lower");
    expect(found).toMatchObject({ id: "not-enough-data", temperature: "unknown", because: none, moves: null });
    expect(catalogues["en-GB"].method.rule(found)).toBe(
      "There is no change to judge: there are figures for one period only, so there is no change to show yet.",
    );
    expect(verdict(changes(untested, untested, still), "lower")).toMatchObject({
      id: "not-enough-data",
      because: { reason: "no-intervals" },
      overall: "no-clear-change",
    });
  });

  it.each([
    ["the better-off side worsens and the worse-off side does not improve", up, still, true],
    ["both sides worsen", up, up, true],
    ["the worse-off side improves too", up, down, false],
    ["the better-off side holds", still, down, false],
  ])("calls it levelling down only when %s", (_, advantaged, disadvantaged, expected) => {
    const found = verdict(changes(down, down, still, [advantaged, disadvantaged]), "lower");
    expect(found.levellingDown).toBe(expected);
  });

  it("never calls a widening gap levelling down", () => {
    expect(verdict(changes(up, up, up, [up, up]), "lower").levellingDown).toBe(false);
  });
});

describe("judge", () => {
  const rules = { ...plain, better: "lower" as const, baseline: null, breaks: [], targets: [] };
  const series = (values: readonly (number | null)[]): PeriodGaps[] =>
    values.map((value, i) =>
      at(year(2016 + i), value === null ? notComputable("missing-group", { groups: ["X"] }) : gap(value, 1)),
    );

  it("says which period has no gap, and why", () => {
    const { change, verdict: found } = judge(series([5, null]), rules);
    expect(change).toEqual(
      notComputable("no-gap", { period: "2017", because: { reason: "missing-group", parts: { groups: ["X"] } } }),
    );
    expect(found.because?.reason).toBe("no-gap");
    expect(judge(series([null, 5]), rules).change).toMatchObject({
      parts: { period: "2016", because: { reason: "missing-group", parts: { groups: ["X"] } } },
    });
  });

  it("carries the reason of a side that has no figure", () => {
    expect(judge(series([5, 10]), rules).change).toMatchObject({
      relative: { reason: "end-not-positive" },
      overall: { reason: "no-overall" },
      disadvantagedEnd: null,
    });
  });

  it("compares the ends where there are two sides", () => {
    const ends = (a: number, b: number) => ({ disadvantaged: level(a, 1), advantaged: level(b, 1) });
    const both = series([5, 10]).map((one, i) => ({ ...one, ends: i === 0 ? ends(20, 15) : ends(30, 20) }));
    expect(judge(both, rules).change).toMatchObject({
      disadvantagedEnd: { from: 20, to: 30 },
      advantagedEnd: { from: 15, to: 20 },
    });
  });

  it("gives the trend and a pace for each target", () => {
    const targets = [{ gap: "absolute" as const, value: 0, source: "Plan" }];
    const judged = judge(series([20, 18, 16, 14, 12]), { ...rules, targets });
    expect(judged.trends.absolute).toMatchObject({ scale: "difference" });
    expect(judged.trends.relative).toMatchObject({ reason: "fewer-than-four-periods" });
    expect(judged.paces).toHaveLength(1);
    expect(judged.paces[0]?.year).toBeCloseTo(2026.5, 6);
  });

  it("adjusts the p values of a whole build together", () => {
    const clear = judge(series([5, 50]), rules);
    const borderline = judge(series([5, 8]), rules);
    const nothing = judge(series([5]), rules);
    const { tests, mayBeChance } = adjustFamily([
      clear,
      borderline,
      nothing,
      ...Array.from({ length: 3 }, () => judge(series([5, 5.1]), rules)),
    ]);
    expect(tests).toBe(5);
    const adjusted = (one: typeof clear) => (isMissing(one.change) ? null : one.change.absolute.adjustedP);
    expect(adjusted(borderline)).toBeCloseTo((5 / 2) * 0.033894853524689, 9);
    expect(mayBeChance).toEqual(new Set([borderline]));
  });
});
