import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { estimateByAge } from "../../src/estimate/by-age.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import { root } from "../support/command.ts";

interface Case {
  section: string;
  source: string;
  request: { observed: number; multiplier?: number } & Record<
    "population" | "standardEvents" | "standardPopulation",
    number[]
  >;
  expected: { value: number; lower95: number; upper95: number };
}

const { cases } = JSON.parse(readFileSync(join(root, "tests/golden/more-estimates.json"), "utf8")) as { cases: Case[] };
const ratios = cases.filter(({ section }) => section === "standardisedRatio");

const estimated = ({ request: { observed, population, standardEvents, standardPopulation, multiplier } }: Case) => {
  const outcome = estimateByAge(
    // It does not matter in which band events happen.
    population.map((people, i) => ({ label: `${i}`, numerator: i === 1 ? observed : 0, denominator: people })),
    {
      ...{ kind: "smr", scale: "log", per: multiplier ?? 100, confidence: 0.95 },
      standard: standardEvents.map((events, i) => ({ events, people: standardPopulation[i]! })),
    },
  );
  if (isMissing(outcome)) throw new Error(outcome.reason);
  return outcome;
};

describe("a standardised ratio of an indicator", () => {
  it.each(ratios)("is that of epitools and base R: $request.observed events", (one) => {
    const { value, lower, upper } = estimated(one);
    const { value: expected, lower95, upper95 } = one.expected;
    expect([value, lower, upper]).toEqual([expected, lower95, upper95].map((number) => expect.closeTo(number, 6)));
  });

  it("has a place on the working scale without events too, half an event in", () => {
    const { working, notes } = estimated(ratios.find(({ request }) => request.observed === 0)!);
    expect(working?.point).toBeCloseTo(Math.log(50 / 7.41950696789911), 9);
    expect(working?.variance).toBe(2);
    expect(notes.map(({ id }) => id)).toEqual(["continuity-corrected"]);
  });
});
