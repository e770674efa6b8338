import { describe, expect, it } from "vitest";
import { leavesOut } from "../../src/judge/clear.ts";
import { isMissing, type NotComputable, notComputable } from "../../src/model.ts";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import * as caption from "../../src/narrate/captions.ts";
import { certaintySentences, unrecordedSentence } from "../../src/narrate/certainty.ts";
import * as h from "../../src/narrate/headline.ts";
import * as c from "../../src/narrate/since-baseline.ts";
import * as s from "../../src/narrate/state.ts";
import type { DimensionResult, IndicatorResult, PeriodResult } from "../../src/results/results.ts";
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

const lineOf = (b: Breakdown, from: number, to: number): Breakdown => {
  const { line } = b.latest;
  if (line === null) throw new Error("the fixture has a line here");
  const end = (value: number) => ({ value, lower: value - 0.8, upper: value + 0.8 });
  return withLatest(b, { line: { ...line, disadvantagedEnd: end(from), advantagedEnd: end(to) } });
};
/** Groups of unknown size: what stands for the level is only their average. */
const plainAverage = (b: Breakdown): Breakdown => withLatest(b, { notes: [{ id: "unweighted", parts: {} }] });
const atOwnMean = ((): Breakdown => {
  const { overall } = accidents.latest;
  if (isMissing(overall)) throw new Error("the fixture has a level here");
  return withLatest(accidents, { overall: { ...overall, value: 376 / 7 } });
})();

describe("headline and headlineDetail", () => {
  const longPair = {
    ...scores,
    dimension: {
      ...scores.dimension,
      groups: scores.dimension.groups.map((group) => ({
        ...group,
        phrase: `${group.phrase} in the autumn of the year`,
      })),
    },
  };
  it.each<[string, Breakdown, string, string | null]>([
    [
      "an ordered gap, lower is better",
      debt,
      "In 2022, the share was about 9.1 percentage points higher at the most deprived end than at the least (7.8 to 10.4).",
      "A line fitted through all five groups falls from 27.6% at the most deprived end to 18.5% at the least.",
    ],
    [
      "what is measured in full where it fits",
      withIndicator(debt, { sentence: { ...debt.indicator.sentence, measure: "problem debt" } }),
      "In 2022, problem debt was about 9.1 percentage points higher at the most deprived end than at the least (7.8 to 10.4).",
      "A line fitted through all five groups falls from 27.6% at the most deprived end to 18.5% at the least.",
    ],
    [
      "the same figures where higher is better",
      lineOf(withIndicator(debt, { better: "higher" }), 18.4, 27.6),
      "In 2022, the share was about 9.1 percentage points lower at the most deprived end than at the least (7.8 to 10.4).",
      "A line fitted through all five groups rises from 18.4% at the most deprived end to 27.6% at the least.",
    ],
    [
      "a gap that runs the other way",
      lineOf(oriented(debt, -4, -5.5, -2.5), 18, 22),
      "In 2022, the share was about 4.0 percentage points lower at the most deprived end than at the least (2.5 to 5.5).",
      "A line fitted through all five groups rises from 18.0% at the most deprived end to 22.0% at the least. The most deprived end is better off here.",
    ],
    [
      "a gap that may be none",
      lineOf(oriented(debt, 0.8, -1.2, 2.8), 20.8, 20),
      "In 2022, there was no clear gap: about 0.8 percentage points higher at the most deprived end (1.2 lower to 2.8 higher).",
      "A line fitted through all five groups falls from 20.8% at the most deprived end to 20.0% at the least.",
    ],
    [
      "a gap that may be none and leans the other way",
      lineOf(oriented(debt, -0.8, -2.8, 1.2), 20, 20.8),
      "In 2022, there was no clear gap: about 0.8 percentage points lower at the most deprived end (1.2 higher to 2.8 lower).",
      "A line fitted through all five groups rises from 20.0% at the most deprived end to 20.8% at the least.",
    ],
    [
      "areas",
      accidents,
      "In 2022, districts typically differed from their own average by about 19 per 10,000 (14 to 23) in the rate of road accidents.",
      "Their own average was 53.7 per 10,000, weighted by size.",
    ],
    [
      "areas of unknown size",
      plainAverage(accidents),
      "In 2022, districts typically differed from their own average by about 19 per 10,000 (14 to 23) in the rate of road accidents.",
      "Their own average was 53.7 per 10,000, each group counted once.",
    ],
    [
      "areas that add up to the place",
      atOwnMean,
      "In 2022, districts typically differed from the Sampleton average by about 19 per 10,000 (14 to 23) in the rate of road accidents.",
      null,
    ],
    [
      "areas that may all be the same",
      oriented(atOwnMean, 1, 0, 3),
      "In 2022, there were no clear differences between districts: typically about 1.0 per 10,000 (0.0 to 3.0) from the Sampleton average.",
      null,
    ],
    [
      "a pair without intervals",
      scores,
      "In 2023, the average score was about 16.0 points lower among pupils with free school meals than among other pupils (no interval published).",
      null,
    ],
    [
      "a pair the other way round",
      oriented(scores, -3, -4, -2),
      "In 2023, the average score was about 3.0 points higher among pupils with free school meals than among other pupils (2.0 to 4.0).",
      "Pupils with free school meals are better off here.",
    ],
    ["groups of long names", longPair, "In 2023, the gap was about 16.0 points (no interval published).", null],
    [
      "a gap that could not be computed",
      asthma,
      "We can't tell how big the gap in the share of children with asthma is.",
      "There is no figure for the least deprived fifth of areas. No gap is computed without it.",
    ],
    [
      "a gap whose group was held back",
      withLatest(asthma, {
        groups: asthma.latest.groups.map((group) => ({ ...group, marker: group.marker === null ? null : "[c]" })),
      }),
      "We can't tell how big the gap in the share of children with asthma is.",
      "The publisher held back the figure of the least deprived fifth of areas. No gap is computed without it.",
    ],
  ])("say %s", (_, b, text, detail) => {
    expect(h.headline(b)).toBe(text);
    expect(h.headlineDetail(b)).toBe(detail);
    expect(h.wordsIn(text)).toBeLessThanOrEqual(25);
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
    expect(h.headline(long)).toContain(`In 2022, ${brief[kind]} was about`);
    expect(h.wordsIn(h.headline(long))).toBeLessThanOrEqual(25);
  });
});

