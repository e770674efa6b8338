import { describe, expect, it } from "vitest";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import { themeTold } from "../../src/narrate/theme-counts.ts";
import { bigFigure, tileSentences } from "../../src/narrate/tile-words.ts";
import { besideWords, carrying, changeWords, gapNow, stateWords, sureWords } from "../../src/narrate/topic-words.ts";
import { topicsOf } from "../../src/narrate/topics.ts";
import { isMissing, notComputable } from "../../src/reasons-and-notes.ts";
import type { DimensionResult, IndicatorResult, PeriodResult } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";
import { moved } from "../support/moved.ts";

const breakdown = (name: string): Breakdown =>
  sampleton.indicators.flatMap((indicator) => breakdownsOf(sampleton, indicator)).find((b) => b.name === name)!;
const [debt, accidents, scores, asthma] = [
  "debt--fifths",
  "accidents--districts",
  "scores--meals",
  "asthma--fifths",
].map(breakdown) as [Breakdown, Breakdown, Breakdown, Breakdown];

const withResult = (b: Breakdown, more: Partial<DimensionResult>): Breakdown => ({
  ...b,
  result: { ...b.result, ...more },
});
const withIndicator = (b: Breakdown, more: Partial<IndicatorResult>): Breakdown => ({
  ...b,
  indicator: { ...b.indicator, ...more },
});
const withLatest = (b: Breakdown, change: (latest: PeriodResult) => Partial<PeriodResult>): Breakdown => {
  const latest = { ...b.latest, ...change(b.latest) };
  return withResult({ ...b, latest }, { periods: [...b.result.periods.slice(0, -1), latest] });
};
const verdict = (b: Breakdown, more: Partial<DimensionResult["verdict"]>): Breakdown =>
  withResult(b, { verdict: { ...b.result.verdict, levellingDown: false, ...more } });
const values = (b: Breakdown, all: readonly number[]): Breakdown =>
  withLatest(b, ({ groups }) => ({
    groups: groups.map((group, i) => ({ ...group, estimate: { value: all[i] ?? 0, lower: null, upper: null } })),
  }));

describe("what became of a gap", () => {
  it.each<[string, Partial<DimensionResult["verdict"]>, string]>([
    ["both grew", { temperature: "heating", absolute: "wider", relative: "wider" }, "Gap grew"],
    ["one grew", { temperature: "warming", absolute: "wider", relative: "depends" }, "Gap grew in points only"],
    [
      "one shrank",
      { temperature: "easing", absolute: "cannot-tell", relative: "narrower" },
      "Gap shrank in ratio only",
    ],
    ["opposite ways", { temperature: "mixed", absolute: "narrower", relative: "wider" }, "Points and ratio disagree"],
    ["little changed", { temperature: "steady" }, "Gap hardly changed"],
    ["not told", { temperature: "unclear" }, "Change: cannot tell"],
    ["not compared", { temperature: "no-reading" }, "Change: not compared"],
  ])("%s", (_, more, words) => expect(stateWords(verdict(debt, more))).toBe(words));

  it("is a difference where neither more nor less is better, and of what is done to people", () => {
    const grew = verdict(debt, { temperature: "heating", absolute: "wider", relative: "wider" });
    expect(stateWords(withIndicator(grew, { better: "neither" }))).toBe("Difference grew");
    const { sentence } = debt.indicator;
    expect(stateWords(withIndicator(grew, { sentence: { ...sentence, events: true } }))).toBe("Difference grew");
  });
});

describe("the gap now", () => {
  it("is told in figures of people at both ends, whole numbers of a hundred where shares are counted", () =>
    expect(gapNow(debt)).toEqual([
      "26.6 in 100 residents in the most deprived fifth of areas, 19.4 in the least deprived fifth.",
    ]));

  it("names the group that is worst off, where that is at neither end", () => {
    const [, beyond] = gapNow(values(debt, [26, 20, 31, 22, 19]));
    expect(beyond).toBe("The highest figure is in the middle fifth: 31.0.");
    expect(gapNow(values(debt, [26, 20, 21, 22, 30]))).toHaveLength(1);
  });

  it("names the highest and the lowest of groups without an order, and the place itself among areas", () => {
    expect(gapNow(accidents)).toEqual([
      "Highest in Docks & Old Harbour, 98 for every 10,000; lowest in University, 24.",
    ]);
    const own = { ...accidents, results: { ...accidents.results, place: { ...sampleton.place, name: "University" } } };
    expect(gapNow(own)[1]).toBe("University: 24.");
  });

  it("counts events for so many people, never among them", () => {
    const { sentence } = debt.indicator;
    const per = { unit: "per 100 residents" };
    expect(gapNow(withIndicator(debt, per))[0]).toMatch(/^26.6 in 100 residents in/);
    const searches = withIndicator(debt, { ...per, sentence: { ...sentence, events: true } });
    expect(gapNow(searches)[0]).toMatch(/^26.6 for every 100 residents in/);
  });

  it("says why there is none over all groups, beside the figures that there are", () =>
    expect(gapNow(asthma)).toEqual([
      "12.3 in 100 children in the most deprived fifth of areas, 9.3 in the second least deprived fifth.",
      "No gap over all groups is worked out. No figure for Least deprived fifth.",
    ]));
});

