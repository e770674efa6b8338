import { describe, expect, it } from "vitest";
import type { FamilyRules } from "../../src/judge/gap-judgement.ts";
import type { Judged } from "../../src/judge/judged.ts";
import { judgeSecondEdition, type SecondSeries } from "../../src/judge/second-edition.ts";
import type { Change, ComputedGap, GapChange, GapEvidence, LevelChange, Period } from "../../src/model.ts";
import { isMissing, notComputable } from "../../src/reasons-and-notes.ts";

/** Of Student's t on 8 degrees of freedom and of the normal distribution, from tables. */
const T8 = { 0.8: 0.8888895, 0.975: 2.3060041 };
const Z = { 0.8: 0.8416212, 0.975: 1.959964 };

const rules: FamilyRules = {
  confidence: 0.95,
  same: 0.2,
  materiality: 0,
  falseDiscoveryRate: 0.1,
  levelsByTrend: true,
};
const years = (from: number, to = from): Period => ({
  label: from === to ? `${from}` : `${from}-${to}`,
  start: `${from}-01-01`,
  end: `${to}-12-31`,
});

/** One period: both gaps and the level as value and standard error; what is left out has no figure. */
interface Given {
  period: Period;
  absolute?: [value: number, error: number | null];
  /** As a log. */
  relative?: [value: number, error: number | null];
  complement?: [value: number, error: number];
  scale?: "difference" | "variance" | "root";
  level?: [value: number, error: number | null];
  ends?: [disadvantaged: number, advantaged: number, error: number | null];
  cells?: readonly number[];
  size?: number;
}

const evidenceOf = (
  [point, error]: [number, number | null],
  scale: GapEvidence["scale"],
  measure: GapEvidence["measure"],
): GapEvidence => ({
  measure,
  shown: { difference: point, root: point, log: Math.exp(point), variance: Math.sqrt(Math.max(0, point)) }[scale],
  scale,
  point,
  variance: error === null ? null : error ** 2,
  linearVariance: null,
});
const gapOf = (given: [number, number | null] | undefined): ComputedGap | ReturnType<typeof notComputable> => {
  if (given === undefined) return notComputable("missing-group", { groups: ["X"] });
  const limits = { value: given[0], lower: null, upper: null };
  return {
    raw: limits,
    oriented: limits,
    tested: { scale: "difference", point: given[0], standardError: given[1] },
    notes: [],
  };
};
const levelOf = (value: number, standardError: number | null) => ({ value, lower: null, upper: null, standardError });

const series = (
  given: readonly Given[],
  more: Partial<SecondSeries["evidence"]> = {},
  targets: SecondSeries["targets"] = [],
): SecondSeries => ({
  evidence: {
    better: "lower",
    baseline: null,
    breaks: [],
    periods: given.map(
      ({ period, absolute, relative, complement, scale = "difference", level, ends, cells, size }) => ({
        period,
        absolute: absolute ? evidenceOf(absolute, scale, "sii") : null,
        relative: relative ? evidenceOf(relative, "log", "rii") : null,
        complement: complement ? evidenceOf(complement, "log", "rii") : null,
        level: level ? { value: level[0], standardError: level[1] } : null,
        ends: ends
          ? {
              disadvantaged: ends[0],
              advantaged: ends[1],
              advantagedVariance: (ends[2] ?? 0) ** 2,
              sumVariance: 2 * (ends[2] ?? 0) ** 2,
            }
          : null,
        cells: cells ? cells.map((point) => ({ point, variance: 1 })) : null,
        size: size ?? null,
      }),
    ),
    ...more,
  },
  periods: given.map(({ period, absolute, relative, level, ends }) => ({
    period,
    absolute: gapOf(absolute),
    relative: gapOf(relative),
    overall: level ? levelOf(...level) : notComputable("no-overall", { of: "groups" }),
    ends: ends ? { disadvantaged: levelOf(ends[0], ends[2]), advantaged: levelOf(ends[1], ends[2]) } : null,
  })),
  common: [],
  targets,
});

/** Eight years of four groups that jump up and down by turns and pull apart: phi = 16 c^2 / 4.5, for the variance is 1. */
const lender = (phi: number): SecondSeries => {
  const c = Math.sqrt((4.5 * phi) / 16);
  return series(
    [...Array(8).keys()].map((t) => ({
      period: years(2001 + t),
      absolute: [10, 1],
      relative: [1, 0.1],
      cells: [1, 1, -1, -1].map((side) => c * side * (t % 2 === 0 ? 1 : -1)),
    })),
  );
};

