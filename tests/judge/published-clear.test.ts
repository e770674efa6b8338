import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { WrittenResults } from "../../src/results/results.ts";
import { builtSampleton } from "../support/sampleton.ts";

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

  it("of lack of fit and heterogeneity is their p", () => {
    const lines = present(periods().map(({ line }) => line));
    const tests = [
      ...present(lines.map(({ lackOfFit }) => lackOfFit)),
      ...present(periods().map(({ heterogeneity }) => heterogeneity)),
    ];
    expect(tests.length).toBeGreaterThan(20);
    for (const { clear, p } of tests) expect(clear).toBe(p < 0.05);
  });

  it("of a trend is its p, and that adjusted for all such tests", () => {
    const { falseDiscoveryRate } = results.method;
    const trends = present(dimensions().flatMap(({ trends: { absolute, relative } }) => [absolute, relative]));
    expect(trends.length).toBeGreaterThan(2);
    for (const { clear, p, adjustedP } of trends)
      expect(clear).toBe(p < 0.05 && adjustedP !== null && adjustedP < falseDiscoveryRate);
  });

  const changes = () => present(dimensions().map(({ change }) => change));
  const clearOf = (all: readonly { clear: boolean }[]): Set<boolean> => new Set(all.map(({ clear }) => clear));

  it("of a change is its p, that adjusted for all such tests, and its size where one is asked for", () => {
    const { materiality, falseDiscoveryRate } = results.method;
    const points = {
      difference: (x: number) => x,
      root: (x: number) => x,
      log: Math.log,
      variance: (x: number) => x ** 2,
    };
    const tested = changes().flatMap(({ basis, absolute, relative, overall }) =>
      present([absolute, relative, overall]).map((one) => ({ ...one, line: basis === "overlapping" ? 0.01 : 0.05 })),
    );
    expect(tested.length).toBeGreaterThan(20);
    for (const { clear, possible, p, adjustedP, from, to, scale, line } of tested) {
      const [before, after] = [points[scale](from), points[scale](to)];
      const isMaterial = Math.abs(after - before) >= materiality * Math.abs(before);
      const expected = p !== null && adjustedP !== null && p < line && adjustedP < falseDiscoveryRate && isMaterial;
      expect(clear).toBe(expected);
      expect(possible).toBe(p !== null && p < 0.05 && !expected);
    }
    expect(clearOf(tested)).toEqual(new Set([true, false]));
  });

  it("of one end of a gap is its p alone", () => {
    const ends = changes().flatMap(({ disadvantagedEnd, advantagedEnd }) => present([disadvantagedEnd, advantagedEnd]));
    for (const { clear, p } of ends) expect(clear).toBe(p !== null && p < 0.05);
    expect(clearOf(ends)).toEqual(new Set([true, false]));
  });

  it("decides the direction of a change", () => {
    for (const { absolute, relative, overall } of changes()) {
      for (const { clear, direction } of present([absolute, relative]))
        expect(["narrower", "wider", "depends"].includes(direction)).toBe(clear);
      for (const { clear, direction } of present([overall]))
        expect(["improving", "worsening"].includes(direction)).toBe(clear);
    }
  });

  it("decides the notes that rest on one", () => {
    for (const { line, notes } of periods())
      if (line !== null)
        expect(notes.some(({ id }) => id === "not-a-straight-gradient")).toBe(line.lackOfFit?.clear === true);
  });
});
