import { describe, expect, it } from "vitest";
import { gapChange, levelChange } from "../../src/judge/first-change.ts";
import type { ComputedGap, Level, Tested } from "../../src/model.ts";

const Z = 1.959963984540054;
const gap = (value: number, standardError: number | null, scale: Tested["scale"] = "difference"): ComputedGap => {
  const shown = { difference: value, log: Math.exp(value), variance: Math.sqrt(Math.max(0, value)) }[scale];
  const limits = { value: shown, lower: null, upper: null };
  return { raw: limits, oriented: limits, tested: { scale, point: value, standardError }, notes: [] };
};
const level = (value: number, standardError: number | null): Level => ({
  value,
  lower: null,
  upper: null,
  standardError,
});
const plain = { z: Z, materiality: 0 };

describe("a change of a gap", () => {
  it("is the difference, with s = sqrt(s1^2 + s0^2)", () => {
    const change = gapChange(gap(10, 3), gap(25, 4), plain);
    expect(change).toMatchObject({ from: 10, to: 25, statistic: 3, clear: true, moved: "up", untested: null });
    expect(change.change.value).toBe(15);
    expect(change.change.lower).toBeCloseTo(15 - Z * 5, 12);
    expect(change.change.upper).toBeCloseTo(15 + Z * 5, 12);
    expect(change.p).toBeCloseTo(0.002699796063260207, 12);
    expect(change.minimumDetectable).toBeCloseTo((1.959963984540054 + 0.8416212335729143) * 5, 9);
  });

  it("of a ratio is the difference of logs, shown as one ratio over the other", () => {
    const change = gapChange(gap(Math.log(2), 0.3, "log"), gap(Math.log(3), 0.4, "log"), plain);
    expect(change.from).toBeCloseTo(2, 12);
    expect(change.change.value).toBeCloseTo(1.5, 12);
    expect(change.change.lower).toBeCloseTo(1.5 * Math.exp(-Z * 0.5), 12);
    expect(change.change.upper).toBeCloseTo(1.5 * Math.exp(Z * 0.5), 12);
    expect(change.statistic).toBeCloseTo(Math.log(1.5) / 0.5, 12);
    expect(change).toMatchObject({ clear: false, moved: "up" });
  });

  it.each([
    ["below", -400],
    ["above", 400],
    ["either side of", 0],
  ])("of a ratio has no limits where one is %s every number", (_, step) => {
    const errors = step === 0 ? 500 : 250;
    const { change } = gapChange(gap(0, errors, "log"), gap(step, errors, "log"), plain);
    expect(change).toEqual({ value: expect.closeTo(Math.exp(step), 0), lower: null, upper: null });
  });

  it("of a typical difference is tested as a variance and shown as the difference of the roots", () => {
    const change = gapChange(gap(16, 3, "variance"), gap(4, 4, "variance"), plain);
    expect(change).toMatchObject({ from: 4, to: 2, statistic: -2.4, moved: "down", clear: true });
    expect(change.change).toEqual({ value: -2, lower: null, upper: null });
  });

  it.each([
    [null, 1],
    [1, null],
    [null, null],
  ])("cannot be tested with standard errors %s and %s, but is shown", (s0, s1) => {
    const change = gapChange(gap(10, s0), gap(12, s1), plain);
    expect(change).toMatchObject({ p: null, statistic: null, clear: false, moved: "up", minimumDetectable: null });
    expect(change.change).toEqual({ value: 2, lower: null, upper: null });
    expect(change.untested).toEqual({ reason: "no-intervals", parts: { of: "change" } });
  });

  it("is level when nothing moved", () => {
    expect(gapChange(gap(10, 1), gap(10, 1), plain)).toMatchObject({ moved: "level", p: 1, clear: false });
  });

  it("with no error at all is certain", () => {
    expect(gapChange(gap(1, 0), gap(2, 0), plain)).toMatchObject({ statistic: null, p: 0, clear: true });
    expect(gapChange(gap(1, 0), gap(1, 0), plain)).toMatchObject({ statistic: null, p: 1, clear: false });
  });

  it.each([
    [0.1, true],
    [0.2, true],
    [0.21, false],
  ])("must be %s of the baseline in size where materiality asks for it: %s", (materiality, clear) => {
    expect(gapChange(gap(10, 0.1), gap(12, 0.1), { z: Z, materiality }).clear).toBe(clear);
  });

  it("has its materiality judged on the log scale for a ratio", () => {
    const rules = (materiality: number) => ({ z: Z, materiality });
    const from = gap(1, 0.01, "log");
    expect(gapChange(from, gap(1.3, 0.01, "log"), rules(0.3)).clear).toBe(true);
    expect(gapChange(from, gap(1.3, 0.01, "log"), rules(0.31)).clear).toBe(false);
  });

  it("has its materiality judged as shown for a typical difference", () => {
    const change = (materiality: number) =>
      gapChange(gap(100, 1, "variance"), gap(81, 1, "variance"), { z: Z, materiality });
    expect(change(0.1).clear).toBe(true);
    expect(change(0.11).clear).toBe(false);
  });
});

describe("the direction of a gap", () => {
  it.each([
    ["narrower", 50, 3, 20],
    ["wider", 20, 3, 50],
    ["cannot-tell", 50, 30, 20],
    ["cannot-tell", 50, 3, 50],
    ["not-compared", 50, null, 20],
  ] as const)("is %s from %d (error %s) to %d", (direction, from, error, to) => {
    const change = gapChange(gap(from, error), gap(to, error), plain);
    expect(change).toMatchObject({ direction, depends: null, baselineExtreme: null, turned: null, possible: false });
  });

  it("is never little changed, however exact the figures are", () => {
    expect(gapChange(gap(50, 0.001), gap(50.001, 0.001), plain).direction).toBe("cannot-tell");
  });
});

describe("a change of a level", () => {
  it("is tested in natural units", () => {
    expect(levelChange(level(50, 3), level(40, 4), "lower", plain)).toMatchObject({
      scale: "difference",
      statistic: -2,
      clear: true,
      moved: "down",
    });
  });

  it.each([
    ["improving", "lower", 40, 3],
    ["worsening", "higher", 40, 3],
    ["improving", "higher", 60, 3],
    ["worsening", "lower", 60, 3],
    ["cannot-tell", "lower", 49, 3],
    ["not-compared", "lower", 40, null],
  ] as const)("is %s where %s is better and it goes from 50 to %d (error %s)", (direction, better, to, error) => {
    expect(levelChange(level(50, error), level(to, error), better, plain).direction).toBe(direction);
  });
});
