import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { type GapChange, isMissing, notComputable, type Verdict } from "../../src/model.ts";
import { changedSentences, shareWords, themeCounts } from "../../src/narrate/overview.ts";
import { leftOutSentence } from "../../src/narrate/quadrant.ts";
import type { Change, DimensionResult, IndicatorResult, Publishable } from "../../src/results/results.ts";
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
const computed = (result: DimensionResult, type: "absolute" | "relative"): GapChange => {
  const one = change(result)[type];
  if (isMissing(one)) throw new Error("the fixture has a change here");
  return one;
};
const verdict = (result: DimensionResult, more: Partial<Verdict>): Verdict => ({
  ...result.verdict,
  levellingDown: false,
  basis: "since-baseline",
  because: null,
  ...more,
});

/** The absolute gap clearly moved, and with it what the verdict says besides. */
const moved =
  (from: number, to: number, more: Partial<Verdict>, notes: DimensionResult["notes"] = []) =>
  (result: DimensionResult): Partial<DimensionResult> => {
    const direction = to > from ? "wider" : "narrower";
    return {
      notes,
      verdict: verdict(result, { absolute: direction, relative: direction, ...more }),
      change: {
        ...change(result),
        absolute: {
          ...computed(result, "absolute"),
          from,
          to,
          change: { value: to - from, lower: null, upper: null },
          clear: true,
          direction,
          moved: to > from ? "up" : "down",
        },
      },
    };
  };

const relativeOnly = (result: DimensionResult): Partial<DimensionResult> => ({
  verdict: verdict(result, {
    temperature: "easing",
    absolute: "cannot-tell",
    relative: "narrower",
    overall: "cannot-tell",
  }),
  change: {
    ...change(result),
    absolute: { ...computed(result, "absolute"), clear: false, direction: "cannot-tell" },
    relative: { ...computed(result, "relative"), clear: true, direction: "narrower" },
  },
});

const nothing = (result: DimensionResult): Partial<DimensionResult> => ({
  change: notComputable("one-period", { baseline: null }),
  verdict: verdict(result, {
    id: "not-compared",
    temperature: "no-reading",
    absolute: "not-compared",
    relative: "not-compared",
    overall: "not-compared",
    basis: "none",
    because: notComputable("one-period", { baseline: null }),
  }),
});

const noTrend = notComputable("too-few-periods", { fewest: 5 });
/** Only the trend can be told: it narrows from 14.3 to 9.4 and from 2.1 to 1.5. */
const byTrend = (result: DimensionResult): Partial<DimensionResult> => {
  const { absolute, relative } = result.trends;
  if (isMissing(absolute) || isMissing(relative)) throw new Error("the fixture has trends here");
  return {
    change: notComputable("break-in-series", { from: "2019", why: "New boundaries." }),
    trends: { absolute: { ...absolute, decides: true }, relative: { ...relative, decides: true }, overall: noTrend },
    verdict: verdict(result, {
      ...cooling,
      absolute: "narrower",
      relative: "narrower",
      basis: "trend",
      overall: "not-compared",
    }),
  };
};

const cooling = { temperature: "cooling", overall: "improving" } as const;
const easing = { ...cooling, temperature: "easing", relative: "cannot-tell" } as const;
const heating = { temperature: "heating", overall: "worsening" } as const;
const warming = { ...heating, temperature: "warming", relative: "little-changed" } as const;
const inDebt = "problem debt, by deprivation of the area";
const onRoads = "road accidents, by district";

const of = "The gaps of 2 of 3 indicators can be compared with an earlier time";
const on = "They rest on 1 dataset.";