/** The first of some series, judged together with what lends its scatter. */
const judge = (one: SecondSeries, others: readonly SecondSeries[] = [], more: Partial<FamilyRules> = {}): Judged =>
  judgeSecondEdition([one, ...others], { ...rules, ...more }).judged[0]!;
const changeOf = ({ change }: Judged): Change => {
  if (isMissing(change)) throw new Error(change.reason);
  return change;
};
const gapChange = (judged: Judged, which: "absolute" | "relative"): GapChange => {
  const change = changeOf(judged)[which];
  if (isMissing(change)) throw new Error(change.reason);
  return change;
};
const levelChange = (judged: Judged): LevelChange => {
  const { overall } = changeOf(judged);
  if (isMissing(overall)) throw new Error(overall.reason);
  return overall;
};
/** Values over years from 2012, each with the same error. */
const yearly = (values: readonly number[], error: number | null): Given[] =>
  values.map((value, i) => ({
    period: years(2012 + i),
    absolute: [value, error],
    relative: [Math.log(value), error && error / 10],
  }));

describe("a change", () => {
  const two: Given[] = [
    { period: years(2018), absolute: [20, 3], relative: [Math.log(2), 0.3], level: [50, 3] },
    { period: years(2022), absolute: [14, 4], relative: [Math.log(3), 0.4], level: [40, 4] },
  ];

  it("has the limits of Student's t where the build lends its scatter, and an error that is wider by it", () => {
    const judged = judge(series(two), [lender(4)]);
    // s = sqrt(phi (3^2 + 4^2)) = 10, on the eight degrees of freedom that are borrowed.
    expect(changeOf(judged).scatter).toEqual({ phi: expect.closeTo(4, 5), own: null });
    const { change, ...absolute } = gapChange(judged, "absolute");
    expect(absolute).toMatchObject({
      from: 20,
      to: 14,
      scale: "difference",
      moved: "down",
      standardError: expect.closeTo(10, 5),
      degreesOfFreedom: 8,
      statistic: expect.closeTo(-0.6, 6),
      minimumDetectable: expect.closeTo(10 * (T8[0.975] + T8[0.8]), 4),
      untested: null,
    });
    expect(change).toEqual({
      value: -6,
      lower: expect.closeTo(-6 - 10 * T8[0.975], 4),
      upper: expect.closeTo(-6 + 10 * T8[0.975], 4),
    });
    expect(judged.notes).toEqual([{ id: "scatter-borrowed", parts: {} }]);
  });

  it("is of a ratio shown as one over the other, tested as logs", () => {
    const { change, ...relative } = gapChange(judge(series(two), [lender(4)]), "relative");
    expect(relative).toMatchObject({ from: expect.closeTo(2, 9), to: expect.closeTo(3, 9), scale: "log", moved: "up" });
    expect(change).toEqual({
      value: expect.closeTo(1.5, 9),
      lower: expect.closeTo(1.5 * Math.exp(-T8[0.975]), 5),
      upper: expect.closeTo(1.5 * Math.exp(T8[0.975]), 5),
    });
  });

  it("is of a typical difference tested as a variance, and has no limits", () => {
    const [from, to] = [
      { period: years(2018), absolute: [16, 3] },
      { period: years(2022), absolute: [4, 4] },
    ] as const;
    const judged = judge(series([from, to].map((one) => ({ ...one, absolute: [...one.absolute], scale: "variance" }))));
    expect(gapChange(judged, "absolute")).toMatchObject({
      from: 4,
      to: 2,
      change: { value: -2, lower: null, upper: null },
      standardError: 5,
      statistic: -2.4,
    });
  });

  it("is tested on the normal distribution where too few series can say how figures scatter", () => {
    const judged = judge(series(two));
    expect(changeOf(judged).scatter).toBeNull();
    expect(gapChange(judged, "absolute")).toMatchObject({
      standardError: 5,
      degreesOfFreedom: null,
      change: { lower: expect.closeTo(-6 - 5 * Z[0.975], 5), upper: expect.closeTo(-6 + 5 * Z[0.975], 5) },
      minimumDetectable: expect.closeTo(5 * (Z[0.975] + Z[0.8]), 5),
    });
    expect(judged.notes).toEqual([{ id: "scatter-unknown", parts: {} }]);
  });

  it("is never tested with less error than the intervals have, and says nothing of scatter that is its own", () => {
    const judged = judge(lender(0.25));
    const { scatter } = changeOf(judged);
    expect(scatter?.own).toBeCloseTo(0.25, 5);
    expect(gapChange(judged, "absolute").standardError).toBeCloseTo(Math.SQRT2, 9);
    expect(judged.notes).toEqual([]);
  });

  it("of the level is improving or worsening by the side that is better, and its limits are of the same test", () => {
    const steady = two.map((one) => ({ ...one, level: [one.level![0], 0.5] as [number, number] }));
    for (const [better, direction] of [
      ["lower", "improving"],
      ["higher", "worsening"],
    ] as const)
      expect(levelChange(judge(series(steady, { better }), [lender(1)]))).toMatchObject({
        from: 50,
        to: 40,
        direction,
        clear: true,
        degreesOfFreedom: 8,
        change: { value: -10, upper: expect.closeTo(-10 + Math.SQRT1_2 * T8[0.975], 4) },
      });
  });

  it("of either end of a gap is judged by its own p", () => {
    const judged = judge(
      series([
        { ...two[0]!, ends: [30, 10, 1] },
        { ...two[1]!, ends: [31, 16, 1] },
      ]),
    );
    expect(changeOf(judged)).toMatchObject({
      disadvantagedEnd: { from: 30, to: 31, direction: "cannot-tell", clear: false },
      advantagedEnd: {
        from: 10,
        to: 16,
        direction: "worsening",
        clear: true,
        statistic: expect.closeTo(6 / Math.SQRT2, 9),
      },
    });
  });

  it.each([
    ["lower", 30, 20, "improving"],
    ["lower", 20, 30, "worsening"],
    ["higher", 30, 20, "worsening"],
    ["higher", 20, 30, "improving"],
  ] as const)("of an end, where %s is better, from %d to %d is %s, with its limits", (better, from, to, direction) => {
    const judged = judge(
      series(
        [
          { ...two[0]!, ends: [from, 10, 1] },
          { ...two[1]!, ends: [to, 10, 1] },
        ],
        { better },
      ),
    );
    expect(changeOf(judged).disadvantagedEnd).toMatchObject({
      direction,
      change: { value: to - from, lower: expect.closeTo(to - from - Z[0.975] * Math.SQRT2, 5) },
    });
  });

  it("of an end is shown and not tested where either has no error, and none where either has no sides", () => {
    const [before, after] = two as [Given, Given];
    for (const errors of [
      [null, 1],
      [1, null],
    ] as const) {
      const judged = judge(
        series([
          { ...before, ends: [30, 10, errors[0]] },
          { ...after, ends: [31, 16, errors[1]] },
        ]),
      );
      expect(changeOf(judged).advantagedEnd).toMatchObject({
        ...{ from: 10, to: 16, moved: "up", direction: "not-compared", possible: false, clear: false, p: null },
        change: { value: 6, lower: null, upper: null },
      });
    }
    for (const given of [
      [{ ...before, ends: [30, 10, 1] as [number, number, number] }, after],
      [before, { ...after, ends: [31, 16, 1] as [number, number, number] }],
    ])
      expect(changeOf(judge(series(given)))).toMatchObject({ disadvantagedEnd: null, advantagedEnd: null });
  });

  it("of the level says why there is none, in either period", () => {
    const [before, after] = two as [Given, Given];
    const { level: _, ...without } = before;
    const none = notComputable("no-overall", { of: "groups" });
    expect(changeOf(judge(series([without, after]))).overall).toEqual(none);
    expect(changeOf(judge(series([before, { ...without, period: after.period }]))).overall).toEqual(none);
  });

  it("of nothing is level, and without error it is certain", () => {
    const at = (year: number, point: number, error: number): Given => ({
      period: years(year),
      absolute: [point, error],
    });
    expect(gapChange(judge(series([at(2018, 20, 1), at(2022, 20, 1)])), "absolute")).toMatchObject({
      ...{ moved: "level", statistic: 0, p: 1 },
    });
    expect(gapChange(judge(series([at(2018, 20, 0), at(2022, 19, 0)])), "absolute")).toMatchObject({
      ...{ moved: "down", statistic: null, p: 0, direction: "narrower" },
    });
  });

  it.each([
    ["below", -400, 250],
    ["above", 400, 250],
    ["either side of", 0, 500],
  ])("of a ratio has no limits where one is %s every number", (_, to, error) => {
    const judged = judge(
      series([
        { period: years(2018), relative: [0, error] },
        { period: years(2022), relative: [to, error] },
      ]),
    );
    expect(gapChange(judged, "relative").change).toMatchObject({ lower: null, upper: null });
  });

  it("is shown and not tested without intervals", () => {
    const judged = judge(
      series([
        { period: years(2018), absolute: [20, null], relative: [0.5, null] },
        { period: years(2022), absolute: [14, 1], relative: [0.4, 0.1] },
      ]),
    );
    expect(gapChange(judged, "absolute")).toMatchObject({
      from: 20,
      to: 14,
      change: { value: -6, lower: null, upper: null },
      p: null,
      clear: false,
      possible: false,
      direction: "not-compared",
      untested: notComputable("no-intervals", { of: "change" }),
    });
    expect(judged.verdict).toMatchObject({ id: "not-compared", basis: "none", because: { reason: "no-intervals" } });
    expect(judged.notes).toEqual([]);
  });

  it("says which period lacks a gap, and why", () => {
    const judged = judge(
      series([
        { period: years(2018), relative: [0.5, 0.02] },
        { period: years(2022), absolute: [1, 1], relative: [0.5, 0.02] },
      ]),
    );
    expect(changeOf(judged).absolute).toEqual(
      notComputable("no-gap", { period: "2018", because: { reason: "missing-group", parts: { groups: ["X"] } } }),
    );
    expect(changeOf(judged).relative).toMatchObject({ direction: "little-changed" });
    expect(judged.verdict).toMatchObject({ absolute: "not-compared", relative: "little-changed", id: "cannot-tell" });
    // The ratio is tested, and how it scatters is not known.
    expect(judged.notes).toEqual([{ id: "scatter-unknown", parts: {} }]);
    const later = judge(series([{ period: years(2018), absolute: [1, 1] }, { period: years(2022) }]));
    expect(changeOf(later).absolute).toMatchObject({ reason: "no-gap", parts: { period: "2022" } });
    expect(later.notes).toEqual([]);
  });

  it("is of no interval where a gap is shown that cannot be judged", () => {
    const one = series(two);
    const [before, after] = one.evidence.periods;
    const judged = judge({ ...one, evidence: { ...one.evidence, periods: [{ ...before!, absolute: null }, after!] } });
    expect(changeOf(judged).absolute).toEqual(notComputable("no-intervals", { of: "change" }));
  });

  it("of groups of unknown size is shown and not judged, whichever period lacks sizes", () => {
    const given: Given[] = [
      { period: years(2018), absolute: [20, null], relative: [2, null] },
      { period: years(2022), absolute: [14, null] },
    ];
    for (const unknown of [[0], [1], [0, 1]]) {
      const one = series(given);
      const periods = one.evidence.periods.map((period, i) =>
        unknown.includes(i) ? { ...period, absolute: null, relative: null, sizesUnknown: true as const } : period,
      );
      const judged = judge({ ...one, evidence: { ...one.evidence, periods } });
      expect(gapChange(judged, "absolute")).toMatchObject({
        ...{ from: 20, to: 14, scale: "root", moved: "down", p: null, possible: false, clear: false },
        change: { value: -6, lower: null, upper: null },
        untested: notComputable("sizes-unknown"),
        direction: "not-compared",
      });
      expect(changeOf(judged).relative).toMatchObject({ reason: "no-gap", parts: { period: "2022" } });
      expect(judged.verdict).toMatchObject({ id: "not-compared", because: { reason: "sizes-unknown" } });
    }
  });

  it("of a published gap says in which year its error is borrowed", () => {
    const one = series([
      { period: years(2018), absolute: [20, 1] },
      { period: years(2022), absolute: [10, 1] },
    ]);
    const periods = one.evidence.periods.map((period) => ({
      ...period,
      absolute: { ...period.absolute!, borrowedFrom: "2021" },
    }));
    const judged = judge({ ...one, evidence: { ...one.evidence, periods } });
    expect(changeOf(judged).basis).toBe("borrowed-error");
    expect(judged.notes).toContainEqual({ id: "standard-error-borrowed", parts: { from: "2021" } });
    expect(changeOf(judge(one)).basis).toBe("since-baseline");
    expect(judge(one).notes).toEqual([{ id: "scatter-unknown", parts: {} }]);
  });
});

