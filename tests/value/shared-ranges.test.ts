import { describe, expect, it } from "vitest";
import { central, simulate } from "../../src/value/draws.ts";
import { numbersOf } from "../../src/value/programme.ts";
import { groupsOf, ratioOf, reckon, weightedRatioOf } from "../../src/value/returns.ts";
import { findings } from "../../src/value/shares.ts";
import { swings } from "../../src/value/swings.ts";
import { input, known, model, outcome } from "./model.ts";

/** Shares of groups, incomes and levels of prices, which are as uncertain as any other number. */

const weighing = {
  reference: known(20_000),
  incomes: { q1: known(10_000, 8000, 12_000), q5: known(40_000) },
  elasticity: known(1),
};
const groups = { q1: known(0.6, 0.4, 0.8), q5: known(0.4, 0.2, 0.6) };
const grouped = model({ outcomes: [outcome("income", { groups })], weighing });

describe("shares of groups", () => {
  it("are 1 together in every draw, though each is drawn from its own range", () => {
    expect(groupsOf(grouped)).toEqual(["q1", "q5"]);
    const drawn = simulate(grouped);
    for (const { shares } of drawn) expect(shares[0]!.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    expect(new Set(drawn.map(({ shares }) => shares[0]![0])).size).toBeGreaterThan(1000);
  });

  it("give the value of a group a range, and leave the ratio without weights as it is", () => {
    const { groups: parts, ratio, weightedRatio } = findings(grouped, 0.95);
    const [q1] = parts;
    expect(q1!.value.central).toBeCloseTo((0.6 * 1000) / 1.035, 9);
    expect(q1!.value.lower).toBeGreaterThan((0.4 * 1000) / 1.035);
    expect(q1!.value.upper).toBeLessThan((0.8 * 1000) / 1.035);
    expect(q1!.value.upper - q1!.value.lower).toBeGreaterThan(100);
    expect(ratio.lower).toBe(ratio.upper);
    expect(weightedRatio!.upper).toBeGreaterThan(weightedRatio!.lower);
  });

  it("swing the weighed ratio alone: .4 / (.4 + .4) and .8 / (.8 + .4) of it weighs double, the rest half", () => {
    const swing = swings(grouped).find(({ key }) => key === "outcome income share q1")!;
    const ratio = 1 / 1.035;
    expect(swing).toMatchObject({ atLow: ratio, atHigh: ratio, breakEven: null });
    expect(swing.weighted!.atLow).toBeCloseTo(ratio * (0.5 * 2 + 0.5 * 0.5), 12);
    expect(swing.weighted!.atHigh).toBeCloseTo(ratio * ((2 / 3) * 2 + (1 / 3) * 0.5), 12);
  });
});

it("an income that is drawn widens the weighed ratio", () => {
  const swing = swings(grouped).find(({ key }) => key === "income q1")!;
  // At 8,000 a pound counts 20/8, at 12,000 20/12; six tenths of the value is theirs, four tenths counts half.
  expect(swing.weighted!.atLow).toBeCloseTo((0.6 * (20 / 8) + 0.4 * 0.5) / 1.035, 12);
  expect(swing.weighted!.atHigh).toBeCloseTo((0.6 * (20 / 12) + 0.4 * 0.5) / 1.035, 12);
  expect(weightedRatioOf(reckon(grouped, central(grouped)))).toBeCloseTo((0.6 * 2 + 0.4 * 0.5) / 1.035, 12);
});

describe("levels of prices", () => {
  const prices = { "2020": known(80, 75, 85), "2022": known(100), "2023": known(105, 104, 106) };
  const priced = model({ prices, outcomes: [outcome("income", { priceYear: 2020 })] });

  it("take a price to the base year, and swing the ratio", () => {
    expect(ratioOf(reckon(priced, central(priced)))).toBeCloseTo(1.25 / 1.035, 12);
    const swing = swings(priced).find(({ key }) => key === "prices 2020")!;
    expect(swing.atLow).toBeCloseTo(100 / 75 / 1.035, 12);
    expect(swing.atHigh).toBeCloseTo(100 / 85 / 1.035, 12);
  });

  it("are numbers of the model where a price is of their year, and not elsewhere", () => {
    const keys = (of: ReturnType<typeof model>) =>
      numbersOf(of).flatMap(({ key }) => (/^prices/.test(key) ? [key] : []));
    expect(keys(priced)).toEqual(["prices 2020", "prices 2022"]);
    expect(keys(model({ prices }))).toEqual([]);
  });

  it("cancel where all that goes in and comes about has prices of one year", () => {
    const alike = { ...priced, inputs: [input("grant", known(1000), { priceYear: 2020 })] };
    const { ratio } = findings(alike, 0.95);
    expect(ratio.upper - ratio.lower).toBeLessThan(1e-12);
  });
});

it("a value that begins in year 20 can last eleven years, to the last year that the rates hold for", () => {
  const late = model({ inputs: [input("grant", known(1))], outcomes: [outcome("late", { starts: 20 })] });
  const duration = numbersOf(late).find(({ key }) => key === "outcome late duration")!;
  expect(duration.bounds).toEqual([0, 11]);
  expect(numbersOf(model()).find(({ key }) => key === "outcome income duration")!.bounds).toEqual([0, 30]);
});

it("a number that is known exactly has a break-even too", () => {
  const one = model({ inputs: [input("grant", known(500))] });
  expect(swings(one).find(({ key }) => key === "outcome income proxy")).toMatchObject({ atLow: 1000 / 1.035 / 500 });
  expect(swings(one).find(({ key }) => key === "outcome income proxy")!.breakEven).toBeCloseTo(51.75, 9);
});
