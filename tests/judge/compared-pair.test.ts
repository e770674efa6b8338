import { describe, expect, it } from "vitest";
import { pairOf, type SeriesEvidence, varianceOf } from "../../src/judge/compared-pair.ts";
import type { Period, PeriodEvidence } from "../../src/model.ts";
import { gapEvidence, periodEvidence, wholeYears } from "../support/period-evidence.ts";

const series = (periods: readonly PeriodEvidence[], more: Partial<SeriesEvidence> = {}): SeriesEvidence => ({
  better: "lower",
  baseline: null,
  breaks: [],
  periods,
  ...more,
});

describe("two pools that overlap", () => {
  const shared = (
    [a, sizeA]: readonly [Period, number | null],
    [b, sizeB]: readonly [Period, number | null],
  ): number | string => {
    const pair = pairOf(series([periodEvidence(a, { size: sizeA }), periodEvidence(b, { size: sizeB })]));
    return pair.basis === "none" ? pair.reason : pair.shared;
  };
  const [one, both] = [wholeYears(2018), wholeYears(2018, 2019)];

  it("share the part of what they count that falls into their common days", () => {
    // All of the first 1000 and half of the later 3000, of 4000.
    expect(shared([one, 1000], [both, 3000])).toBeCloseTo(2500 / 4000, 12);
  });

  it("share their common days where what either counts is not known", () => {
    for (const [a, b] of [
      [null, null],
      [1000, null],
      [null, 3000],
    ] as const)
      expect(shared([one, a], [both, b])).toBeCloseTo(730 / 1095, 12);
  });

  it("share all of a later one that ends first", () => {
    // 365 of 1096 days, and all 365.
    expect(shared([wholeYears(2018, 2020), null], [wholeYears(2019), null])).toBeCloseTo(730 / 1461, 12);
  });

  it("share the days from the start of the later one to the end of the earlier one", () => {
    const [a, b] = [wholeYears(2017, 2019), wholeYears(2018, 2020)];
    expect(shared([a, 3000], [b, 1000])).toBeCloseTo((3000 * (730 / 1095) + 1000 * (730 / 1096)) / 4000, 12);
  });

  it("are compared up to nine tenths, and no further", () => {
    const tenDays = (first: number): Period => ({
      label: `from ${first}`,
      start: `2020-05-0${first}`,
      end: `2020-05-${first + 9}`,
    });
    expect(shared([tenDays(1), null], [tenDays(2), null])).toBe(0.9);
    expect(shared([wholeYears(2000, 2010), null], [wholeYears(2001, 2011), null])).toBe("periods-overlap");
  });

  it("are not compared across a break", () => {
    const pools = [wholeYears(2017, 2019), wholeYears(2018, 2020)].map((period) => periodEvidence(period));
    const from = (year: number) => pairOf(series(pools, { breaks: [{ from: wholeYears(year), why: "New." }] }));
    expect(from(2018)).toEqual({ basis: "none", reason: "series-broken", now: pools[1] });
    expect(from(2017)).toMatchObject({ basis: "overlapping" });
  });
});

describe("two periods whose areas differ", () => {
  const periods = [2018, 2022].map((year) => periodEvidence(wholeYears(year), { absolute: gapEvidence(year) }));
  const onCommon = [2018, 2022].map((year) => periodEvidence(wholeYears(year), { absolute: gapEvidence(1) }));
  const pair = (share: number) =>
    pairOf(series(periods, { common: { periods: onCommon, leftOut: { share, of: "people" } } }));

  it("are compared on those that both have, if that leaves out no more than one person in twenty", () => {
    expect(pair(0.05)).toEqual({ basis: "since-baseline", base: onCommon[0], now: onCommon[1], shared: 0 });
    expect(pair(0.051)).toEqual({ basis: "none", reason: "areas-differ", now: periods[1] });
  });

  it("are not compared for a reason that comes before that", () => {
    const one = series(periods.slice(0, 1), { common: { periods: onCommon, leftOut: { share: 1, of: "areas" } } });
    expect(pairOf(one)).toMatchObject({ basis: "none", reason: "one-period" });
  });
});

describe("varianceOf", () => {
  const gap = (variance: number | null, linearVariance: number | null) => ({
    ...gapEvidence(1),
    variance,
    linearVariance,
  });

  it("is the sum of both where nothing is shared", () => {
    expect(varianceOf(gap(10, null), gap(8, null), 0)).toBe(18);
    expect(varianceOf(gap(10, 6), gap(8, 3), 0)).toBe(18);
  });

  it("is less by the shared part, and by its square where it is quadratic in the errors of the groups", () => {
    expect(varianceOf(gap(10, null), gap(8, null), 0.5)).toBe(9);
    // Half of the linear 6 + 3, three quarters of the remaining 4 + 5.
    expect(varianceOf(gap(10, 6), gap(8, 3), 0.5)).toBe(11.25);
  });

  it("takes all for linear where the part of one is not known", () => {
    expect(varianceOf(gap(10, 6), gap(8, null), 0.5)).toBe(9);
    expect(varianceOf(gap(10, null), gap(8, 3), 0.5)).toBe(9);
  });

  it("is not known where that of one is not", () => {
    expect(varianceOf(gap(null, null), gap(8, null), 0)).toBeNull();
    expect(varianceOf(gap(10, null), gap(null, null), 0)).toBeNull();
  });
});