describe("what is made of a change", () => {
  it("is clear by itself and among all tests, or else it is possible", () => {
    // p = 0.03 alone; among 22 tests of which no other says anything it is 0.66.
    const one = series([
      { period: years(2018), absolute: [20, 1] },
      { period: years(2022), absolute: [20 - 2.17 * Math.SQRT2, 1] },
    ]);
    const still = series([
      { period: years(2018), absolute: [20, 3] },
      { period: years(2022), absolute: [20, 3] },
    ]);
    expect(gapChange(judge(one), "absolute")).toMatchObject({ direction: "narrower", clear: true, possible: false });
    const among = judgeSecondEdition([one, ...Array<SecondSeries>(21).fill(still)], rules);
    expect(among.tests).toBe(22);
    const untested = series(yearly([20, 19], null));
    expect(judgeSecondEdition([one, series(yearly([20, 19], 1)), untested, untested], rules).tests).toBe(3);
    const found = gapChange(among.judged[0]!, "absolute");
    expect(found.p).toBeCloseTo(0.03, 3);
    expect(found.adjustedP).toBeCloseTo(22 * found.p!, 9);
    expect(found).toMatchObject({ direction: "cannot-tell", clear: false, possible: true });
    expect(among.judged[0]!.verdict).toMatchObject({ id: "cannot-tell", temperature: "unclear" });
  });

  it.each([
    ["little-changed", 20.1, 1],
    ["cannot-tell", 20.1, 3],
    ["cannot-tell", 22.5, 1],
  ] as const)("is %s at %d with an error of %d, for a fifth of 20 is no change", (direction, to, error) => {
    const found = judge(
      series([
        { period: years(2018), absolute: [20, error] },
        { period: years(2022), absolute: [to, error] },
      ]),
    );
    expect(gapChange(found, "absolute").direction).toBe(direction);
  });

  it("is clear only at the size that is asked for", () => {
    const found = (materiality: number) =>
      judge(
        series([
          { period: years(2018), absolute: [20, 0.1] },
          { period: years(2022), absolute: [18, 0.1] },
        ]),
        [],
        { materiality },
      );
    expect(gapChange(found(0.1), "absolute")).toMatchObject({ clear: true, direction: "narrower" });
    expect(gapChange(found(0.11), "absolute")).toMatchObject({ clear: false, direction: "little-changed" });
  });

  it("depends on the year compared where an earlier one says the opposite", () => {
    const judged = judge(series(yearly([2, 2, 2, 10, 8, 6], 0.2), { baseline: "2015" }));
    expect(gapChange(judged, "absolute")).toMatchObject({
      direction: "depends",
      depends: "baseline",
      clear: true,
      baselineExtreme: "highest",
      turned: null,
    });
    expect(judged.verdict).toMatchObject({ id: "depends", temperature: "unclear", because: null });
  });

  it("turned where a later one says the opposite, and stands", () => {
    const judged = judge(series(yearly([10, 9, 2, 3, 4, 6], 0.2), { baseline: "2012" }));
    expect(gapChange(judged, "absolute")).toMatchObject({
      direction: "narrower",
      depends: null,
      turned: "2014",
      baselineExtreme: "highest",
    });
    expect(judged.verdict).toMatchObject({ id: "closing", basis: "since-baseline" });
  });

  it("checks the year compared with the areas that each year has, and compares those that both have", () => {
    const of = (base: number): SecondSeries => {
      const one = series(yearly([10, 9, 2, 3, 4, 6], 0.2), { baseline: "2012" });
      const { evidence, periods, common } = series(yearly([base, 9, 2, 3, 4, 5.5], 0.2));
      const isCompared = (_: unknown, i: number): boolean => i === 0 || i === 5;
      return {
        ...one,
        evidence: {
          ...one.evidence,
          common: { periods: evidence.periods.filter(isCompared), leftOut: { share: 0.02, of: "people" } },
        },
        common: [...common, ...periods.filter(isCompared)],
      };
    };
    // Below the 9 of 2013: yet 2012 has the highest gap of all where each has the areas that it has.
    for (const base of [10.5, 8.5])
      expect(gapChange(judge(of(base)), "absolute")).toMatchObject({
        from: base,
        to: 5.5,
        ...{ direction: "narrower", depends: null, turned: "2014", baselineExtreme: "highest" },
      });
    expect(judge(of(8.5)).notes).toContainEqual({ id: "areas-in-common", parts: { percent: 2, of: "people" } });
  });

  it("depends on how it is counted where those who have not say the opposite", () => {
    const counted = (absolute: number, relative: number, complement: number, y: number): Given => ({
      period: years(y),
      absolute: [absolute, 0.1],
      relative: [relative, 0.01],
      complement: [complement, 0.01],
    });
    const judged = judge(series([counted(10, 1, 0.2, 2018), counted(8, 0.8, 0.4, 2022)]));
    expect(gapChange(judged, "relative")).toMatchObject({ direction: "depends", depends: "framing", clear: true });
    expect(gapChange(judged, "absolute")).toMatchObject({ direction: "narrower", depends: null });
    expect(judged.verdict).toMatchObject({ id: "smaller-in-points-only", relative: "depends" });
  });

  it("is levelling down where the better-off side loses more than the other gains", () => {
    const ended = (y: number, disadvantaged: number, advantaged: number): Given => ({
      period: years(y),
      absolute: [disadvantaged - advantaged, 0.5],
      ends: [disadvantaged, advantaged, 0.3],
    });
    const { verdict } = judge(series([ended(2018, 30, 10), ended(2022, 30, 16)]));
    expect(verdict).toMatchObject({ absolute: "narrower", levellingDown: true });
    expect(judge(series([ended(2018, 30, 10), ended(2022, 24, 10)])).verdict.levellingDown).toBe(false);
  });
});

