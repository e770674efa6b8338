import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { breakdownsOf, withNames } from "../../src/narrate/breakdown.ts";
import { sampleton } from "../support/fixture.ts";

const say = sayIn(sampleton);
const ladder = sampleton.dimensions.find(({ type }) => type === "ordered")!;
const labelled = (labels: readonly string[], more: Partial<typeof ladder> = {}) => ({
  ...ladder,
  ...more,
  groups: ladder.groups.map((group, i) => ({ ...group, label: labels[i] ?? group.label })),
});
const numbered = labelled(ladder.groups.map((_, i) => String(i + 1)));
const labelsOf = ({ groups }: typeof ladder): string[] => groups.map(({ label }) => label);

describe("a label that is a bare number", () => {
  it("is a step of so many on a ladder", () =>
    expect(labelsOf(withNames(say, numbered))).toEqual(
      ladder.groups.map((_, i) => `Step ${i + 1} of ${ladder.groups.length}`),
    ));

  it("stays where groups have no order, and beside words", () => {
    const unordered = { ...numbered, type: "unordered" as const };
    expect(withNames(say, unordered)).toBe(unordered);
    expect(withNames(say, ladder)).toBe(ladder);
    expect(labelsOf(withNames(say, labelled(["1 (worst)", "2"]))).slice(0, 2)).toEqual([
      "1 (worst)",
      `Step 2 of ${ladder.groups.length}`,
    ]);
  });

  it("is named in every breakdown", () => {
    const results = {
      ...sampleton,
      dimensions: sampleton.dimensions.map((one) => (one.id === ladder.id ? numbered : one)),
    };
    const found = results.indicators
      .flatMap((indicator) => breakdownsOf(results, indicator))
      .filter(({ dimension }) => dimension.id === ladder.id);
    expect(found.length).toBeGreaterThan(0);
    for (const { dimension } of found) expect(labelsOf(dimension)[0]).toMatch(/^Step 1 of /);
  });
});
