import { describe, expect, it } from "vitest";
import { trend } from "../../src/judge/first-trend.ts";
import { isMissing, notComputable } from "../../src/reasons-and-notes.ts";
import { at, gap, year, Z } from "../support/period-gaps.ts";

describe("trend", () => {
  const straight = [2016, 2017, 2018, 2019, 2020].map((y) => at(year(y), gap(10 - 2 * (y - 2016), 0.5)));

  it("is the weighted slope per year", () => {
    const found = trend(straight, "absolute", [], Z);
    if (isMissing(found)) throw new Error(found.reason);
    const { slopePerYear, ...rest } = found.trend;
    expect(slopePerYear.value).toBeCloseTo(-2, 10);
    // The points lie on the line: nothing is added to the error of the intervals.
    const s = 0.5 / Math.sqrt(10);
    expect(slopePerYear.lower).toBeCloseTo(-2 - Z * s, 10);
    expect(slopePerYear.upper).toBeCloseTo(-2 + Z * s, 10);
    expect(rest).toMatchObject({ scale: "difference", leftOut: [], degreesOfFreedom: null, adjustedP: null });
    expect(rest).toMatchObject({ clear: true, decides: false });
    expect(rest.from).toBeCloseTo(10, 10);
    expect(rest.to).toBeCloseTo(2, 10);
    expect(rest.p).toBeLessThan(1e-10);
    expect(found.line).toMatchObject({ centreYear: 2018.5, lastYear: 2020.5 });
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
    const { slopePerYear } = found.trend;
    expect(slopePerYear.value).toBeCloseTo(slope, 9);
    expect(chi2 / 2).toBeGreaterThan(1);
    expect(slopePerYear.upper).toBeCloseTo(slope + (Z * Math.sqrt(chi2 / 2)) / Math.sqrt(spread), 9);
  });

  it("shows ratios and typical differences as they are read", () => {
    const logs = [0.4, 0.3, 0.2, 0.1].map((v, i) => at(year(2016 + i), gap(v, 0.1, "log")));
    expect(trend(logs, "absolute", [], Z)).toMatchObject({
      trend: { from: expect.closeTo(Math.exp(0.4), 9), to: expect.closeTo(Math.exp(0.1), 9) },
    });
    const variances = [9, 6, 3, 0].map((v, i) => at(year(2016 + i), gap(v, 1, "variance")));
    expect(trend(variances, "absolute", [], Z)).toMatchObject({
      trend: { from: expect.closeTo(3, 6), to: expect.closeTo(0, 5) },
    });
  });

  it.each([
    ["three periods", straight.slice(0, 3), [], "too-few-periods"],
    ["a break that leaves three", straight, [{ from: year(2018), why: "" }], "too-few-periods"],
    ["no standard error", straight.map(({ period }) => at(period, gap(1, null))), [], "no-intervals"],
    ["no standard error in one", [...straight.slice(0, 4), at(year(2020), gap(2, null))], [], "no-intervals"],
    ["a standard error of zero", straight.map(({ period }) => at(period, gap(1, 0))), [], "no-intervals"],
  ])("needs four periods with intervals: %s", (_, series, breaks, reason) => {
    const parts = reason === "no-intervals" ? { of: "trend" } : { fewest: 4 };
    expect(trend(series, "absolute", breaks, Z)).toEqual({ reason, parts });
  });

  it("names the periods that it leaves out: those that share days, and those before a break", () => {
    const pools = [2012, 2013, 2014, 2015, 2017, 2019, 2021].map((y) =>
      at({ label: `${y}-${y + 1}`, start: `${y}-01-01`, end: `${y + 1}-12-31` }, gap(y - 2000, 1)),
    );
    expect(trend(pools, "absolute", [], Z)).toMatchObject({
      trend: {
        periods: ["2013-2014", "2015-2016", "2017-2018", "2019-2020", "2021-2022"],
        leftOut: ["2012-2013", "2014-2015"],
        // Of those that are kept alone: by one a year.
        slopePerYear: { value: expect.closeTo(1, 9) },
      },
    });
    const broken = [{ from: year(2017), why: "New boundaries." }];
    expect(trend(straight, "absolute", broken, Z)).toMatchObject({
      trend: { periods: ["2017", "2018", "2019", "2020"], leftOut: ["2016"] },
    });
  });

  it("leaves out periods without a gap", () => {
    const holes = [...straight, at(year(2021), notComputable("missing-group", { groups: ["X"] }))];
    expect(trend(holes, "absolute", [], Z)).toMatchObject({
      trend: { periods: straight.map(({ period }) => period.label), leftOut: [] },
    });
    expect(trend(holes, "relative", [], Z)).toMatchObject({ reason: "too-few-periods" });
  });
});
