import { describe, expect, it } from "vitest";
import type { SeriesEvidence } from "../../src/judge/compared-pair.ts";
import type { FamilyRules } from "../../src/judge/gap-judgement.ts";
import { judgeFamily, type SeriesJudgement } from "../../src/judge/judge-family.ts";
import type { LevelJudgement } from "../../src/judge/level-judgement.ts";
import type { PeriodEvidence } from "../../src/model.ts";
import { gapEvidence, periodEvidence, wholeYears } from "../support/period-evidence.ts";

const rules: FamilyRules = {
  confidence: 0.95,
  same: 0.2,
  materiality: 0,
  falseDiscoveryRate: 0.1,
  levelsByTrend: true,
};
const judged = (periods: readonly PeriodEvidence[], better: SeriesEvidence["better"], more: Partial<FamilyRules>) =>
  judgeFamily([{ better, baseline: null, breaks: [], periods }], { ...rules, ...more })[0]!.judgement;

type GivenLevel = readonly [value: number, error: number | null] | null;

/** Judges levels of years from 2012 on. */
function level(
  given: readonly GivenLevel[],
  { better = "lower", ...more }: Partial<FamilyRules> & { better?: SeriesEvidence["better"] } = {},
): LevelJudgement {
  const periods = given.map((one, i) =>
    periodEvidence(wholeYears(2012 + i), { level: one && { value: one[0], standardError: one[1] } }),
  );
  return judged(periods, better, more).overall;
}

describe("a level", () => {
  it.each([
    ["improving", "lower", 50, 40, 1],
    ["worsening", "higher", 50, 40, 1],
    ["improving", "higher", 50, 60, 1],
    ["worsening", "lower", 50, 60, 1],
    ["little-changed", "lower", 50, 51, 1],
    ["cannot-tell", "lower", 50, 51, 8],
    ["cannot-tell", "lower", 50, 40, 8],
  ] as const)(
    "is %s where %s is better and it goes from %d to %d with errors of %d",
    (direction, better, a, b, error) => {
      const found = level(
        [
          [a, error],
          [b, error],
        ],
        { better },
      );
      expect(found).toMatchObject({ direction, from: a, to: b, standardError: expect.closeTo(error * Math.SQRT2, 9) });
      expect(found.clear).toBe(direction === "improving" || direction === "worsening");
    },
  );

  it("is clear at the size that is asked for", () => {
    const exact: GivenLevel[] = [
      [50, 0.1],
      [45, 0.1],
    ];
    expect(level(exact, { materiality: 0.1 })).toMatchObject({ direction: "improving", clear: true });
    expect(level(exact, { materiality: 0.11 })).toMatchObject({ direction: "little-changed", clear: false });
  });

  it("is clear below the false discovery rate, and not on it", () => {
    const given: GivenLevel[] = [
      [50, 1],
      [45, 1],
    ];
    const { p } = level(given);
    expect(level(given, { falseDiscoveryRate: p! * 1.001 }).clear).toBe(true);
    expect(level(given, { falseDiscoveryRate: p! }).clear).toBe(false);
    // Nor by the rate alone: p = 0.16.
    expect(
      level(
        [
          [50, 1],
          [48, 1],
        ],
        { falseDiscoveryRate: 1 },
      ).clear,
    ).toBe(false);
  });

  it("is not compared where either period has none, or none with an error", () => {
    for (const [before, after] of [
      [null, [50, 1]],
      [[50, 1], null],
      [
        [50, null],
        [40, 1],
      ],
      [
        [50, 1],
        [40, null],
      ],
    ] as const)
      expect(level([before, after])).toMatchObject({
        ...{ from: before?.[0] ?? null, to: after?.[0] ?? null, direction: "not-compared", clear: false, p: null },
      });
    expect(level([[50, 1]])).toMatchObject({ from: null, to: 50, direction: "not-compared" });
  });

  it("without errors goes by its trend over the years that have a level, if the last has", () => {
    const falling = [50, 48.1, 45.9, 44, 42.1].map((value) => [value, null] as const);
    expect(level(falling)).toMatchObject({
      direction: "improving",
      from: expect.closeTo(50, 0),
      to: expect.closeTo(42, 0),
    });
    expect(level([null, ...falling])).toMatchObject({ direction: "improving", clear: true });
    expect(level([...falling.slice(0, 2), null, ...falling.slice(2)])).toMatchObject({ direction: "improving" });
    expect(level([null, ...falling.slice(1)])).toMatchObject({ direction: "not-compared" });
    expect(level([...falling, null])).toMatchObject({ direction: "not-compared" });
    // An error that is known of some years is their least: 20 of it leave no change to see.
    expect(level([...falling.slice(0, 3), [44, 20], falling[4]!])).toMatchObject({ direction: "cannot-tell" });
  });
});

