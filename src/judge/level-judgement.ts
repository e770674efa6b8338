import type { LevelDirection } from "../model.ts";
import { isClear } from "./clear.ts";
import { differenceTest, isWithin, pAbove, type TestedDifference } from "./difference-test.ts";
import { type FamilyRules, type Prepared, trendChange } from "./gap-judgement.ts";
import { type GapTrend, gapTrend } from "./gap-trend.ts";

export interface LevelJudgement {
  /** Of the two periods, or fitted where it rests on the trend. */
  from: number | null;
  to: number | null;
  standardError: number | null;
  p: number | null;
  adjustedP: number | null;
  clear: boolean;
  direction: LevelDirection;
}

/** The test of the change of a level, or the trend that it is judged by for want of one. */
export interface ComparedLevel {
  test: TestedDifference | null;
  trend: GapTrend | null;
}

export function compareLevel(prepared: Prepared, { levelsByTrend, confidence }: FamilyRules): ComparedLevel {
  const test = levelTest(prepared);
  const levels = prepared.separate.flatMap(({ period, level }) => (level === null ? [] : { period, ...level }));
  const trend =
    test === null && levelsByTrend && prepared.separate.at(-1)?.level
      ? gapTrend(
          levels.map(({ period }) => period),
          levels.map(({ value }) => value),
          levels.map(({ standardError }) => (standardError === null ? null : standardError ** 2)),
          confidence,
        )
      : null;
  return { test, trend };
}

/** What the family of levels holds against one another. */
export const testOfLevel = ({ test, trend }: ComparedLevel): TestedDifference | null =>
  test ?? (trend && trendChange(trend));

function levelTest({ pair, scatter }: Prepared): TestedDifference | null {
  if (pair.basis === "none") return null;
  const [base, now] = [pair.base.level, pair.now.level];
  if (base === null || now === null || base.standardError === null || now.standardError === null) return null;
  const variance = (1 - pair.shared) * (base.standardError ** 2 + now.standardError ** 2);
  return differenceTest(now.value - base.value, variance, scatter);
}

export function levelJudgement(
  { pair, series }: Prepared,
  compared: ComparedLevel,
  adjustedP: number | null,
  { falseDiscoveryRate, materiality, same }: FamilyRules,
): LevelJudgement {
  const { trend } = compared;
  const test = testOfLevel(compared);
  const from = trend?.first ?? (pair.basis === "none" ? null : (pair.base.level?.value ?? null));
  const to = trend?.last ?? pair.now?.level?.value ?? null;
  if (test === null || from === null)
    return { from, to, standardError: null, p: null, adjustedP: null, clear: false, direction: "not-compared" };
  const clear =
    isClear(test.p) &&
    adjustedP !== null &&
    adjustedP < falseDiscoveryRate &&
    Math.abs(test.delta) >= materiality * Math.abs(from);
  const improves = test.delta > 0 === (series.better === "higher");
  const direction = clear
    ? improves
      ? "improving"
      : "worsening"
    : isWithin(test, same * Math.abs(from))
      ? "little-changed"
      : "cannot-tell";
  return { from, to, standardError: test.standardError, p: test.p, adjustedP, clear, direction };
}

/** The advantaged end worsens, and by more than the disadvantaged end gains: docs/method.md section 6. */
export function isLevellingDown({ pair, series, scatter }: Prepared): boolean {
  if (pair.basis === "none") return false;
  const [base, now] = [pair.base.ends, pair.now.ends];
  if (base === null || now === null) return false;
  const worse = series.better === "lower" ? 1 : -1;
  const keep = 1 - pair.shared;
  const advantaged = differenceTest(
    worse * (now.advantaged - base.advantaged),
    keep * (base.advantagedVariance + now.advantagedVariance),
    scatter,
  );
  const together = differenceTest(
    worse * (now.advantaged + now.disadvantaged - base.advantaged - base.disadvantaged),
    keep * (base.sumVariance + now.sumVariance),
    scatter,
  );
  return advantaged.delta > 0 && isClear(advantaged.p) && isClear(pAbove(together));
}
