import { describe, expect, it } from "vitest";
import { type ByAgeRules, estimateByAge } from "../../src/estimate/by-age.ts";
import { estimatePeriod } from "../../src/estimate/estimate-period.ts";
import { type AgeCounts, noFigures, type Observation } from "../../src/model.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import { reason } from "../disclose/city.ts";

const rate: ByAgeRules = { kind: "dsr", scale: "log", per: 1000, confidence: 0.95, standard: [2, 1] };
const ages = [0, 1, ...Array.from({ length: 18 }, (_, i) => 5 * (i + 1))];
const life: ByAgeRules = {
  kind: "life-expectancy",
  scale: "identity",
  per: 1,
  confidence: 0.95,
  startAges: ages,
  at: 0,
};
const bands = (...counts: [number, number][]): AgeCounts[] =>
  counts.map(([numerator, denominator], i) => ({ label: String(i), numerator, denominator }));
/** A life table of 500 people a band, three of whom die in each. */
const table = (changed: Record<number, [number, number]> = {}): AgeCounts[] =>
  ages.map((age) => {
    const [numerator, denominator] = changed[age] ?? [3, 500];
    return { label: String(age), numerator, denominator };
  });
const reasonOf = (counts: AgeCounts[], rules: ByAgeRules): string | null => reason(estimateByAge(counts, rules));

describe("an estimate from bands of age", () => {
  it("weights the rates of the bands and carries the sums of the counts", () => {
    expect(estimateByAge(bands([10, 1000], [40, 500]), rate)).toMatchObject({
      value: (2 * 10 + 80) / 3,
      numerator: 50,
      denominator: 1500,
    });
  });

  it.each<[string, string, AgeCounts[]]>([
    ["no people at all", "no-denominator", bands([0, 0], [0, 0])],
    ["nobody in a band, and no events", "empty-age-band", bands([20, 100], [0, 0])],
    ["fewer than 10 events", "few-events", bands([4, 100], [5, 100])],
  ])("is no rate with %s", (_, why, counts) => {
    expect(reasonOf(counts, rate)).toBe(why);
  });

  it.each<[string, string, AgeCounts[]]>([
    ["no people at all", "no-denominator", table().map(({ label }) => ({ label, numerator: 0, denominator: 0 }))],
    ["5,000 people", "small-population", table().map((band) => ({ ...band, denominator: 250 }))],
    ["nobody in a band", "empty-age-band", table({ 30: [0, 0] })],
    ["more deaths than people in a band", "deaths-exceed-population", table({ 85: [501, 500] })],
    ["no deaths in the oldest band", "no-deaths-in-open-band", table({ 90: [0, 500] })],
    ["an interval wider than 20 years", "wide-interval", table({ 90: [1, 500] })],
  ])("is no life expectancy with %s", (_, why, counts) => {
    expect(reasonOf(counts, life)).toBe(why);
  });

  it("judges the width of an interval at 95% whatever the level that is shown", () => {
    const counts = table({ 90: [60, 500] });
    const width = (confidence: number): number => {
      const made = estimateByAge(counts, { ...life, confidence });
      return isMissing(made) ? Number.NaN : made.upper! - made.lower!;
    };
    expect(width(0.999) / width(0.95)).toBeCloseTo(3.2905267314919255 / 1.959963984540054, 9);
  });

  it("stays finite where Chiang's chance of dying would pass 1, and says so at an age that nobody reaches", () => {
    const counts = table({ 85: [300, 500] });
    const atBirth = estimateByAge(counts, life);
    if (isMissing(atBirth)) throw new Error(atBirth.reason);
    expect(Object.values([atBirth.value, atBirth.lower, atBirth.upper]).every(Number.isFinite)).toBe(true);
    expect(reasonOf(counts, { ...life, at: 90 })).toBe("nobody-survives");
  });
});

describe("the level of everyone from bands of age", () => {
  const observed = (group: string, counts: AgeCounts[], blank = false): Observation => ({
    period: { label: "2024", start: "2024-01-01", end: "2024-12-31" },
    group,
    figures: {
      ...noFigures,
      numerator: counts.reduce((sum, band) => sum + band.numerator, 0),
      denominator: counts.reduce((sum, band) => sum + band.denominator, 0),
    },
    bands: counts,
    rows: 2,
    blank: blank ? { marker: "[x]", text: "Not available: no row for age 1" } : null,
  });
  const declared = ["a", "b", "c"].map((id) => ({ id, label: id.toUpperCase() }));
  const a = observed("a", bands([10, 1000], [40, 500]));
  const b = observed("b", bands([5, 900], [35, 500]));
  const few = observed("c", bands([1, 400], [3, 300]));

  it("adds up the groups band by band", () => {
    const { overall } = estimatePeriod(declared.slice(0, 2), [a, b], undefined, rate);
    expect(overall).toEqual({ from: "pooled", estimate: estimateByAge(bands([15, 1900], [75, 1000]), rate) });
  });

  it("counts a group that is too small for an estimate, and then keeps the sum of the counts to itself", () => {
    const { groups, overall } = estimatePeriod(declared, [a, b, few], undefined, rate);
    expect(groups.map(({ estimate }) => reason(estimate))).toEqual([null, null, "few-events"]);
    expect(overall?.estimate).toEqual({
      ...estimateByAge(bands([16, 2300], [78, 1300]), rate),
      numerator: null,
      denominator: null,
    });
  });

  it("leaves out a group that lacks a band, which has a reason of its own", () => {
    const { groups, overall } = estimatePeriod(declared, [a, b, observed("c", bands([9, 400]), true)], undefined, rate);
    expect(groups[2]).toMatchObject({
      marker: "[x]",
      estimate: { reason: "blank", parts: { why: "Not available: no row for age 1" } },
    });
    expect(overall?.estimate).toMatchObject({ numerator: 90, denominator: 2900 });
  });
});
