import { describe, expect, it } from "vitest";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { denominatorSentences, movedRows, rankingRows, rankingSentences } from "../../src/narrate/other-ways.ts";
import { sampleton } from "../support/fixture.ts";

const [debt, accidents] = sampleton.indicators.map((indicator) => breakdownsOf(sampleton, indicator)[0]!) as [
  ReturnType<typeof breakdownsOf>[number],
  ReturnType<typeof breakdownsOf>[number],
];

describe("a gap that is counted another way", () => {
  it("is told for the baseline and the latest period beside its own, with why", () => {
    expect(denominatorSentences(debt)).toEqual([
      "Figures could also be divided by adults alone. In 2019 the gap is then 15.2 percentage points, and here it is 14.0 percentage points. In 2022 the gap is then 9.1 percentage points, as it is here. Children have no debts. A few more adults than residents were counted in Area 1.",
    ]);
  });

  it("says why there is none", () => {
    const [first, ...others] = debt.result.alternatives;
    const missing = first!.gaps.map((gap) => ({ ...gap, absolute: gap.relative }));
    const result = { ...debt.result, alternatives: [{ ...first!, gaps: missing }, ...others] };
    expect(denominatorSentences({ ...debt, result })[0]).toContain(
      "In 2019 the gap cannot be computed then. The change cannot be tested: no intervals are published.",
    );
  });

  it("stands below the report's own in the table of rankings, for the latest period", () => {
    expect(rankingRows(debt)).toEqual([
      { heading: "As in this report", cells: ["9.1 percentage points (7.8 to 10.4)", "1.5 (1.3 to 1.8)"] },
      { heading: "Income alone", cells: ["8.2 percentage points (6.9 to 9.5)", "1.44 (1.36 to 1.52)"] },
    ]);
    expect(rankingRows(accidents)).toEqual([]);
  });

  it("names the areas that change group", () => {
    expect(rankingSentences(debt)).toEqual(["Ranked by income alone, 1 of 10 changes group."]);
    expect(movedRows(debt)).toEqual([
      { heading: "Area 6", cells: ["Most deprived fifth", "Second most deprived fifth"] },
    ]);
    const still = { ...debt.dimension, rankings: debt.dimension.rankings.map((one) => ({ ...one, moved: [] })) };
    expect(rankingSentences({ ...debt, dimension: still })).toEqual([
      "Ranked by income alone, all 10 stay in their groups.",
    ]);
  });
});