/** A gap as a publisher has it, which the verdict rests on. */
const publishedSlope = withResult(debt, {
  publishedGaps: [
    {
      measure: "Slope index",
      source: "x",
      unit: "years",
      note: "",
      judged: true,
      values: [
        { period: "2019", value: 7.4 },
        { period: "2022", value: 7 },
      ],
    },
  ],
});

describe("a published gap that the verdict rests on", () => {
  it("is the gap now, with figures by group after it", () =>
    expect(gapNow(publishedSlope).slice(0, 2)).toEqual([
      "The published gap was 7.0 years in 2022.",
      "Figures by group are of 2022:",
    ]));

  it("is what carries, moves and stands large, and has no margin of its own", () => {
    expect(carrying(publishedSlope)).toBe("a published gap of 7.0 years (2022); 7.4 years in 2019.");
    expect(bigFigure(publishedSlope)).toEqual({ number: "7.0", of: "years: the published gap in 2022" });
    expect(sureWords(publishedSlope)[0]).toBe("The source gives no margin of error for the gap.");
  });
});

describe("the change", () => {
  const grown = (from: number, to: number): Breakdown => withResult(debt, moved(from, to, {})(debt.result));

  it("gives what the two groups differed by only where that went the way of all groups", () => {
    expect(changeWords(debt)).toEqual([
      "In points: over all groups, clearly smaller.",
      "In ratio: over all groups, no clear change.",
    ]);
    const ends = withResult(grown(14, 12), {
      periods: debt.result.periods.map((period, i, all) => ({
        ...period,
        measures: [
          ["d", i === 0 ? 14.2 : i === all.length - 1 ? 7.1 : 10],
          ["r", i === 0 ? 2 : 1.4],
        ].map(([measure, value]) => ({
          measure: measure as "d" | "r",
          definition: "",
          outcome: {
            raw: { value: 0, lower: null, upper: null },
            oriented: { value: value as number, lower: null, upper: null },
            notes: [],
          },
        })),
      })),
    });
    expect(changeWords(ends)).toEqual([
      "In points: 14.2 then, 7.1 now: clearly smaller.",
      "In ratio: 2.0 times then, 1.4 times now: clearly smaller.",
    ]);
    expect(tileSentences(verdict(ends, { temperature: "cooling" })).at(-1)).toBe(
      "Between 2019 and 2022 the gap between the two shrank from 14.2 to 7.1 in 100.",
    );
    expect(changeWords(verdict(ends, { absolute: "wider", relative: "narrower" }))[0]).toBe(
      "In points: over all groups, clearly larger.",
    );
  });

  it("is one line where neither gap can be told", () =>
    expect(changeWords(accidents)).toEqual(["Over all groups, no clear change, in points and in ratio."]));

  it("is nothing where nothing is compared", () => expect(changeWords(scores)).toEqual([]));
});

