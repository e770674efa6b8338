import { describe, expect, it } from "vitest";
import { addedUpWithin, boundedCount } from "../../src/estimate/bounded-count.ts";
import { type EstimateRules, estimate } from "../../src/estimate/estimate.ts";
import { type Estimate, noFigures } from "../../src/model.ts";
import { zOf } from "../../src/stats/normal.ts";
import { known } from "../support/check.ts";

const rules: EstimateRules = { kind: "proportion", scale: "logit", per: 100, confidence: 0.95, intervalLevel: 0.95 };
const made = (figures: object, how = rules): Estimate => known(estimate({ ...noFigures, ...figures }, how));

describe("a count within bounds", () => {
  it("enters as its middle", () => {
    expect(boundedCount(1, 7)).toEqual({ numerator: 4, bounds: { lower: 1, upper: 7, variance: 3 } });
  });

  it("is added to others with the variance of each that is not known exactly, and not of their sum", () => {
    const { bounds } = boundedCount(1, 4);
    expect(addedUpWithin([20, bounds, bounds])).toEqual({
      numerator: 25,
      bounds: { lower: 22, upper: 28, variance: 1.5 },
    });
    expect(addedUpWithin([20, 5]).bounds).toEqual({ lower: 25, upper: 25, variance: 0 });
  });

  it("adds to the variances of a share, on both scales, and to its limits", () => {
    const exact = made({ numerator: 25, denominator: 400 });
    const within = made({ ...addedUpWithin([22, { lower: 0, upper: 6, variance: 3 }]), denominator: 400 });
    const more = (100 / 400) ** 2 * 3;
    expect(within.value).toBe(exact.value);
    expect(within.variance).toBeCloseTo(exact.variance! + more, 12);
    expect(within.unbiased).toBeCloseTo(exact.unbiased!, 12);
    const share = 25 / 400;
    const slope = 100 * share * (1 - share);
    expect(within.working!.variance).toBeCloseTo(exact.working!.variance! + more / slope ** 2, 12);
    const half = zOf(0.95) * Math.sqrt(within.working!.variance!);
    expect(Math.log(within.upper! / (100 - within.upper!))).toBeCloseTo(within.working!.point + half, 9);
    expect(within.lower!).toBeLessThan(exact.lower!);
  });

  it("is with both ends known what the count itself is", () => {
    const { within: anywhere, bounds, ...within } = made({ ...boundedCount(25, 25), denominator: 400 });
    const exact = made({ numerator: 25, denominator: 400 });
    expect([0, 1].map((place) => anywhere!.at([place]))).toEqual([exact, exact]);
    expect(bounds).toEqual({ lower: 25, upper: 25, variance: 0 });
    expect(within).toMatchObject({ value: exact.value, variance: exact.variance, working: exact.working });
  });

  it("has the estimates of its ends, corrected where nobody is counted", () => {
    const rate = { ...rules, kind: "rate", scale: "log", per: 1000 } as const;
    const { within } = made({ ...boundedCount(0, 4), denominator: 2000 }, rate);
    const corners = [0, 1].map((place) => known(within!.at([place])));
    expect(corners.map(({ value, numerator }) => [value, numerator])).toEqual([
      [0, 0],
      [2, 4],
    ]);
    expect(corners[0]!.notes.map(({ id }) => id)).toEqual(["continuity-corrected"]);
  });
});