describe("levelling down", () => {
  type Ends = readonly [disadvantaged: number, advantaged: number];
  /** A gap that clearly narrows, with these two ends of it. */
  function verdict([before, after]: readonly (Ends | null)[], better: "lower" | "higher" = "lower", error = 0.3) {
    const periods = [before!, after!].map((ends, i) =>
      periodEvidence(wholeYears(2012 + i), {
        absolute: gapEvidence(20 - 10 * i, 0.5),
        ends: ends && {
          ...{ disadvantaged: ends[0], advantaged: ends[1] },
          ...{ advantagedVariance: error ** 2, sumVariance: 2 * error ** 2 },
        },
      }),
    );
    return judged(periods, better, {}).verdict;
  }
  const isSo = (...given: Parameters<typeof verdict>): boolean => {
    const { gap, levellingDown }: SeriesJudgement["verdict"] = verdict(...given);
    expect(gap).toBe("smaller-in-points-only");
    return levellingDown;
  };

  it("is the better-off end worsening by more than the other gains", () => {
    expect(
      isSo([
        [30, 10],
        [30, 16],
      ]),
    ).toBe(true);
    expect(
      isSo([
        [30, 10],
        [27, 16],
      ]),
    ).toBe(true);
    expect(
      isSo([
        [30, 10],
        [24, 16],
      ]),
    ).toBe(false);
    expect(
      isSo([
        [30, 10],
        [20, 16],
      ]),
    ).toBe(false);
  });

  it("is so where more is better, the other way round", () => {
    expect(
      isSo(
        [
          [30, 50],
          [30, 44],
        ],
        "higher",
      ),
    ).toBe(true);
    expect(
      isSo(
        [
          [30, 50],
          [36, 44],
        ],
        "higher",
      ),
    ).toBe(false);
    expect(
      isSo(
        [
          [30, 50],
          [30, 56],
        ],
        "higher",
      ),
    ).toBe(false);
  });

  it("is not where the better-off end does not clearly worsen", () => {
    // The other end worsens, and both together do.
    expect(
      isSo([
        [30, 10],
        [36, 10],
      ]),
    ).toBe(false);
    expect(
      isSo([
        [30, 10],
        [36, 10.5],
      ]),
    ).toBe(false);
    expect(
      isSo([
        [30, 10],
        [42, 8],
      ]),
    ).toBe(false);
    expect(
      isSo(
        [
          [30, 10],
          [30, 16],
        ],
        "lower",
        6,
      ),
    ).toBe(false);
  });

  it("is not where either period has no ends", () => {
    expect(isSo([null, [30, 16]])).toBe(false);
    expect(isSo([[30, 10], null])).toBe(false);
  });

  it("of pools that overlap has the error of what differs between them", () => {
    const pools = [wholeYears(2017, 2019), wholeYears(2018, 2020)].map((period, i) =>
      periodEvidence(period, {
        absolute: gapEvidence(20 - 10 * i, 0.5),
        // 1.4 errors of a change between separate years, which is not clear; 2.4 of what differs.
        ends: { disadvantaged: 30, advantaged: 10 + 1.4 * i, advantagedVariance: 0.5, sumVariance: 0.5 },
      }),
    );
    expect(judged(pools, "lower", {}).verdict.levellingDown).toBe(true);
  });
});
