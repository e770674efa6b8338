import { describe, expect, it } from "vitest";
import { leavesOut } from "../../src/judge/clear.ts";
import type { GapChange, LevelChange } from "../../src/model.ts";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import * as caption from "../../src/narrate/captions.ts";
import { certaintySentences, unrecordedSentence } from "../../src/narrate/certainty.ts";
import * as h from "../../src/narrate/headline.ts";
import * as c from "../../src/narrate/since-baseline.ts";
import * as s from "../../src/narrate/state.ts";
import { isMissing, type NotComputable, notComputable } from "../../src/reasons-and-notes.ts";
import type { Change, DimensionResult, IndicatorResult, PeriodResult, Trend } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";

const of = (id: string): Breakdown => breakdownsOf(sampleton, sampleton.indicators.find((one) => one.id === id)!)[0]!;
const [debt, accidents, scores, asthma] = ["debt", "accidents", "scores", "asthma"].map(of) as [
  Breakdown,
  Breakdown,
  Breakdown,
  Breakdown,
];

/** Plain spaces, so that expectations can be read. */
const plain = (text: string | null): string | null => text?.replaceAll("\u00a0", " ") ?? null;

const withLatest = (b: Breakdown, latest: Partial<PeriodResult>): Breakdown => ({
  ...b,
  latest: { ...b.latest, ...latest },
});
const withIndicator = (b: Breakdown, indicator: Partial<IndicatorResult>): Breakdown => ({
  ...b,
  indicator: { ...b.indicator, ...indicator },
});
const withResult = (b: Breakdown, result: Partial<DimensionResult>): Breakdown => ({
  ...b,
  result: { ...b.result, ...result },
});
const oriented = (b: Breakdown, value: number, lower: number | null, upper: number | null): Breakdown => {
  const { absolute } = b.latest;
  if (isMissing(absolute)) throw new Error("the fixture has a gap here");
  return withLatest(b, {
    absolute: {
      ...absolute,
      oriented: { value, lower, upper },
      clear: leavesOut({ value, lower, upper }, absolute.atEquality),
    },
  });
};
const changeOf = (b: Breakdown) => {
  if (isMissing(b.result.change)) throw new Error("the fixture has a change here");
  return b.result.change;
};

/** Groups of unknown size: what stands for the level is only their average. */
const plainAverage = (b: Breakdown): Breakdown => withLatest(b, { notes: [{ id: "unweighted", parts: {} }] });
const atOwnMean = ((): Breakdown => {
  const { overall } = accidents.latest;
  if (isMissing(overall)) throw new Error("the fixture has a level here");
  return withLatest(accidents, { overall: { ...overall, value: 376 / 7 } });
})();

