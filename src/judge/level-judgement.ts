import type { LevelDirection } from "../model.ts";
import { isClear } from "./clear.ts";
import { differenceTest, isWithin, pAbove, type TestedDifference } from "./difference-test.ts";
import type { FamilyRules, Prepared } from "./gap-judgement.ts";

export interface LevelJudgement {
  from: number | null;
  to: number | null;
  standardError: number | null;
  p: number | null;
  adjustedP: number | null;
  clear: boolean;
  direction: LevelDirection;
}

export function compareLevel({ pair, scatter }: Prepared): TestedDifference | null {
  if (pair.basis === "none") return null;
  const [base, now] = [pair.base.level, pair.now.level];
  if (base === null || now === null || base.standardError === null || now.standardError === null) return null;
  const variance = (1 - pair.shared) * (base.standardError ** 2 + now.standardError ** 2);
  return differenceTest(now.value - base.value, variance, scatter);
}

export function levelJudgement(
  { pair, series }: Prepared,
  test: TestedDifference | null,
  adjustedP: number | null,
  { falseDiscoveryRate, materiality, same }: FamilyRules,
): LevelJudgement {
  const from = pair.basis === "none" ? null : (pair.base.level?.value ?? null);
  const to = pair.now?.level?.value ?? null;
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
