import { describe, expect, it } from "vitest";
import { type EstimateRules, estimate } from "../../src/estimate/estimate.ts";
import { equalCountQuantiles, equalPopulationQuantiles, keptTogether } from "../../src/estimate/quantiles.ts";
import { type Figures, noFigures } from "../../src/model.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import golden from "../golden/estimates.json" with { type: "json" };
import { closeTo } from "../support/close-to.ts";

const rules = (kind: EstimateRules["kind"], more: Partial<EstimateRules> = {}): EstimateRules => ({
  kind,
  scale: kind === "proportion" ? "logit" : kind === "rate" ? "log" : "identity",
  per: 1,
  confidence: 0.95,
  intervalLevel: 0.95,
  ...more,
});
const limits = (figures: Partial<Figures>, how: EstimateRules) => {
  const made = estimate({ ...noFigures, ...figures }, how);
  if (isMissing(made)) throw new Error(made.reason);
  return { value: made.value, lower: made.lower, upper: made.upper };
};

describe(`estimate, against ${golden.reference},`, () => {
  it.each(golden.proportion)("gives $numerator of $denominator as a proportion with Wilson limits", (one) => {
    const figures = { numerator: one.numerator, denominator: one.denominator };
    const per = one.multiplier;
    expect(limits(figures, rules("proportion", { per }))).toEqual(
      closeTo({ value: one.value, lower: one.lower95, upper: one.upper95 }),
    );
    expect(limits(figures, rules("proportion", { per, confidence: 0.998 }))).toEqual(
      closeTo({ value: one.value, lower: one.lower998, upper: one.upper998 }),
    );
  });

  it.each(golden.rate)("gives $count events in $personYears as a rate with exact or Byar limits", (one) => {
    const figures = { numerator: one.count, denominator: one.personYears };
    expect(limits(figures, rules("rate", { per: one.multiplier }))).toEqual(
      closeTo({ value: one.value, lower: one.lower95, upper: one.upper95 }),
    );
  });

  it.each(golden.mean.map((one) => ({ ...one, count: one.values.length })))(
    "gives the mean of $count values with Student t limits",
    ({ values, count, ...one }) => {
      const value = values.reduce((sum, y) => sum + y, 0) / count;
      const sd = Math.sqrt(values.reduce((sum, y) => sum + (y - value) ** 2, 0) / (count - 1));
      expect(limits({ value, sd, count }, rules("mean"))).toEqual(
        closeTo({ value: one.value, lower: one.lower95, upper: one.upper95 }),
      );
    },
  );
});

describe("equalCountQuantiles", () => {
  it("gives areas with equal scores the same quantile", () => {
    const areas = [5, 4, 4, 3, 2, 1].map((score, index) => ({ code: `A${index}`, score, population: 1 }));
    expect([...equalCountQuantiles(areas, 3).values()]).toEqual([1, 1, 1, 2, 3, 3]);
  });

  it("gives every area a quantile from 1 to k, in order, whatever their number", () => {
    for (let k = 3; k <= 10; k++)
      for (let n = k; n <= 150; n++) {
        const areas = Array.from({ length: n }, (_, index) => ({ code: `A${index}`, score: -index, population: 1 }));
        const quantiles = [...equalCountQuantiles(areas, k).values()];
        expect([k, n, quantiles[0], quantiles.at(-1)]).toEqual([k, n, 1, k]);
        expect(quantiles.every((q, index) => q >= (quantiles[index - 1] ?? 1))).toBe(true);
      }
  });
});

describe("equalPopulationQuantiles", () => {
  it("keeps areas of one score together, which the first edition parted by their codes", () => {
    const areas = [9, 5, 5, 5, 1].map((score, i) => ({ code: `A${i}`, score, population: 10 }));
    expect([...equalPopulationQuantiles(areas, 3).values()]).toEqual([1, 2, 2, 2, 3]);
    expect([...equalPopulationQuantiles(areas, 3, 1).values()]).toEqual([1, 1, 2, 3, 3]);
    expect(keptTogether(areas, 3).map(({ code }) => code)).toEqual(["A1", "A2", "A3"]);
    expect(
      keptTogether(
        areas.map((area, i) => ({ ...area, score: -i })),
        3,
      ),
    ).toEqual([]);
  });

  it("puts an area whose middle lies on a cut into the quantile below the cut", () => {
    for (let k = 3; k <= 100; k++) {
      // 2 people, then k - 1 times 1 + 1: each area of two straddles one of the cuts exactly.
      const populations = [1, ...Array.from({ length: k - 1 }, () => 2), 1];
      const areas = populations.map((population, index) => ({
        code: `A${String(index).padStart(3, "0")}`,
        score: -index,
        population,
      }));
      const wanted = populations.map((_, index) => Math.min(index + 1, k));
      expect([k, ...equalPopulationQuantiles(areas, k).values()]).toEqual([k, ...wanted]);
    }
  });

  it("orders areas of one score by their code in the first edition", () => {
    const areas = ["C", "A", "B"].map((code) => ({ code, score: 1, population: 10 }));
    expect(Object.fromEntries(equalPopulationQuantiles(areas, 3, 1))).toEqual({ A: 1, B: 2, C: 3 });
  });
});