describe("headline and headlineDetail", () => {
  const withValues = (b: Breakdown, values: readonly number[]): Breakdown =>
    withLatest(b, {
      groups: b.latest.groups.map((group, i) => ({
        ...group,
        estimate: { value: values[i]!, lower: null, upper: null },
      })),
    });
  const straight = (b: Breakdown): Breakdown => {
    const { line } = b.latest;
    const lackOfFit = { chiSquared: 2, degreesOfFreedom: 3, p: 0.57, clear: false };
    return withLatest(b, { line: line && { ...line, lackOfFit } });
  };
  const apart = "26.6% in the most deprived fifth of areas and 19.4% in the least deprived fifth of areas";
  it.each<[string, Breakdown, string, string | null]>([
    [
      "an ordered gap, lower is better",
      debt,
      `In 2022, the share was ${apart}.`,
      "The slope index of inequality, which takes in every group, is 9.1 percentage points (7.8 to 10.4). The figures do not go in even steps from one end to the other, so the slope index of inequality is a summary that misses part of the pattern.",
    ],
    [
      "what is measured in full where it fits",
      straight(withIndicator(debt, { sentence: { ...debt.indicator.sentence, measure: "problem debt" } })),
      `In 2022, problem debt was ${apart}.`,
      "The slope index of inequality, which takes in every group, is 9.1 percentage points (7.8 to 10.4).",
    ],
    [
      "the same figures where higher is better",
      withValues(straight(withIndicator(debt, { better: "higher" })), [19.4, 21, 22, 24, 26.6]),
      "In 2022, the share was 19.4% in the most deprived fifth of areas and 26.6% in the least deprived fifth of areas.",
      "The slope index of inequality, which takes in every group, is 9.1 percentage points (7.8 to 10.4).",
    ],
    [
      "another group that is the worst off",
      withValues(straight(debt), [26.6, 31, 22, 21, 19.4]),
      `In 2022, the share was ${apart}.`,
      "The worst off is the second most deprived fifth of areas, 31.0%. The slope index of inequality, which takes in every group, is 9.1 percentage points (7.8 to 10.4).",
    ],
    [
      "a gap that runs the other way",
      withValues(straight(oriented(debt, -4, -5.5, -2.5)), [18, 19, 20, 21, 22]),
      "In 2022, the share was 18.0% in the most deprived fifth of areas and 22.0% in the least deprived fifth of areas.",
      "The worst off is the least deprived fifth of areas, 22.0%. The slope index of inequality, which takes in every group, is −4.0 percentage points (−5.5 to −2.5). The most deprived end is better off here.",
    ],
    [
      "a gap that may be none",
      straight(oriented(debt, 0.8, -1.2, 2.8)),
      "In 2022, the share was 26.6% in the most deprived fifth of areas and 19.4% in the least deprived fifth of areas.",
      "The slope index of inequality, which takes in every group, is 0.8 percentage points (−1.2 to 2.8). Over all groups together there is no clear gap.",
    ],
    [
      "areas",
      accidents,
      "In 2022, the rate of road accidents was highest in Docks & Old Harbour, 98 per 10,000, and lowest in University, 24 per 10,000.",
      "Districts typically differed from their own average by about 19 per 10,000 (14 to 23). Their own average was 53.7 per 10,000, weighted by size.",
    ],
    [
      "areas of unknown size",
      plainAverage(accidents),
      "In 2022, the rate of road accidents was highest in Docks & Old Harbour, 98 per 10,000, and lowest in University, 24 per 10,000.",
      "Districts typically differed from their own average by about 19 per 10,000 (14 to 23). Their own average was 53.7 per 10,000, each group counted once.",
    ],
    [
      "areas that add up to the place",
      atOwnMean,
      "In 2022, the rate of road accidents was highest in Docks & Old Harbour, 98 per 10,000, and lowest in University, 24 per 10,000.",
      "Districts typically differed from the Sampleton average by about 19 per 10,000 (14 to 23).",
    ],
    [
      "areas that may all be the same",
      oriented(atOwnMean, 1, 0, 3),
      "In 2022, there were no clear differences between districts in the rate of road accidents.",
      "Districts typically differed from the Sampleton average by about 1.0 per 10,000 (0.0 to 3.0).",
    ],
    [
      "a pair without intervals",
      scores,
      "In 2023, the average score was 33.0 points among pupils with free school meals and 49.0 points among other pupils.",
      null,
    ],
    [
      "a pair the other way round",
      withValues(oriented(scores, -3, -4, -2), [52, 49]),
      "In 2023, the average score was 52.0 points among pupils with free school meals and 49.0 points among other pupils.",
      "Pupils with free school meals are better off here.",
    ],
    [
      "what groups have where no gap could be computed",
      asthma,
      "From 2018/19 to 2022/23, the share was 12.3% in the most deprived fifth of areas and 9.3% in the second least deprived fifth of areas.",
      "There is no figure for the least deprived fifth of areas. No gap is computed unless every group has a figure. The two groups at the ends that have a figure differ by about 3.0 percentage points.",
    ],
    [
      "a gap whose group was held back",
      withLatest(asthma, {
        groups: asthma.latest.groups.map((group) => ({ ...group, marker: group.marker === null ? null : "[c]" })),
      }),
      "From 2018/19 to 2022/23, the share was 12.3% in the most deprived fifth of areas and 9.3% in the second least deprived fifth of areas.",
      "The publisher held back the figure of the least deprived fifth of areas. No gap is computed unless every group has a figure. The two groups at the ends that have a figure differ by about 3.0 percentage points.",
    ],
    [
      "that no two groups have a figure",
      withLatest(asthma, {
        groups: asthma.latest.groups.map((group) => ({ ...group, estimate: notComputable("no-rows") })),
      }),
      "There are no figures to compare in the share of children with asthma.",
      expect.stringMatching(
        /^There is no figure for the most deprived fifth of areas, .* and the least deprived fifth/,
      ),
    ],
  ])("say %s", (_, b, text, detail) => {
    expect(h.headline(b)).toBe(text);
    expect(h.headlineDetail(b)).toEqual(detail);
  });

  it.each([
    ["an ordered gap", debt],
    ["areas", accidents],
    ["areas that may all be the same", oriented(atOwnMean, 1, 0, 3)],
    ["a gap that may be none", oriented(debt, 0.8, -1.2, 2.8)],
    ["a pair", scores],
    ["two groups of which no gap is made", asthma],
  ])("keep to 25 words: %s", (_, b) => expect(h.wordsIn(h.headline(b))).toBeLessThanOrEqual(25));

  it("give the difference and the ratio of the two groups where they are measured", () => {
    const measured = (measure: "d" | "r", value: number, half: number) => ({
      ...debt.latest.measures[0]!,
      measure,
      outcome: {
        raw: { value, lower: null, upper: null },
        oriented: { value, lower: value - half, upper: value + half },
        clear: true,
        notes: [],
      },
    });
    const both = withLatest(straight(debt), { measures: [measured("d", 7.2, 1.6), measured("r", 1.37, 0.1)] });
    expect(h.headlineDetail(both)).toBe(
      "That is a difference of about 7.2 percentage points (5.6 to 8.8), or about 1.37 times (1.27 to 1.47). The slope index of inequality, which takes in every group, is 9.1 percentage points (7.8 to 10.4).",
    );
    const reversed = withLatest(oriented(straight(debt), -4, -5.5, -2.5), {
      measures: [measured("d", -7.2, 1.6), measured("r", 0.73, 0.1)],
    });
    expect(h.headlineDetail(reversed)).toBe(
      "That is a difference of about 7.2 percentage points (5.6 to 8.8). The slope index of inequality, which takes in every group, is −4.0 percentage points (−5.5 to −2.5). The most deprived end is better off here.",
    );
  });

  it.each(["mean", "life-expectancy", "published", "dsr"] as const)("shorten the name of a %s", (kind) => {
    const measure = "the figure that we have for the longest of all names that anyone could think of";
    const long = withIndicator(debt, { kind, scale: "identity", sentence: { ...debt.indicator.sentence, measure } });
    const brief = {
      mean: "the average",
      "life-expectancy": "life expectancy",
      published: "the figure",
      dsr: "the rate",
    };
    expect(h.headline(long)).toContain(`In 2022, ${brief[kind]} was `);
    expect(h.wordsIn(h.headline(long))).toBeLessThanOrEqual(25);
  });
});

