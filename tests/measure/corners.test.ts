import { describe, expect, it } from "vitest";
import { boundedCount } from "../../src/estimate/bounded-count.ts";
import { estimate } from "../../src/estimate/estimate.ts";
import { headline } from "../../src/measure/all.ts";
import { cornerRange } from "../../src/measure/corners.ts";
import type { Measure } from "../../src/measure/measure.ts";
import { makeStratum, type StratumInput } from "../../src/measure/stratum.ts";
import { noFigures, type Order } from "../../src/model.ts";
import { zOf } from "../../src/stats/normal.ts";
import { known, must, SEED, seeded } from "../support/check.ts";

type Count = number | readonly [number, number];

const input = (order: Order, counts: readonly Count[], people = 400): StratumInput => ({
  ...{ order, ranking: "local", better: "lower", scale: "logit", per: 100, z: zOf(0.95), reliableDenominator: 0 },
  groups: counts.map((count, i) => ({
    ...{ id: `g${i}`, label: `${i}`, weight: null },
    estimate: estimate(
      {
        ...noFigures,
        ...(typeof count === "number" ? { numerator: count } : boundedCount(count[0], count[1])),
        denominator: people,
      },
      { kind: "proportion", scale: "logit", per: 100, confidence: 0.95, intervalLevel: 0.95 },
    ),
  })),
});
const absoluteOf = (of: StratumInput) => {
  const stratum = known(makeStratum(of));
  const { absolute } = headline(stratum);
  return { absolute, gap: known(absolute.compute(stratum)).oriented };
};
const rangeOf = (of: StratumInput) => cornerRange(of, absoluteOf(of).absolute);

