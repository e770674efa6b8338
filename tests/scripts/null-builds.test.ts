import { describe, expect, it } from "vitest";
import { report } from "../../scripts/null-builds/report.ts";
import { BUILDS, scenarios } from "../../scripts/null-builds/scenarios.ts";
import { type Counted, simulate, together } from "../../scripts/null-builds/simulate.ts";

const at = (name: string): number => scenarios.findIndex((one) => one.name === name);

describe("simulated reports", () => {
  it("are the same every time", () => {
    const one = at("fifths, 3 years");
    expect(simulate(one, 0)).toEqual(simulate(one, 0));
    expect(simulate(one, 1)).not.toEqual(simulate(at("fifths, two dates"), 1));
  });

  it("find gaps that moved", () => {
    const { moved, found } = simulate(at("six of twenty moved, 6 years"), 0);
    expect(moved).toBe(600);
    expect(found).toBeGreaterThan(480);
  });
});

describe("the report of them", () => {
  const none: Counted = { builds: BUILDS, falseGaps: 0, falseLevels: 0, falseTrends: 0, moved: 0, found: 0, chance: 0 };
  const all = scenarios.map(({ moved }): Counted => ({ ...none, moved: moved * BUILDS, found: moved * BUILDS }));
  const failuresWith = (place: number, counted: Partial<Counted>): string[] =>
    report(all.map((one, i) => (i === place ? { ...one, ...counted } : one))).failures;

  it("has nothing to say where nothing is outside", () => expect(report(all).failures).toEqual([]));

  it("says which family claims too much, and lets the simulation's own error pass", () => {
    expect(failuresWith(0, { falseGaps: 0.2 * BUILDS })).toEqual([
      "fifths, two dates: falseGaps in 20.0 % of reports, at most 10.0 % may be",
    ]);
    expect(failuresWith(0, { falseTrends: 0.12 * BUILDS })).toEqual([]);
  });

  it("says where too little is found, and where too much of it is chance", () => {
    const place = at("six of twenty moved, 6 years");
    expect(failuresWith(place, { found: 0.7 * 6 * BUILDS })).toHaveLength(1);
    expect(failuresWith(place, { chance: 3 * BUILDS })).toHaveLength(1);
  });

  it("adds up what was counted in parts", () => {
    expect(together([none, { ...none, falseGaps: 3 }])).toEqual({ ...none, builds: 2 * BUILDS, falseGaps: 3 });
  });
});