describe("relativeSentence", () => {
  it.each<[string, Breakdown, string]>([
    ["a ratio", debt, "The relative index of inequality, the same as a ratio, is 1.5 (1.3 to 1.8)."],
    [
      "a ratio where higher is better",
      scores,
      "In relative terms, it was about 1.48 times as high among other pupils as among pupils with free school meals.",
    ],
    [
      "a share of the average",
      accidents,
      "In relative terms, the typical difference was about 38% of their own average (28 to 46).",
    ],
    [
      "a missing one",
      asthma,
      "We can't tell how big the gap is in relative terms. There is no figure for the least deprived fifth of areas. No gap is computed unless every group has a figure.",
    ],
  ])("says %s", (_, b, text) => expect(s.relativeSentence(b)).toBe(text));
});

describe("groupsSentence and overallSentence", () => {
  it.each<[string, string | null, string]>([
    [
      "two ends",
      s.groupsSentence(debt),
      "In the most deprived fifth of areas, the share of residents in problem debt was 26.6% (25.5 to 27.7). In the least deprived fifth of areas, it was 19.4% (18.3 to 20.5).",
    ],
    [
      "extremes",
      s.groupsSentence(accidents),
      "In Docks & Old Harbour, the rate of road accidents was 98 per 10,000 (89 to 107). In University, it was 24 per 10,000 (15 to 33).",
    ],
    [
      "a missing end",
      s.groupsSentence(asthma),
      "In the most deprived fifth of areas, the share of children with asthma was 12.3% (11.1 to 13.5). In the least deprived fifth of areas, no figure is published.",
    ],
    [
      "a level",
      s.overallSentence(debt),
      "Across Sampleton, the share of residents in problem debt was 23.0% (22.6 to 23.4) in 2022.",
    ],
    [
      "a level of several years",
      s.overallSentence(asthma),
      "Across Sampleton, the share of children with asthma was 10.3% (9.8 to 10.8) from 2018/19 to 2022/23.",
    ],
    [
      "a plain average, which is not the place",
      s.overallSentence(plainAverage(accidents)),
      "No figure for the place as a whole is in the source. The plain average of the groups was 52.0 per 10,000 (50.0 to 54.0) in 2022.",
    ],
    [
      "no level",
      s.overallSentence(withLatest(debt, { overall: notComputable("no-overall", { of: "groups" }) })),
      "We can't tell the level for Sampleton as a whole. No group has a figure.",
    ],
  ])("say %s", (_, said, text) => expect(said).toBe(text));
});

