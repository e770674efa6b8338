import { describe, expect, it } from "vitest";
import type { RangeShape } from "../../src/programme-numbers.ts";
import { rangeMean, rangeQuantile } from "../../src/stats/pert.ts";
import { DRAWS, drawsOf, simulate } from "../../src/value/draws.ts";
import type { Uncertain } from "../../src/value/programme.ts";
import { worthOf } from "../../src/value/returns.ts";
import { known, model, outcome } from "./model.ts";

/**
 * The moments of the draws a second way, in closed form. Beta-PERT: mean (a + 4m + b) / 6, variance
 * (mean - a)(b - mean) / 7. Triangle: mean (a + m + b) / 3, variance (a2 + m2 + b2 - am - ab - mb) / 18. Of a product of
 * numbers apart from each other: the product of the means, and of the second moments.
 */
const moments = ({ low: a, central: m, high: b, shape }: Uncertain): { mean: number; variance: number } => {
  if (shape === "triangular")
    return { mean: (a + m + b) / 3, variance: (a * a + m * m + b * b - a * m - a * b - m * b) / 18 };
  const mean = (a + 4 * m + b) / 6;
  return { mean, variance: ((mean - a) * (b - mean)) / 7 };
};
const momentsOf = (values: ArrayLike<number>): { mean: number; variance: number } => {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const mean = sum / values.length;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) ** 2;
  return { mean, variance: squares / values.length };
};
const shaped = (range: Uncertain, shape: RangeShape): Uncertain => ({ ...range, shape });

describe.each(["beta-pert", "triangular"] as const)("draws of a %s range", (shape) => {
  it.each([
    [0, 5, 10],
    [0, 1, 10],
    [20, 20, 45],
    [-4, 3, 3],
  ])("from %d by %d to %d have its mean and variance", (low, central, high) => {
    const range = shaped(known(central, low, high), shape);
    const found = momentsOf(drawsOf("programme", { key: "number", range }));
    const { mean, variance } = moments(range);
    expect(Math.abs(found.mean - mean)).toBeLessThan((high - low) * 1e-4);
    expect(found.variance / variance).toBeCloseTo(1, 2);
    expect(rangeMean(range, shape)).toBeCloseTo(mean, 12);
  });

  it("stays inside its ends and is even in the middle of an even range", () => {
    const range = shaped(known(5, 0, 10), shape);
    for (const p of [1e-6, 0.1, 0.9, 1 - 1e-6]) {
      expect(rangeQuantile(range, shape, p)).toBeGreaterThan(0);
      expect(rangeQuantile(range, shape, p)).toBeLessThan(10);
    }
    expect(rangeQuantile(range, shape, 0.5)).toBeCloseTo(5, 9);
  });
});

it("has the quantiles of R's qbeta", () => {
  // R 4: qbeta(c(.05, .5, .95), 3, 3) = 0.1892554 0.5 0.8107446: the beta-PERT of 0, 0.5, 1.
  const range = { low: 0, central: 0.5, high: 1 };
  expect(rangeQuantile(range, "beta-pert", 0.05)).toBeCloseTo(0.1892554, 6);
  expect(rangeQuantile(range, "beta-pert", 0.95)).toBeCloseTo(0.8107446, 6);
});

describe("a programme through the draws", () => {
  const numbers = {
    people: known(30, 20, 45),
    each: known(2, 1, 5),
    proxy: known(700, 500, 1200),
    deadweight: known(0.2, 0.1, 0.6),
    attribution: known(0.6, 0.3, 0.8),
    displacement: shaped(known(0.1, 0, 0.3), "triangular"),
  };
  const less = ({ low, central, high, shape }: Uncertain): Uncertain => ({
    low: 1 - high,
    central: 1 - central,
    high: 1 - low,
    shape,
  });
  const factors = [
    numbers.people,
    numbers.each,
    numbers.proxy,
    less(numbers.deadweight),
    numbers.attribution,
    less(numbers.displacement),
  ].map(moments);
  const mean = factors.reduce((all, one) => all * one.mean, 1);
  const second = factors.reduce((all, one) => all * (one.variance + one.mean * one.mean), 1);
  const one = model({ outcomes: [outcome("a", numbers)], rates: { money: 0, health: 0, wellbeing: 0 } });
  const found = momentsOf(simulate(one).map(worthOf));
  const sd = Math.sqrt(second - mean * mean);

  it("has the mean of the product, within four standard errors", () => {
    expect(Math.abs(found.mean - mean)).toBeLessThan((4 * sd) / Math.sqrt(DRAWS));
  });

  it("has the standard deviation of the product, within 4 in 100", () => {
    expect(Math.abs(Math.sqrt(found.variance) / sd - 1)).toBeLessThan(0.04);
  });

  it("has twice the standard deviation where two like outcomes are drawn together in every number", () => {
    const together = Object.fromEntries(
      Object.entries(numbers).map(([name, range]) => [name, { ...range, together: name }]),
    );
    const two = { ...one, outcomes: [outcome("a", together), outcome("b", together)] };
    const both = momentsOf(simulate(two).map(worthOf));
    expect(Math.abs(Math.sqrt(both.variance) / (2 * sd) - 1)).toBeLessThan(0.04);
  });

  it("adds up means and variances of outcomes that are apart", () => {
    const two = { ...one, outcomes: [outcome("a", numbers), outcome("b", numbers)] };
    const both = momentsOf(simulate(two).map(worthOf));
    expect(Math.abs(both.mean - 2 * mean)).toBeLessThan((4 * sd * Math.SQRT2) / Math.sqrt(DRAWS));
    expect(Math.abs(Math.sqrt(both.variance) / (sd * Math.SQRT2) - 1)).toBeLessThan(0.04);
  });
});
