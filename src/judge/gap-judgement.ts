import { type Basis, type GapDirection, type GapEvidence, type PeriodEvidence, STRICT_SIGNIFICANCE } from "../model.ts";
import { baselineCheck, baselineExtreme, isReframed } from "./checks.ts";
import { isClear } from "./clear.ts";
import { type NotCompared, type Pair, type SeriesEvidence, varianceOf } from "./compared-pair.ts";
import { differenceTest, isWithin, minimumDetectable, type TestedDifference } from "./difference-test.ts";
import { type GapTrend, gapTrend } from "./gap-trend.ts";
import type { BorrowedScatter } from "./scatter.ts";

/** How all series of a family are judged: docs/method.md section 5. */
export interface FamilyRules {
  /** Confidence of intervals. */
  confidence: number;
  /** Share of the baseline that is no change: within it a gap is little changed. */
  same: number;
  /** A clear change is at least this share of the baseline. */
  materiality: number;
  /** Among changes called clear this share may be chance. */
  falseDiscoveryRate: number;
  /** Whether a level without intervals goes by its trend, as reports have it, or is not compared. */
  levelsByTrend: boolean;
}

type Reason = NotCompared | "depends-on-baseline" | "depends-on-framing";

export interface GapJudgement {
  measure: string | null;
  baseline: string | null;
  from: number | null;
  to: number | null;
  delta: number | null;
  standardError: number | null;
  phi: number | null;
  phiOwn: number | null;
  degreesOfFreedom: number | null;
  p: number | null;
  adjustedP: number | null;
  clear: boolean;
  minimumDetectable: number | null;
  direction: GapDirection;
  reason: Reason | null;
  baselineExtreme: "highest" | "lowest" | null;
  turned: string | null;
  basis: Basis;
}

export type TrendJudgement = GapTrend & { adjustedP: number; clear: boolean };

export type Which = "absolute" | "relative";

export interface Prepared {
  series: SeriesEvidence;
  pair: Pair;
  /** Separate periods on one side of every break. */
  separate: PeriodEvidence[];
  scatter: BorrowedScatter | null;
}

export interface Compared {
  base: GapEvidence | null;
  now: GapEvidence | null;
  test: TestedDifference | null;
  trend: GapTrend | null;
}

export function compare({ pair, separate, scatter }: Prepared, which: Which, { confidence }: FamilyRules): Compared {
  const now = pair.now?.[which] ?? null;
  const base = pair.basis === "none" ? null : pair.base[which];
  const variance = pair.basis !== "none" && base && now ? varianceOf(base, now, pair.shared) : null;
  const test =
    variance === null || base === null || now === null
      ? null
      : differenceTest(now.point - base.point, variance, scatter);
  const withGap = separate.flatMap((one) => (one[which] === null ? [] : [{ period: one.period, gap: one[which] }]));
  const trend = gapTrend(
    withGap.map(({ period }) => period),
    withGap.map(({ gap }) => gap.point),
    withGap.map(({ gap }) => gap.variance),
    confidence,
  );
  return { base, now, test, trend };
}

/** Size of a gap: narrower is smaller. */
const sizeOf = (scale: GapEvidence["scale"], point: number): number =>
  scale === "variance" || scale === "root" ? point : Math.abs(point);

const wayOf = (scale: GapEvidence["scale"], from: number, to: number): "narrower" | "wider" =>
  sizeOf(scale, to) < sizeOf(scale, from) ? "narrower" : "wider";

interface Judging {
  compared: Compared;
  adjustedP: number | null;
  trend: TrendJudgement | null;
  rules: FamilyRules;
}

const nothing = {
  standardError: null,
  phi: null,
  phiOwn: null,
  degreesOfFreedom: null,
  p: null,
  adjustedP: null,
  clear: false,
  minimumDetectable: null,
  baselineExtreme: null,
  turned: null,
} as const;

/** Why two periods are not compared. Groups of unknown size have a gap, but none to judge. */
function reasonOf(pair: Pair, base: GapEvidence | null, now: GapEvidence | null): NotCompared {
  if (pair.basis === "none") return pair.reason;
  if (pair.base.sizesUnknown || pair.now.sizesUnknown) return "sizes-unknown";
  return base === null || now === null ? "no-gap" : "no-intervals";
}