describe("changeSentences", () => {
  const changed = (b: Breakdown, more: Partial<Change>): Breakdown =>
    withResult(b, { change: { ...changeOf(b), ...more } });
  const gap = (type: "absolute" | "relative", more: Partial<GapChange>, b = debt): Breakdown => {
    const one = changeOf(b)[type];
    if (isMissing(one)) throw new Error("the fixture has a change here");
    return changed(b, { [type]: { ...one, ...more } });
  };
  const level = (more: Partial<LevelChange>): Breakdown => {
    const { overall } = changeOf(debt);
    if (isMissing(overall)) throw new Error("the fixture has a change here");
    return changed(debt, { overall: { ...overall, ...more } });
  };

  it.each<[string, Breakdown, string[]]>([
    [
      "a clear change of the gap, none of the ratio, and a worse level",
      debt,
      [
        "The slope index of inequality was narrower in 2022 than in 2019: about 14.0 then, 9.1 percentage points in 2022 (p < 0.001, adjusted p < 0.001).",
        "We can't tell whether the relative index of inequality has changed: it was about 2.1 in 2019 and 1.5 in 2022 (p = 0.09, adjusted p = 0.12). A rise to about 2.8 or a fall to about 1.5 would probably have been found (four times in five).",
        "The overall level was worse in 2022 than in 2019: about 20.0% then, 23.0% in 2022 (p < 0.001, adjusted p < 0.001).",
      ],
    ],
    [
      "that typical differences may or may not have changed",
      accidents,
      [
        "We can't tell whether the absolute gap has changed: it was about 19 in 2020 and 19 per 10,000 in 2022 (p = 0.84, adjusted p = 0.90). A rise to about 23 per 10,000 or a fall to about 13 per 10,000 would probably have been found (four times in five).",
        "We can't tell whether the relative gap has changed: it was about 38% in 2020 and 37% in 2022 (p = 0.92, adjusted p = 0.92). A rise to about 46% or a fall to about 27% would probably have been found (four times in five).",
        "The overall level was little changed: about 50.0 in 2020 and 52.0 per 10,000 in 2022 (p = 0.18, adjusted p = 0.18). A change of 20% or more of what it was is unlikely.",
      ],
    ],
    [
      "that nothing can be tested",
      scores,
      [
        "The absolute gap was about 13.8 in 2019 and 16.0 points in 2023. We can't tell whether that is more than chance: no intervals are published.",
        "The relative gap was about 1.42 in 2019 and 1.49 in 2023. We can't tell whether that is more than chance: no intervals are published.",
        "The overall level was about 43.6 in 2019 and 45.0 points in 2023. We can't tell whether that is more than chance: no intervals are published.",
      ],
    ],
    [
      "that the series breaks",
      withResult(scores, {
        change: notComputable("break-in-series", { from: "2019", why: "new examinations." }),
      }),
      ["We can't tell whether the gap has changed. There is a break in the series from 2019: new examinations."],
    ],
    [
      "a wider gap, no ratio, and a better level",
      changed(gap("absolute", { direction: "wider", moved: "up", from: 4, to: 9.1 }), {
        relative: notComputable("end-not-positive", { nearly: false }),
        overall: { ...(changeOf(debt).overall as LevelChange), direction: "improving", from: 23, to: 20 },
      }),
      [
        "The slope index of inequality was wider in 2022 than in 2019: about 4.0 then, 9.1 percentage points in 2022 (p < 0.001, adjusted p < 0.001).",
        "We can't tell whether the relative gap has changed. One end of the fitted line is zero or below, so a ratio means nothing.",
        "The overall level was better in 2022 than in 2019: about 23.0% then, 20.0% in 2022 (p < 0.001, adjusted p < 0.001).",
      ],
    ],
  ])("say %s", (_, b, texts) => expect(c.changeSentences(b).map(plain)).toEqual(texts));

  it("name the two periods that overlap", () => {
    const [said, ...others] = c.changeSentences(asthma);
    expect(said).toMatch(
      /^We can't tell whether the gap has changed\. .*2017\/18 to 2021\/22 and 2018\/19 to 2022\/23/,
    );
    expect(others).toEqual([]);
  });

  const may = { direction: "cannot-tell", clear: false, possible: true, p: 0.03, adjustedP: 0.12 } as const;
  const still = { direction: "little-changed", clear: false, possible: false } as const;
  it.each<[string, Breakdown, 0 | 1 | 2, string]>([
    [
      "a gap's change that may be chance, and never that it moved",
      gap("absolute", may),
      0,
      "The slope index of inequality went from about 14.0 in 2019 to 9.1 percentage points in 2022. That may be chance and is not counted as a change (p = 0.03, adjusted p = 0.12). A change of about 2.6 percentage points either way would probably have been found (four times in five).",
    ],
    [
      "a level's change that may be chance",
      level(may),
      2,
      "The overall level went from about 20.0% in 2019 to 23.0% in 2022. That may be chance and is not counted as a change (p = 0.03, adjusted p = 0.12). A change of about 0.8 percentage points either way would probably have been found (four times in five).",
    ],
    [
      "a gap that is little changed, which is not the same as nothing known",
      gap("absolute", { ...still, from: 14, to: 13.9, p: 0.8, adjustedP: 0.9 }),
      0,
      "The slope index of inequality was little changed: about 14.0 in 2019 and 13.9 percentage points in 2022 (p = 0.80, adjusted p = 0.90). A change of 20% or more of what it was is unlikely.",
    ],
    [
      "a ratio that is little changed, of which no share is known",
      gap("relative", { ...still, from: 2.1, to: 2.1, p: 0.8, adjustedP: 0.9 }),
      1,
      "The relative index of inequality was little changed: about 2.1 in 2019 and 2.1 in 2022 (p = 0.80, adjusted p = 0.90). A large change is unlikely.",
    ],
    [
      "a gap that depends on the year compared",
      gap("absolute", { direction: "depends", depends: "baseline" }),
      0,
      "Whether the slope index of inequality has changed depends on the year compared: it was about 14.0 in 2019 and 9.1 percentage points in 2022 (p < 0.001, adjusted p < 0.001), and other years give another answer.",
    ],
    [
      "a gap that depends on how it is counted",
      gap("relative", { direction: "depends", depends: "framing", clear: true, p: 0.001, adjustedP: 0.002 }),
      1,
      "Whether the relative index of inequality has changed depends on how it is counted: it was about 2.1 in 2019 and 1.5 in 2022 (p = 0.001, adjusted p = 0.002), and counting everyone else instead gives the opposite answer.",
    ],
    [
      "a gap that has turned since, from a baseline that is the highest of all",
      gap("absolute", { turned: "2021", baselineExtreme: "highest" }),
      0,
      "The slope index of inequality was narrower in 2022 than in 2019: about 14.0 then, 9.1 percentage points in 2022 (p < 0.001, adjusted p < 0.001). It was narrower than in 2019, but wider than in 2021. 2019, the year compared with, has the highest gap of all.",
    ],
    [
      "the same the other way round",
      gap("absolute", { direction: "wider", moved: "up", from: 4, turned: "2021", baselineExtreme: "lowest" }),
      0,
      "The slope index of inequality was wider in 2022 than in 2019: about 4.0 then, 9.1 percentage points in 2022 (p < 0.001, adjusted p < 0.001). It was wider than in 2019, but narrower than in 2021. 2019, the year compared with, has the lowest gap of all.",
    ],
  ])("say %s", (_, b, at, text) => expect(plain(c.changeSentences(b)[at]!)).toBe(text));

  it("say of pools that overlap what differs between them, last", () =>
    expect(c.changeSentences(changed(debt, { basis: "overlapping", shared: 0.6 })).at(-1)).toBe(
      "The two pools share years, so only the years that joined and the years that left differ.",
    ));
});

const noTrend = notComputable("too-few-periods", { fewest: 5 });
/** As it is judged from the trend alone. */
const byTrend = (b: Breakdown): Breakdown => {
  const { absolute, relative } = b.result.trends;
  if (isMissing(absolute) || isMissing(relative)) throw new Error("the fixture has trends here");
  return withResult(b, {
    change: notComputable("break-in-series", { from: "2019", why: "new boundaries." }),
    trends: { absolute: { ...absolute, decides: true }, relative: { ...relative, decides: true }, overall: noTrend },
    verdict: {
      id: "closing",
      temperature: "cooling",
      absolute: "narrower",
      relative: "narrower",
      overall: "not-compared",
      basis: "trend",
      levellingDown: false,
      because: null,
    },
  });
};

