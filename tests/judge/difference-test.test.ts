import { describe, expect, it } from "vitest";
import { differenceTest, isWithin, minimumDetectable, pAbove } from "../../src/judge/difference-test.ts";

describe("the test of a change", () => {
  it("is wider by the scatter beyond sampling, and never narrower", () => {
    expect(differenceTest(3, 4, { phi: 2.25, degreesOfFreedom: 8 }).standardError).toBe(3);
    expect(differenceTest(3, 4, { phi: 0.25, degreesOfFreedom: 8 }).standardError).toBe(2);
  });

  it("is certain where there is no error: of a change, and of none", () => {
    for (const scatter of [null, { phi: 2, degreesOfFreedom: 8 }])
      expect([-1, 0, 1].map((delta) => differenceTest(delta, 0, scatter).p)).toEqual([0, 1, 0]);
  });
});

describe("what a test decides", () => {
  const normal = { degreesOfFreedom: null, standardError: 1, p: 0.04 };

  it("is within a width with the whole of its 90 % interval, and on its edge", () => {
    expect(isWithin({ ...normal, delta: -3, standardError: 0 }, 3)).toBe(true);
    expect(isWithin({ ...normal, delta: 3.01, standardError: 0 }, 3)).toBe(false);
    // 1.645 standard errors to either side.
    expect(isWithin({ ...normal, delta: -1 }, 2.65)).toBe(true);
    expect(isWithin({ ...normal, delta: -1 }, 2.64)).toBe(false);
  });

  it("is above zero with half of its p, or with what is left of one", () => {
    expect(pAbove({ ...normal, delta: 2 })).toBe(0.02);
    expect(pAbove({ ...normal, delta: -2 })).toBe(0.98);
    expect(pAbove({ ...normal, delta: 0, p: 1 })).toBe(0.5);
  });

  it("would have found a change of so many standard errors four times in five", () => {
    expect(minimumDetectable({ ...normal, delta: 0, standardError: 2 })).toBeCloseTo(2 * (1.959964 + 0.8416212), 5);
  });
});
