import { describe, expect, it } from "vitest";
import { central } from "../../src/value/draws.ts";
import { course, discountFactor, inPricesOf, presentValue } from "../../src/value/present-value.ts";
import { incomeWeight, netOf, ratioOf, reckon, worthOf } from "../../src/value/returns.ts";
import { input, known, model, outcome } from "./model.ts";

// HM Treasury, Green Book supplementary guidance: discounting, tables of discount factors to four decimals.
const standard: [number, number][] = [
  [0, 1],
  [1, 0.9662],
  [2, 0.9335],
  [3, 0.9019],
  [4, 0.8714],
  [5, 0.842],
  [10, 0.7089],
  [20, 0.5026],
  [30, 0.3563],
];
const health: [number, number][] = [
  [1, 0.9852],
  [5, 0.9283],
  [10, 0.8617],
  [20, 0.7425],
  [30, 0.6398],
];

describe("discounting", () => {
  it.each(standard)("has the Green Book's factor of year %i at 3.5 %", (year, factor) => {
    expect(discountFactor(0.035, year)).toBeCloseTo(factor, 4);
  });

  it.each(health)("has the Green Book's factor of year %i for health, at 1.5 %", (year, factor) => {
    expect(discountFactor(0.015, year)).toBeCloseTo(factor, 4);
  });

  // The Green Book (2003), annex 6: £10m now for £2.5m a year in years 1 to 4 is worth -£0.82m; £5m for £1.5m, £0.51m.
  it.each([
    [10e6, 2.5e6, -0.82e6],
    [5e6, 1.5e6, 0.51e6],
  ])("gives the net present value of the Green Book's example: %i for %i a year", (cost, yearly, net) => {
    const example = model({
      inputs: [input("capital", known(cost))],
      outcomes: [outcome("benefit", { people: known(1), proxy: known(yearly), duration: known(4) })],
    });
    const reckoned = reckon(example, central(example));
    expect(Math.round(netOf(reckoned) / 1e4) * 1e4).toBe(net);
    // The same to the pound from the published factors' own formula, worked out by hand as a sum of fractions.
    const byHand = [1.035, 1.035 ** 2, 1.035 ** 2 * 1.035, (1.035 ** 2) ** 2].reduce(
      (sum, f) => sum + yearly / f,
      -cost,
    );
    expect(Math.round(netOf(reckoned))).toBe(Math.round(byHand));
  });

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

  it("weighs a pound by income as the Green Book does: half the income, 2 to the power 1.3", () => {
    // The Green Book (2018), A3.20: (median income / income of participants) to the power 1.3.
    expect(incomeWeight(20_000, 10_000, 1.3)).toBeCloseTo(2.462, 3);
    expect(incomeWeight(20_000, 20_000, 1.3)).toBe(1);
    // An elasticity of 1: a pound to someone on £20,000 is worth twice that to someone on £40,000 (A3.13).
    expect(incomeWeight(30_000, 20_000, 1) / incomeWeight(30_000, 40_000, 1)).toBeCloseTo(2, 12);
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
    expect(worthOf(reckon(one, central(one)))).toBeCloseTo(1000 * 0.8617, 1);
  });
});
