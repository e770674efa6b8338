import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { areaDifferences } from "../../src/charts/area-differences.ts";
import { figuresTable } from "../../src/charts/figures-table.ts";
import { isClear } from "../../src/judge/clear.ts";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import { earlierOf } from "../../src/narrate/earlier.ts";
import { knownSentence } from "../../src/narrate/people-summary.ts";
import {
  earlierSentence,
  levelSentence,
  peopleTitle,
  standingSentences,
  whyWithout,
} from "../../src/narrate/profile.ts";
import { areaProfiles } from "../../src/narrate/profiles.ts";
import { placeOf } from "../../src/narrate/rank.ts";
import { areaProfile, communityProfile, countsOf, type Standing } from "../../src/narrate/standing.ts";
import { whoTitle } from "../../src/narrate/who.ts";
import { notComputable } from "../../src/reasons-and-notes.ts";
import type { Area, Community, Publishable } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";

const say = sayIn(sampleton);

const community = (id: string): Community => sampleton.communities.find((one) => one.id === id)!;
const district = (i: number) => areaProfile(sampleton, sampleton.areas[i]!);
const only = (standings: readonly Standing[]): Standing => {
  expect(standings).toHaveLength(1);
  return standings[0]!;
};

/** Sampleton with its newest period of accidents by district changed. */
function withLatest(change: (latest: Standing["b"]["latest"]) => object): Publishable {
  return {
    ...sampleton,
    indicators: sampleton.indicators.map((indicator) => ({
      ...indicator,
      dimensions: indicator.dimensions.map((result) =>
        result.dimension === "districts"
          ? {
              ...result,
              periods: result.periods.map((one, i, all) => (i === all.length - 1 ? { ...one, ...change(one) } : one)),
            }
          : result,
      ),
    })),
  } as Publishable;
}

describe("areaProfile", () => {
  it("sets each area beside all the others together", () => {
    const { b, against } = only(district(2).standings);
    const who = b.latest.who.find(({ group }) => group === "d2")!;
    expect(against).toEqual({
      whom: "rest",
      level: who.level,
      difference: who.difference,
      adjustedP: who.adjustedP,
      clear: who.clear,
    });
  });

  it("goes by the adjusted p whether a difference is clear", () => {
    const clarities = sampleton.areas.map((_, i) => district(i).standings[0]?.clarity ?? "none");
    expect(clarities).toMatchInlineSnapshot(`
      [
        "unclear",
        "unclear",
        "worse",
        "better",
        "unclear",
        "unclear",
        "unclear",
        "none",
      ]
    `);
  });

  it("lists every indicator once, with a figure or without", () => {
    const { standings, levels, without } = district(2);
    const all = [
      ...standings.map(({ b }) => b.indicator.id),
      ...levels.map(({ b }) => b.indicator.id),
      ...without.map(({ indicator }) => indicator.id),
    ];
    expect(all.sort()).toEqual(sampleton.indicators.map(({ id }) => id).sort());
  });

  it("says why an area has no figure, in the words of disclosure where it was held back", () => {
    const held = withLatest(({ groups, who }) => ({
      groups: groups.map((one) =>
        one.id === "d2" ? { ...one, estimate: { reason: "disclosure", parts: {} }, marker: "[c]" } : one,
      ),
      who: who.filter(({ group }) => group !== "d2"),
    }));
    const { standings, without } = areaProfile(held, held.areas[2]!);
    expect(standings).toEqual([]);
    expect(without.find(({ indicator }) => indicator.id === "accidents")?.why).toBe(
      "Held back so that no small number of people can be worked out.",
    );
  });

  it("stands beside the place alone where the rest is held back, and calls it untested", () => {
    const held = withLatest(() => ({ who: [] }));
    const standing = areaProfile(held, held.areas[2]!).standings[0];
    expect(standing?.against.whom).toBe("place");
    expect(standing?.clarity).toMatch(/untested$/);
  });
});

describe("a group of many of unknown size", () => {
  const unknown = withLatest(({ overall, notes }) => ({
    who: [],
    overall: { ...overall, from: "pooled" } as Breakdown["latest"]["overall"],
    notes: [...notes, { id: "unweighted", parts: {} }],
  }));

  it("is sorted to no side by their plain average, and has its figure all the same", () => {
    const { standings, levels } = areaProfile(unknown, unknown.areas[2]!);
    expect(standings).toEqual([]);
    const [level] = levels.filter(({ b }) => b.indicator.id === "accidents");
    expect(levelSentence(level!)).toMatch(
      /^In 2022, the rate of road accidents was .* in Docks & Old Harbour\. How many people are in each group is not published, and nor is a figure for everyone\.$/,
    );
  });
});

