import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { isClear, leavesOut, mayBeChance } from "../../src/judge/clear.ts";
import { SIGNIFICANCE } from "../../src/model.ts";
import type { WrittenResults } from "../../src/results/results.ts";
import { builtSampleton } from "../support/sampleton.ts";

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

/** A reader of results.json, who has nothing else, finds each `clear` again. */
describe("every clear in results.json", () => {
  let results: WrittenResults;
  beforeAll(async () => {
    const { output } = await builtSampleton();
    results = JSON.parse(readFileSync(join(output, "data/results.json"), "utf8")) as WrittenResults;
  });

  const dimensions = () => results.indicators.flatMap((one) => one.dimensions);
  const periods = () => dimensions().flatMap((one) => one.periods);
  const present = <T extends object>(list: readonly (T | null)[]): Exclude<T, { reason: string }>[] =>
    list.filter((one): one is Exclude<T, { reason: string }> & T => one !== null && !("reason" in one));
  const out = ({ lower, upper }: { lower: number | null; upper: number | null }, at: number): boolean | null =>
    lower === null || upper === null ? null : at < lower || at > upper;

  it("of a gap is its interval without equality", () => {
    const gaps = present(periods().flatMap(({ absolute, relative }) => [absolute, relative]));
    expect(gaps.length).toBeGreaterThan(50);
    for (const { clear, oriented, atEquality } of gaps) expect(clear).toBe(out(oriented, atEquality));
  });

  it("of an attributable risk is its interval without zero", () => {
    const risks = present(periods().map(({ par }) => par));
    expect(risks.length).toBeGreaterThan(10);
    for (const { clear, par } of risks) expect(clear).toBe(out(par, 0));
  });

  it("of a group against the rest is its adjusted p", () => {
    const who = periods().flatMap((one) => one.who);
    expect(who.length).toBeGreaterThan(50);
    for (const { clear, adjustedP } of who) expect(clear).toBe(adjustedP === null ? null : adjustedP < 0.05);
  });

  it("of lack of fit, heterogeneity and trends is their p", () => {
    const lines = present(periods().map(({ line }) => line));
    const tests = [
      ...present(lines.map(({ lackOfFit }) => lackOfFit)),
      ...present(periods().map(({ heterogeneity }) => heterogeneity)),
      ...present(dimensions().flatMap(({ trends }) => [trends.absolute, trends.relative])),
    ];
    expect(tests.length).toBeGreaterThan(20);
    for (const { clear, p } of tests) expect(clear).toBe(p < 0.05);
  });

  it("of a change is its p, and its size where one is asked for", () => {
    const { materiality } = results.method;
    const changes = present(dimensions().map(({ change }) => change)).flatMap((one) =>
      present([one.absolute, one.relative, one.overall, one.disadvantagedEnd, one.advantagedEnd]),
    );
    expect(changes.length).toBeGreaterThan(20);
    for (const { clear, p, from, to, scale } of changes) {
      const [before, after] = scale === "log" ? [Math.log(from), Math.log(to)] : [from, to];
      const isMaterial = Math.abs(after - before) >= materiality * Math.abs(before);
      expect(clear).toBe(p !== null && p < 0.05 && isMaterial);
    }
  });

  it("decides the notes that rest on one", () => {
    for (const { line, notes } of periods())
      if (line !== null)
        expect(notes.some(({ id }) => id === "not-a-straight-gradient")).toBe(line.lackOfFit?.clear === true);
    for (const { change, notes } of dimensions()) {
      const tested = "reason" in change ? [] : present([change.absolute, change.relative]);
      const expected = tested.some(({ clear, adjustedP }) => clear && adjustedP !== null && adjustedP >= 0.05);
      expect(notes.some(({ id }) => id === "may-be-chance")).toBe(expected);
    }
  });
});