describe("relativeSentence", () => {
  it.each<[string, Breakdown, string]>([
    [
      "a ratio",
      debt,
      "In relative terms, the line is about 1.5 times as high at the most deprived end as at the least (1.3 to 1.8).",
    ],
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
      "We can't tell how big the gap is in relative terms. There is no figure for the least deprived fifth of areas. No gap is computed without it.",
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
  it.each<[string, Breakdown, string[]]>([
    [
      "a clear change of the gap, none of the ratio, and a worse level",
      debt,
      [
        "The absolute gap has narrowed since 2019, from about 14.0 to 9.1 percentage points (p < 0.001).",
        "There is no clear change in the relative gap since 2019: about 2.1 then, 1.5 now (p = 0.09). A rise to about 2.8 or a fall to about 1.5 would probably have been found (four times in five).",
        "The overall level has become worse since 2019, from about 20.0% to 23.0% (p < 0.001).",
      ],
    ],
    [
      "no clear change of typical differences",
      accidents,
      [
        "There is no clear change in the absolute gap since 2020: about 19 per 10,000 then, 19 now (p = 0.84). A rise to about 23 per 10,000 or a fall to about 13 per 10,000 would probably have been found (four times in five).",
        "There is no clear change in the relative gap since 2020: about 38% then, 37% now (p = 0.92). A rise to about 46% or a fall to about 27% would probably have been found (four times in five).",
        "There is no clear change in the overall level since 2020: about 50.0 per 10,000 then, 52.0 now (p = 0.18). A change of about 4.0 per 10,000 either way would probably have been found (four times in five).",
      ],
    ],
    [
      "that nothing can be tested",
      scores,
      [
        "The absolute gap went from about 13.8 to 16.0 points since 2019. We can't tell whether that is more than chance: no intervals are published.",
        "The relative gap went from about 1.42 to 1.49 since 2019. We can't tell whether that is more than chance: no intervals are published.",
        "The overall level went from about 43.6 to 45.0 points since 2019. We can't tell whether that is more than chance: no intervals are published.",
      ],
    ],
    [
      "that periods overlap",
      asthma,
      [
        "We can't tell whether the gap has changed. The periods overlap: 2017/18 to 2021/22 and 2018/19 to 2022/23 share years, so they are never compared.",
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
      "a better level",
      withResult(withIndicator(debt, { better: "higher" }), {
        change: {
          ...changeOf(debt),
          relative: notComputable("end-not-positive", { nearly: false }),
          absolute: { ...changeOf(debt).absolute, direction: "up", from: 4, to: 9.1 },
        },
      }),
      [
        "The absolute gap has widened since 2019, from about 4.0 to 9.1 percentage points (p < 0.001).",
        "We can't tell whether the relative gap has changed. One end of the fitted line is zero or below, so a ratio means nothing.",
        "The overall level has become better since 2019, from about 20.0% to 23.0% (p < 0.001).",
      ],
    ],
  ])("say %s", (_, b, texts) => expect(c.changeSentences(b).map(plain)).toEqual(texts));
});

describe("verdictSentence", () => {
  const judged = (verdict: Partial<DimensionResult["verdict"]>, b = debt) =>
    withResult(b, { verdict: { ...b.result.verdict, because: null, levellingDown: false, ...verdict } });
  it.each<[string, Breakdown, string]>([
    [
      "levelling down",
      debt,
      "Fairer but worse: the gap is narrowing, and the overall level is worsening. The gap narrowed while the better-off side got worse.",
    ],
    ["no change at all", accidents, "No clear change: there is no clear change in the gap or in the overall level."],
    ["not enough data", scores, "Not enough data. The change cannot be tested: no intervals are published."],
    [
      "a widening gap",
      judged({ id: "less-fair", gap: "widening", overall: "no-clear-change" }),
      "Less fair: the gap is widening, and there is no clear change in the overall level.",
    ],
    [
      "a mixed picture",
      judged({ id: "mixed", gap: "mixed", overall: "improving" }),
      "Mixed: the absolute gap is narrowing and the relative gap is widening, and the overall level is improving.",
    ],
    [
      "the other mixed picture",
      withResult(judged({ id: "mixed", gap: "mixed", overall: "unknown" }), {
        change: { ...changeOf(debt), absolute: { ...changeOf(debt).absolute, direction: "up" } },
      }),
      "Mixed: the absolute gap is widening and the relative gap is narrowing, and we can't tell whether the overall level has changed.",
    ],
  ])("says %s", (_, b, text) => expect(c.verdictSentence(b)).toBe(text));
});

describe("shortChange", () => {
  it.each<[Breakdown, string]>([
    [debt, "Since 2019, absolute: 4.9 percentage points narrower; relative: no clear change"],
    [accidents, "No clear change since 2020"],
    [scores, "Not tested since 2019: no intervals"],
    [asthma, "Periods overlap"],
    [withResult(debt, { change: notComputable("one-period", { baseline: null }) }), "One period only"],
    [
      withResult(debt, {
        change: notComputable("no-gap", { period: "2019", because: { reason: "disclosure", parts: {} } }),
      }),
      "No gap in one of the periods",
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
      withLatest(state(null), { par: par(-2, 170, [120, 220]) }),
      "If everyone did as well as those in the least deprived fifth of areas, there would be about 170 fewer cases (120 to 220).",
    ],
    [
      "people",
      withLatest(scores, { par: { ...par(5, 300), reference: "other" } }),
      "If everyone did as well as other pupils, there would be about 300 more cases.",
    ],
    ["nothing to gain", withLatest(debt, { par: par(0, 0) }), null],
    ["no count", scores, null],
  ])("handles %s", (_, b, text) => expect(s.headCountSentence(b)).toBe(text));
});

describe("gradientSentence", () => {
  it("says which group leaves the line, and is silent where none does", () => {
    expect(s.gradientSentence(debt)).toMatch(/^The groups do not follow the line closely: the .* has /);
    const middle = debt.latest.groups.map((group) =>
      group.id === "third" ? { ...group, estimate: { value: 43.8, lower: 43.3, upper: 44.3 } } : group,
    );
    expect(s.gradientSentence(withLatest(debt, { groups: middle }))).toBe(
      "The groups do not follow the line closely: the highest is the middle fifth of areas, 43.8%.",
    );
    expect(s.gradientSentence(withLatest(debt, { notes: [] }))).toBeNull();
  });
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
      "Points for each of 4 groups, 2017/18 to 2021/22 and 2018/19 to 2022/23. The periods overlap and are not compared.",
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
    expect(c.changeSentences(b)[2]).toContain("the plain average of the groups");
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
      "Over 4 separate periods, 2019 to 2022, the absolute gap narrowed. The fitted line goes from about 14.3 to 9.4 percentage points (p < 0.001).",
    ));
  it("say when there is no trend", () => {
    const { absolute } = debt.result.trends;
    if (isMissing(absolute)) throw new Error("the fixture has a trend here");
    const flat = withResult(debt, {
      trends: { ...debt.result.trends, absolute: { ...absolute, p: 0.4, clear: false } },
    });
    expect(plain(c.trendSentence(flat))).toContain(
      "the absolute gap shows no clear trend. The fitted line goes from about 14.3 to 9.4 percentage points (p = 0.40).",
    );
  });
  it("say when the longer run differs from the verdict, and when the years scatter", () => {
    const { absolute, relative } = debt.result.trends;
    if (isMissing(absolute) || isMissing(relative)) throw new Error("the fixture has trends here");
    const text = c.trendSentence(
      withResult(debt, { trends: { absolute: { ...absolute, from: 5, to: 9, inflation: 4 }, relative } }),
    );
    expect(text).toContain("The years scatter widely round the line. That is the longer run;");
    expect(text).toContain("the verdict compares only 2019 with 2022.");
    expect(c.trendSentence(debt)).not.toMatch(/longer run|scatter/);
    expect(c.trendSentence(debt, "relative")).toContain(
      "the relative gap narrowed. The fitted line goes from about 2.1 to 1.5",
    );
  });
  it("are silent without four periods", () => expect(c.trendSentence(accidents)).toBeNull());
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
  it.each<[string, Breakdown, string[]]>([
    [
      "an ordered gap",
      debt,
      [
        "Figures in brackets are 95% intervals. If chance were the only error, about 95 in 100 such intervals would hold the true figure.",
        "The groups do not lie along one line (p = 0.03).",
        "4 changes of gaps were tested in this report, and some look clear by chance alone. Allowing for that, the change of the absolute gap has p < 0.001.",
        "A small change can be missed. Changes at least this large would have been found four times in five: in the absolute gap, about 2.6 percentage points either way; in the relative gap, a rise to about 2.8 or a fall to about 1.5; in the overall level, about 0.8 percentage points either way.",
        "For 1.2% (123) the group was not recorded or lies outside the groups shown. They are left out of the gap.",
      ],
    ],
    [
      "areas with one missing",
      accidents,
      [
        "Figures in brackets are 95% intervals. If chance were the only error, about 95 in 100 such intervals would hold the true figure.",
        "The groups differ by more than chance would make them (p < 0.001).",
        "4 changes of gaps were tested in this report, and some look clear by chance alone. Allowing for that, the change of the absolute gap has p = 0.90.",
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
    [
      "groups on a ladder",
      caption.groupsTitle(debt),
      "The fitted line is about 9.1 percentage points higher at the most deprived end",
    ],
    [
      "a ladder without a clear gap",
      caption.groupsTitle(oriented(debt, 0.8, -1.2, 2.8)),
      "No clear gap between the two ends",
    ],
    ["a pair", caption.groupsTitle(scores), "About 16.0 points lower among pupils with free school meals"],
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
      "a level without a clear change",
      caption.linesTitle(accidents),
      "No clear change in the overall level: 50.0 in 2020, 52.0 per 10,000 in 2022",
    ],
    ["a level not tested", caption.linesTitle(scores), "Overall level: 43.6 in 2019, 45.0 points in 2023"],
    ["a narrower gap", caption.gapTitle(debt, "absolute"), "Absolute gap: narrower than in 2019"],
    ["an unchanged gap", caption.gapTitle(debt, "relative"), "Relative gap: no clear change since 2019"],
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
