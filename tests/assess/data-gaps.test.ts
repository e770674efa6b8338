import { describe, expect, it } from "vitest";
import { dataGaps } from "../../src/assess/data-gaps.ts";
import type { Definitions } from "../../src/define/definitions.ts";
import type { DimensionResult } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";

const states = [
  { characteristic: "race", state: "not-collected", why: "The source does not ask." },
  { characteristic: "sex", state: "another-indicator", why: "Another indicator counts men." },
  { characteristic: "age", state: "does-not-apply", why: "All are of one age." },
  { characteristic: "deprivation", state: "not-collected", why: "Kept although there is a breakdown." },
];
const definitions = {
  project: {
    value: {
      characteristics: ["race", "sex", "age", "religion", "deprivation"].map((id) => ({ id, title: id })),
      dimensions: [{ id: "meals", characteristic: "deprivation" }],
    },
  },
  indicators: [{ value: { id: "scores", not_collected: states } }],
} as unknown as Definitions;
const meals = sampleton.indicators
  .flatMap(({ dimensions }) => dimensions)
  .find(({ dimension }) => dimension === "meals") as DimensionResult;
const cellsOf = (results: readonly DimensionResult[]) =>
  dataGaps(definitions, new Map([["scores", results]]))[0]!.cells;

describe("dataGaps", () => {
  it("takes the state from the declaration and never from the words of its reason", () => {
    expect(Object.fromEntries(cellsOf([]).map(({ characteristic, state }) => [characteristic, state]))).toEqual({
      race: "not-collected",
      sex: "another-indicator",
      age: "does-not-apply",
      religion: "not-here",
      deprivation: "not-collected",
    });
  });

  it("calls a breakdown with a figure for each group measured, whatever is declared", () => {
    expect(cellsOf([meals]).at(-1)).toMatchObject({ state: "measured", dimensions: ["meals"], why: states[3]!.why });
  });

  it("calls it partly measured where a group has no figure or some people's group is unknown", () => {
    const last = meals.periods.at(-1)!;
    const latest = (change: object): DimensionResult => ({ ...meals, periods: [{ ...last, ...change }] });
    const [first, ...others] = last.groups;
    const blank = { ...first!, estimate: { reason: "blank", text: "Not available" } };
    expect(cellsOf([latest({ groups: [blank, ...others] })]).at(-1)?.state).toBe("partly");
    expect(cellsOf([latest({ unrecorded: { share: 0.1, count: 3, of: "denominator" } })]).at(-1)?.state).toBe("partly");
  });
});
