import { describe, expect, it } from "vitest";
import { borrowed, buildScatter, ownScatter } from "../../src/judge/scatter.ts";
import { wholeYears } from "../support/period-evidence.ts";

/** Groups of variance 1 in the years that are given; null: without errors. */
const years = (...groups: (readonly number[] | null)[]) =>
  groups.map((points, i) => ({
    period: wholeYears(2012 + i),
    cells: points === null ? null : points.map((point) => ({ point, variance: 1 })),
  }));

describe("the scatter of a series", () => {
  it("is that of each year about the line between its neighbours, beyond what all groups share", () => {
    // Distances 3 and 1 of variance 1 + 1/4 + 1/4, about their mean 2: (1 + 1) / 1.5, of one test.
    expect(ownScatter(years([0, 0], [3, 1], [0, 0]))).toEqual({
      phi: expect.closeTo(4 / 3, 12),
      degreesOfFreedom: expect.closeTo(1 / 1.94, 12),
    });
  });

  it.each([
    ["two years", years([0, 0], [3, 1])],
    ["one group", years([0], [3], [0])],
    ["no year", []],
    ["groups without errors in one year", years([0, 0], null, [0, 0])],
    ["groups without errors in the first year", years(null, [3, 1], [0, 0])],
    ["a group that joins", years([0, 0], [3, 1], [0, 0, 0])],
    ["a group that leaves", years([0, 0, 0], [3, 1], [0, 0, 0])],
  ])("is not known of %s", (_, given) => {
    expect(ownScatter(given)).toBeNull();
  });
});

describe("the scatter of a build", () => {
  const of = (phi: number, degreesOfFreedom: number) => ({ phi, degreesOfFreedom });

  it("is the mean of its series by their degrees of freedom, from eight on", () => {
    expect(buildScatter([of(1, 6), null, of(5, 2)])).toBe(2);
    expect(buildScatter([of(1, 6), of(5, 1.9)])).toBeNull();
    expect(buildScatter([])).toBeNull();
  });

  it("is lent on eight degrees of freedom", () => {
    expect(borrowed(of(4, 4), 1)).toEqual({ own: 4, phi: 2, degreesOfFreedom: 12 });
    expect(borrowed(null, 3)).toEqual({ own: null, phi: 3, degreesOfFreedom: 8 });
    expect(borrowed(of(4, 4), null)).toBeNull();
  });
});
