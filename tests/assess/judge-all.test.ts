import { describe, expect, it } from "vitest";
import { type Assessed, assessSeries } from "../../src/assess/assess-series.ts";
import { judgeAll } from "../../src/assess/judge-all.ts";
import type { Indicator } from "../../src/define/indicator.ts";
import type { Dimension, Project } from "../../src/define/project.ts";
import type { Judged } from "../../src/judge/judged.ts";
import { type Change, type Edition, noFigures, type Observation, type Period } from "../../src/model.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";

const years = (from: number, to = from): Period => ({
  label: from === to ? `${from}` : `${from}-${to}`,
  start: `${from}-01-01`,
  end: `${to}-12-31`,
});
const counts = (period: Period, group: string, numerator: number, denominator: number): Observation => ({
  period,
  group,
  figures: { ...noFigures, numerator, denominator },
  bands: null,
  rows: 1,
  blank: null,
});
const published = (period: Period, group: string, value: number): Observation => ({
  ...counts(period, group, 0, 0),
  figures: { ...noFigures, value },
});

const proportion = { kind: "proportion", numerator: "x", denominator: "n", per: 100, unit: "%" };
const score = { kind: "published", value: "value", scale: "identity", unit: "points" };

/** Two groups over some periods. */
const pair = (edition: Edition, observations: readonly Observation[], statistic: object = proportion): Assessed =>
  assessSeries({
    indicator: {
      statistic,
      better: "lower",
      periods: {},
      subjects: [],
      sentence: { events: false },
    } as unknown as Indicator,
    dimension: { id: "sex", type: "pair", made_of: [] } as unknown as Dimension,
    withEveryone: false,
    groups: [
      { id: "women", label: "Women" },
      { id: "men", label: "Men" },
    ],
    observations,
    everyone: [],
    pooled: [],
    joinedBands: null,
    bands: 0,
    unsaid: [],
    roundTo: null,
    standard: null,
    standardEvents: null,
    breaks: [],
    targets: [],
    together: 0,
    rowsTogether: { groups: null, everyone: null },
    byArea: null,
    published: null,
    edition,
    confidence: 0.95,
    materiality: 0,
    reliableDenominator: 0,
  });

const judged = (edition: Edition, one: Parameters<typeof pair>[1], statistic?: object): Judged =>
  judgeAll([pair(edition, one, statistic)], {
    edition,
    confidence: 0.95,
    materiality: 0,
    same: 0.2,
    false_discovery_rate: 0.1,
  } as Project["method"]).judged[0]!;
const changeOf = ({ change }: Judged): Change => {
  if (isMissing(change)) throw new Error(change.reason);
  return change;
};

describe("judgeAll", () => {
  const steady = [2018, 2019, 2020, 2021, 2022].flatMap((year) => [
    counts(years(year), "women", 3000, 10_000),
    counts(years(year), "men", 2000, 10_000),
  ]);

  it("calls a gap that stays little changed by the second edition, and never by the first", () => {
    expect(judged(2, steady).verdict).toMatchObject({ id: "little-changed", temperature: "steady" });
    expect(judged(1, steady).verdict).toMatchObject({ id: "cannot-tell", temperature: "unclear" });
  });

  it("takes the same gaps for both editions", () => {
    for (const edition of [1, 2] as const)
      expect(changeOf(judged(edition, steady)).absolute).toMatchObject({ from: 10, to: 10, p: 1 });
  });

  it("compares pools that overlap by the second edition alone, by the people who are in both", () => {
    const pools = [years(2018, 2020), years(2019, 2021)].flatMap((period, i) => [
      counts(period, "women", 3000, 10_000 + 5000 * i),
      counts(period, "men", 2000, 10_000),
    ]);
    const { basis, shared } = changeOf(judged(2, pools));
    expect(basis).toBe("overlapping");
    // Two of three years of 20,000 and of 25,000 people: as a part of all 45,000.
    const days = (365 + 366) / (365 + 365 + 366);
    expect(shared).toBeCloseTo((20_000 * days + 25_000 * days) / 45_000, 2);
    expect(judged(1, pools).change).toMatchObject({ reason: "periods-overlap" });
  });

  it("rests on the trend without intervals by the second edition alone", () => {
    const falling = [2016, 2017, 2018, 2019, 2020, 2021].flatMap((year, i) => [
      published(years(year), "women", 40 - 2 * i + (i % 2) / 10),
      published(years(year), "men", 20),
    ]);
    expect(judged(2, falling, score).verdict).toMatchObject({ id: "closing", basis: "trend", because: null });
    expect(judged(1, falling, score).verdict).toMatchObject({
      id: "not-compared",
      basis: "none",
      because: { reason: "no-intervals" },
    });
  });

  it("tests a gap with the scatter of the build by the second edition, and by sampling alone by the first", () => {
    const scattered = [2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021].flatMap((year) =>
      ["women", "men"].map((group, i) => counts(years(year), group, (year % 2 === i ? 3200 : 2800) + 400 * i, 10_000)),
    );
    const many = (edition: Edition) =>
      judgeAll([pair(edition, scattered), pair(edition, scattered)], {
        edition,
        confidence: 0.95,
        materiality: 0,
        same: 0.2,
        false_discovery_rate: 0.1,
      } as Project["method"]);
    const [first, second] = [many(1), many(2)];
    expect(first.tests).toBe(4);
    expect(second.tests).toBe(4);
    const [sampling, scatter] = [first, second].map(({ judged: [one] }) => {
      const { absolute, ...change } = changeOf(one!);
      if (isMissing(absolute)) throw new Error(absolute.reason);
      return { ...absolute, phi: change.scatter?.phi ?? null };
    });
    expect(sampling).toMatchObject({ phi: null, degreesOfFreedom: null });
    expect(scatter!.phi).toBeGreaterThan(10);
    expect(scatter!.standardError).toBeCloseTo(sampling!.standardError! * Math.sqrt(scatter!.phi!), 1);
    expect(scatter!.degreesOfFreedom).toBeGreaterThan(8);
    expect(sampling!.clear).toBe(true);
    expect(scatter!.clear).toBe(false);
  });
});