const cases: [string, Publishable, [string, string, string]][] = [
  [
    "one gap closer in points while the better-off side got worse",
    sampleton,
    [
      `${of}: 1 narrowed in points or in ratio only and for 1 we can't tell yet. ${on}`,
      `The one gap that narrowed in points only is in ${inDebt}: it is about 35% smaller in 2022 than in 2019, but the better-off side got worse.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "two closer, a gap between people named before a larger one between places",
    withResults({ debt: moved(14, 12, cooling), accidents: moved(18.8, 10, cooling) }),
    [
      `${of}: 2 narrowed in points and in ratio. ${on}`,
      `One gap that narrowed is in ${inDebt}: it is about 14% smaller in 2022 than in 2019, and the overall level got better.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "two closer, of which the one that is so in points and in ratio is named",
    withResults({ debt: moved(14, 12, cooling), accidents: moved(18.8, 10, easing) }),
    [
      `${of}: 1 narrowed in points and in ratio and 1 narrowed in points or in ratio only. ${on}`,
      expect.stringContaining(
        `in ${inDebt}: it is about 14% smaller in 2022 than in 2019, and the overall level got better.`,
      ),
      "No gap has clearly widened.",
    ],
  ],
  [
    "one closer, one wider",
    withResults({ debt: moved(14, 16, heating), accidents: moved(18.8, 10, { ...cooling, overall: "worsening" }) }),
    [
      `${of}: 1 narrowed in points and in ratio and 1 widened in points and in ratio. ${on}`,
      `The one gap that narrowed is in ${onRoads}: it is about 47% smaller in 2022 than in 2020, but the overall level got worse.`,
      `The one gap that widened is in ${inDebt}: it is about 14% larger in 2022 than in 2019, and the overall level got worse.`,
    ],
  ],
  [
    "one wider in points alone",
    withResults({ debt: moved(14, 16, warming) }),
    [
      `${of}: 1 widened in points or in ratio only and for 1 we can't tell yet. ${on}`,
      "No gap has clearly narrowed.",
      `The one gap that widened in points only is in ${inDebt}: it is about 14% larger in 2022 than in 2019, and the overall level got worse.`,
    ],
  ],
  [
    "a gap more than doubled while the level got better",
    withResults({ debt: moved(5, 12, { ...heating, overall: "improving" }) }),
    [
      `${of}: 1 widened in points and in ratio and for 1 we can't tell yet. ${on}`,
      "No gap has clearly narrowed.",
      `The one gap that widened is in ${inDebt}: it is about 2.4 times as large in 2022 as in 2019, but the overall level got better.`,
    ],
  ],
  [
    "a gap that turned round",
    withResults({ debt: moved(3, -1, { ...cooling, overall: "cannot-tell" }) }),
    [
      `${of}: 1 narrowed in points and in ratio and for 1 we can't tell yet. ${on}`,
      `The one gap that narrowed is in ${inDebt}: it went from 3.0 percentage points in 2019 to −1.0 percentage points in 2022.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "a gap closer in relative terms alone",
    withResults({ debt: relativeOnly }),
    [
      `${of}: 1 narrowed in points or in ratio only and for 1 we can't tell yet. ${on}`,
      `The one gap that narrowed in relative terms only is in ${inDebt}: it went from 2.1 in 2019 to 1.5 in 2022.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "a gap closer on its trend, with what is fitted at both ends",
    withResults({ debt: byTrend }),
    [
      `${of}: 1 narrowed in points and in ratio and for 1 we can't tell yet. ${on}`,
      `The one gap that narrowed is in ${inDebt}: it has a trend line from about 14.3 percentage points in 2019 to 9.4 percentage points in 2022.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "a change that may be chance, and comes after one that may not, as the first edition has them",
    withResults({
      debt: moved(14, 1, cooling, [{ id: "may-be-chance", parts: { tests: 4 } }]),
      accidents: moved(18.8, 18, cooling),
    }),
    [
      `${of}: 2 narrowed in points and in ratio. ${on}`,
      expect.stringContaining(
        `in ${onRoads}: it is about 4% smaller in 2022 than in 2020, and the overall level got better.`,
      ),
      "No gap has clearly widened.",
    ],
  ],
  [
    "only a change that may be chance",
    withResults({ debt: moved(14, 1, cooling, [{ id: "may-be-chance", parts: { tests: 4 } }]) }),
    [
      `${of}: 1 narrowed in points and in ratio and for 1 we can't tell yet. ${on}`,
      `The one gap that narrowed is in ${inDebt}: it is about 93% smaller in 2022 than in 2019, and the overall level got better (which may be chance).`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "points and ratio that disagree, which make nobody a mover",
    withResults({
      debt: moved(14, 12, { temperature: "mixed", relative: "wider" }),
      accidents: moved(18.8, 20, { temperature: "mixed", relative: "narrower" }),
    }),
    [
      `${of}: 2 narrowed in points or in ratio and widened in the other. ${on}`,
      expect.not.stringMatching(/debt|accidents/),
      expect.not.stringMatching(/debt|accidents/),
    ],
  ],
  [
    "points and ratio that disagree in one, while the other is little changed",
    withResults({
      debt: moved(14, 12, { temperature: "mixed", relative: "wider" }),
      accidents: moved(18.8, 18.7, { temperature: "steady", absolute: "little-changed", relative: "little-changed" }),
    }),
    [
      `${of}: 1 narrowed in points or in ratio and widened in the other and 1 was little changed. ${on}`,
      "No gap has clearly narrowed in points and in ratio, or in one of them alone.",
      "No gap has clearly widened in points and in ratio, or in one of them alone.",
    ],
  ],
  [
    "two closer, the shares of both known",
    withResults({ debt: moved(14, 12, cooling), accidents: moved(18.8, 17.8, cooling) }),
    [
      `${of}: 2 narrowed in points and in ratio. ${on}`,
      `The gap that narrowed most is in ${inDebt}: it is about 14% smaller in 2022 than in 2019, and the overall level got better.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "two closer, of which one turned round: which narrowed most is not known",
    withResults({ debt: moved(3, -1, cooling), accidents: moved(18.8, 10, cooling) }),
    [
      `${of}: 2 narrowed in points and in ratio. ${on}`,
      expect.stringMatching(/^One gap that narrowed is in /),
      "No gap has clearly widened.",
    ],
  ],
  [
    "two closer, of which the one named first has the smaller share",
    withResults({ debt: moved(14, 12, cooling), accidents: moved(18.8, 5, easing) }),
    [
      `${of}: 1 narrowed in points and in ratio and 1 narrowed in points or in ratio only. ${on}`,
      `One gap that narrowed is in ${inDebt}: it is about 14% smaller in 2022 than in 2019, and the overall level got better.`,
      "No gap has clearly widened.",
    ],
  ],
  [
    "a gap that is little changed",
    withResults({
      debt: moved(14, 13.9, { temperature: "steady", absolute: "little-changed", relative: "little-changed" }),
    }),
    [
      `${of}: 1 was little changed and for 1 we can't tell yet. ${on}`,
      "No gap has clearly narrowed.",
      "No gap has clearly widened.",
    ],
  ],
  [
    "nothing to compare",
    withResults({ debt: nothing, accidents: nothing }),
    [
      "None of the gaps of 3 indicators can be compared with an earlier time yet.",
      "A change needs figures of earlier times that were made in the same way: with intervals, or for five or more separate periods.",
      "The table below says how big each gap is now.",
    ],
  ],
];

describe("changedSentences", () => {
  it.each(cases)("says in three sentences: %s", (_, results, said) => expect(changedSentences(results)).toEqual(said));

  it("counts an indicator once, by its first breakdown, and none that is part of another", () => {
    const [debt, accidents, ...others] = sampleton.indicators as [
      IndicatorResult,
      IndicatorResult,
      ...IndicatorResult[],
    ];
    const more = { ...debt, dimensions: [...debt.dimensions, ...accidents.dimensions] };
    const [said] = changedSentences({ ...sampleton, indicators: [more, accidents, ...others] });
    expect(said).toBe(changedSentences(sampleton)[0]);
    const part = { ...accidents, partOf: "debt" };
    expect(changedSentences({ ...sampleton, indicators: [debt, part, ...others] })[0]).toBe(
      `The gaps of 1 of 2 indicators can be compared with an earlier time: 1 narrowed in points or in ratio only. ${on}`,
    );
  });

  it("says how many sources the verdicts rest on", () => {
    const [debt, ...others] = sampleton.indicators as [IndicatorResult, ...IndicatorResult[]];
    const [said] = changedSentences({ ...sampleton, indicators: [{ ...debt, datasets: ["records"] }, ...others] });
    expect(said).toMatch(/ They rest on 2 datasets\.$/);
  });
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
    ).toBe("Not on the chart: 1 has no earlier figures to compare with and for 2 no change can be tested.");
    expect(
      leftOutSentence(say, [
        { b, why: "no-level" },
        { b, why: "no-clear-gap-before" },
      ]),
    ).toBe("Not on the chart: for 1 the change of the level can't be told and 1 had no clear gap to start from.");
  });
  it("say where there is nothing", () => expect(themeCounts(say, [])).toBe("No figures yet."));
});
