import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { central, simulate, spreadOf } from "../../src/value/draws.ts";
import { type Model, numbersOf, type Uncertain } from "../../src/value/programme.ts";
import { ratioOf, reckon, worthOf } from "../../src/value/returns.ts";
import { findings } from "../../src/value/shares.ts";
import { swings } from "../../src/value/swings.ts";
import { input, known, model, outcome } from "./model.ts";

const share = fc.integer({ min: 0, max: 1000 }).map((value) => known(value / 1000));
const amount = fc.double({ min: 1, max: 1e6, noNaN: true }).map((value) => known(value));
const anyOutcome = fc
  .record({
    people: amount,
    proxy: amount,
    duration: fc.integer({ min: 0, max: 300 }).map((value) => known(value / 10)),
    dropOff: share,
    deadweight: share,
    attribution: share,
    displacement: share,
  })
  .map((numbers) => numbers);
const anyModel: fc.Arbitrary<Model> = fc
  .tuple(fc.array(anyOutcome, { minLength: 1, maxLength: 5 }), amount)
  .map(([outcomes, cost]) =>
    model({ inputs: [input("grant", cost)], outcomes: outcomes.map((given, i) => outcome(`o${i}`, given)) }),
  );
const at = (one: Model) => reckon(one, central(one));

describe("for any programme", () => {
  it("doubling the inputs halves the ratio", () => {
    fc.assert(
      fc.property(anyModel, (one) => {
        const doubled = { ...one, inputs: one.inputs.map((given) => ({ ...given, units: known(2) })) };
        expect(ratioOf(at(doubled))).toBe(ratioOf(at(one)) / 2);
      }),
    );
  });

  it("zero attribution gives zero", () => {
    fc.assert(
      fc.property(anyModel, (one) => {
        const none = { ...one, outcomes: one.outcomes.map((given) => ({ ...given, attribution: known(0) })) };
        expect(worthOf(at(none))).toBe(0);
      }),
    );
  });

  it("the order of the outcomes does not matter, to the last digit", () => {
    fc.assert(
      fc.property(anyModel, (one) => {
        expect(at({ ...one, outcomes: [...one.outcomes].reverse() })).toEqual(at(one));
      }),
    );
  });

  it("without a rate and a drop-off the value is people x proxy x years", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), amount, (years, people) => {
        const one = model({
          outcomes: [outcome("a", { people, duration: known(years) })],
          rates: { money: 0, health: 0, wellbeing: 0 },
        });
        expect(worthOf(at(one)) / (people.central * 100 * years)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("later is worth less, and more deadweight is worth less", () => {
    fc.assert(
      fc.property(anyModel, fc.integer({ min: 1, max: 20 }), (one, later) => {
        const put = { ...one, outcomes: one.outcomes.map((given) => ({ ...given, starts: given.starts + later })) };
        expect(worthOf(at(put))).toBeLessThanOrEqual(worthOf(at(one)));
        const anyway = { ...one, outcomes: one.outcomes.map((given) => ({ ...given, deadweight: known(1) })) };
        expect(worthOf(at(anyway))).toBe(0);
      }),
    );
  });

  it("a price index that moves all prices alike moves no ratio", () => {
    fc.assert(
      fc.property(anyModel, fc.constantFrom(0.5, 2, 4), (one, factor) => {
        const scaled = (range: Uncertain) => known(range.central * factor);
        const priced: Model = {
          ...one,
          inputs: one.inputs.map((given) => ({ ...given, worth: scaled(given.worth) })),
          outcomes: one.outcomes.map((given) => ({ ...given, proxy: scaled(given.proxy) })),
        };
        expect(ratioOf(at(priced))).toBeCloseTo(ratioOf(at(one)), 10);
      }),
    );
  });
});

const uncertain = model({
  inputs: [input("grant", known(9000, 8000, 12_000))],
  outcomes: [
    outcome("income", {
      ...{ people: known(30, 20, 45), proxy: known(700, 500, 900), duration: known(2, 1, 4) },
      ...{ dropOff: known(0.3, 0.1, 0.5), deadweight: known(0.25, 0.1, 0.4), attribution: known(0.6, 0.4, 0.8) },
    }),
    outcome("calm", { worth: "wellbeing", people: known(12, 8, 15), proxy: known(600, 300, 1300) }),
  ],
});

describe("the draws", () => {
  it("are the same each time, and in any order of the outcomes", () => {
    const turned = { ...uncertain, outcomes: [...uncertain.outcomes].reverse() };
    expect(findings(turned, 0.95).ratio).toEqual(findings(uncertain, 0.95).ratio);
  });

  it("vary nothing where nothing is uncertain", () => {
    const { ratio } = findings(model(), 0.95);
    for (const end of [ratio.lower, ratio.median, ratio.upper]) expect(end).toBe(ratio.central);
    expect(ratio.mean).toBeCloseTo(ratio.central, 12);
  });

  it("tell where the most likely lies outside of them", () => {
    expect(findings(uncertain, 0.95).aside).toBe(false);
    expect(findings(model(), 0.95).aside).toBe(false);
    // Every range reaches up alone, so that nearly every draw is above the most likely.
    const up = { people: known(10, 10, 20), each: known(1, 1, 2), proxy: known(100, 100, 200) };
    const skewed = model({ outcomes: [outcome("a", up), outcome("b", up), outcome("c", up)] });
    const { aside, ratio } = findings(skewed, 0.95);
    expect(aside).toBe(true);
    expect(ratio.lower).toBeGreaterThan(ratio.central);
  });

  it("have quantiles in order", () => {
    const { lower, median, upper } = spreadOf(simulate(uncertain).map(ratioOf), 0, 0.9);
    expect(lower).toBeLessThan(median);
    expect(median).toBeLessThan(upper);
    expect(spreadOf([4, 1, 3, 2, 5], 3, 0.5)).toEqual({ central: 3, mean: 3, lower: 2, median: 3, upper: 4 });
  });
});

describe("swings", () => {
  it("stand widest first and reach the ratio at each end", () => {
    const found = swings(uncertain);
    const widths = found.map(({ atLow, atHigh }) => Math.abs(atHigh - atLow));
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
    const people = found.find(({ key }) => key === "outcome income people")!;
    const low = {
      ...uncertain,
      outcomes: uncertain.outcomes.map((o) => (o.id === "income" ? { ...o, people: known(20) } : o)),
    };
    expect(people.atLow).toBe(ratioOf(at(low)));
    expect(found).toHaveLength(numbersOf(uncertain).length);
  });

  it("find the value at which the ratio is 1", () => {
    // 10 people x £100 x attribution = 1,000 x attribution / 1.035 against inputs of £500: 51.75 %.
    const one = model({ inputs: [input("grant", known(500))] });
    const found = new Map(swings(one).map(({ key, breakEven }) => [key, breakEven]));
    expect(found.get("outcome income attribution")).toBeCloseTo(0.5175, 12);
    expect(found.get("outcome income deadweight")).toBeCloseTo(1 - 0.5175, 12);
    expect(found.get("outcome income people")).toBeCloseTo(5.175, 9);
    expect(found.get("input grant worth")).toBeCloseTo(1000 / 1.035, 6);
    // One year, whatever the drop-off is.
    expect(found.get("outcome income dropOff")).toBeNull();
  });

  it("bring the ratio back to 1 at every value that they name", () => {
    for (const { key, breakEven } of swings(uncertain)) {
      if (breakEven === null) continue;
      const middle = central(uncertain);
      const ratio = ratioOf(reckon(uncertain, (other) => (other === key ? breakEven : middle(other))));
      expect(ratio, key).toBeCloseTo(1, 8);
    }
  });
});

describe("whose the value is", () => {
  const grouped = model({
    outcomes: [
      outcome("income", { groups: { q1: known(0.75), q5: known(0.25) } }),
      outcome("taxes", { holder: "public-purse", groups: { q1: known(1) } }),
      outcome("calm", { worth: "wellbeing", groups: { q1: known(0.5), q5: known(0.5) } }),
      outcome("other", {}),
    ],
    weighing: { reference: known(20_000), incomes: { q1: known(10_000), q5: known(40_000) }, elasticity: known(1) },
  });

  it("is shared out whole", () => {
    const { value, stakeholders, holders, groups, ungrouped, outcomes } = findings(grouped, 0.95);
    const sum = (parts: readonly { value: { central: number } }[]) =>
      parts.reduce((all, one) => all + one.value.central, 0);
    for (const parts of [stakeholders, holders, outcomes]) expect(sum(parts)).toBeCloseTo(value.central, 9);
    const toPeople = holders.find(({ id }) => id === "people")!.value.central;
    expect(sum(groups) + ungrouped!.central).toBeCloseTo(toPeople, 9);
  });

  it("weighs money that people hold, and neither the public purse nor what is valued alike for all", () => {
    const { groups, weightedRatio, ratio } = findings(grouped, 0.95);
    const each = 1000 / 1.035;
    const calm = 1000 / 1.015;
    const [q1, q5] = groups;
    expect(q1).toMatchObject({ id: "q1", weight: 2 });
    expect(q5).toMatchObject({ id: "q5", weight: 0.5 });
    expect(q1!.value.central).toBeCloseTo(0.75 * each + 0.5 * calm, 9);
    expect(q1!.weighted).toBeCloseTo(2 * 0.75 * each + 0.5 * calm, 9);
    expect(q5!.weighted).toBeCloseTo(0.5 * 0.25 * each + 0.5 * calm, 9);
    expect(weightedRatio!.central - ratio.central).toBeCloseTo((each * (0.75 * 2 + 0.25 * 0.5 - 1)) / 1000, 9);
  });

  it("weighs nobody where incomes are alike", () => {
    const alike = {
      ...grouped,
      weighing: { reference: known(1), incomes: { q1: known(1), q5: known(1) }, elasticity: known(1.3) },
    };
    const { ratio, weightedRatio } = findings(alike, 0.95);
    expect(weightedRatio!.central).toBe(ratio.central);
  });
});