describe("verdictSentence", () => {
  const judged = (verdict: Partial<DimensionResult["verdict"]>, b = debt) =>
    withResult(b, { verdict: { ...b.result.verdict, because: null, levellingDown: false, ...verdict } });
  it.each<[string, Breakdown, string]>([
    [
      "levelling down",
      debt,
      "Gap smaller in points only: in 2022, compared with 2019, the absolute gap was clearly narrower, and the relative gap may or may not have changed. The overall level got worse. The gap narrowed more because the better-off side got worse than because the worse-off side got better.",
    ],
    [
      "that nothing can be told yet",
      accidents,
      "Cannot tell yet: in 2022, compared with 2020, the absolute and the relative gap may or may not have changed. The overall level was little changed.",
    ],
    [
      "that nothing can be tested",
      scores,
      "Not compared: no intervals. The change cannot be tested: no intervals are published.",
    ],
    [
      "a wider gap",
      judged({ id: "widening", absolute: "wider", relative: "wider", overall: "cannot-tell" }),
      "Gap wider: in 2022, compared with 2019, the absolute and the relative gap were clearly wider. We can't tell whether the overall level changed.",
    ],
    [
      "points and ratio that disagree",
      judged({ id: "points-and-ratio-disagree", absolute: "wider", relative: "narrower", overall: "improving" }),
      "Points and ratio disagree: in 2022, compared with 2019, the absolute gap was clearly wider, and the relative gap was clearly narrower. The overall level got better.",
    ],
    [
      "gaps that are little changed",
      judged({ id: "little-changed", absolute: "little-changed", relative: "little-changed", overall: "not-compared" }),
      "Gap little changed: in 2022, compared with 2019, the absolute and the relative gap were little changed. The overall level is not compared.",
    ],
    [
      "gaps that depend on the year compared",
      withResult(judged({ id: "depends", absolute: "depends", relative: "depends", overall: "improving" }), {
        change: {
          ...changeOf(debt),
          absolute: { ...(changeOf(debt).absolute as GapChange), direction: "depends", depends: "baseline" },
          relative: { ...(changeOf(debt).relative as GapChange), direction: "depends", depends: "framing" },
        },
      }),
      "Depends on what is compared: in 2022, compared with 2019, the absolute gap depends on the year compared, and the relative gap depends on how it is counted. The overall level got better.",
    ],
    [
      "pools that overlap",
      judged({ basis: "overlapping", overall: "improving" }),
      "Gap smaller in points only: in 2022, compared with 2019 (some years are in both), the absolute gap was clearly narrower, and the relative gap may or may not have changed. The overall level got better.",
    ],
    [
      "a trend, with its own years",
      byTrend(debt),
      "Gap narrower: on the trend from 2019 to 2022, the absolute and the relative gap were clearly narrower. The overall level is not compared.",
    ],
  ])("says %s", (_, b, text) => expect(c.verdictSentence(b)).toBe(text));
});

describe("shortChange", () => {
  it.each<[Breakdown, string]>([
    [debt, "2019 to 2022, absolute: 4.9 percentage points narrower; relative: cannot tell"],
    [accidents, "2020 to 2022: cannot tell"],
    [byTrend(debt), "Trend, 2019 to 2022, absolute: 4.9 percentage points narrower; relative: narrower, 2.1 to 1.5"],
    [scores, "Not tested since 2019: no intervals"],
    [asthma, "Periods overlap"],
    [
      withResult(debt, { change: notComputable("one-period", { baseline: null }), verdict: scores.result.verdict }),
      "First figures",
    ],
    [
      withResult(debt, {
        change: notComputable("no-gap", { period: "2019", because: { reason: "disclosure", parts: {} } }),
        verdict: scores.result.verdict,
      }),
      "No gap in one of the periods",
    ],
    [
      withResult(debt, { verdict: { ...debt.result.verdict, basis: "overlapping" } }),
      "2022 against 2019 (overlapping), absolute: 4.9 percentage points narrower; relative: cannot tell",
    ],
  ])("is short (%#)", (b, text) => expect(c.shortChange(b)).toBe(text));
});

describe("headCountSentence", () => {
  const par = (
    value: number,
    headCount: number,
    limits: [number, number] | null = null,
  ): Exclude<PeriodResult["par"], NotComputable> => ({
    reference: "least",
    par: { value, lower: null, upper: null },
    clear: null,
    headCount: { value: headCount, lower: limits?.[0] ?? null, upper: limits?.[1] ?? null },
    notes: [],
  });
  const state = (text: string | null) => withIndicator(debt, { sentence: { ...debt.indicator.sentence, state: text } });
  it.each<[string, Breakdown, string | null]>([
    [
      "are",
      debt,
      "If everyone did as well as those in the least deprived fifth of areas, about 1,230 fewer residents would be in problem debt (1,020 to 1,460).",
    ],
    [
      "a verb",
      withLatest(state("live in relative low income"), { par: par(-3, 4321) }),
      "If everyone did as well as those in the least deprived fifth of areas, about 4,320 fewer residents would live in relative low income.",
    ],
    [
      "do not",
      withLatest(state("do not own a car"), { par: par(-3, 87) }),
      "If everyone did as well as those in the least deprived fifth of areas, about 87 fewer residents would not own a car.",
    ],
    [
      "more",
      withLatest(state("own their home"), { par: par(2, 640, [500, 790]) }),
      "If everyone did as well as those in the least deprived fifth of areas, about 640 more residents would own their home (500 to 790).",
    ],
    [
      "events",
      withLatest(
        withIndicator(debt, {
          sentence: { ...debt.indicator.sentence, state: null, measure: accidents.indicator.sentence.measure },
        }),
        { par: par(-2, 170, [120, 220]) },
      ),
      "If everyone did as well as those in the least deprived fifth of areas, there would be about 170 fewer accidents (120 to 220).",
    ],
    ["a count of nobody knows what", withLatest(scores, { par: { ...par(5, 300), reference: "other" } }), null],
    ["nothing to gain", withLatest(debt, { par: par(0, 0) }), null],
    ["no count", scores, null],
  ])("handles %s", (_, b, text) => expect(s.headCountSentence(b)).toBe(text));
});

