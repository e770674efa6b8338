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

const told = (...counted: string[]) => ["a", "b", "c"].map((id) => ({ id, counted: counted.includes(id) }));
const apart = (...pair: string[]) => ({ outcomes: pair, are: "apart" }) as const;
const same = (...pair: string[]) => ({ outcomes: pair, are: "the-same" }) as const;

it("leaves nothing out: what is not counted holds the same value as one that is", () => {
  const nobody = [apart("a", "b"), apart("a", "c"), apart("b", "c")];
  expect(overlapFaults(told("a", "b"), nobody)).toEqual([{ what: "dropped", id: "c" }]);
  const two = [same("b", "c"), apart("a", "b"), apart("a", "c")];
  expect(overlapFaults(told("a"), two)).toEqual([
    { what: "dropped", id: "b" },
    { what: "dropped", id: "c" },
  ]);
  expect(overlapFaults(told("a", "b"), two)).toEqual([]);
});

it("takes the same value along: of a and b, and of b and c, is of a and c", () => {
  const chain = [same("a", "b"), same("b", "c"), apart("a", "c")];
  expect(overlapFaults(told("a", "c"), chain)).toEqual([
    { what: "contradicted", pair: ["a", "c"], through: "b", at: 2 },
  ]);
  expect(overlapFaults(told("b"), [same("a", "b", "c")])).toEqual([]);
});

it("names an outcome that is listed twice", () => {
  expect(overlapFaults(told("a", "b", "c"), [apart("a", "b", "c", "a")])).toEqual([
    { what: "listed-twice", id: "a", at: 0 },
  ]);
});