describe("pools that overlap", () => {
  const pools = (to: number, error = 1): SecondSeries =>
    series([
      { period: years(2017, 2019), absolute: [20, error], size: 3000, level: [50, 1], ends: [30, 10, 1] },
      { period: years(2018, 2020), absolute: [to, error], size: 3000, level: [50, 1], ends: [25, 10, 1] },
    ]);
  const shared = 2 / 3;

  it("are compared by what differs between them", () => {
    const judged = judge(pools(15));
    const change = changeOf(judged);
    expect(change).toMatchObject({ basis: "overlapping", baseline: years(2017, 2019), current: years(2018, 2020) });
    expect(change.shared).toBeCloseTo(shared, 2);
    const { standardError, direction } = gapChange(judged, "absolute");
    expect(standardError).toBeCloseTo(Math.sqrt((1 - change.shared) * 2), 9);
    expect(direction).toBe("narrower");
    expect(judged.verdict).toMatchObject({ id: "smaller-in-points-only", basis: "overlapping" });
    expect(levelChange(judged).standardError).toBeCloseTo(Math.sqrt((1 - change.shared) * 2), 9);
    expect(change.disadvantagedEnd?.standardError).toBeCloseTo(Math.sqrt((1 - change.shared) * 2), 9);
  });

  it("are clear at p below 0.01 alone, and never little changed", () => {
    // Two standard errors of the change: p = 0.046.
    const judged = judge(pools(20 - 2 * Math.sqrt(2 / 3)));
    expect(gapChange(judged, "absolute")).toMatchObject({ direction: "cannot-tell", clear: false, possible: true });
    expect(gapChange(judge(pools(20, 0.1)), "absolute").direction).toBe("cannot-tell");
  });

  it("that share nearly all they count are not compared", () => {
    const long = series([
      { period: years(2000, 2019), absolute: [20, 1] },
      { period: years(2001, 2020), absolute: [10, 1] },
    ]);
    const judged = judge(long);
    expect(judged.change).toEqual(notComputable("periods-overlap", { earlier: "2000-2019", later: "2001-2020" }));
    expect(judged.verdict).toMatchObject({ id: "not-compared", because: { reason: "periods-overlap" } });
    const three = [1999, 2000, 2001].map((from): Given => ({ period: years(from, from + 19), absolute: [20, 1] }));
    expect(judge(series(three)).change).toEqual(
      notComputable("periods-overlap", { earlier: "2000-2019", later: "2001-2020" }),
    );
  });
});