describe("a group beside the published level", () => {
  it("stands beside the place, then as now", () => {
    const against = (who: Breakdown["latest"]["who"]) => who.map((one) => ({ ...one, against: "overall" as const }));
    const place = {
      ...sampleton,
      indicators: sampleton.indicators.map((one) => ({
        ...one,
        dimensions: one.dimensions.map((of) => ({
          ...of,
          periods: of.periods.map((at) => ({ ...at, who: against(at.who) })),
        })),
      })),
    };
    const [standing] = areaProfile(place, place.areas[2]!).standings;
    expect(standing!.against.whom).toBe("place");
    expect(standingSentences(standing!)[1]).toContain("than in Sampleton as a whole");
    expect(earlierSentence(standing!)).toContain("than in Sampleton as a whole");
    expect(whoTitle(standing!.b)).toMatch(/^Clearly worse off than Sampleton as a whole: /);
  });
});

describe("communityProfile", () => {
  const poor = communityProfile(sampleton, community("poor-pupils"));
  const others = communityProfile(sampleton, community("meals--other"));

  it("sets the sides of a pair beside each other, one turned", () => {
    const [one, other] = [only(poor.standings), only(others.standings)];
    expect(one.against.difference.value).toBe(-other.against.difference.value);
    expect([one.against.level, other.against.level]).toEqual([other.estimate.value, one.estimate.value]);
  });

  it("gives the level of an indicator that counts these people alone", () => {
    expect(poor.levels.map(levelSentence)).toEqual([
      "From 2018/19 to 2022/23, the share of children with asthma was 10.3% (9.8 to 10.8). It is about them alone, so no figure of others stands beside it.",
    ]);
  });

  it("has nothing but gaps for people whom no source tells apart", () => {
    const { standings, levels, without } = communityProfile(sampleton, community("disabled-people"));
    expect([standings, levels]).toEqual([[], []]);
    expect(without).toHaveLength(sampleton.indicators.length);
  });

  it("shows the first of two groups where an indicator has both", () => {
    const twice = {
      ...community("poor-pupils"),
      groups: [...community("meals--other").groups, ...community("poor-pupils").groups],
    };
    expect(only(communityProfile(sampleton, twice).standings).group).toBe("other");
  });
});

describe("the order of standings", () => {
  it("puts the clearest disadvantage first and the clearest advantage last", () => {
    const [indicator] = sampleton.indicators.filter(({ id }) => id === "accidents");
    const [b] = breakdownsOf(sampleton, indicator!);
    const as = (id: string, value: number, half: number, adjustedP: number | null) => ({
      ...indicator!,
      id,
      dimensions: [
        {
          ...b!.result,
          periods: [
            {
              ...b!.latest,
              who: [
                {
                  group: "d0",
                  against: "rest" as const,
                  level: 50,
                  p: adjustedP,
                  adjustedP,
                  clear: isClear(adjustedP),
                  difference:
                    adjustedP === null
                      ? { value, lower: null, upper: null }
                      : { value, lower: value - half, upper: value + half },
                },
              ],
            },
          ],
        },
      ],
    });
    const many = {
      ...sampleton,
      indicators: [
        as("much-better", -20, 2, 0.001),
        as("better-untested", -9, 0, null),
        as("unclear", 1, 5, 0.6),
        as("worse", 5, 4, 0.03),
        as("much-worse", 5, 1, 0.001),
        as("worse-untested", 9, 0, null),
        as("better", -3, 2, 0.02),
      ],
    } as Publishable;
    const profile = areaProfile(many, many.areas[0]!);
    expect(profile.standings.map((one) => one.b.indicator.id)).toEqual([
      "much-worse",
      "worse",
      "worse-untested",
      "unclear",
      "better-untested",
      "better",
      "much-better",
    ]);
    expect(countsOf(profile)).toEqual({
      ...{ judged: 7, worse: 2, better: 2, close: 1, judgedUntested: 2 },
      ...{ others: 0, different: 0, alike: 0, otherUntested: 0 },
      ...{ modelled: 0, nested: 0 },
    });
  });
});