describe("unrecordedSentence", () => {
  it("gives no count that is only worked out", () =>
    expect(unrecordedSentence(withLatest(debt, { unrecorded: { share: 0.139, count: 4154.04, of: "implied" } }))).toBe(
      "For roughly 14% of residents (worked out from the width of the intervals) the group was not recorded or lies outside the groups shown. They are left out of the gap.",
    ));
});

describe("descriptions", () => {
  it("state overlapping periods side by side", () => {
    const text = caption.linesDescription(asthma);
    expect(text).toContain(
      "Points for each of 4 groups, 2017/18 to 2021/22 and 2018/19 to 2022/23. The periods overlap.",
    );
    expect(text).toContain("Most deprived fifth: 12.0% in 2017/18 to 2021/22; 12.3% in 2018/19 to 2022/23.");
  });
  it("begin at the latest break and never say widest", () => {
    const text = `${caption.linesDescription(scores)} ${caption.gapDescription(scores, "absolute")}`;
    expect(text).toContain("The series breaks at 2019");
    expect(text).toContain("Free school meals: from 33.2 points in 2019 to 33.0 points in 2023.");
    expect(text).not.toMatch(/2017:|in 2017|widest/);
  });
  it("give the highest and the lowest of groups without an order", () =>
    expect(caption.groupsDescription(accidents)).toContain(
      "Highest: Docks & Old Harbour, 98 per 10,000. Lowest: University, 24 per 10,000.",
    ));
  it("never give the name of the place to a plain average", () => {
    const b = plainAverage(accidents);
    for (const text of [caption.groupsKey(b), caption.linesKey(b), caption.linesTitle(b), caption.groupsDescription(b)])
      expect(text).not.toContain("Sampleton");
    expect(c.changeSentences(b)[2]).toMatch(/^The plain average of the groups /);
  });
});

describe("furthestSentence", () => {
  it("names the group furthest from the others, if any clearly is", () =>
    expect(plain(s.furthestSentence(accidents))).toBe(
      "Furthest from all the others together: Docks & Old Harbour, about 46 per 10,000 higher (36 to 56, adjusted p = 0.004).",
    ));
  it("says when none is", () =>
    expect(
      s.furthestSentence(
        withLatest(accidents, { who: accidents.latest.who.map((row) => ({ ...row, adjustedP: 0.2, clear: false })) }),
      ),
    ).toBe("No group differs clearly from all the others together."));
  it("says nothing where nothing was tested", () => expect(s.furthestSentence(scores)).toBeNull());
});