describe("a verdict that rests on the trend", () => {
  const falling = yearly([20, 18.1, 15.9, 14, 12.1, 10], null);

  it("is made where no interval is published", () => {
    const judged = judge(series(falling));
    expect(gapChange(judged, "absolute")).toMatchObject({ direction: "not-compared", clear: false, possible: false });
    expect(judged.verdict).toMatchObject({ id: "closing", basis: "trend", because: null, absolute: "narrower" });
    expect(judged.trends.absolute).toMatchObject({
      decides: true,
      clear: true,
      degreesOfFreedom: 4,
      periods: ["2012", "2013", "2014", "2015", "2016", "2017"],
      leftOut: [],
      slopePerYear: { value: expect.closeTo(-2, 1) },
    });
    expect(judged.trends.relative).toMatchObject({ decides: true, scale: "log" });
  });

  it("leaves out years without a gap, without counting them as left out", () => {
    const [first, second, ...others] = yearly([20, 0, 18.1, 15.9, 14, 12.1, 10], null);
    const { trends } = judge(series([first!, { period: second!.period }, ...others]));
    expect(trends.absolute).toMatchObject({
      periods: ["2012", "2014", "2015", "2016", "2017", "2018"],
      leftOut: [],
    });
    const holes = series([{ period: years(2010) }, { period: years(2011) }, ...falling]);
    expect(judge(holes).trends.absolute).toMatchObject({ scale: "difference", periods: { length: 6 } });
  });

  it("is made on one side of a break, which it names where it compares nothing", () => {
    const breaks = [{ from: years(2013), why: "New boundaries." }];
    const judged = judge(series(yearly([60, 20, 18.1, 15.9, 14, 12.1, 10], 0.3), { breaks, baseline: "2012" }));
    expect(judged.change).toEqual(notComputable("break-in-series", { from: "2013", why: "New boundaries." }));
    expect(judged.verdict).toMatchObject({ id: "closing", basis: "trend", because: null, overall: "not-compared" });
    expect(judged.trends.absolute).toMatchObject({ decides: true, leftOut: ["2012"] });
  });

  it("is not made from fewer than five periods", () => {
    const judged = judge(series(falling.slice(0, 4)));
    expect(judged.trends.absolute).toEqual(notComputable("too-few-periods", { fewest: 5 }));
    expect(judged.verdict).toMatchObject({ id: "not-compared", basis: "none" });
  });

  it("is not made where two periods can be tested: then the trend is only shown", () => {
    const judged = judge(series(yearly([20, 18.1, 15.9, 14, 12.1, 10], 0.3)));
    expect(judged.trends.absolute).toMatchObject({ decides: false, clear: true });
    expect(judged.trends.relative).toMatchObject({ decides: false });
    expect(judged.verdict.basis).toBe("since-baseline");
  });

  it("shows a ratio and a typical difference as they are read", () => {
    const straight = series(
      [0.5, 0.4, 0.3, 0.2, 0.1].map((value, i) => ({
        period: years(2012 + i),
        absolute: [value * 20, null],
        scale: "root",
        relative: [value, null],
      })),
    );
    const { trends } = judge(straight);
    expect(trends.relative).toMatchObject({
      scale: "log",
      from: expect.closeTo(Math.exp(0.5), 3),
      to: expect.closeTo(Math.exp(0.1), 3),
    });
    expect(trends.absolute).toMatchObject({ scale: "root", from: expect.closeTo(10, 2), to: expect.closeTo(2, 2) });
  });

  it("gives the pace towards a target, its years within Student's t", () => {
    const target = { gap: "absolute" as const, value: 0, source: "The plan." };
    const judged = judge(series(falling, {}, [target]));
    const [{ year, earliest, latest, outcome }] = judged.paces as [Judged["paces"][number]];
    expect(outcome).toBe("on-this-trend");
    expect(year).toBeCloseTo(2022.5, 0);
    expect(earliest!).toBeLessThan(year!);
    expect(latest!).toBeGreaterThan(year!);
    // Five years on a line, each with an error of 1: (6 - 2t)^2 = 3.182446^2 (0.3170732 + 0.1169666 t^2), t from 2014.5.
    const [five] = judge(series(yearly([10, 8, 6, 4, 2], 1), {}, [target])).paces;
    expect(five).toMatchObject({ year: expect.closeTo(2017.5, 6), latest: expect.closeTo(2014.5 + 6.81599, 4) });
    expect(judge(series(falling.slice(0, 4), {}, [target])).paces[0]).toMatchObject({
      ...{ year: null, outcome: notComputable("too-few-periods", { fewest: 5 }) },
    });
    // A wider interval of years goes with more confidence.
    const wider = judge(series(falling, {}, [target]), [], { confidence: 0.99 }).paces[0]!;
    expect(wider.earliest!).toBeLessThan(earliest!);
    expect(wider.latest!).toBeGreaterThan(latest!);
  });
});