describe("the words", () => {
  it("say what the figure is, how it stands, and what it was", () => {
    const told = sampleton.areas.flatMap((_, i) =>
      district(i).standings.map((one) => [...standingSentences(one), earlierSentence(one)].join(" ")),
    );
    const pupils = ["poor-pupils", "meals--other"].flatMap((id) =>
      communityProfile(sampleton, community(id)).standings.map((one) =>
        [...standingSentences(one), earlierSentence(one)].join(" "),
      ),
    );
    expect([...told, ...pupils].join("\n")).toMatchInlineSnapshot(`
      "In 2022, the rate of road accidents was 63 per 10,000 (54 to 72) in North Ham. That is not clearly different: about 11 per 10,000 higher than in all the other districts together (1 to 21). In 2020 it was 61 per 10,000 (52 to 70): about 11 per 10,000 higher than the rest.
      In 2022, the rate of road accidents was 50 per 10,000 (41 to 59) in South Ham. That is not clearly different: about 2 per 10,000 lower than in all the other districts together (−8 to 12). In 2020 it was 48 per 10,000 (39 to 57): about 2 per 10,000 lower than the rest.
      In 2022, the rate of road accidents was 98 per 10,000 (89 to 107) in Docks & Old Harbour. That is about 46 per 10,000 higher than in all the other districts together (36 to 56). In 2020 it was 96 per 10,000 (87 to 105): about 46 per 10,000 higher than the rest.
      In 2022, the rate of road accidents was 24 per 10,000 (15 to 33) in University. That is about 28 per 10,000 lower than in all the other districts together (18 to 38). In 2020 it was 22 per 10,000 (13 to 31): about 28 per 10,000 lower than the rest.
      In 2022, the rate of road accidents was 41 per 10,000 (32 to 50) in Hill. That is not clearly different: about 11 per 10,000 lower than in all the other districts together (1 to 21). In 2020 it was 39 per 10,000 (30 to 48): about 11 per 10,000 lower than the rest.
      In 2022, the rate of road accidents was 46 per 10,000 (37 to 55) in Green End. That is not clearly different: about 6 per 10,000 lower than in all the other districts together (−4 to 16). In 2020 it was 44 per 10,000 (35 to 53): about 6 per 10,000 lower than the rest.
      In 2022, the rate of road accidents was 54 per 10,000 (45 to 63) in Mill. That is not clearly different: about 2 per 10,000 higher than in all the other districts together (−8 to 12). In 2020 it was 52 per 10,000 (43 to 61): about 2 per 10,000 higher than the rest.
      In 2023, the average score was 33.0 points among pupils with free school meals. That is about 16.0 points lower than among other pupils. In 2019 it was 33.2 points: about 13.8 points lower than among other pupils.
      In 2023, the average score was 49.0 points among other pupils. That is about 16.0 points higher than among pupils with free school meals. In 2019 it was 47.0 points: about 13.8 points higher than among pupils with free school meals."
    `);
  });

  it("say that nothing is known where nothing is measured", () => {
    expect(knownSentence(say, communityProfile(sampleton, community("disabled-people")), "disabled people")).toBe(
      "This report has no figure for disabled people. That is not a sign of equality: its figures are not broken down in that way.",
    );
  });

  it("call a difference that rounds to nothing about the same", () => {
    const level = withLatest(({ who }) => ({
      who: who.map((one) => ({
        ...one,
        adjustedP: 0.9,
        clear: false,
        difference: { value: 0.001, lower: -3, upper: 3 },
      })),
    }));
    const [first] = areaProfile(level, level.areas[2]!).standings;
    expect(standingSentences(first!)[1]).toMatch(
      /^That is not clearly different: about the same as in all the other districts together/,
    );
  });

  it("say why a breakdown does not tell these people apart", () => {
    expect(whyWithout(sampleton, "debt", { characteristic: "deprivation" })).toBe(
      "Broken down by deprivation of the area, which does not tell these people apart.",
    );
    expect(whyWithout(sampleton, "debt", { characteristic: "sex" })).toBe("The source does not ask.");
    expect(whyWithout(sampleton, "debt", { characteristic: null })).toBe(
      "The figures used here are not broken down in this way.",
    );
  });

  it("name the page after what it holds", () => {
    expect(peopleTitle(sampleton)).toBe("Communities and districts");
    expect(peopleTitle({ ...sampleton, communities: [] })).toBe("Districts");
    expect(peopleTitle({ ...sampleton, areas: [] })).toBe("Communities");
  });
});