describe("trend and pace", () => {
  it("give the fitted gap at both ends", () =>
    expect(plain(c.trendSentence(debt))).toBe(
      "Over 4 separate periods, 2019 to 2022, the absolute gap narrowed. The fitted line goes from about 14.3 to 9.4 percentage points (p < 0.001, adjusted p < 0.001).",
    ));
  it("say when there is no trend", () => {
    const { absolute } = debt.result.trends;
    if (isMissing(absolute)) throw new Error("the fixture has a trend here");
    const flat = withResult(debt, {
      trends: { ...debt.result.trends, absolute: { ...absolute, p: 0.4, adjustedP: 0.5, clear: false } },
    });
    expect(plain(c.trendSentence(flat))).toContain(
      "the absolute gap shows no clear trend. The fitted line goes from about 14.3 to 9.4 percentage points (p = 0.40, adjusted p = 0.50).",
    );
  });
  it("say where a clear trend and the verdict differ", () => {
    const { absolute, relative } = debt.result.trends;
    if (isMissing(absolute) || isMissing(relative)) throw new Error("the fixture has trends here");
    const up = withResult(debt, { trends: { absolute: { ...absolute, from: 5, to: 9 }, relative, overall: noTrend } });
    expect(plain(c.trendSentence(up))).toBe(
      "Over 4 separate periods, 2019 to 2022, the absolute gap widened. The fitted line goes from about 5.0 to 9.0 percentage points (p < 0.001, adjusted p < 0.001). The verdict, which compares 2019 with 2022, goes the other way.",
    );
    // The relative gap may or may not have changed since the baseline.
    expect(plain(c.trendSentence(debt, "relative"))).toBe(
      "Over 4 separate periods, 2019 to 2022, the relative gap narrowed. The fitted line goes from about 2.1 to 1.5 (p < 0.001, adjusted p < 0.001). That is the longer run; the verdict compares only 2019 with 2022.",
    );
    expect(c.trendSentence(debt)).not.toMatch(/longer run|other way/);
  });
  /** Better off is the other side all along: the fitted gap is below 0, or the ratio below 1, and grows. */
  it.each([
    ["absolute", -5, -9, "widened"],
    ["absolute", -9, -5, "narrowed"],
    ["absolute", -3, 5, "widened"],
    ["relative", 0.9, 0.6, "widened"],
    ["relative", 0.6, 0.9, "narrowed"],
    ["relative", 0.8, 1.1, "narrowed"],
  ] as const)("call a trend of the %s gap from %d to %d by its size: %s", (type, from, to, did) => {
    const { absolute, relative } = debt.result.trends;
    if (isMissing(absolute) || isMissing(relative)) throw new Error("the fixture has trends here");
    const trends = { absolute, relative, overall: noTrend };
    const turned = withResult(debt, { trends: { ...trends, [type]: { ...trends[type], from, to } } });
    expect(c.trendSentence(turned, type)).toContain(`the ${type} gap ${did}.`);
  });
  it.each([
    ["improving", "the overall level got better."],
    ["worsening", "the overall level got worse."],
    ["little-changed", "the overall level was little changed."],
    ["cannot-tell", "the overall level shows no clear trend."],
  ] as const)("say once what a level that is judged by its trend did: %s", (overall, did) => {
    const { absolute, relative } = debt.result.trends;
    if (isMissing(absolute)) throw new Error("the fixture has a trend here");
    const level = { ...absolute, measure: "level", decides: true, from: 20.4, to: 23.6, p: 0.004, adjustedP: 0.02 };
    const judged = withResult(debt, {
      trends: { absolute, relative, overall: level as Trend },
      verdict: { ...debt.result.verdict, overall },
    });
    expect(plain(c.trendSentences(judged).at(-1)!)).toBe(
      `Over 4 separate periods, 2019 to 2022, ${did} The fitted line goes from about 20.4% to 23.6% (p = 0.004, adjusted p = 0.02).`,
    );
    expect(c.trendSentences(debt)).toHaveLength(2);
    expect(c.changeSentences(debt).join(" ")).toContain("verall level");
    expect(c.changeSentences(judged).join(" ")).not.toContain("verall level");
  });
  it("say where the verdict rests on it", () =>
    expect(plain(c.trendSentence(byTrend(debt)))).toBe(
      "Over 4 separate periods, 2019 to 2022, the absolute gap narrowed. The fitted line goes from about 14.3 to 9.4 percentage points (p < 0.001, adjusted p < 0.001). The verdict rests on this trend.",
    ));
  it("are silent where there is none", () => expect(c.trendSentence(accidents)).toBeNull());
  it("say when a target would be reached, or that it would not", () =>
    expect(c.paceSentences(debt)).toEqual([
      "The target for the absolute gap is 0 percentage points (The strategy): on this trend it is reached in about 2028 (2026 at the earliest, with no latest year).",
      "The target for the relative gap is 1.20 (The plan): not on this trend.",
    ]));
});

describe("changeSentences and detectableSentence", () => {
  it("say once on a page which changes would have been found", () => {
    for (const text of c.changeSentences(debt, false)) expect(text).not.toContain("four times in five");
    expect(c.detectableSentence(debt)).toContain("four times in five");
    expect(c.detectableSentence(scores)).toBeNull();
  });
});

describe("certaintySentences", () => {
  const intervals =
    "Figures in brackets are 95% intervals. They treat each count as one outcome of an underlying risk: about 95 in 100 such intervals would hold that risk. Errors in the data themselves are not in them.";
  const scattered = (scatter: Change["scatter"], notes: DimensionResult["notes"] = []): string =>
    certaintySentences(withResult(debt, { change: { ...changeOf(debt), scatter }, notes })).join(" ");

  it("say how much figures scatter, or that nobody knows", () => {
    expect(scattered({ phi: 4, own: null })).toContain("The error of the change is 2.00 times as large for that.");
    expect(scattered({ phi: 0.8, own: 0.8 })).not.toContain("scatter");
    expect(scattered(null, [{ id: "scatter-unknown", parts: {} }])).toContain(
      "Figures like these may scatter from year to year by more than chance in counting alone. Too few series of this report are long enough to say by how much.",
    );
    expect(scattered(null)).not.toContain("scatter");
  });

  it("say how many people the change of shares of unknown size needs, in both gaps or in the one that has it", () => {
    const told = (peopleNeeded: DimensionResult["peopleNeeded"]) =>
      certaintySentences(withResult(scores, { peopleNeeded })).slice(1);
    const unknown =
      "How many pupils these figures are of is not published, so the change from 2019 to 2023 is not tested.";
    expect(told(null)).toEqual([]);
    expect(told({ absolute: 1801, relative: 3400, isLeast: false })).toEqual([
      `${unknown} If the figures of each of the two came from at least about 1,900 pupils in all, so large a change of the absolute gap would be clear by itself. For the relative gap it takes at least about 3,400.`,
    ]);
    expect(told({ absolute: null, relative: 87, isLeast: true })).toEqual([
      `${unknown} If the figures of each of the two came from at least about 87 pupils in all, so large a change of the relative gap might be clear by itself. It may take more: that depends on how large each group is.`,
    ]);
  });

  it.each<[string, Breakdown, string[]]>([
    [
      "an ordered gap",
      debt,
      [
        intervals,
        "The groups do not lie along one line (p = 0.03).",
        "4 changes of gaps were tested in this report, and some look clear by chance alone. Adjusted p allows for that: of the changes that are called clear, about 10% may still be chance.",
        "Figures like these scatter from year to year by more than chance in counting alone. The error of the change is 1.20 times as large for that.",
        "A small change can be missed. Changes at least this large would have been found four times in five: in the slope index of inequality, about 2.6 percentage points either way; in the relative index of inequality, a rise to about 2.8 or a fall to about 1.5; in the overall level, about 0.8 percentage points either way.",
        "For 1.2% (123) the group was not recorded or lies outside the groups shown. They are left out of the gap.",
      ],
    ],
    [
      "areas with one missing",
      accidents,
      [
        intervals,
        "The groups differ by more than chance would make them (p < 0.001).",
        "4 changes of gaps were tested in this report, and some look clear by chance alone. Adjusted p allows for that: of the changes that are called clear, about 10% may still be chance.",
        "Figures like these scatter from year to year by more than chance in counting alone. The error of the change is 1.20 times as large for that.",
        "A small change can be missed. Changes at least this large would have been found four times in five: in the absolute gap, a rise to about 23 per 10,000 or a fall to about 13 per 10,000; in the relative gap, a rise to about 46% or a fall to about 27%; in the overall level, about 4.0 per 10,000 either way.",
        "The publisher held back the figure of Brook.",
      ],
    ],
    [
      "no intervals",
      scores,
      ["No intervals are published for these figures, so some of the gap may be chance and we can't say how much."],
    ],
  ])("speak of %s", (_, b, texts) => expect(certaintySentences(b).map(plain)).toEqual(texts));
});