describe("a level without intervals", () => {
  const levels = (values: readonly number[], error: number | null = null): Given[] =>
    values.map((value, i) => ({ period: years(2012 + i), absolute: [10, 1], level: [value, error] }));
  const falling = [30, 28.2, 25.8, 24.1, 22];

  it("goes by its trend from five periods on, and its change since the baseline is not tested", () => {
    const judged = judge(series(levels(falling), { baseline: "2012" }));
    expect(judged.verdict.overall).toBe("improving");
    expect(judged.trends.overall).toMatchObject({
      scale: "difference",
      periods: ["2012", "2013", "2014", "2015", "2016"],
      leftOut: [],
      slopePerYear: { value: expect.closeTo(-2, 1) },
      degreesOfFreedom: 3,
      clear: true,
      decides: true,
      from: expect.closeTo(30, 1),
      to: expect.closeTo(22, 1),
    });
    expect(levelChange(judged)).toMatchObject({ from: 30, to: 22, direction: "not-compared", p: null, clear: false });
    expect(judge(series(levels(falling), { better: "higher" })).verdict.overall).toBe("worsening");
  });

  it("is little changed where its trend is surely within a fifth of where it began, else nothing is told", () => {
    expect(judge(series(levels([30, 30.1, 29.9, 30.1, 30]))).verdict.overall).toBe("little-changed");
    const jumping = judge(series(levels([30, 40, 20, 36, 24])), [], { falseDiscoveryRate: 1 });
    expect(jumping.verdict.overall).toBe("cannot-tell");
    expect(jumping.trends.overall).toMatchObject({ clear: false });
  });

  it("names the years with a level that its trend leaves out", () => {
    const [first, second, ...others] = levels([33, 32, ...falling]) as [Given, Given, ...Given[]];
    const { level: _, ...without } = second;
    const breaks = [{ from: years(2014), why: "New." }];
    expect(judge(series([first, without, ...others], { breaks })).trends.overall).toMatchObject({
      periods: ["2014", "2015", "2016", "2017", "2018"],
      leftOut: ["2012"],
    });
  });

  it("is held against the levels of the other series: what is clear alone may not be among them", () => {
    const other = series(levels([30, 40, 20, 36, 24]));
    const one = series(levels([30, 29, 25.8, 26, 23]));
    const [alone, among] = [judge(one), judge(one, Array<SecondSeries>(30).fill(other))].map(({ trends }) => {
      if (isMissing(trends.overall)) throw new Error(trends.overall.reason);
      return trends.overall;
    });
    expect(alone!.p).toBeLessThan(0.05);
    expect(alone!.clear).toBe(true);
    expect(among).toMatchObject({ p: alone!.p, clear: false });
    expect(among!.adjustedP!).toBeGreaterThan(0.1);
  });

  it("is not compared by fewer periods, nor by the rules of partners", () => {
    const four = judge(series(levels(falling.slice(0, 4))));
    expect(four.verdict.overall).toBe("not-compared");
    expect(four.trends.overall).toEqual(notComputable("too-few-periods", { fewest: 5 }));
    const partners = judge(series(levels(falling)), [], { levelsByTrend: false });
    expect(partners.verdict.overall).toBe("not-compared");
  });

  it("is tested, and not fitted, where there are intervals", () => {
    const tested = judge(series(levels(falling, 0.3)));
    expect(tested.trends.overall).toMatchObject({ reason: "too-few-periods" });
    expect(levelChange(tested)).toMatchObject({ direction: "improving", clear: true });
  });
});

