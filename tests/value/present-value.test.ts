import { describe, expect, it } from "vitest";
import { central } from "../../src/value/draws.ts";
import { course, inPricesOf, presentValue } from "../../src/value/present-value.ts";
import { incomeWeight, ratioOf, reckon, worthOf } from "../../src/value/returns.ts";
import { input, known, model, outcome } from "./model.ts";

describe("discounting", () => {
  it("discounts nothing at 0 %", () => {
    expect(presentValue({ starts: 7, duration: 5, dropOff: 0 }, 0)).toBe(5);
  });

  it("counts a part of a last year as a part, and loses the drop-off each year", () => {
    expect(course({ starts: 1, duration: 2.5, dropOff: 0.2 })).toEqual([
      { year: 1, value: 1 },
      { year: 2, value: 0.8 },
      { year: 3, value: 0.5 * 0.8 * 0.8 },
    ]);
    expect(course({ starts: 1, duration: 0, dropOff: 0 })).toEqual([]);
  });

  it("takes prices to the base year by the index", () => {
    expect(inPricesOf(100, 80, 100)).toBe(125);
    expect(inPricesOf(100, 100, 100)).toBe(100);
  });

  it("weighs nobody at the reference income, and half the income at 2 to the power of the elasticity", () => {
    expect(incomeWeight(20_000, 20_000, 1.3)).toBe(1);
    expect(incomeWeight(20_000, 10_000, 2)).toBe(4);
    expect(incomeWeight(20_000, 10_000, 0.5)).toBeCloseTo(Math.SQRT2, 12);
  });
});

describe("the ratio", () => {
  it("is worked through by hand", () => {
    // 20 people, 60 of 100 of it not anyway, half of it the programme's, 90 of 100 not moved: 20 x 500 x .6 x .5 x .9 = 2,700
    // in the first year and 2,700 x .75 in the second; inputs 800 + 40 hours at £20.
    const one = model({
      inputs: [input("grant", known(800)), input("hours", known(20), { units: known(40) })],
      outcomes: [
        outcome("a", {
          ...{ people: known(20), proxy: known(500), deadweight: known(0.4), attribution: known(0.5) },
          ...{ displacement: known(0.1), duration: known(2), dropOff: known(0.25) },
        }),
        outcome("told", { counted: false }),
      ],
    });
    const reckoned = reckon(one, central(one));
    expect(reckoned.inputs).toBe(1600);
    expect(worthOf(reckoned)).toBeCloseTo(2700 / 1.035 + 2025 / (1.035 * 1.035), 9);
    expect(ratioOf(reckoned)).toBeCloseTo(2.812, 3);
  });

  it("discounts health by its own rate", () => {
    const one = model({ outcomes: [outcome("a", { worth: "health", starts: 10 })] });
    // 1,000 / 1.015^10, by a calculator: 861.667.
    expect(worthOf(reckon(one, central(one)))).toBeCloseTo(861.667, 3);
  });
});
