import { describe, expect, it } from "vitest";
import { central } from "../../src/value/draws.ts";
import { discountFactor } from "../../src/value/present-value.ts";
import { firstYear, incomeWeight, netOf, reckon, worthOf } from "../../src/value/returns.ts";
import { input, known, model, outcome } from "./model.ts";

/**
 * Worked examples of public guides, recomputed. Each figure was read at the address beside it; none is worked out here by
 * the formula that it is held against.
 */

const NOTHING = { inputs: [input("none", known(0))] };

describe("the discounted cash flow example of a public guide to value for money in NHS procurement (annex A, table 2)", () => {
  // It follows the Green Book's rate of 3.5%, read at
  // https://ppponline.affinitext.com/public/book?id=1663&toc_id=503681
  // Project year, cash flow, discount factor as printed (to four decimals), discounted cash flow as printed (to the pound).
  const printed = [
    [0, 1000, 1, 1000],
    [1, 1000, 0.9662, 966],
    [2, 1000, 0.9335, 934],
    [3, 1000, 0.9019, 902],
    [4, 1000, 0.8714, 871],
    [5, 1000, 0.842, 842],
    [6, 1000, 0.8135, 814],
    [7, 1000, 0.786, 786],
    [8, 1000, 0.7594, 759],
    [9, 1000, 0.7337, 734],
    [10, -500, 0.7089, -355],
  ] as const;
  const printedNet = 8253;

  it.each(printed)("has the factor that is printed for year %i", (year, _flow, factor) => {
    expect(Number(discountFactor(0.035, year).toFixed(4))).toBe(factor);
  });

  const flow = (year: number, amount: number) =>
    outcome(`year-${year}`, { starts: year, people: known(1), proxy: known(amount) });

  it.each(printed.slice(0, -1))("gives the discounted flow of year %i to the pound", (year, amount, _, discounted) => {
    const one = model({ ...NOTHING, outcomes: [flow(year, amount)] });
    expect(Math.round(worthOf(reckon(one, central(one))))).toBe(discounted);
  });

  it("gives the last, which is printed as -355, as -500 x 0.7089 = -354.45, as the factor beside it has it", () => {
    const [year, amount, factor] = printed.at(-1)!;
    const one = model({ ...NOTHING, outcomes: [flow(year, amount)] });
    expect(Math.abs(worthOf(reckon(one, central(one))) - amount * factor)).toBeLessThan(500 * 0.00005);
  });

  it("gives its net present value to the pound", () => {
    const all = model({ ...NOTHING, outcomes: printed.map(([year, amount]) => flow(year, amount)) });
    expect(Math.round(netOf(reckon(all, central(all))))).toBe(printedNet);
  });

  it("gives the same as one outcome of ten years less a cost in the eleventh", () => {
    const all = model({
      inputs: [input("cost", known(500), { starts: 10 })],
      outcomes: [outcome("flow", { starts: 0, people: known(1), proxy: known(1000), duration: known(10) })],
    });
    expect(Math.round(netOf(reckon(all, central(all))))).toBe(printedNet);
  });
});

describe("the Green Book (2018), annex 3, on weights by income", () => {
  // A3.13: "An additional £1 of consumption received by someone earning £20,000 per year would be worth twice as much than
  // to a person earning £40,000" at an elasticity of 1: https://ppponline.affinitext.com/public/book?id=5905&toc_id=875688
  it("counts a pound to £20,000 a year twice that to £40,000, at an elasticity of 1", () => {
    expect(incomeWeight(40_000, 20_000, 1)).toBe(2);
    for (const reference of [15_000, 27_300, 60_000])
      expect(incomeWeight(reference, 20_000, 1) / incomeWeight(reference, 40_000, 1)).toBeCloseTo(2, 12);
  });
});

describe("the Treasury's guidance on wellbeing (2021)", () => {
  // "0.2 x £13,000 = £2,600 per person per year for two years", the value of one point of life satisfaction for a year in
  // prices of 2019: https://jacobs.com/newsroom/news/simetrica-Jacobs-contributes-new-guidance-wellbeing-analysis
  const employees = outcome("satisfaction", {
    ...{ worth: "wellbeing", people: known(1), each: known(0.2), proxy: known(13_000), duration: known(2) },
  });
  const one = model({ ...NOTHING, outcomes: [employees] });

  it("gives £2,600 a person in a year", () => {
    expect(firstYear(employees, one, central(one))).toBe(2600);
  });

  it("gives it in each of two years", () => {
    const undiscounted = { ...one, rates: { money: 0, health: 0, wellbeing: 0 } };
    expect(worthOf(reckon(undiscounted, central(undiscounted)))).toBe(2 * 2600);
  });
});

describe("a published table of present values", () => {
  // McGraw-Hill, Wild, Financial Accounting, table B.1, "Present Value of 1", to four decimals:
  // https://ezto.mheducation.com/extMedia/bne/accounting/Wild_FAP_25e/Table_B.1_Present_Value_of_1.htm
  const rates = [0.01, 0.02, 0.03, 0.04, 0.05] as const;
  it.each([
    [1, 0.9901, 0.9804, 0.9709, 0.9615, 0.9524],
    [2, 0.9803, 0.9612, 0.9426, 0.9246, 0.907],
    [3, 0.9706, 0.9423, 0.9151, 0.889, 0.8638],
    [5, 0.9515, 0.9057, 0.8626, 0.8219, 0.7835],
    [10, 0.9053, 0.8203, 0.7441, 0.6756, 0.6139],
    [15, 0.8613, 0.743, 0.6419, 0.5553, 0.481],
    [20, 0.8195, 0.673, 0.5537, 0.4564, 0.3769],
    [25, 0.7798, 0.6095, 0.4776, 0.3751, 0.2953],
  ])("has its factors of year %i at 1 to 5 %%", (year, ...factors) => {
    expect(rates.map((rate) => Number(discountFactor(rate, year).toFixed(4)))).toEqual(factors);
  });
});
