import { describe, expect, test } from "vitest";
import { echelon, type Form, follow, sumOfForms, unknown } from "../../src/disclose/elimination.ts";

const form = (coefficients: Record<string, number>): Form =>
  new Map(Object.entries(coefficients).map(([name, value]) => [name, BigInt(value)]));

describe("follow", () => {
  test("says which rows make a form, and how often", () => {
    const rows = echelon([form({ a: 1, b: 1, c: 1 }), form({ b: 1 }), form({ c: 1 })]);
    expect(follow(rows, unknown("a"))).toEqual({
      times: 1n,
      weights: new Map([
        [0, 1n],
        [1, -1n],
        [2, -1n],
      ]),
    });
  });

  test("gives null for a form that does not follow", () => {
    expect(follow(echelon([form({ a: 1, b: 1, c: 1 }), form({ c: 1 })]), unknown("a"))).toBeNull();
  });

  test("finds a form that only several sums together give: (a + b) + (a + c) - (b + c) = 2a", () => {
    const rows = echelon([form({ a: 1, b: 1 }), form({ a: 1, c: 1 }), form({ b: 1, c: 1 })]);
    const { times, weights } = follow(rows, unknown("a"))!;
    expect([0, 1, 2].map((row) => Number(weights.get(row)) / Number(times))).toEqual([0.5, 0.5, -0.5]);
  });

  test("stays exact where floating point would not: 3a + b and 10^17 (3a + b) + 1a", () => {
    const large = 10n ** 17n;
    const rows = echelon([
      form({ a: 3, b: 1 }),
      new Map([
        ["a", 3n * large + 1n],
        ["b", large],
      ]),
    ]);
    expect(follow(rows, unknown("a"))).not.toBeNull();
  });

  test("leaves rows that say the same twice out", () => {
    expect(echelon([form({ a: 1, b: 1 }), form({ a: 2, b: 2 })]).steps).toHaveLength(1);
  });
});

test("sumOfForms drops what cancels", () => {
  expect(sumOfForms([form({ a: 1, b: 1 }), form({ b: -1 })])).toEqual(form({ a: 1 }));
});
