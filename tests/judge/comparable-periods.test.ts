import { describe, expect, it } from "vitest";
import { type Break, comparison, overlap, thinned } from "../../src/judge/comparable-periods.ts";
import { middleYear, type Period } from "../../src/model.ts";
import { notComputable } from "../../src/reasons-and-notes.ts";

const year = (y: number): Period => ({ label: `${y}`, start: `${y}-01-01`, end: `${y}-12-31` });
const years = (from: number, to: number): Period => ({
  label: `${from}-${to}`,
  start: `${from}-01-01`,
  end: `${to}-12-31`,
});

describe("comparison", () => {
  const series = [2018, 2019, 2020, 2021].map(year);

  it("takes the latest period and the one before it", () => {
    expect(comparison(series, null, [])).toEqual({ baseline: year(2020), current: year(2021) });
  });

  it("takes the declared baseline", () => {
    expect(comparison(series, "2018", [])).toEqual({ baseline: year(2018), current: year(2021) });
  });

  it("passes over earlier periods that share a day with the latest", () => {
    const rolling = [years(2014, 2016), years(2015, 2017), years(2016, 2018), years(2017, 2019)];
    expect(comparison(rolling, null, [])).toEqual({ baseline: years(2014, 2016), current: years(2017, 2019) });
  });

  const from2020: Break[] = [{ from: year(2020), why: "New boundaries." }];
  it.each([
    ["nothing to compare with", [year(2021)], null, [], "one-period"],
    ["no period at all", [], null, [], "one-period"],
    ["the baseline is the latest", series, "2021", [], "one-period"],
    ["the baseline has no figures", series, "2015", [], "baseline-missing"],
    ["all earlier periods overlap", [years(2018, 2020), years(2019, 2021)], null, [], "periods-overlap"],
    ["the declared baseline overlaps", [years(2018, 2020), years(2019, 2021)], "2018-2020", [], "periods-overlap"],
    ["a break lies between", series, "2019", from2020, "break-in-series"],
  ] as const)("says why not: %s", (_, periods, baseline, breaks, reason) => {
    expect(comparison(periods, baseline, breaks)).toMatchObject({ reason });
  });

  it("compares on one side of a break: the first period after it is a fair baseline", () => {
    expect(comparison(series, "2020", from2020)).toEqual({ baseline: year(2020), current: year(2021) });
  });

  it("is not hindered by a break that is still to come", () => {
    expect(comparison(series, null, [{ from: year(2022), why: "New boundaries." }])).toMatchObject({
      baseline: year(2020),
    });
  });

  it.each([
    ["2021", [], notComputable("one-period", { baseline: "2021" })],
    ["2015", [], notComputable("baseline-missing", { baseline: "2015" })],
    ["2019", from2020, notComputable("break-in-series", { from: "2020", why: "New boundaries." })],
  ] as const)("names what hinders it: %s", (baseline, breaks, expected) => {
    expect(comparison(series, baseline, breaks)).toEqual(expected);
  });

  it("names both periods that overlap", () => {
    expect(comparison([years(2018, 2020), years(2019, 2021)], null, [])).toEqual(
      notComputable("periods-overlap", { earlier: "2018-2020", later: "2019-2021" }),
    );
  });
});

describe("overlap", () => {
  it.each([
    [year(2019), year(2020), false],
    [years(2019, 2020), year(2020), true],
    [year(2020), years(2019, 2020), true],
    [
      { label: "a", start: "2020-01-01", end: "2020-06-30" },
      { label: "b", start: "2020-06-30", end: "2020-12-31" },
      true,
    ],
  ])("of %j and %j is %s", (a, b, expected) => {
    expect(overlap(a, b)).toBe(expected);
    expect(overlap(b, a)).toBe(expected);
  });
});

describe("thinned", () => {
  it("keeps periods that share no day, from the latest back", () => {
    const rolling = Array.from({ length: 8 }, (_, i) => years(2012 + i, 2014 + i));
    expect(thinned(rolling, []).map(({ label }) => label)).toEqual(["2013-2015", "2016-2018", "2019-2021"]);
  });

  it("drops everything before the last break", () => {
    const breaks = [{ from: year(2019), why: "" }];
    expect(thinned([2017, 2018, 2019, 2020].map(year), breaks).map(({ label }) => label)).toEqual(["2019", "2020"]);
  });
});

describe("middleYear", () => {
  it.each([
    [year(2019), 2019.5],
    [years(2015, 2017), 2016.5],
    [{ label: "2018-19", start: "2018-04-01", end: "2019-03-31" }, 2018 + (90 / 365 + 1 + 90 / 365) / 2],
    [{ label: "census", start: "2021-03-21", end: "2021-03-21" }, 2021 + 79.5 / 365],
  ])("of %j is %d", (period, expected) => {
    expect(middleYear(period)).toBeCloseTo(expected, 10);
  });
});