describe("how sure", () => {
  const clearGap = (clear: boolean | null): string | undefined =>
    sureWords(withLatest(debt, ({ absolute }) => (isMissing(absolute) ? {} : { absolute: { ...absolute, clear } })))[0];

  it("tells the gap and its change apart", () => {
    expect(clearGap(true)).toBe("Taken by itself, the gap now is larger than chance would usually make it.");
    expect(clearGap(false)).toBe("Taken by itself, the gap now could be chance.");
    expect(clearGap(null)).toBe("The source gives no margin of error for the gap.");
    expect(sureWords(asthma)[0]).toBe("The change cannot be tested: the two times share years.");
  });

  it.each<[string, Partial<DimensionResult["verdict"]>, string]>([
    ["both", { absolute: "wider", relative: "wider" }, "The change is clear in points and in ratio."],
    [
      "one",
      { absolute: "wider", relative: "cannot-tell" },
      "The change is clear in points. In ratio: no clear change.",
    ],
    [
      "the other",
      { absolute: "cannot-tell", relative: "wider" },
      "The change is clear in ratio. In points: no clear change.",
    ],
    ["opposite", { absolute: "wider", relative: "narrower" }, "Both changes are clear, and they go opposite ways."],
    ["same", { absolute: "little-changed", relative: "little-changed" }, "Tested: a large change is unlikely."],
    [
      "chance",
      { absolute: "cannot-tell", relative: "cannot-tell" },
      "Tested: the figures cannot tell a change from chance.",
    ],
  ])("of a change that is clear in %s", (_, more, words) => expect(sureWords(verdict(debt, more))[1]).toBe(words));

  it("says what an answer depends on", () => {
    const { change } = debt.result;
    if (isMissing(change) || isMissing(change.relative)) throw new Error("the fixture has a change here");
    const depends = (on: "baseline" | "framing"): string[] =>
      sureWords(
        verdict(
          withResult(debt, {
            change: { ...change, relative: { ...change.relative, depends: on } as typeof change.relative },
          }),
          { absolute: "wider", relative: "depends" },
        ),
      );
    expect(depends("baseline")).toContain("That depends on the year that one compares with.");
    expect(depends("framing")).toContain("That depends on whether one counts those who have it or those who do not.");
  });

  it.each([
    ["one set of figures", notComputable("one-period", { baseline: null }), "there is only one set of figures"],
    [
      "a break",
      notComputable("break-in-series", { from: "2020", why: "New rules." }),
      "figures were made in another way before",
    ],
    [
      "a period without a gap",
      notComputable("no-gap", { period: "2019", because: { reason: "sizes-unknown", parts: {} } }),
      "the source does not say how large the groups are",
    ],
  ])("gives its own reason for %s", (_, because, words) =>
    expect(sureWords(verdict(debt, { because }))).toContain(`The change cannot be tested: ${words}.`),
  );
});

describe("beside another place", () => {
  it.each([
    [true, true, "Clearly larger here."],
    [true, false, "Clearly larger here in points; in ratio, the difference could be chance."],
    [false, false, "The difference could be chance."],
    [null, null, "Not tested."],
    [false, null, "The difference could be chance in points; in ratio, not tested."],
  ])("says by %s in points and %s in ratio whether the two gaps differ", (points, ratio, words) => {
    const comparators = debt.result.comparators.map((one) => ({
      ...one,
      absolute: { ...one.absolute, clear: points },
      relative: { ...one.relative, clear: ratio },
    }));
    expect(besideWords(withResult(debt, { comparators }))).toEqual({
      place: "Otherton",
      told: [
        "In 2022 the gap in Otherton was 4.1 in 100, or 1.2 times. In Sampleton it was 9.1 in 100, or 1.5 times.",
        words,
      ],
    });
  });

  it("says that there is no figure, that the place is one side, or nothing where no place is named", () => {
    expect(besideWords(scores)?.told).toEqual(["No figure for Otherton here."]);
    const groups = scores.dimension.groups.map((group, i) => (i === 1 ? { ...group, label: "Otherton" } : group));
    expect(besideWords({ ...scores, dimension: { ...scores.dimension, groups } })?.told).toEqual([
      "Otherton is one side of this gap.",
    ]);
    expect(besideWords({ ...scores, results: { ...scores.results, comparators: null } })).toBeNull();
  });

  it("has published gaps of both, where those are compared", () => {
    const places = [{ place: "otherton", value: 8 }];
    const elsewhere = {
      measure: "Slope",
      source: "x",
      unit: "years",
      note: "Each is ranked within itself.",
      period: "2022",
      own: 7,
      places,
    };
    expect(besideWords(withResult(scores, { publishedElsewhere: [elsewhere] }))?.told).toEqual([
      "In 2022 the gap in Otherton was 8.0 years. In Sampleton it was 7.0 years.",
      "The difference is not tested.",
      "Each is ranked within itself.",
    ]);
  });
});

describe("a tile", () => {
  it("has one number, whose it is, and the other group", () => {
    expect(bigFigure(debt)).toEqual({
      number: "26.6",
      of: "in 100 residents in the most deprived fifth of areas, 2022",
    });
    expect(tileSentences(debt)).toEqual([
      "In the least deprived fifth: 19.4.",
      "The gap shrank between 2019 and 2022.",
    ]);
  });

  it("says so where there is no earlier time", () =>
    expect(tileSentences(asthma).at(-1)).toBe("There is no earlier time to compare with."));
});

describe("a theme in a few words", () => {
  const told = (id: string) =>
    themeTold(sampleton, sampleton.themes.find((theme) => theme.id === id)!, topicsOf(sampleton));

  it("counts its topics, core ones where there are any, and says what is not measured", () => {
    expect(told("money").counts).toBe("1 topic: 1 gap shrank.");
    expect(told("learning").counts).toBe("We cannot tell whether the gap of its one core topic changed. 1 more topic.");
    expect(told("power")).toEqual({
      counts: "No figures yet.",
      missing: {
        things: "2 things not measured here",
        why: ": 1 needs an agreement with those who hold the records and 1 is collected by nobody.",
      },
    });
  });
});