describe("cornerRange", () => {
  it("goes from one end of a difference to the other", () => {
    // 20 to 28 and 4 to 8 of 400: 5 - 2 and 7 - 1 in 100.
    const range = rangeOf(
      input("pair", [
        [20, 28],
        [4, 8],
      ]),
    );
    expect(range!.lower).toBeCloseTo(3, 9);
    expect(range!.upper).toBeCloseTo(6, 9);
  });

  it.each(["ordered", "unordered"] as const)("is what exact counts at the ends give, %s", (order) => {
    const range = rangeOf(input(order, [[60, 90], 40, [10, 30]]))!;
    const all = [60, 90].flatMap((a) => [10, 30].map((b) => absoluteOf(input(order, [a, 40, b])).gap.value));
    expect(range.lower).toBeCloseTo(Math.min(...all), 9);
    expect(range.upper).toBeCloseTo(Math.max(...all), 9);
  });

  it("is nothing where every count is known, and not worth saying where it is narrow beside the interval", () => {
    expect(rangeOf(input("pair", [24, 6]))).toBeNull();
    expect(rangeOf(input("pair", [[24, 24.4], 6]))!.isWide).toBe(false);
    expect(rangeOf(input("pair", [[22, 26], 6]))!.isWide).toBe(true);
  });

  it("finds for many counts what trying every one of a few finds", () => {
    const few: Count[] = Array.from({ length: 10 }, (_, i) => [10 + 4 * i, 30 + 4 * i] as const);
    const exact = rangeOf(input("ordered", few))!;
    // An eleventh count that is known but for its form changes nothing.
    const many = rangeOf(input("ordered", [...few.slice(0, 9), few[9]!, [80, 80]]))!;
    const known = rangeOf(input("ordered", [...few, 80]))!;
    expect(many.lower).toBeCloseTo(known.lower, 9);
    expect(many.upper).toBeCloseTo(known.upper, 9);
    expect(exact.lower).toBeLessThan(exact.upper);
  });

  it.each([
    ["ordered", "absolute"],
    ["ordered", "relative"],
    ["unordered", "absolute"],
    ["unordered", "relative"],
    ["pair", "absolute"],
    ["pair", "relative"],
  ] as const)("holds every set of counts that the ranges allow, and is no wider: %s, %s", (order, type) => {
    const next = seeded(SEED);
    let inside = 0;
    for (let run = 0; run < 25; run++) {
      const k = order === "pair" ? 2 : 3 + (run % 6);
      const people = 200 + Math.floor(400 * next());
      // Up to five of the groups are ranges of up to six counts.
      const counts: Count[] = Array.from({ length: k }, (_, i) => {
        const low = Math.floor(30 * next()) + (order === "pair" ? 1 : 0);
        return i < 5 && next() < 0.7 ? ([low, low + 1 + Math.floor(5 * next())] as const) : low + 5;
      });
      if (counts.every((count) => typeof count === "number")) continue;
      const of = input(order, counts, people);
      const stratum = known(makeStratum(of));
      const measure = headline(stratum)[type];
      const range = cornerRange(of, measure)!;
      const values = every(counts).map((exact) => gapValue(input(order, exact, people), measure));
      const middle = gapValue(of, measure);
      const size = Math.max(...values) - Math.min(...values);
      must(
        range.lower <= Math.min(...values) + 1e-9 * Math.abs(middle),
        () => `${run}: ${range.lower} above ${Math.min(...values)}`,
      );
      must(
        range.upper >= Math.max(...values) - 1e-9 * Math.abs(middle),
        () => `${run}: ${range.upper} below ${Math.max(...values)}`,
      );
      // Between two counts it may go a little further than at either.
      must(
        range.lower >= Math.min(middle, ...values) - size / 8,
        () => `${run}: ${range.lower}, not ${Math.min(...values)}`,
      );
      must(
        range.upper <= Math.max(middle, ...values) + size / 50,
        () => `${run}: ${range.upper}, not ${Math.max(...values)}`,
      );
      if (
        range.lower <
        Math.min(...ends(counts).map((exact) => gapValue(input(order, exact, people), measure))) - size / 1e6
      )
        inside++;
    }
    // The least typical difference lies between ends as often as not.
    expect(inside > 0).toBe(order === "unordered");
  });

  it("of many counts is at least what thousands of sets of them give, and at most what can be shown", () => {
    const next = seeded(SEED);
    const counts: Count[] = Array.from({ length: 14 }, (_, i) => [2 + i, 7 + i + (i % 4)] as const);
    const of = input("unordered", counts, 900);
    const { absolute, relative } = headline(known(makeStratum(of)));
    for (const measure of [absolute, relative]) {
      const range = cornerRange(of, measure)!;
      let [least, most] = [Number.POSITIVE_INFINITY, 0];
      for (let run = 0; run < 3000; run++) {
        const exact = counts.map((count) => {
          const [low, high] = count as readonly [number, number];
          return run % 2 === 0 ? (next() < 0.5 ? low : high) : low + Math.floor((high - low + 1) * next());
        });
        const value = gapValue(input("unordered", exact, 900), measure);
        [least, most] = [Math.min(least, value), Math.max(most, value)];
      }
      expect(range.lower).toBeLessThanOrEqual(least);
      expect(range.upper).toBeGreaterThanOrEqual(most);
      expect(range.upper).toBeLessThan(1.4 * most);
    }
  });
});

/** Every set of whole counts that ranges allow. */
const every = (counts: readonly Count[]): number[][] =>
  counts.reduce<number[][]>(
    (all, count) => {
      const [low, high] = typeof count === "number" ? [count, count] : count;
      const each = Array.from({ length: high - low + 1 }, (_, i) => low + i);
      return all.flatMap((before) => each.map((one) => [...before, one]));
    },
    [[]],
  );
const ends = (counts: readonly Count[]): number[][] =>
  counts.reduce<number[][]>(
    (all, count) => all.flatMap((before) => [count].flat().map((one) => [...before, one])),
    [[]],
  );
const gapValue = (of: StratumInput, measure: Measure): number =>
  known(measure.compute(known(makeStratum(of)))).oriented.value;
