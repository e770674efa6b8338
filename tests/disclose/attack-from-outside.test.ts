import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { attack, type Finding } from "../../scripts/attack/attacker.ts";
import { type Counts, forward, type Leaves } from "../../scripts/attack/forward.ts";
import { type Published, readPublished, tablesOf } from "../../scripts/attack/published.ts";
import { keyOf, makePlan } from "../../scripts/attack/tables.ts";
import { directlyStandardisedRate } from "../../src/estimate/directly-standardised-rate.ts";
import type { WrittenPeriod } from "../../src/results/results.ts";
import { zOf } from "../../src/stats/normal.ts";

/**
 * What version 0.1 published of five groups of which C has 7 and D has 3 events, both held back: every figure beside
 * them was made from all five.
 */
const leaky = (order: "ordered" | "unordered"): Published =>
  readPublished(fileURLToPath(new URL(`leaky/${order}`, import.meta.url)));
const latest = ({ results }: Published): WrittenPeriod => results.indicators[0]!.dimensions[0]!.periods.at(-1)!;
const found = (...editions: Published[]): Record<string, number | null> =>
  Object.fromEntries(attack(editions, { wholes: [] }).findings.map(({ group, pinned }) => [group, pinned]));
const left = (published: Published): number[] =>
  attack([published], { wholes: [] }).findings.map((one: Finding) => one.left);

/** Puts other numbers into the places of a published period. */
function put(period: WrittenPeriod, leaves: Leaves): void {
  const walk = (value: unknown, place: string): void => {
    if (value === null || typeof value !== "object" || "reason" in value) return;
    for (const [key, inner] of Object.entries(value)) {
      const named = Array.isArray(value) ? (inner.id ?? inner.group ?? inner.measure ?? "?") : key;
      const at = place === "" ? named : `${place}.${named}`;
      const other = leaves.get(at);
      if (typeof inner === "number" && typeof other === "number") Object.assign(value, { [key]: other });
      else walk(inner, at);
    }
  };
  walk(period, "");
}

/** Only counts: every figure that was made of them taken out. */
function countsAlone(order: "ordered" | "unordered"): Published {
  const published = leaky(order);
  const period = latest(published);
  const none = { reason: "disclosure", parts: {}, text: "Held back" } as const;
  for (const group of period.groups) Object.assign(group, { fitted: null });
  Object.assign(period, {
    absolute: none,
    relative: none,
    par: none,
    contributions: none,
    measures: [],
    who: [],
    line: null,
    heterogeneity: null,
  });
  Object.assign(published.results.indicators[0]!.dimensions[0]!, { change: none });
  return published;
}

describe("an attacker who reads a published folder alone", () => {
  test.each(["ordered", "unordered"] as const)("finds both withheld counts of a leaky report, %s", (order) => {
    expect(found(leaky(order))).toEqual({ c: 7, d: 3 });
  });

  test.each(["ordered", "unordered"] as const)(
    "is left with eleven values for each where only counts are out, %s",
    (order) => {
      expect(found(countsAlone(order))).toEqual({ c: null, d: null });
      expect(left(countsAlone(order))).toEqual([11, 11]);
    },
  );

  test.each(["ordered", "unordered"] as const)(
    "is told by a single figure that was made from all counts, %s",
    (order) => {
      const published = countsAlone(order);
      const { absolute } = latest(leaky(order));
      Object.assign(latest(published), { absolute });
      expect(found(published)).toEqual({ c: 7, d: 3 });
    },
  );

  test.each(["ordered", "unordered"] as const)(
    "is not told by figures made from the middle of the ranges, %s",
    (order) => {
      const published = leaky(order);
      const [, table] = tablesOf(published.results);
      const { groups } = table!.period;
      const counts: Counts = {
        x: groups.map(({ numerator }) => numerator ?? 5),
        n: groups.map(({ denominator }) => denominator!),
        within: groups.map(({ numerator }) => (numerator === null ? [0, 10] : null)),
        everyone: null,
      };
      Object.assign(published.results.indicators[0]!.dimensions[0]!, {
        change: { reason: "one-period", parts: {}, text: "" },
      });
      put(table!.period, forward(table!, counts, published.results.method));
      expect(found(published)).toEqual({ c: null, d: null });
      expect(left(published)).toEqual([11, 11]);
    },
  );

  test("is told by a count that was rounded beside a value that was not", () => {
    const published = leaky("ordered");
    published.results.disclosure.roundTo = 5;
    for (const { period } of tablesOf(published.results))
      for (const group of period.groups)
        if (group.numerator !== null) group.numerator = 5 * Math.round(group.numerator / 5);
    const first = attack([published], { wholes: [] }).findings.find(
      (one) => one.years === "2022-2022" && one.group === "a" && one.what === "x",
    );
    expect([first?.printed, first?.pinned]).toEqual([30, 31]);
  });

  test("reads the events of a directly standardised rate from its two limits", () => {
    const published = countsAlone("unordered");
    const { results } = published;
    const bands = [4, 9, 14].map((events, i) => ({ events, population: 900 + 100 * i, standard: 1000 }));
    results.indicators[0]!.kind = "dsr";
    const group = latest(published).groups[2]!;
    Object.assign(group, { estimate: directlyStandardisedRate(bands, 1000, 0.95, zOf(0.95)) });
    Object.assign(latest(published), { overall: { reason: "disclosure", parts: {}, text: "" } });
    expect(found(published)["c"]).toBe(27);
  });

  test("takes a cell that one edition shows and the other withholds from the one that shows it", () => {
    const [before, now] = [countsAlone("ordered"), countsAlone("ordered")];
    const shown = latest(before).groups;
    shown[2]!.numerator = 7;
    shown[3]!.numerator = 3;
    expect(found(before, now)).toEqual({ c: 7, d: 3 });
  });

  test("finds a number that another file prints", () => {
    const published = countsAlone("ordered");
    const stray = {
      file: "charts/claims--g--groups.csv",
      indicator: "claims",
      dimension: "g",
      period: "2024",
      group: "d",
      what: "numerator" as const,
      printed: 3,
    };
    expect(found({ ...published, strays: [stray] })["d"]).toBe(3);
  });
});

describe("the random tables", () => {
  test("are the same for the same seed, and others for another", () => {
    const rows = (seed: number) =>
      makePlan(seed, 1, 12).editions.map(({ indicators }) => indicators.map((one) => one.rows));
    expect(rows(7)).toEqual(rows(7));
    expect(rows(7)).not.toEqual(rows(8));
  });

  test("have persons who are men and women, and pools that are their years", () => {
    const plans = Array.from({ length: 6 }, (_, index) => makePlan(2026, index, 36).editions.at(-1)!);
    const wholes = plans.flatMap((plan) => plan.wholes.map((one) => ({ plan, ...one })));
    expect(wholes.length).toBeGreaterThan(6);
    for (const { plan, whole, parts } of wholes)
      for (const [key, [x, n]] of plan.truth) {
        const [indicator, dimension, years, group] = key.split("|") as [string, string, string, string];
        if (indicator !== whole) continue;
        const [men, women] = parts.map((part) => plan.truth.get(keyOf(part, dimension, years, group))!);
        expect([men![0] + women![0], men![1] + women![1]]).toEqual([x, n]);
      }
    expect(plans.some(({ indicators }) => indicators.some(({ pools }) => pools))).toBe(true);
  });
});
