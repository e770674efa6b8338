import { describe, expect, it } from "vitest";
import { isClear, leavesOut, mayBeChance } from "../../src/judge/clear.ts";
import { SIGNIFICANCE } from "../../src/model.ts";

describe("isClear", () => {
  it("is below the line, and not on it", () => {
    expect([isClear(0.049), isClear(SIGNIFICANCE), isClear(1)]).toEqual([true, false, false]);
  });

  it("knows nothing where nothing was tested", () => expect(isClear(null)).toBeNull());
});

describe("leavesOut", () => {
  it.each([
    [1, 2, 0, true],
    [-2, -1, 0, true],
    [0, 2, 0, false],
    [-1, 0, 0, false],
    [0.8, 1.2, 1, false],
    [1.1, 1.2, 1, true],
  ])("%d to %d leaves out %d: %s", (lower, upper, value, expected) => {
    expect(leavesOut({ value: (lower + upper) / 2, lower, upper }, value)).toBe(expected);
  });

  it("knows nothing without an interval", () => {
    expect(leavesOut({ value: 3, lower: null, upper: 4 }, 0)).toBeNull();
    expect(leavesOut({ value: 3, lower: 2, upper: null }, 0)).toBeNull();
  });
});

describe("mayBeChance", () => {
  it("is a clear change that is not among all tests", () => {
    expect(mayBeChance({ clear: true, adjustedP: 0.06 })).toBe(true);
    expect(mayBeChance({ clear: true, adjustedP: 0.04 })).toBe(false);
    expect(mayBeChance({ clear: false, adjustedP: 0.6 })).toBe(false);
    expect(mayBeChance({ clear: true, adjustedP: null })).toBe(false);
  });
});
