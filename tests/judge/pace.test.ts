import { describe, expect, it } from "vitest";
import { trend } from "../../src/judge/first-trend.ts";
import { pace } from "../../src/judge/pace.ts";
import { type ComputedGap, notComputable, type Period, type PeriodGaps, type Tested } from "../../src/model.ts";

const Z = 1.959963984540054;
const year = (y: number): Period => ({ label: `${y}`, start: `${y}-01-01`, end: `${y}-12-31` });

const gap = (value: number, standardError: number | null, scale: Tested["scale"] = "difference"): ComputedGap => {
  const shown = { difference: value, log: Math.exp(value), variance: Math.sqrt(Math.max(0, value)) }[scale];
  const limits = { value: shown, lower: null, upper: null };
  return { raw: limits, oriented: limits, tested: { scale, point: value, standardError }, notes: [] };
};

const at = (period: Period, absolute: PeriodGaps["absolute"]): PeriodGaps => ({
  period,
  absolute,
  relative: notComputable("end-not-positive", { nearly: false }),
  overall: notComputable("no-overall", { of: "groups" }),
  ends: null,
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
