import { describe, expect, it } from "vitest";
import { baselineCheck, baselineExtreme, isReframed } from "../../src/judge/checks.ts";
import { differenceTest } from "../../src/judge/difference-test.ts";
import type { GapEvidence, PeriodEvidence } from "../../src/model.ts";
import { gapEvidence, periodEvidence, wholeYears } from "../support/period-evidence.ts";

const wayOf = (_: GapEvidence["scale"], from: number, to: number) =>
  Math.abs(to) < Math.abs(from) ? ("narrower" as const) : ("wider" as const);

/** Years from 2012 with a gap each, of an error of 0.2 where none is given; null: no gap. */
const yearly = (...gaps: (number | GapEvidence | null)[]): PeriodEvidence[] =>
  gaps.map((gap, i) =>
    periodEvidence(wholeYears(2012 + i), { absolute: typeof gap === "number" ? gapEvidence(gap, 0.2) : gap }),
  );

describe("a change since the baseline, against every other year", () => {
  const check = (separate: PeriodEvidence[], base = 0) =>
    baselineCheck(
      { separate, scatter: null, base: separate[base]!, now: separate.at(-1)! },
      "absolute",
      wayOf("difference", separate[base]!.absolute!.point, separate.at(-1)!.absolute!.point),
      wayOf,
    );

  it("stands where another says the same", () => {
    expect(check(yearly(10, 9, 5, 5, 5))).toEqual({ depends: false, turned: null });
  });

  it("depends on the year where no other says the same clearly", () => {
    expect(check(yearly(10, 5, 5, 5.1, 5))).toEqual({ depends: true, turned: null });
    expect(check(yearly(10, 1, 2, 5, 5))).toEqual({ depends: true, turned: null });
  });

  it("depends on the year where an earlier one says the opposite, whatever later ones say", () => {
    expect(check(yearly(2, 10, 9, 2, 5), 1)).toEqual({ depends: true, turned: null });
  });

  it("turned in the later year that says the opposite with the smallest p", () => {
    expect(check(yearly(10, 9, 2, 3, 5))).toEqual({ depends: false, turned: "2014" });
    expect(check(yearly(10, 9, 3, 2, 5))).toEqual({ depends: false, turned: "2015" });
    expect(check(yearly(10, 9, 3, 2, 4, 5))).toEqual({ depends: false, turned: "2015" });
  });

  it("passes over years without a gap or its error", () => {
    const all = yearly(10, 9, null, gapEvidence(1), 5);
    expect(check(all)).toEqual({ depends: false, turned: null });
    // Without the 9 of 2013 there is none that says the same.
    expect(check(yearly(10, null, null, gapEvidence(9), 5))).toEqual({ depends: true, turned: null });
  });

  it("is checked against nothing where the latest has no error on its own areas", () => {
    const all = yearly(10, 9, 8, 7, gapEvidence(5));
    expect(check(all)).toEqual({ depends: true, turned: null });
    const [first] = all;
    const none = [...all.slice(0, 4), periodEvidence(wholeYears(2016))];
    const pair = { base: first!, now: none[4]! };
    expect(baselineCheck({ separate: none, scatter: null, ...pair }, "absolute", "narrower", wayOf).depends).toBe(true);
  });

  it("is not checked with fewer than five years", () => {
    expect(check(yearly(10, 5, 5, 5))).toEqual({ depends: false, turned: null });
  });
});

describe("the baseline among its years", () => {
  const extreme = (...gaps: (number | null)[]) => {
    const all = yearly(...gaps);
    return baselineExtreme(all, all[0]!, "absolute");
  };

  it.each([
    ["highest", [10, 9, 10, 8, 7]],
    ["lowest", [7, 9, 10, 8, 7]],
    [null, [8, 9, 10, 8, 7]],
    ["highest", [10, null, 9, 8, 7]],
    ["lowest", [7, null, 9, 8, 7]],
    [null, [null, 9, 10, 8, 7]],
    [null, [10, 9, 8, 7]],
  ] as const)("is %s of %j", (expected, gaps) => {
    expect(extreme(...gaps)).toBe(expected);
  });
});

describe("those who have not", () => {
  const at = (year: number, relative: number, complement: GapEvidence | null) =>
    periodEvidence(wholeYears(year), { relative: gapEvidence(relative, 0.01, { scale: "log" }), complement });
  const log = (point: number, error: number | null) => gapEvidence(point, error, { scale: "log" });
  const clear = differenceTest(-0.2, 0.0002, null);
  const reframed = (from: GapEvidence | null, to: GapEvidence | null, test = clear) =>
    isReframed(at(2018, 1, from), at(2022, 0.8, to), test, null, wayOf);

  it("say the opposite where both changes are clear and point apart", () => {
    expect(reframed(log(0.2, 0.01), log(0.4, 0.01))).toBe(true);
    expect(reframed(log(0.4, 0.01), log(0.2, 0.01))).toBe(false);
  });

  it("say nothing where either change is not clear", () => {
    expect(reframed(log(0.2, 0.01), log(0.4, 0.01), differenceTest(-0.2, 1, null))).toBe(false);
    expect(reframed(log(0.4, 0.1), log(0.41, 0.1))).toBe(false);
    // 0.2 over 0.14: clear with one of the errors alone, and not with both.
    expect(reframed(log(0.2, 0.1), log(0.4, 0.1))).toBe(false);
  });

  it("say nothing where they have no figure or no error", () => {
    for (const [from, to] of [
      [null, log(0.4, 0.01)],
      [log(0.2, 0.01), null],
      [log(0.2, null), log(0.4, 0.01)],
      [log(0.2, 0.01), log(0.4, null)],
    ] as const)
      expect(reframed(from, to)).toBe(false);
  });
});
