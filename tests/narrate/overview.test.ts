import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { notComputable, type Verdict } from "../../src/model.ts";
import { changedSentences, shareWords, themeCounts } from "../../src/narrate/overview.ts";
import { leftOutSentence } from "../../src/narrate/quadrant.ts";
import type { Change, DimensionResult, Publishable } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";

const say = sayIn(sampleton);

/** Sampleton with other results for some of its indicators, each of which has one dimension. */
const withResults = (changes: Record<string, (result: DimensionResult) => Partial<DimensionResult>>): Publishable => ({
  ...sampleton,
  indicators: sampleton.indicators.map((one) => ({
    ...one,
    dimensions: one.dimensions.map((result) => ({ ...result, ...changes[one.id]?.(result) })),
  })),
});

const change = (result: DimensionResult): Change => result.change as Change;
const verdict = (result: DimensionResult, more: Partial<Verdict>): Verdict => ({
  ...result.verdict,
  levellingDown: false,
  ...more,
});

const moved =
  (from: number, to: number, more: Partial<Verdict>, notes: DimensionResult["notes"] = []) =>
  (result: DimensionResult): Partial<DimensionResult> => ({
    notes,
    verdict: verdict(result, more),
    change: {
      ...change(result),
      absolute: {
        ...change(result).absolute,
        from,
        to,
        change: { value: to - from, lower: null, upper: null },
        clear: true,
        direction: to > from ? "up" : "down",
      },
    },
  });

const relativeOnly = (result: DimensionResult): Partial<DimensionResult> => ({
  verdict: verdict(result, { temperature: "cooling", overall: "no-clear-change" }),
  change: {
    ...change(result),
    absolute: { ...change(result).absolute, clear: false },
    relative: { ...change(result).relative, clear: true, direction: "down" } as Change["relative"],
  },
});

const nothing = (result: DimensionResult): Partial<DimensionResult> => ({
  change: notComputable("one-period", { baseline: null }),
  verdict: verdict(result, { temperature: "unknown" }),
});

const cooling = { temperature: "cooling", overall: "improving" } as const;
const heating = { temperature: "heating", overall: "worsening" } as const;
const inDebt = "problem debt, by deprivation of the area";
const onRoads = "road accidents, by district";

const cases: [string, Publishable, [string, string, string]][] = [
  [
    "one gap closer while the better-off side got worse",
    sampleton,
    [
      "2 of 4 gaps can be compared with an earlier time: 1 narrowed and 1 shows no clear change.",
      `The one gap that narrowed is in ${inDebt}: it is about 35% smaller in 2022 than in 2019, but the better-off side got worse.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "two closer, the one that moved most named",
    withResults({ debt: moved(14, 12, cooling), accidents: moved(18.8, 10, cooling) }),
    [
      "2 of 4 gaps can be compared with an earlier time: 2 narrowed.",
      `The gap that narrowed most is in ${onRoads}: it is about 47% smaller in 2022 than in 2020, and the overall level got better.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "one closer, one wider",
    withResults({ debt: moved(14, 16, heating), accidents: moved(18.8, 10, { ...cooling, overall: "worsening" }) }),
    [
      "2 of 4 gaps can be compared with an earlier time: 1 narrowed and 1 widened.",
      `The one gap that narrowed is in ${onRoads}: it is about 47% smaller in 2022 than in 2020, but the overall level got worse.`,
      `The one gap that widened is in ${inDebt}: it is about 14% larger in 2022 than in 2019, and the overall level got worse.`,
    ],
  ],
  [
    "a gap more than doubled while the level got better",
    withResults({ debt: moved(5, 12, { ...heating, overall: "improving" }) }),
    [
      "2 of 4 gaps can be compared with an earlier time: 1 widened and 1 shows no clear change.",
      "No gap has clearly narrowed.",
      `The one gap that widened is in ${inDebt}: it is about 2.4 times as large in 2022 as in 2019, but the overall level got better.`,
    ],
  ],
  [
    "a gap that turned round",
    withResults({ debt: moved(3, -1, { ...cooling, overall: "no-clear-change" }) }),
    [
      "2 of 4 gaps can be compared with an earlier time: 1 narrowed and 1 shows no clear change.",
      `The one gap that narrowed is in ${inDebt}: it went from 3.0 percentage points in 2019 to −1.0 percentage points in 2022.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "a gap closer in relative terms alone",
    withResults({ debt: relativeOnly }),
    [
      "2 of 4 gaps can be compared with an earlier time: 1 narrowed and 1 shows no clear change.",
      `The one gap that narrowed in relative terms is in ${inDebt}: it went from 2.1 in 2019 to 1.5 in 2022.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "a change that may be chance, and comes after one that may not",
    withResults({
      debt: moved(14, 1, cooling, [{ id: "may-be-chance", parts: { tests: 4 } }]),
      accidents: moved(18.8, 18, cooling),
    }),
    [
      "2 of 4 gaps can be compared with an earlier time: 2 narrowed.",
      `The gap that narrowed most is in ${onRoads}: it is about 4% smaller in 2022 than in 2020, and the overall level got better.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "only a change that may be chance",
    withResults({ debt: moved(14, 1, cooling, [{ id: "may-be-chance", parts: { tests: 4 } }]) }),
    [
      "2 of 4 gaps can be compared with an earlier time: 1 narrowed and 1 shows no clear change.",
      `The one gap that narrowed is in ${inDebt}: it is about 93% smaller in 2022 than in 2019, and the overall level got better (which may be chance).`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "mixed gaps",
    withResults({
      debt: moved(14, 12, { temperature: "mixed" }),
      accidents: moved(18.8, 20, { temperature: "mixed" }),
    }),
    [
      "2 of 4 gaps can be compared with an earlier time: 2 are mixed.",
      "No gap has clearly narrowed.",
      "No gap has clearly widened.",
    ],
  ],
  [
    "nothing to compare",
    withResults({ debt: nothing, accidents: nothing }),
    [
      "We can't tell yet whether any of 4 gaps has changed.",
      "A change needs figures for two times that share no day, made in the same way, with intervals.",
      "The table below says how big each gap is now.",
    ],
  ],
];

describe("changedSentences", () => {
  it.each(cases)("says in three sentences: %s", (_, results, said) => expect(changedSentences(results)).toEqual(said));
});

describe("shareWords", () => {
  it.each([
    [0.352, "35%"],
    [-0.352, "35%"],
    [1.1, "110%"],
    [0.004, "less than 1%"],
    [0, "0%"],
  ])("says %d as %s", (share, said) => expect(shareWords(say, share)).toBe(said));
});

describe("the chart's leftovers and a theme's counts", () => {
  const b = {} as never;
  it("are told by reason", () => {
    expect(leftOutSentence(say, [])).toBeNull();
    expect(
      leftOutSentence(say, [
        { b, why: "not-tested" },
        { b, why: "nothing-to-compare" },
        { b, why: "not-tested" },
      ]),
    ).toBe(
      "Not on the chart: 1 has no earlier figures to compare with and 2 have no intervals, so no change can be tested.",
    );
    expect(
      leftOutSentence(say, [
        { b, why: "no-level" },
        { b, why: "no-clear-gap-before" },
      ]),
    ).toBe("Not on the chart: for 1 the change of the level can't be told and 1 had no clear gap to start from.");
  });
  it("say where there is nothing", () => expect(themeCounts(say, [])).toBe("No figures yet."));
});
