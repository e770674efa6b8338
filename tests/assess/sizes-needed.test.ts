import { describe, expect, it } from "vitest";
import { assessSeries } from "../../src/assess/assess-series.ts";
import { dimensionResult } from "../../src/assess/dimension-result.ts";
import { judgeAll } from "../../src/assess/judge-all.ts";
import type { Series } from "../../src/assess/series.ts";
import type { Indicator } from "../../src/define/indicator.ts";
import type { Dimension, Project } from "../../src/define/project.ts";
import { peopleNeeded } from "../../src/judge/people-needed.ts";
import { type Figures, noFigures, type Observation } from "../../src/model.ts";

type Year = [disadvantaged: number, advantaged: number, overall?: number];

const figuresOf = (label: number, group: string, figures: Partial<Figures>): Observation => ({
  period: { label: `${label}`, start: `${label}-01-01`, end: `${label}-12-31` },
  group,
  figures: { ...noFigures, ...figures },
  ...{ bands: null, rows: 1, blank: null },
});

/** Two shares without intervals and without sizes, in years from 2018 on. */
function ofShares(years: readonly Year[], more: Partial<Figures> = {}, series: Partial<Series> = {}, scale = "logit") {
  const one = assessSeries({
    indicator: {
      statistic: { kind: "published", value: "value", scale, per: 100, unit: "%", interval_level: 0.95 },
      ...{ better: "higher", periods: {}, subjects: [], sentence: { events: false } },
    } as unknown as Indicator,
    dimension: { id: "meals", type: "pair", made_of: [] } as unknown as Dimension,
    groups: [
      { id: "eligible", label: "Eligible" },
      { id: "others", label: "Others" },
    ],
    observations: years.flatMap(([eligible, others], t) => [
      figuresOf(2018 + t, "eligible", { value: eligible, ...more }),
      figuresOf(2018 + t, "others", { value: others, ...more }),
    ]),
    everyone: years.flatMap(([, , value], t) => (value === undefined ? [] : figuresOf(2018 + t, "", { value }))),
    ...{ withEveryone: false, byArea: null, together: 0, standard: null, breaks: [], targets: [], published: null },
    ...{ pooled: [], unsaid: [], joinedBands: null, roundTo: null },
    rowsTogether: { groups: null, everyone: null },
    ...{ edition: 2, confidence: 0.95, materiality: 0, reliableDenominator: 0 },
    ...series,
  } as Series);
  const rules = { edition: one.series.edition, confidence: 0.95, materiality: 0, same: 0.2, false_discovery_rate: 0.1 };
  return dimensionResult(one, judgeAll([one], rules as Project["method"]).judged[0]!, []);
}

describe("the people that the change of two shares of unknown size needs", () => {
  const [base, now]: [Year, Year] = [
    [40, 60, 55],
    [50, 60, 58],
  ];
  const expected = peopleNeeded(
    { disadvantaged: 0.4, advantaged: 0.6, overall: 0.55 },
    { disadvantaged: 0.5, advantaged: 0.6, overall: 0.58 },
  );

  it("are those between the two years that are compared, by the overall shares where they are published", () => {
    expect(expected.isLeast).toBe(false);
    expect(ofShares([base, now]).peopleNeeded).toEqual(expected);
  });

  it("are the least that they may be where they are not published in both", () => {
    const least = ofShares([
      [40, 60],
      [50, 60, 58],
    ]).peopleNeeded!;
    expect(least.isLeast).toBe(true);
    expect(least.absolute).toBeLessThan(expected.absolute!);
  });

  it("decide nothing: there is no verdict, or it is that of the trend", () => {
    expect(ofShares([base, now]).verdict).toMatchObject({ id: "not-compared", because: { reason: "no-intervals" } });
    const byTrend = ofShares([[30, 60], [34, 60], [38, 60], [42, 60], base, now].map(([a, b]): Year => [a!, b!]));
    expect(byTrend.verdict.basis).toBe("trend");
    expect(byTrend.peopleNeeded).toEqual({
      ...peopleNeeded(
        { disadvantaged: 0.4, advantaged: 0.6, overall: null },
        { disadvantaged: 0.5, advantaged: 0.6, overall: null },
      ),
    });
  });

  it.each<[string, ReturnType<typeof ofShares>]>([
    ["sizes are known", ofShares([base, now], { weight: 100 })],
    ["there are intervals", ofShares([base, now], { standardError: 2 })],
    ["the figures are no shares", ofShares([base, now], {}, {}, "identity")],
    ["everyone is one of the two", ofShares([base, now], {}, { withEveryone: true })],
    ["nothing changed", ofShares([base, base])],
    ["there is one year", ofShares([base])],
    ["a share is the whole", ofShares([base, [50, 100]])],
    ["the first edition holds", ofShares([base, now], {}, { edition: 1 })],
  ])("are not told where %s", (_, { peopleNeeded: told }) => expect(told).toBeNull());
});
