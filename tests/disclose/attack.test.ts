import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Results } from "../../src/results/results.ts";
import { attack } from "./attacker.ts";
import { type Cells, type City, dimension, published, uncoveredResults, withheldGroups } from "./city.ts";

const THRESHOLD = 5;
const isSmall = (count: number): boolean => count > 0 && count < THRESHOLD;

type Cell = readonly [number, number];
const add = (cells: readonly Cell[]): Cell => [
  cells.reduce((sum, [x]) => sum + x, 0),
  cells.reduce((sum, [, n]) => sum + n, 0),
];

/** Counts that lean to the small, with zeros, and the people without them. */
const count = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 6, arbitrary: fc.integer({ min: 5, max: 60 }) },
);
const split = fc.record({ recorded: fc.integer({ min: 50, max: 100 }), woman: fc.nat(100), man: fc.nat(100) });

interface Small {
  city: City;
  /** Every count beneath the tables, by the attacker's names. */
  truth: Map<string, Cell>;
}

/** Wards, fifths of wards, and sexes (two, or three without order): the same people three times. */
const smallCity = fc
  .record({
    wards: fc.array(fc.record({ with: count, without: count }), { minLength: 5, maxLength: 11 }),
    fifths: fc.integer({ min: 3, max: 5 }),
    split,
    isPair: fc.boolean(),
    isPublished: fc.boolean(),
    isComplete: fc.boolean(),
    shown: fc.constantFrom("all", "without wards", "sex alone"),
    kind: fc.constantFrom("proportion" as const, "rate" as const),
  })
  .map(({ wards, fifths, split, isPublished, isPair, isComplete, shown, kind }): Small => {
    const cells = wards.map((ward): Cell => [ward.with, ward.with + ward.without]);
    const names = cells.map((_, index) => `w${index}`);
    const fifthOf = (index: number): string => `q${Math.floor((index * fifths) / cells.length)}`;
    const members: Record<string, string[]> = {};
    names.forEach((name, index) => {
      members[fifthOf(index)] = [...(members[fifthOf(index)] ?? []), name];
    });
    const everyone = add(cells);
    const part = ([x, n]: Cell, percent: number): Cell => {
      const here = Math.floor((x * percent) / 100);
      return [here, here + Math.floor(((n - x) * percent) / 100)];
    };
    const less = ([x, n]: Cell, [y, m]: Cell): Cell => [x - y, n - m];
    const recorded = isComplete ? everyone : part(everyone, split.recorded);
    const women = part(recorded, split.woman);
    const men = isPair ? less(recorded, women) : part(less(recorded, women), split.man);
    const others: Cells = isPair ? {} : { others: less(less(recorded, women), men) };
    const sexes: Cells = { women, men, ...others };
    const missing = less(everyone, recorded);
    const byFifth = Object.fromEntries(
      Object.entries(members).map(([fifth, list]) => [fifth, add(list.map((name) => cells[names.indexOf(name)]!))]),
    );
    const byWard = Object.fromEntries(names.map((name, index) => [name, cells[index]!]));
    const tables: Record<string, Cells> = {
      wards: byWard,
      fifths: byFifth,
      sex: { ...sexes, ...(missing[1] > 0 ? { "": missing } : {}) },
    };
    const dimensions = [
      ...(shown === "sex alone" ? [] : [dimension("fifths", "quantiles", Object.keys(members), members)]),
      dimension("sex", isPair ? "pair" : "groups", Object.keys(sexes)),
      ...(shown === "all" ? [dimension("wards", "areas", names)] : []),
    ];
    const named = (table: string, of: Record<string, Cell>) =>
      Object.entries(of).map(([group, cell]): [string, Cell] => [`${table}/${group}`, cell]);
    return {
      city: { dimensions, tables: { 2024: tables }, kind, ...(isPublished ? { everyone: { 2024: everyone } } : {}) },
      truth: new Map([
        ...named("wards", byWard),
        ...named("fifths", byFifth),
        ...named("sex", { ...sexes, "not recorded": missing }),
        ["everyone", everyone],
      ]),
    };
  });

/** Small counts that the attacker found in what was published. */
function recovered(results: Results, { truth, city }: Small): string[] {
  const written = JSON.parse(JSON.stringify(results)) as Results;
  const { numerators, denominators } = attack(written.indicators[0]!, written.dimensions, "2024");
  return [...truth].flatMap(([name, [x, n]]) => {
    const [hasCount, hasSize] = [numerators.get(name) === x, denominators.get(name) === n];
    return [
      ...(isSmall(x) && hasCount ? [`${name} numerator ${x}`] : []),
      ...(isSmall(n) && hasSize ? [`${name} denominator ${n}`] : []),
      ...(city.kind === "proportion" && isSmall(n - x) && hasCount && hasSize ? [`${name} complement ${n - x}`] : []),
    ];
  });
}

/** Primary suppression alone: small counts and the percentages that give them back, and nothing else. */
function primaryOnly(results: Results): Results {
  const naive = structuredClone(results);
  for (const { periods } of naive.indicators[0]!.dimensions)
    for (const { groups } of periods)
      for (const group of groups) {
        if (!isSmall(group.numerator ?? 0)) continue;
        group.numerator = null;
        group.estimate = { reason: "disclosure", parts: {} };
      }
  return naive;
}

const wardsAndFifths: City = {
  dimensions: [
    dimension("fifths", "quantiles", ["q1", "q2", "q3"], { q1: ["a", "b", "c"], q2: ["d", "e"], q3: ["f", "g"] }),
    dimension("wards", "areas", ["a", "b", "c", "d", "e", "f", "g"]),
  ],
  tables: {
    2024: {
      wards: { a: [3, 100], b: [9, 80], c: [30, 90], d: [12, 70], e: [25, 75], f: [40, 90], g: [31, 60] },
      fifths: { q1: [42, 270], q2: [37, 145], q3: [71, 150] },
    },
  },
};
const wardA: Small = { city: wardsAndFifths, truth: new Map([["wards/a", [3, 100]]]) };

describe("an attacker who solves every equation in the published results", () => {
  test("finds every count where nothing is held back", () => {
    const { indicators, dimensions } = uncoveredResults(wardsAndFifths);
    const { numerators, denominators } = attack(indicators[0]!, dimensions, "2024");
    expect(numerators.get("wards/a")).toBe(3);
    expect(denominators.get("wards/a")).toBe(100);
    expect(numerators.get("everyone")).toBe(150);
  });

  test("finds a small count where only small counts are held back", () => {
    expect(recovered(primaryOnly(uncoveredResults(wardsAndFifths)), wardA)).toEqual(["wards/a numerator 3"]);
  });

  test("does not find it in what is published, where the smallest other ward of its fifth is held back and nothing else", () => {
    const results = published(wardsAndFifths);
    expect(recovered(results, wardA)).toEqual([]);
    expect(withheldGroups(results)).toEqual(["wards/a", "wards/b"]);
    expect(results.disclosure.suppressed).toBe(2);
  });

  test("finds small counts in most random cities where only small counts are held back", () => {
    const cities = fc.sample(smallCity, { numRuns: 100, seed: 7 });
    const leaking = cities.filter((small) => recovered(primaryOnly(uncoveredResults(small.city)), small).length > 0);
    expect(leaking.length).toBeGreaterThan(50);
  });

  test("finds no small count of any random city in what is published", () => {
    fc.assert(
      fc.property(smallCity, (small) => {
        expect(recovered(published(small.city), small)).toEqual([]);
      }),
      { numRuns: 120, seed: 2026 },
    );
  });
});
