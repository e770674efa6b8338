import { describe, expect, it } from "vitest";
import { gapTrend } from "../../src/judge/gap-trend.ts";
import { wholeYears } from "../support/period-evidence.ts";

const trend = (points: readonly number[], variances: readonly (number | null)[] = points.map(() => null)) =>
  gapTrend(
    points.map((_, i) => wholeYears(2012 + i)),
    points,
    variances,
    0.95,
  );

// Five years with correlation 0.3^|t - u|: sums of the columns less 0.3 times the year before, over 1 - 0.3^2, are
// 2.87 of ones, 19.26 of squared years and 5.74 of years, from 0 to 4.
const ONES = 2.87 / 0.91;
const SLOPE = (2.87 * 0.91) / (2.87 * 19.26 - 5.74 ** 2);
/** Of Student's t on three degrees of freedom, from tables. */
const T3 = 3.182446;

describe("a line through five years", () => {
  it("has the error of its points where these lie on it, level and slope apart at its middle", () => {
    const found = trend([10, 8, 6, 4, 2], [4, 4, 4, 4, 4])!;
    const error = Math.sqrt(4 * SLOPE);
    expect(found).toMatchObject({
      periods: 5,
      degreesOfFreedom: 3,
      years: 4,
      slopePerYear: expect.closeTo(-2, 9),
      standardError: expect.closeTo(error, 9),
      lower: expect.closeTo(-2 - T3 * error, 5),
      upper: expect.closeTo(-2 + T3 * error, 5),
      first: expect.closeTo(10, 9),
      last: expect.closeTo(2, 9),
      line: {
        centreYear: expect.closeTo(2014.5, 9),
        centre: expect.closeTo(6, 9),
        slope: expect.closeTo(-2, 9),
        centreVariance: expect.closeTo(4 / ONES, 9),
        slopeVariance: expect.closeTo(4 * SLOPE, 9),
        lastYear: 2016.5,
      },
    });
  });

  it("has its middle where the years are, if these are not even", () => {
    // Far apart, points are as good as uncorrelated: the mean of the years, and the plain sum of squares about it.
    const years = [1920, 1940, 1960, 1980, 2020];
    const points = years.map((year) => (year - 1920) / 10);
    const { line } = gapTrend(
      years.map((year) => wholeYears(year)),
      points,
      points.map(() => 1),
      0.95,
    )!;
    expect(line.centreYear).toBeCloseTo(1964.5, 4);
    expect(line.centre).toBeCloseTo(4.4, 5);
    expect(line.centreVariance).toBeCloseTo(1 / 5, 6);
    expect(line.slopeVariance).toBeCloseTo(1 / 5920, 8);
  });

  it("has the mean error of those of its points that have one", () => {
    const some = trend([10, 8, 6, 4, 2], [5, null, 3, null, null])!;
    expect(some.standardError).toBeCloseTo(Math.sqrt(4 * SLOPE), 9);
  });

  it("has the error of its residuals where that is larger", () => {
    // Each less 0.3 times the one before: -1.3 and 1.3 by turns. By symmetry a line explains nothing but their mean.
    const jumping = trend([1, -1, 1, -1, 1])!;
    const mean = (0.91 + 0.7 * (-1.3 + 1.3 - 1.3 + 1.3)) / 2.87;
    const sum = (0.91 + 4 * 1.3 ** 2 - 2.87 * mean ** 2) / 0.91;
    expect(jumping.slopePerYear).toBeCloseTo(0, 9);
    expect(jumping.standardError).toBeCloseTo(Math.sqrt((sum / 3) * SLOPE), 9);
    expect(jumping.p).toBeCloseTo(1, 9);
  });

  it("that is level without error is no change", () => {
    expect(trend([0, 0, 0, 0, 0])).toMatchObject({ slopePerYear: 0, standardError: 0, p: 1 });
  });

  it("is none with fewer", () => expect(trend([10, 8, 6, 4])).toBeNull());
});
