import { expect, it } from "vitest";
import { overlapFaults } from "../../src/value/overlap.ts";

const outcomes = ["a", "b", "c"].map((id) => ({ id, counted: true }));

it("asks about every two outcomes", () => {
  expect(overlapFaults(outcomes, [{ outcomes: ["a", "b"], are: "apart" }])).toEqual([
    { what: "unjudged", pair: ["a", "c"] },
    { what: "unjudged", pair: ["b", "c"] },
  ]);
  expect(overlapFaults(outcomes, [{ outcomes: ["c", "b", "a"], are: "apart" }])).toEqual([]);
});

it("lets the same value be counted once", () => {
  const judged = [
    { outcomes: ["a", "b"], are: "the-same" },
    { outcomes: ["a", "c"], are: "apart" },
    { outcomes: ["b", "c"], are: "apart" },
  ] as const;
  expect(overlapFaults(outcomes, judged)).toEqual([{ what: "counted-twice", pair: ["a", "b"], at: 0 }]);
  const told = outcomes.map((one) => (one.id === "b" ? { ...one, counted: false } : one));
  expect(overlapFaults(told, judged)).toEqual([]);
});

it("takes one word about two outcomes, not two", () => {
  const judged = [
    { outcomes: ["a", "b", "c"], are: "apart" },
    { outcomes: ["a", "b"], are: "the-same" },
  ] as const;
  expect(overlapFaults(outcomes, judged)).toEqual([{ what: "judged-twice", pair: ["a", "b"], at: 1 }]);
});
