import { describe, expect, it } from "vitest";
import { trend } from "../../src/judge/first-trend.ts";
import type { FittedTrend } from "../../src/judge/fitted-trend.ts";
import { pace } from "../../src/judge/pace.ts";
import type { ChangeScale } from "../../src/model.ts";
import { notComputable } from "../../src/reasons-and-notes.ts";
import { at, gap, year, Z } from "../support/period-gaps.ts";

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

  const line = { centreYear: 2021.5, centre: 8, slope: -1, centreVariance: 0.2, slopeVariance: 1, lastYear: 2023.5 };
  const on = (more: Partial<typeof line>, shape: { scale?: ChangeScale; to?: number } = {}): FittedTrend => ({
    trend: {
      ...{ scale: "difference", from: 10, to: 6, periods: ["2019", "2023"], leftOut: [], ...shape },
      slopePerYear: { value: -1, lower: -3, upper: 1 },
      ...{ p: 0.3, adjustedP: 0.3, clear: false, degreesOfFreedom: null, decides: false },
    },
    line: { ...line, ...more },
  });

  it("has an earliest year where the slope is not clear: where the line's interval first holds the target", () => {
    // (8 - t)^2 = 1.96^2 (0.2 + t^2): t = 2.678, and -8.309 before the series.
    const found = pace(target, on({}), Z);
    expect(found).toMatchObject({ year: 2029.5, latest: null, outcome: "on-this-trend" });
    expect(found.earliest).toBeCloseTo(2021.5 + 2.678, 3);
  });

  it("has the last period as its earliest year where the target lies in the interval by then", () => {
    expect(pace(target, on({ centre: 6 }), Z)).toMatchObject({ year: 2027.5, earliest: 2023.5, latest: null });
    expect(pace(target, on({ slopeVariance: 0.01, centreVariance: 16 }), Z).earliest).toBe(2023.5);
  });

  it.each([
    ["a ratio by its log", "log", 1, Math.log(4), -0.1, 2021.5 + Math.log(4) / 0.1],
    ["a typical difference by its square", "variance", 2, 16, -1, 2033.5],
    ["a deviation as it is", "root", 2, 16, -1, 2035.5],
  ] as const)("reaches %s", (_, scale, value, centre, slope, year) => {
    const small = { centre, slope, centreVariance: 0.0001, slopeVariance: 0.0001 };
    expect(pace({ ...target, value }, on(small, { scale }), Z).year).toBeCloseTo(year, 9);
  });

  it("is reached where the trend ends on the target, and never by a level line", () => {
    expect(pace({ ...target, value: 6 }, on({}), Z).outcome).toBe("reached");
    for (const slope of [0, -0]) expect(pace(target, on({ slope }), Z).outcome).toBe("not-on-this-trend");
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