describe("placeOf", () => {
  const among = (n: number, own: number, value = (i: number) => i, ranks: Area["ranks"] = []) => {
    const groups = Array.from({ length: n }, (_, i) => ({
      id: `d${i}`,
      estimate: { value: value(i), lower: null, upper: null },
    }));
    return placeOf(
      { b: { latest: { groups }, indicator: { id: "debt" } }, group: `d${own}` } as unknown as Standing,
      ranks,
    );
  };
  it("counts from the nearer end", () => {
    expect(among(32, 31)).toEqual({ end: "highest", of: 32, place: 1, ties: 0, range: null });
    expect(among(32, 20)).toEqual({ end: "highest", of: 32, place: 12, ties: 0, range: null });
    expect(among(32, 2)).toEqual({ end: "lowest", of: 32, place: 3, ties: 0, range: null });
    expect(among(3, 1)).toMatchObject({ end: "highest", place: 2 });
  });
  it("says how many others have the same figure, and gives no place where all have", () => {
    const inPairs = (i: number): number => Math.floor(i / 2);
    for (const own of [30, 31]) expect(among(32, own, inPairs)).toMatchObject({ end: "highest", place: 1, ties: 1 });
    expect(among(32, 29, inPairs)).toMatchObject({ end: "highest", place: 3, ties: 1 });
    expect(among(32, 0, () => 7)).toBeNull();
    expect(among(1, 0)).toBeNull();
  });
  it("counts the places that chance could give it from the same end", () => {
    const ranks = (first: number, last: number) => [{ indicator: "debt", first, last }];
    expect(among(32, 30, undefined, ranks(1, 5))?.range).toEqual({ first: 1, last: 5 });
    expect(among(32, 2, undefined, ranks(28, 31))?.range).toEqual({ first: 2, last: 5 });
  });
});

describe("earlierOf", () => {
  const standing = only(district(2).standings);
  it("takes the period that changes are measured from", () => {
    const { change } = standing.b.result;
    expect(earlierOf(standing)?.period).toEqual("baseline" in change ? change.baseline : undefined);
  });
  it("never reaches across a break, and never compares periods that share a day", () => {
    const { b } = standing;
    const missing = notComputable("no-intervals", { of: "change" });
    const plain = { ...b.result, change: missing };
    expect(earlierOf({ ...standing, b: { ...b, result: plain } })?.period.label).toBe(
      b.result.periods[0]!.period.label,
    );
    const breaks = [{ from: b.latest.period.label, why: "Asked anew." }];
    expect(earlierOf({ ...standing, b: { ...b, result: plain, indicator: { ...b.indicator, breaks } } })).toBeNull();
    const long = { ...b.latest, period: { ...b.latest.period, start: "1900-01-01" } };
    expect(earlierOf({ ...standing, b: { ...b, result: plain, latest: long } })).toBeNull();
  });
});

describe("the chart of an area", () => {
  it("has a row for each indicator whose areas typically differ, and every figure in its table", () => {
    const [profile] = areaProfiles(sampleton).filter(({ area }) => area.group === "d2");
    const chart = areaDifferences(profile!)!;
    const points = (chart.spec as unknown as { data: { values: { value: number; lower: number }[] } }).data.values;
    const { against, b } = profile!.profile.standings[0]!;
    const typical = "oriented" in b.latest.absolute ? b.latest.absolute.oriented.value : 0;
    expect(points).toHaveLength(1);
    expect(points[0]!.value).toBeCloseTo(against.difference.value / typical, 12);
    expect(points[0]!.lower).toBeCloseTo((against.difference.lower ?? 0) / typical, 12);
    expect(chart.table).toEqual(figuresTable(say, profile!.profile.standings, profile!.name));
  });

  it("is left out, and says so, where areas differ no more than chance might make them", () => {
    const nothing = withLatest(({ absolute }) => ({
      absolute: { ...absolute, oriented: { value: 0, lower: 0, upper: 1 }, clear: false },
    }));
    expect(areaProfiles(nothing).flatMap((area) => areaDifferences(area) ?? [])).toEqual([]);
  });
});
