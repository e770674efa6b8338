import { describe, expect, it } from "vitest";
import { boundedCount } from "../../src/estimate/bounded-count.ts";
import { estimate } from "../../src/estimate/estimate.ts";
import { headline } from "../../src/measure/all.ts";
import { cornerRange } from "../../src/measure/corners.ts";
import { makeStratum, type StratumInput } from "../../src/measure/stratum.ts";
import { noFigures, type Order } from "../../src/model.ts";
import { zOf } from "../../src/stats/normal.ts";
import { known } from "../support/check.ts";

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
    expect(range!.lowest).toBeCloseTo(3, 9);
    expect(range!.highest).toBeCloseTo(6, 9);
  });

  it.each(["ordered", "unordered"] as const)("is what exact counts at the ends give, %s", (order) => {
    const range = rangeOf(input(order, [[60, 90], 40, [10, 30]]))!;
    const all = [60, 90].flatMap((a) => [10, 30].map((b) => absoluteOf(input(order, [a, 40, b])).gap.value));
    expect(range.lowest).toBeCloseTo(Math.min(...all), 9);
    expect(range.highest).toBeCloseTo(Math.max(...all), 9);
  });

  it("is nothing where every count is known, and where it is narrow beside the interval", () => {
    expect(rangeOf(input("pair", [24, 6]))).toBeNull();
    expect(rangeOf(input("pair", [[24, 24.4], 6]))).toBeNull();
    expect(rangeOf(input("pair", [[22, 26], 6]))).not.toBeNull();
  });

  it("finds for many counts what trying every one of a few finds", () => {
    const few: Count[] = Array.from({ length: 10 }, (_, i) => [10 + 4 * i, 30 + 4 * i] as const);
    const exact = rangeOf(input("ordered", few))!;
    // An eleventh count that is known but for its form changes nothing.
    const many = rangeOf(input("ordered", [...few.slice(0, 9), few[9]!, [80, 80]]))!;
    const known = rangeOf(input("ordered", [...few, 80]))!;
    expect(many.lowest).toBeCloseTo(known.lowest, 9);
    expect(many.highest).toBeCloseTo(known.highest, 9);
    expect(exact.lowest).toBeLessThan(exact.highest);
  });
});