describe("nothing to compare", () => {
  const one: Given = { period: years(2020), absolute: [20, 1], relative: [1, 0.1] };
  const before: Given = { ...one, period: years(2019) };
  it.each([
    ["first figures", series([one]), notComputable("one-period", { baseline: null })],
    ["no figures", series([]), notComputable("one-period", { baseline: null })],
    [
      "first figures, which are the baseline",
      series([one], { baseline: "2020" }),
      notComputable("one-period", { baseline: null }),
    ],
    [
      "the areas differ",
      {
        ...series([before, one]),
        evidence: {
          ...series([before, one]).evidence,
          common: {
            periods: series([before, one]).evidence.periods,
            leftOut: { share: 0.1234, of: "people" as const },
          },
        },
      },
      notComputable("areas-differ", { earlier: "2019", later: "2020", percent: 12.4, of: "people" }),
    ],
    [
      "two breaks, of which the later one parts the years",
      series(
        [years(2012), years(2014), years(2017), years(2018)].map((period) => ({ ...one, period })),
        {
          baseline: "2014",
          breaks: [2013, 2016].map((year) => ({ from: years(year), why: `Since ${year}.` })),
        },
      ),
      notComputable("break-in-series", { from: "2016", why: "Since 2016." }),
    ],
    [
      "the baseline is the latest",
      series([before, one], { baseline: "2020" }),
      notComputable("one-period", { baseline: "2020" }),
    ],
    [
      "the baseline has no figures",
      series([before, one], { baseline: "2011" }),
      notComputable("baseline-missing", { baseline: "2011" }),
    ],
    [
      "a break lies between",
      series([before, one], { breaks: [{ from: years(2020), why: "New." }] }),
      notComputable("break-in-series", { from: "2020", why: "New." }),
    ],
  ])("says why: %s", (_, given, reason) => {
    const judged = judge(given);
    expect(judged.change).toEqual(reason);
    expect(judged.verdict).toEqual({
      id: "not-compared",
      temperature: "no-reading",
      absolute: "not-compared",
      relative: "not-compared",
      overall: "not-compared",
      basis: "none",
      levellingDown: false,
      because: reason,
    });
    expect(judged.notes).toEqual([]);
  });
});
