import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopleNeeded, type SharesOfUnknownSize } from "../../src/judge/people-needed.ts";
import { twoSidedP } from "../../src/stats/normal.ts";
import { check, must } from "../support/check.ts";

const year = (disadvantaged: number, advantaged: number, overall: number | null): SharesOfUnknownSize => ({
  disadvantaged,
  advantaged,
  overall,
});

/** p of the change between two periods of n people, q of them disadvantaged. */
function pOf(base: SharesOfUnknownSize, now: SharesOfUnknownSize, n: number, q: number): { d: number; r: number } {
  const d = (one: SharesOfUnknownSize) => one.disadvantaged - one.advantaged;
  const r = (one: SharesOfUnknownSize) => Math.log(one.disadvantaged / one.advantaged);
  const sum = (f: (y: number) => number): number =>
    [base, now].reduce((all, one) => all + f(one.disadvantaged) / (n * q) + f(one.advantaged) / (n * (1 - q)), 0);
  return {
    d: twoSidedP((d(now) - d(base)) / Math.sqrt(sum((y) => y * (1 - y)))),
    r: twoSidedP((r(now) - r(base)) / Math.sqrt(sum((y) => (1 - y) / y))),
  };
}

describe("peopleNeeded", () => {
  it("is clear with so many people and not with one fewer", () => {
    const [base, now] = [year(0.4, 0.2, 0.25), year(0.3, 0.2, 0.225)];
    const { absolute, relative } = peopleNeeded(base, now);
    // A quarter of the people are disadvantaged, in both periods.
    expect(pOf(base, now, absolute!, 0.25).d).toBeLessThan(0.05);
    expect(pOf(base, now, absolute! - 1, 0.25).d).toBeGreaterThanOrEqual(0.05);
    expect(pOf(base, now, relative!, 0.25).r).toBeLessThan(0.05);
    expect(pOf(base, now, relative! - 1, 0.25).r).toBeGreaterThanOrEqual(0.05);
  });

  it("is the least of all that could be where the overall share is not published", () => {
    const share = fc.integer({ min: 2, max: 98 }).map((percent) => percent / 100);
    check(fc.tuple(share, share, share, share, fc.integer({ min: 5, max: 95 })), ([a, b, c, d, part]) => {
      const q = part / 100;
      const all = (one: number, other: number) => q * one + (1 - q) * other;
      const unknown = peopleNeeded(year(a, b, null), year(c, d, null));
      const known = peopleNeeded(year(a, b, all(a, b)), year(c, d, all(c, d)));
      for (const gap of ["absolute", "relative"] as const)
        must(unknown[gap] === null || known[gap] === null || unknown[gap] <= known[gap], () => `${gap} of ${q}`);
    });
  });

  it("is so where both sides move", () => {
    // 40 and 20 to 32 and 24 in 100; a quarter, then half of them are disadvantaged.
    const { absolute, relative } = peopleNeeded(year(0.4, 0.2, 0.25), year(0.32, 0.24, 0.28));
    const sum = (y: (share: number) => number) => y(0.4) / 0.25 + y(0.2) / 0.75 + y(0.32) / 0.5 + y(0.24) / 0.5;
    expect(absolute).toBe(Math.ceil((3.8414588 * sum((y) => y * (1 - y))) / 0.12 ** 2));
    expect(relative).toBe(Math.ceil((3.8414588 * sum((y) => (1 - y) / y)) / Math.log(2 / (4 / 3)) ** 2));
  });

  it("is by hand where the overall share is not published", () => {
    // 3.84 (0.7919 + 0.7366) / 0.1^2, and 3.84 (10.399 + 12.443) / log(0.75)^2.
    expect(peopleNeeded(year(0.4, 0.2, null), year(0.3, 0.2, null))).toEqual({
      absolute: 588,
      relative: 1061,
      isLeast: true,
    });
  });

  it("is the least where one overall share of the two is not known", () => {
    expect(peopleNeeded(year(0.4, 0.2, 0.25), year(0.3, 0.2, null)).isLeast).toBe(true);
    expect(peopleNeeded(year(0.4, 0.2, null), year(0.3, 0.2, 0.25)).isLeast).toBe(true);
    expect(peopleNeeded(year(0.4, 0.2, 0.25), year(0.3, 0.2, 0.25)).isLeast).toBe(false);
  });

  it("goes without the overall share where that does not lie between the two", () => {
    const [base, now] = [year(0.4, 0.2, null), year(0.3, 0.2, null)];
    expect(peopleNeeded({ ...base, overall: 0.4 }, { ...now, overall: 0.2 })).toEqual(peopleNeeded(base, now));
    expect(peopleNeeded({ ...base, overall: 0.5 }, { ...now, overall: 0.1 })).toEqual(peopleNeeded(base, now));
  });

  it("is none where nothing changed", () => {
    const same = year(0.4, 0.2, 0.3);
    expect(peopleNeeded(same, same)).toEqual({ absolute: null, relative: null, isLeast: false });
  });
});
