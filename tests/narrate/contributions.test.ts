import { describe, expect, it } from "vitest";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import { changeSentence, spreadSentence } from "../../src/narrate/contributed.ts";
import { changeParts, spreadParts } from "../../src/narrate/contributions.ts";
import { isMissing, notComputable } from "../../src/reasons-and-notes.ts";
import type { Change, PeriodResult } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";

const debt = (latest: Partial<PeriodResult> = {}, decomposition?: Change["decomposition"]): Breakdown => {
  const b = breakdownsOf(sampleton, sampleton.indicators[0]!)[0]!;
  const { change } = b.result;
  if (isMissing(change)) throw new Error("the fixture has a change");
  return {
    ...b,
    latest: { ...b.latest, ...latest },
    result: { ...b.result, change: { ...change, decomposition: decomposition ?? change.decomposition } },
  };
};
const of = (...variances: number[]): PeriodResult["contributions"] =>
  ["most", "second", "third", "fourth", "least"].map((group, i) => ({
    group,
    theil: null,
    betweenGroupVariance: variances[i] ?? 0,
    concentration: null,
  }));
const unweighted: PeriodResult["notes"] = [{ id: "unweighted", parts: {} }];

describe("spreadParts", () => {
  it("shares the spread out, the largest part first, each with its side of the average", () => {
    const parts = spreadParts(debt({ contributions: of(6, 1, 0, 1, 2) }))!;
    expect(parts.map(({ group, spread }) => [group, spread])).toEqual([
      ["most", 0.6],
      ["least", 0.2],
      ["second", 0.1],
      ["fourth", 0.1],
      ["third", 0],
    ]);
    expect(parts[0]!.distance).toBeGreaterThan(0);
    expect(parts[1]!.distance).toBeLessThan(0);
  });
  it.each<[string, Breakdown]>([
    ["there is no spread", debt({ contributions: of(0, 0, 0, 0, 0) })],
    ["it is not computed", debt({ contributions: notComputable("missing-group", { groups: ["One"] }) })],
    ["there are two groups alone", { ...debt(), dimension: { ...debt().dimension, type: "pair" } }],
  ])("gives nothing where %s", (_, b) => expect(spreadParts(b)).toBeNull());
});

describe("spreadSentence", () => {
  const told = (...variances: number[]) => {
    const b = debt({ contributions: of(...variances) });
    return spreadSentence(b, spreadParts(b)!);
  };
  it("says most only of more than half", () => {
    expect(told(6, 1, 0, 1, 2)).toBe(
      "Most of the spread between the groups comes from the most deprived fifth of areas (60%) and the least deprived fifth of areas (20%).",
    );
    expect(told(2, 2, 2, 2, 2)).toMatch(/comes from many of them\. The largest parts come from .*\(20%\)/);
  });
});

describe("changeSentence", () => {
  const parts = [
    { group: "most", level: 1.5, composition: -0.2 },
    { group: "least", level: 0.5, composition: -0.1 },
  ];
  it("sets what changed within the groups beside what changed in their sizes", () => {
    const b = debt({}, parts);
    expect(changeSentence(b, changeParts(b)!)).toBe(
      "The average of the groups went up by about 1.7 percentage points since 2019. Changes within the groups alone would have moved it up by about 2.0 percentage points. Changes in how many people each group has would have moved it down by about 0.3 percentage points.",
    );
  });
  it("is of no average where the sizes of the groups are unknown, or they are not parts of one whole", () => {
    expect(changeParts(debt({ notes: unweighted }, parts))).toBeNull();
    const { par } = debt({}, parts).latest;
    if (isMissing(par)) throw new Error("the fixture has a head-count");
    const beside = { par: { ...par, headCount: notComputable("not-parts-of-the-whole") } };
    expect(changeParts(debt(beside, parts))).toBeNull();
  });
});
