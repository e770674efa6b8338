import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correlatedLine } from "../../src/stats/generalised-least-squares.ts";
import { tOf, tQuantile, twoSidedT } from "../../src/stats/student-t.ts";
import { check } from "../support/check.ts";

describe("correlatedLine", () => {
  it("is ordinary least squares without correlation", () => {
    const line = correlatedLine([0, 1, 2, 3], [1, 2, 2, 5], 0);
    // Sums about the middle 1.5: 5 of squares, 6 of products; the mean is 2.5.
    expect(line.slope).toBeCloseTo(1.2, 12);
    expect(line.intercept).toBeCloseTo(2.5 - 1.2 * 1.5, 12);
    expect(line.chiSquared).toBeCloseTo(1.8, 12);
    expect(line.spread.slope).toBeCloseTo(1 / 5, 12);
  });

  it("weights two points of one distance by what is new in the later one", () => {
    // O = [[1, 0.3], [0.3, 1]]: Var(slope) = 2 - 2 0.3.
    expect(correlatedLine([0, 1], [3, 4], 0.3)).toMatchObject({ slope: expect.closeTo(1, 12) as number });
    expect(correlatedLine([0, 1], [3, 4], 0.3).spread.slope).toBeCloseTo(1.4, 12);
  });

  it("goes through points that lie on a line, whatever their correlation", () => {
    const years = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 3, maxLength: 12 });
    check(
      fc.tuple(years, fc.double({ min: 0, max: 0.9, noNaN: true }), fc.integer({ min: -5, max: 5 })),
      ([drawn, correlation, slope]) => {
        const x = drawn.sort((a, b) => a - b);
        const line = correlatedLine(
          x,
          x.map((xi) => 7 + slope * xi),
          correlation,
        );
        expect(line.slope).toBeCloseTo(slope, 8);
        expect(line.intercept).toBeCloseTo(7, 7);
        expect(line.chiSquared).toBeCloseTo(0, 8);
      },
    );
  });
});

describe("Student's t", () => {
  it("has its quantiles and p values from tables", () => {
    expect(tQuantile(0.975, 8)).toBeCloseTo(2.306004, 6);
    expect(tQuantile(0.8, 8)).toBeCloseTo(0.88889, 6);
    expect(twoSidedT(-2.306004135, 8)).toBeCloseTo(0.05, 9);
    expect(twoSidedT(tOf(0.9, 4.5), 4.5)).toBeCloseTo(0.1, 9);
  });
});
