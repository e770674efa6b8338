import type { Better, GapEvidence, Period, PeriodEvidence } from "../model.ts";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { baselineCheck, baselineExtreme, isReframed } from "./checks.ts";
import { isClear } from "./clear.ts";
import { type Break, breakBetween, overlap, thinned } from "./comparable-periods.ts";
import { differenceTest, isWithin, minimumDetectable, pAbove, type TestedDifference } from "./difference-test.ts";
import { type GapTrend, gapTrend } from "./gap-trend.ts";
import { type BorrowedScatter, borrowed, buildScatter, ownScatter } from "./scatter.ts";
import { type GapDirection, gapVerdict, type LevelDirection, type SecondVerdict } from "./temperature.ts";

/** A series to judge: one indicator by one dimension, from the earliest period with figures to the latest. */
export interface SeriesEvidence {
  better: Better;
  baseline: string | null;
  breaks: readonly Break[];
  periods: readonly PeriodEvidence[];
}

export interface FamilyRules {
  /** Confidence of intervals. */
  confidence: number;
  /** Share of the baseline that is no change: within it a gap is little changed. */
  same: number;
  /** A clear change is at least this share of the baseline. */
  materiality: number;
  /** Among changes called clear this share may be chance. */
  falseDiscoveryRate: number;
}

/** Overlapping pools and borrowed errors are held against a stricter line. */
const STRICT = 0.01;
/** The most that two pools may share and still be compared. */
const MOST_SHARED = 0.9;

export type NotCompared = "one-period" | "periods-overlap" | "no-intervals" | "series-broken" | "no-gap";
type Reason = NotCompared | "depends-on-baseline" | "depends-on-framing";
type Basis = "since-baseline" | "overlapping" | "trend" | "none";

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

export interface LevelJudgement {
  from: number | null;
  to: number | null;
  standardError: number | null;
  p: number | null;
  adjustedP: number | null;
  clear: boolean;
  direction: LevelDirection;
}

export type TrendJudgement = GapTrend & { adjustedP: number; clear: boolean };

export interface SeriesJudgement {
  absolute: GapJudgement;
  relative: GapJudgement;
  overall: LevelJudgement;
  trend: { absolute: TrendJudgement | null; relative: TrendJudgement | null };
  verdict: SecondVerdict;
}

type Which = "absolute" | "relative";
const both = ["absolute", "relative"] as const;

/** Two periods that are compared, and how. */
type Pair =
  | { basis: "since-baseline" | "overlapping"; base: PeriodEvidence; now: PeriodEvidence; shared: number }
  | { basis: "none"; reason: NotCompared; now: PeriodEvidence | null };

interface Prepared {
  series: SeriesEvidence;
  pair: Pair;
  /** Separate periods on one side of every break. */
  separate: PeriodEvidence[];
  scatter: BorrowedScatter | null;
}

interface Compared {
  base: GapEvidence | null;
  now: GapEvidence | null;
  test: TestedDifference | null;
  trend: GapTrend | null;
}

/** Judges all series of a build together: the tests of a family are adjusted for how many there are. */
export function judgeFamily(all: readonly SeriesEvidence[], rules: FamilyRules): SeriesJudgement[] {
  const parted = all.map((series) => ({ series, pair: pairOf(series), separate: separateOf(series) }));
  const own = parted.map(({ separate }) => ownScatter(separate));
  const ofBuild = buildScatter(own);
  const prepared = parted.map((one, i): Prepared => ({ ...one, scatter: borrowed(own[i]!, ofBuild) }));
  const compared = prepared.map((one) => ({
    absolute: compare(one, "absolute", rules),
    relative: compare(one, "relative", rules),
    level: compareLevel(one),
  }));

  const adjustedGaps = adjusted(compared.flatMap((one) => both.map((which) => one[which].test)));
  const adjustedLevels = adjusted(compared.map(({ level }) => level));
  const trends = compared.flatMap((one) => both.map((which) => one[which]));
  const decides = ({ test, trend }: Compared): boolean => test === null && trend !== null;
  const deciding = adjusted(trends.map((one) => (decides(one) ? one.trend : null)));
  const shown = adjusted(trends.map((one) => (decides(one) ? null : one.trend)));

  return prepared.map((one, s) => {
    const trendOf = (which: Which, w: number): TrendJudgement | null => {
      const { trend } = compared[s]![which];
      const adjustedP = deciding[2 * s + w] ?? shown[2 * s + w];
      if (trend === null || adjustedP === null || adjustedP === undefined) return null;
      return { ...trend, adjustedP, clear: isClear(trend.p) && adjustedP < rules.falseDiscoveryRate };
    };
    const trend = { absolute: trendOf("absolute", 0), relative: trendOf("relative", 1) };
    const [absolute, relative] = both.map((which, w) =>
      gapJudgement(one, which, {
        compared: compared[s]![which],
        adjustedP: adjustedGaps[2 * s + w]!,
        trend: trend[which],
        rules,
      }),
    ) as [GapJudgement, GapJudgement];
    const overall = levelJudgement(one, compared[s]!.level, adjustedLevels[s]!, rules);
    const basis = absolute.basis !== "none" ? absolute.basis : relative.basis;
    const narrows = absolute.direction === "narrower" || relative.direction === "narrower";
    const levellingDown = narrows && isLevellingDown(one);
    return {
      absolute,
      relative,
      overall,
      trend,
      verdict: gapVerdict(absolute.direction, relative.direction, basis, levellingDown),
    };
  });
}