export function gapJudgement(
  prepared: Prepared,
  which: Which,
  { compared, adjustedP, trend, rules }: Judging,
): GapJudgement {
  const { pair, scatter } = prepared;
  const { base, now, test } = compared;
  const measure = now?.measure ?? null;
  if (pair.basis === "none" || base === null || now === null || test === null) {
    const reason = reasonOf(pair, base, now);
    const untested: GapJudgement = {
      ...nothing,
      measure,
      baseline: pair.basis === "none" ? null : pair.base.period.label,
      from: base?.shown ?? null,
      to: now?.shown ?? null,
      delta: base && now ? now.point - base.point : null,
      direction: "not-compared",
      reason,
      basis: "none",
    };
    return trend === null || now === null || reason === "no-gap" || reason === "areas-differ"
      ? untested
      : byTrend(untested, now.scale, trend, rules);
  }
  const isBorrowed = base.borrowedFrom !== undefined || now.borrowedFrom !== undefined;
  const line = pair.basis === "overlapping" || isBorrowed ? test.p < STRICT_SIGNIFICANCE : isClear(test.p);
  const isMaterial = Math.abs(test.delta) >= rules.materiality * Math.abs(base.point);
  const clear = line && adjustedP !== null && adjustedP < rules.falseDiscoveryRate && isMaterial;
  const way = wayOf(now.scale, base.point, now.point);
  const found: GapJudgement = {
    measure,
    baseline: pair.base.period.label,
    from: base.shown,
    to: now.shown,
    delta: test.delta,
    standardError: test.standardError,
    phi: scatter?.phi ?? null,
    phiOwn: scatter?.own ?? null,
    degreesOfFreedom: test.degreesOfFreedom,
    p: test.p,
    adjustedP,
    clear,
    minimumDetectable: minimumDetectable(test),
    direction: clear ? way : "cannot-tell",
    reason: null,
    baselineExtreme: baselineExtreme(prepared.separate, pair.base, which),
    turned: null,
    basis: pair.basis === "since-baseline" && isBorrowed ? "borrowed-error" : pair.basis,
  };
  if (pair.basis === "overlapping") return found;
  if (!clear)
    return isWithin(test, rules.same * Math.abs(base.point)) ? { ...found, direction: "little-changed" } : found;
  const check = baselineCheck({ ...prepared, base: pair.base, now: pair.now }, which, way, wayOf);
  if (check.depends) return { ...found, direction: "depends", reason: "depends-on-baseline" };
  if (which === "relative" && isReframed(pair.base, pair.now, test, scatter, wayOf))
    return { ...found, direction: "depends", reason: "depends-on-framing", turned: check.turned };
  return { ...found, turned: check.turned };
}

/** A trend as the change from its first to its last fitted value. */
export const trendChange = (trend: GapTrend): TestedDifference => ({
  delta: trend.last - trend.first,
  standardError: trend.standardError * trend.years,
  degreesOfFreedom: trend.degreesOfFreedom,
  p: trend.p,
});

/** A direction that rests on the trend: from its first to its last fitted value. */
function byTrend(
  untested: GapJudgement,
  scale: GapEvidence["scale"],
  trend: TrendJudgement,
  rules: FamilyRules,
): GapJudgement {
  const change = trendChange(trend);
  const isMaterial = Math.abs(change.delta) >= rules.materiality * Math.abs(trend.first);
  const direction =
    trend.clear && isMaterial
      ? wayOf(scale, trend.first, trend.last)
      : isWithin(change, rules.same * Math.abs(trend.first))
        ? "little-changed"
        : "cannot-tell";
  const shown = (point: number): number =>
    scale === "log" ? Math.exp(point) : scale === "variance" ? Math.sqrt(Math.max(0, point)) : point;
  return {
    ...untested,
    from: shown(trend.first),
    to: shown(trend.last),
    direction,
    clear: trend.clear && isMaterial,
    basis: "trend",
  };
}