describe("chart titles", () => {
  it.each<[string, string, string]>([
    ["groups on a ladder", caption.groupsTitle(debt), "Most deprived fifth, 26.6%; Least deprived fifth, 19.4%"],
    [
      "a ladder without a clear gap",
      caption.groupsTitle(oriented(debt, 0.8, -1.2, 2.8)),
      "Most deprived fifth, 26.6%; Least deprived fifth, 19.4%",
    ],
    ["a pair", caption.groupsTitle(scores), "Free school meals, 33.0 points; Other pupils, 49.0 points"],
    ["areas", caption.groupsTitle(accidents), "Highest: Docks & Old Harbour. Lowest: University"],
    [
      "areas that do not differ clearly",
      caption.groupsTitle(
        withLatest(accidents, { who: accidents.latest.who.map((row) => ({ ...row, adjustedP: 0.2, clear: false })) }),
      ),
      "No group differs clearly from all the others together",
    ],
    ["no gap", caption.groupsTitle(asthma), "The share of children with asthma, group by group"],
    ["a level that got worse", caption.linesTitle(debt), "The overall level got worse: 20.0% in 2019, 23.0% in 2022"],
    [
      "a level that is little changed",
      caption.linesTitle(accidents),
      "The overall level was little changed: 50.0 in 2020, 52.0 per 10,000 in 2022",
    ],
    ["a level not tested", caption.linesTitle(scores), "Overall level: 43.6 in 2019, 45.0 points in 2023"],
    ["a narrower gap", caption.gapTitle(debt, "absolute"), "Absolute gap: narrower in 2022 than in 2019"],
    [
      "a gap of which nothing can be told",
      caption.gapTitle(debt, "relative"),
      "Relative gap: we can't tell whether it changed since 2019",
    ],
    [
      "a gap judged by its trend",
      caption.gapTitle(byTrend(debt), "relative"),
      "Relative gap: narrower in 2022 than in 2019",
    ],
    [
      "a gap that is little changed",
      caption.gapTitle(
        withResult(debt, { verdict: { ...debt.result.verdict, absolute: "little-changed" } }),
        "absolute",
      ),
      "Absolute gap: little changed since 2019",
    ],
    [
      "a gap that depends",
      caption.gapTitle(withResult(debt, { verdict: { ...debt.result.verdict, absolute: "depends" } }), "absolute"),
      "Absolute gap: whether it changed depends on what is compared",
    ],
    [
      "a level of which nothing can be told",
      caption.linesTitle(
        withResult(debt, {
          change: {
            ...changeOf(debt),
            overall: { ...(changeOf(debt).overall as LevelChange), direction: "cannot-tell", clear: false },
          },
        }),
      ),
      "We can't tell whether the overall level changed: 20.0% in 2019, 23.0% in 2022",
    ],
    ["an untested gap", caption.gapTitle(scores, "absolute"), "Absolute gap: change since 2019 cannot be tested"],
    [
      "overlapping periods",
      caption.gapTitle(asthma, "absolute"),
      "Absolute gap: the periods overlap, so they are not compared",
    ],
  ])("state the finding: %s", (_, said, text) => expect(said).toBe(text));
});

describe("every sentence", () => {
  const all = [debt, accidents, scores, asthma].flatMap((b) => [
    h.headline(b),
    h.headlineDetail(b),
    s.relativeSentence(b),
    s.groupsSentence(b),
    s.overallSentence(b),
    ...c.changeSentences(b),
    c.verdictSentence(b),
    s.headCountSentence(b),
    s.furthestSentence(b),
    c.trendSentence(b),
    ...certaintySentences(b),
    caption.groupsDescription(b),
    caption.linesDescription(b),
    caption.gapDescription(b, "absolute"),
    caption.gapDescription(b, "relative"),
  ]);
  it("starts with a capital or a number, ends with a stop, and doubles no mark", () => {
    for (const text of all.filter((one) => one !== null)) {
      expect(text).toMatch(/^[A-Z0-9].*[.!?]$/s);
      expect(text).not.toMatch(/\.\.|\s{2}|\( | \)|undefined|NaN|null/);
    }
  });
});