const separateOf = ({ periods, breaks }: SeriesEvidence): PeriodEvidence[] => {
  const kept = thinned(
    periods.map(({ period }) => period),
    breaks,
  );
  return periods.filter(({ period }) => kept.includes(period));
};

/** The latest period with its baseline: the declared one, else the latest that shares no day with it, else a pool before. */
function pairOf({ periods, baseline, breaks }: SeriesEvidence): Pair {
  const now = periods.at(-1) ?? null;
  if (now === null || periods.length < 2) return { basis: "none", reason: "one-period", now };
  const earlier = periods.slice(0, -1);
  const declared = baseline === null ? undefined : earlier.find(({ period }) => period.label === baseline);
  const base = declared ?? earlier.findLast(({ period }) => !overlap(period, now.period));
  if (base !== undefined && !overlap(base.period, now.period))
    return breakBetween(base.period, now.period, breaks)
      ? { basis: "none", reason: "series-broken", now }
      : { basis: "since-baseline", base, now, shared: 0 };
  const before = earlier.at(-1)!;
  if (breakBetween(before.period, now.period, breaks)) return { basis: "none", reason: "series-broken", now };
  const shared = sharedPart(before, now);
  return shared > MOST_SHARED
    ? { basis: "none", reason: "periods-overlap", now }
    : { basis: "overlapping", base: before, now, shared };
}

const DAY = 86_400_000;
const days = (start: string, end: string): number => (Date.parse(end) - Date.parse(start)) / DAY + 1;
const daysOf = ({ start, end }: Period): number => days(start, end);

/** How much of two pools is the same: of what they count, or of their days where that is unknown. */
function sharedPart(a: PeriodEvidence, b: PeriodEvidence): number {
  const [start, end] = [a.period.start > b.period.start ? a : b, a.period.end < b.period.end ? a : b];
  const shared = days(start.period.start, end.period.end);
  const [sizeA, sizeB] = a.size === null || b.size === null ? [daysOf(a.period), daysOf(b.period)] : [a.size, b.size];
  return (sizeA * (shared / daysOf(a.period)) + sizeB * (shared / daysOf(b.period))) / (sizeA + sizeB);
}

/** Sampling variance of the change of a gap: pools that overlap change by what differs between them alone. */
function varianceOf(base: GapEvidence, now: GapEvidence, shared: number): number | null {
  if (base.variance === null || now.variance === null) return null;
  const whole = base.variance + now.variance;
  if (shared === 0) return whole;
  if (base.linearVariance === null || now.linearVariance === null) return (1 - shared) * whole;
  const linear = base.linearVariance + now.linearVariance;
  return (1 - shared) * linear + (1 - shared ** 2) * (whole - linear);
}

function compare({ pair, separate, scatter }: Prepared, which: Which, { confidence }: FamilyRules): Compared {
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

function compareLevel({ pair, scatter }: Prepared): TestedDifference | null {
  if (pair.basis === "none") return null;
  const [base, now] = [pair.base.level, pair.now.level];
  if (base === null || now === null || base.standardError === null || now.standardError === null) return null;
  const variance = (1 - pair.shared) * (base.standardError ** 2 + now.standardError ** 2);
  return differenceTest(now.value - base.value, variance, scatter);
}

/** Benjamini-Hochberg over the tests that there are, in their places. */
function adjusted(tests: readonly ({ p: number } | null)[]): (number | null)[] {
  const known = benjaminiHochberg(tests.flatMap((test) => (test === null ? [] : [test.p])));
  let at = 0;
  return tests.map((test) => (test === null ? null : known[at++]!));
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

function gapJudgement(prepared: Prepared, which: Which, { compared, adjustedP, trend, rules }: Judging): GapJudgement {
  const { pair, scatter } = prepared;
  const { base, now, test } = compared;
  const measure = now?.measure ?? null;
  if (pair.basis === "none" || base === null || now === null || test === null) {
    const reason = pair.basis === "none" ? pair.reason : base === null || now === null ? "no-gap" : "no-intervals";
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
    return trend === null || now === null || reason === "no-gap"
      ? untested
      : byTrend(untested, now.scale, trend, rules);
  }
  const line = pair.basis === "overlapping" ? test.p < STRICT : isClear(test.p);
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
    baselineExtreme: baselineExtreme(prepared, which),
    turned: null,
    basis: pair.basis,
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

/** A direction that rests on the trend: from its first to its last fitted value. */
function byTrend(
  untested: GapJudgement,
  scale: GapEvidence["scale"],
  trend: TrendJudgement,
  rules: FamilyRules,
): GapJudgement {
  const change: TestedDifference = {
    delta: trend.last - trend.first,
    standardError: trend.standardError * trend.years,
    degreesOfFreedom: trend.degreesOfFreedom,
    p: trend.p,
  };
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
    clear: trend.clear,
    basis: "trend",
  };
}

function levelJudgement(
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

/** The advantaged end worsens, and by more than the disadvantaged end gains. */
function isLevellingDown({ pair, series, scatter }: Prepared): boolean {
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
