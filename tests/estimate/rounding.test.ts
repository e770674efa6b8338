import { describe, expect, it } from "vitest";
import { roundingVariance } from "../../src/estimate/rounding.ts";

describe("roundingVariance", () => {
  it.each([
    [[12, 13], 1 / 12],
    [[12, 13.5], 0.01 / 12],
    [[12.25, 13.5, 0], 0.0001 / 12],
    [[1e-7, 2e-7], 1e-14 / 12],
    [[1.5e-7], 1e-16 / 12],
    [[1.5e21], 1 / 12],
    [[-0.5], 0.01 / 12],
    [[], 0],
  ])("follows the most decimals of %j", (values, variance) => {
    expect(roundingVariance(values) / (variance || 1)).toBeCloseTo(variance === 0 ? 0 : 1, 12);
  });
});
