import { describe, expect, it } from "vitest";
import { catalogues } from "../../src/catalogue/catalogue.ts";
import { type FirstSeries, judgeFirstEdition } from "../../src/judge/first-edition.ts";
import type { Judged } from "../../src/judge/judged.ts";
import type { Level, PeriodGaps } from "../../src/model.ts";
import { isMissing, notComputable } from "../../src/reasons-and-notes.ts";
import { at, gap, year, Z } from "../support/period-gaps.ts";

const level = (value: number, standardError: number | null): Level => ({
  value,
  lower: null,
  upper: null,
  standardError,
});

describe("the first edition of the method", () => {
  const plain = { z: Z, materiality: 0 };
  const series = (values: readonly (number | null)[]): PeriodGaps[] =>
    values.map((value, i) =>
      at(year(2016 + i), value === null ? notComputable("missing-group", { groups: ["X"] }) : gap(value, 1)),
    );
  const of = (periods: readonly PeriodGaps[], more: Partial<FirstSeries> = {}): FirstSeries => ({
    periods,
    better: "lower",
    baseline: null,
    breaks: [],
    targets: [],
    ...more,
  });
  const judge = (periods: readonly PeriodGaps[], more: Partial<FirstSeries> = {}): Judged =>
    judgeFirstEdition([of(periods, more)], plain).judged[0]!;

  it("says which period has no gap, and why", () => {
    const { change, verdict } = judge(series([5, null]));
    expect(change).toEqual(
      notComputable("no-gap", { period: "2017", because: { reason: "missing-group", parts: { groups: ["X"] } } }),
    );
    expect(verdict.because?.reason).toBe("no-gap");
    expect(judge(series([null, 5])).change).toMatchObject({
      parts: { period: "2016", because: { reason: "missing-group", parts: { groups: ["X"] } } },
    });
  });

  it("carries the reason of a side that has no figure", () => {
    expect(judge(series([5, 10])).change).toMatchObject({
      relative: { reason: "end-not-positive" },
      overall: { reason: "no-overall" },
      disadvantagedEnd: null,
    });
  });

  it("compares two periods that share no day, and takes scatter for none", () => {
    expect(judge(series([5, 7, 10])).change).toMatchObject({
      baseline: year(2017),
      current: year(2018),
      basis: "since-baseline",
      shared: 0,
      scatter: null,
    });
    expect(judge(series([5, 7, 10]), { baseline: "2016" }).change).toMatchObject({ baseline: year(2016) });
  });

  it("compares the ends where there are two sides", () => {
    const ends = (a: number, b: number) => ({ disadvantaged: level(a, 1), advantaged: level(b, 1) });
    const both = series([5, 10]).map((one, i) => ({ ...one, ends: i === 0 ? ends(20, 15) : ends(30, 20) }));
    expect(judge(both).change).toMatchObject({
      disadvantagedEnd: { from: 20, to: 30, direction: "worsening" },
      advantagedEnd: { from: 15, to: 20, direction: "worsening" },
    });
  });

  it("compares ratio and level where both periods have them, and ends where both have two sides", () => {
    const [before, after] = series([5, 10]) as [PeriodGaps, PeriodGaps];
    const more = { relative: gap(1, 0.1), overall: level(20, 1) };
    const sides = { ends: { disadvantaged: level(20, 1), advantaged: level(15, 1) } };
    const full = judge([
      { ...before, ...more, ...sides },
      { ...after, relative: gap(2, 0.1), overall: level(30, 1) },
    ]);
    expect(full.change).toMatchObject({
      relative: { from: 1, to: 2, direction: "wider" },
      overall: { from: 20, to: 30, direction: "worsening" },
      disadvantagedEnd: null,
      advantagedEnd: null,
    });
    expect(judge([{ ...before, ...more }, after]).change).toMatchObject({
      relative: { reason: "end-not-positive" },
      overall: { reason: "no-overall" },
    });
    expect(judge([before, { ...after, ...more, ...sides }]).change).toMatchObject({
      relative: { reason: "end-not-positive" },
      overall: { reason: "no-overall" },
      disadvantagedEnd: null,
      advantagedEnd: null,
    });
  });

  it("says of a period without a gap the reason that lies below", () => {
    const because = { reason: "missing-group" as const, parts: { groups: ["X"] } };
    const [before, after] = series([5, null]) as [PeriodGaps, PeriodGaps];
    const nested = { ...after, absolute: notComputable("no-gap", { period: "2001", because }) };
    expect(judge([before, nested]).change).toEqual(notComputable("no-gap", { period: "2017", because }));
  });

  it("counts no test where there is no p, and notes chance once for both gaps", () => {
    const both = series([5, 8]).map((one, i) => ({ ...one, relative: gap(i === 0 ? 5 : 8, 1) }));
    const untested = series([5, 8]).map((one) => ({ ...one, absolute: gap(5, null) }));
    const still = Array.from({ length: 3 }, () => of(series([5, 5.1])));
    const { judged, tests } = judgeFirstEdition([of(both), of(untested), ...still], plain);
    expect(tests).toBe(5);
    // p = 0.0339, twice: 5 / 2 times that.
    expect(judged[0]!.notes).toEqual([{ id: "may-be-chance", parts: { tests: 5 } }]);
  });

  it("gives the trend and a pace for each target, and never rests on the trend", () => {
    const targets = [{ gap: "absolute" as const, value: 0, source: "Plan" }];
    const judged = judge(series([20, 18, 16, 14, 12]), { targets });
    expect(judged.trends.absolute).toMatchObject({ scale: "difference", decides: false });
    expect(judged.trends.relative).toMatchObject({ reason: "too-few-periods", parts: { fewest: 4 } });
    expect(judged.trends.overall).toEqual(notComputable("no-intervals", { of: "trend" }));
    expect(judged.paces).toHaveLength(1);
    expect(judged.paces[0]?.year).toBeCloseTo(2026.5, 6);
    const untested = series([20, 18, 16, 14, 12]).map((one, i) => at(one.period, gap(20 - 2 * i, null)));
    expect(judge(untested).verdict).toMatchObject({ id: "not-compared", basis: "none" });
  });

  it("adjusts the p values of a whole build together, and only notes what does not survive that", () => {
    const all = [[5, 50], [5, 8], [5], ...Array.from({ length: 3 }, () => [5, 5.1])].map((values) =>
      of(series(values)),
    );
    const { judged, tests } = judgeFirstEdition(all, plain);
    expect(tests).toBe(5);
    const [, borderline] = judged;
    const change = borderline?.change;
    if (change === undefined || isMissing(change) || isMissing(change.absolute)) throw new Error("no change");
    expect(change.absolute.adjustedP).toBeCloseTo((5 / 2) * 0.033894853524689, 9);
    expect(change.absolute).toMatchObject({ clear: true, direction: "wider", possible: false });
    expect(judged.map(({ notes }) => notes)).toEqual([
      [],
      [{ id: "may-be-chance", parts: { tests: 5 } }],
      [],
      [],
      [],
      [],
    ]);
  });

  it("says why nothing is compared in the words of the method", () => {
    const { verdict } = judge(series([5]));
    expect(verdict).toMatchObject({ id: "not-compared", temperature: "no-reading", because: { reason: "one-period" } });
    expect(catalogues["en-GB"].method.rule(verdict)).toBe(
      "There is no change to judge: figures of one period only are shown, so there is no change to tell yet.",
    );
  });
});
