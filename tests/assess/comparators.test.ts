import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { gapTrend } from "../../src/judge/gap-trend.ts";
import { placeRows } from "../../src/narrate/beside-places.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { besideWords } from "../../src/narrate/topic-words.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { Publishable } from "../../src/results/results.ts";
import { closeTo } from "../support/close-to.ts";
import { root } from "../support/command.ts";
import { checkedManchester } from "../support/manchester.ts";

// The gaps of Manchester beside those of other places, worked out once more from the raw figures.

let results: Publishable;
beforeAll(async () => {
  results = await checkedManchester();
}, 60_000);

const breakdown = (indicator: string, dimension: string) =>
  breakdownsOf(results, results.indicators.find(({ id }) => id === indicator)!).find(
    (one) => one.dimension.id === dimension,
  )!;

type Row = Record<string, string>;
const rows = (dataset: string, keep: Row): Row[] =>
  (parse(readFileSync(join(root, "data-raw", dataset, `${dataset}.csv`), "utf8"), { columns: true }) as Row[]).filter(
    (row) => Object.entries(keep).every(([name, value]) => row[name] === value),
  );

const z95 = 1.959963984540054;

describe("gaps in other places", () => {
  it("are those of their rows, and are set beside the own one", () => {
    const { result } = breakdown("attainment-8", "pupil-disadvantage");
    const gapIn = (place: string): number => {
      const of = (group: string) =>
        Number(
          rows("pupil-gaps", {
            indicator: "attainment-8",
            dimension: "disadvantage",
            period: "2025",
            place,
            group,
          })[0]!["value"],
        );
      return of("Not disadvantaged") - of("Disadvantaged");
    };
    expect(result.comparators.length).toBeGreaterThan(10);
    for (const { id, title } of results.comparators!.places) {
      const { absolute, overall } = result.comparators.find(({ place }) => place === id)!;
      const named = title === "Bristol" ? "Bristol, City of" : title;
      const alone = { lower: null, upper: null };
      expect(absolute.gap).toEqual({ ...closeTo({ value: gapIn(named) }), ...alone });
      expect(absolute.beside).toEqual({ ...closeTo({ value: gapIn("Manchester") - gapIn(named) }), ...alone });
      expect(absolute.clear).toBeNull();
      const [all] = rows("pupil-gaps", { indicator: "attainment-8", dimension: "all", period: "2025", place: named });
      expect(overall).toMatchObject({ value: Number(all!["value"]) });
    }
  });

  it("differ with the errors of both where both have one", () => {
    const { result } = breakdown("readmissions", "sex");
    const side = (area_name: string, sex: string) => {
      const [row] = rows("gm-districts-health-with-counts", {
        indicator_id: "41101",
        year_start: "2023",
        area_name,
        sex,
      });
      const at = (name: string): number => Number(row![name]);
      // Figures of one decimal carry the error of their rounding, 0.1 squared over 12.
      return { value: at("value"), variance: ((at("upper_ci95") - at("lower_ci95")) / (2 * z95)) ** 2 + 0.01 / 12 };
    };
    const gap = (place: string) => {
      const [men, women] = [side(place, "Male"), side(place, "Female")];
      return { value: men.value - women.value, variance: men.variance + women.variance };
    };
    const [own, other] = [gap("Manchester"), gap("Stockport")];
    const turned = result.disadvantaged === "male" ? 1 : -1;
    const value = turned * (own.value - other.value);
    const half = z95 * Math.sqrt(own.variance + other.variance);
    const { absolute } = result.comparators.find(({ place }) => place === "stockport")!;
    if (isMissing(absolute.beside)) throw new Error("both gaps are known");
    expect(absolute.beside.value).toBeCloseTo(value, 6);
    expect(absolute.beside.lower).toBeCloseTo(value - half, 6);
    expect(absolute.beside.upper).toBeCloseTo(value + half, 6);
    expect(absolute.clear).toBe(value - half > 0 || value + half < 0);
  });

  it("stand in every period with the errors of its rows, and in words", () => {
    const b = breakdown("readmissions", "sex");
    const side = (area_name: string, year_start: string, sex: string) => {
      const [row] = rows("gm-districts-health-with-counts", { indicator_id: "41101", year_start, area_name, sex });
      const at = (name: string): number => Number(row![name]);
      return { value: at("value"), variance: ((at("upper_ci95") - at("lower_ci95")) / (2 * z95)) ** 2 + 0.01 / 12 };
    };
    const gap = (place: string, year: string) => {
      const [men, women] = [side(place, year, "Male"), side(place, year, "Female")];
      const variance = men.variance + women.variance;
      const logs = men.variance / men.value ** 2 + women.variance / women.value ** 2;
      return { value: men.value - women.value, variance, ratio: men.value / women.value, logs };
    };
    const england = b.result.comparators.find(({ place }) => place === "england")!;
    expect(england.periods!.map(({ period }) => period)).toEqual(b.result.periods.map(({ period }) => period.label));
    for (const { period, overall, absolute } of england.periods!) {
      const year = period.slice(0, 4);
      const { value, variance } = gap("England", year);
      if (isMissing(absolute)) throw new Error("England has rows of every year");
      expect(absolute.value).toBeCloseTo(value, 8);
      expect(absolute.lower).toBeCloseTo(value - z95 * Math.sqrt(variance), 6);
      expect(absolute.upper).toBeCloseTo(value + z95 * Math.sqrt(variance), 6);
      expect(overall).toMatchObject({ value: side("England", year, "Persons").value });
    }
    const [theirs, own] = [gap("England", "2023"), gap("Manchester", "2023")];
    const figure = ({ value, ratio }: typeof own): string => `${value.toFixed(1)} in 100, or ${ratio.toFixed(1)} times`;
    const isChance =
      Math.abs(own.value - theirs.value) < z95 * Math.sqrt(own.variance + theirs.variance) &&
      Math.abs(Math.log(own.ratio / theirs.ratio)) < z95 * Math.sqrt(own.logs + theirs.logs);
    expect(isChance).toBe(true);
    expect(besideWords(b)).toEqual({
      place: "England",
      told: [
        `In 2023-24 the gap in England was ${figure(theirs)}. In Manchester it was ${figure(own)}.`,
        "The difference could be chance.",
      ],
    });
  });

  it("have no level in a period where that of the place is made in another way", () => {
    for (const { dimensions } of results.indicators)
      for (const { comparators, periods } of dimensions)
        for (const one of comparators)
          for (const { period, overall } of one.periods ?? []) {
            const own = periods.find(({ period: { label } }) => label === period)!;
            if (isMissing(own.overall)) expect(isMissing(overall)).toBe(true);
          }
  });

  it("stand in the order of the project, and where they have no rows they are not there", () => {
    const b = breakdown("readmissions", "sex");
    const ids = b.result.comparators.map(({ place }) => place);
    const known = new Set(rows("gm-districts-health-with-counts", {}).map((row) => row["area_name"]));
    expect(ids).toEqual(results.comparators!.places.filter(({ title }) => known.has(title)).map(({ id }) => id));
    expect(placeRows(b).map(({ heading }) => heading)[0]).toBe(results.place.name);
    expect(placeRows(b)).toHaveLength(ids.length + 1);
  });

  it("have the trend of their own rows, through the years of the place's trend", () => {
    const { result } = breakdown("attainment-8", "free-school-meals");
    const { trends, comparators } = result;
    if (isMissing(trends.absolute)) throw new Error("nine years make a trend");
    const years = trends.absolute.periods;
    const gapIn = (label: string): number => {
      const [eligible, other] = ["Eligible", "Not eligible"].map((group) => {
        const period = String(Number(label.slice(0, 4)) + 1);
        const keep = { indicator: "attainment-8", dimension: "free-school-meals", place: "England", group, period };
        return Number(rows("pupil-gaps", keep)[0]!["value"]);
      });
      return other! - eligible!;
    };
    const periods = years.map((label) => result.periods.find(({ period }) => period.label === label)!.period);
    const variances = years.map(() => null);
    const fitted = gapTrend(periods, years.map(gapIn), variances, results.method.confidence)!;
    const { trend } = comparators.find(({ place }) => place === "england")!;
    expect(trend!.periods).toEqual(years);
    expect(trend!.slopePerYear.value).toBeCloseTo(fitted.slopePerYear, 8);
    expect([trend!.from, trend!.to]).toEqual([expect.closeTo(fitted.first, 8), expect.closeTo(fitted.last, 8)]);
  });

  it("are shown as published where they are published", () => {
    const { publishedElsewhere, publishedGaps } = breakdown(
      "life-expectancy-male",
      "neighbourhood-deprivation-decile",
    ).result;
    const [gap] = publishedElsewhere;
    const newest = publishedGaps[0]!.values.at(-1)!;
    expect(gap).toMatchObject({ period: newest.period, own: newest.value });
    expect(gap!.places.length).toBeGreaterThan(10);
    for (const { place, value } of gap!.places) {
      const { title } = results.comparators!.places.find(({ id }) => id === place)!;
      const [row] = rows("life-expectancy-gap-places", { area_name: title, sex: "Male", period: newest.period });
      expect(value).toBe(Number(row!["slope_index_years"]));
    }
    const { values } = gap!.places.find(({ place }) => place === "england")!;
    expect(values!.map(({ period }) => period)).toEqual(publishedGaps[0]!.values.map(({ period }) => period));
    for (const { period, value } of values!) {
      const [row] = rows("life-expectancy-gap-places", { area_name: "England", sex: "Male", period });
      expect(value).toBe(Number(row!["slope_index_years"]));
    }
  });

  it("are in no breakdown by areas", () => {
    for (const indicator of results.indicators)
      for (const { dimension, comparators } of indicator.dimensions)
        if (results.dimensions.find(({ id }) => id === dimension)!.by === "areas") expect(comparators).toEqual([]);
  });
});
