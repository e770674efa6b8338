import type { Change, GapChange, GapEvidence, Level, LevelChange, PeriodGaps, Trend, Verdict } from "../model.ts";
import { isMissing, type NotComputable, type Note, notComputable, note } from "../reasons-and-notes.ts";
import { changeLimits } from "./change-limits.ts";
import { isClear } from "./clear.ts";
import { breakBetween } from "./comparable-periods.ts";
import type { Pair, SeriesEvidence } from "./compared-pair.ts";
import { differenceTest, minimumDetectable, quantileOf, type TestedDifference } from "./difference-test.ts";
import { noGap } from "./first-edition.ts";
import { type FittedTrend, shownPoint } from "./fitted-trend.ts";
import type { FamilyRules, Prepared, TrendJudgement, Which } from "./gap-judgement.ts";
import { FEWEST } from "./gap-trend.ts";
import { type FoundedJudgement, judgeFamily } from "./judge-family.ts";
import type { Judged } from "./judged.ts";
import { pace, type Target } from "./pace.ts";

/** One indicator and dimension: what is judged, and the figures that it is told with. */
export interface SecondSeries {
  evidence: SeriesEvidence;
  /** The same periods, in the same order. */
  periods: readonly PeriodGaps[];
  /** The two that are compared, on the areas that both have, where these differ. */
  common: readonly PeriodGaps[];
  targets: readonly Target[];
}

type Comparison = Exclude<Pair, { basis: "none" }>;

/** Judges all series of a build by the second edition of the method, in the shape that is published. */
export function judgeSecondEdition(
  all: readonly SecondSeries[],
  rules: FamilyRules,
): { judged: Judged[]; tests: number } {
  const founded = judgeFamily(
    all.map(({ evidence }) => evidence),
    rules,
  );
  return {
    judged: founded.map((one, i) => laidOut(one, all[i]!, rules)),
    tests: founded.flatMap(({ compared: { absolute, relative } }) =>
      [absolute, relative].filter(({ test }) => test !== null),
    ).length,
  };
}

function laidOut(founded: FoundedJudgement, series: SecondSeries, rules: FamilyRules): Judged {
  const { judgement, prepared } = founded;
  const { pair } = prepared;
  const change = pair.basis === "none" ? notCompared(pair, series) : changeOf(founded, pair, series, rules);
  const fitted = {
    absolute: fittedTrend(prepared, "absolute", judgement.trend.absolute, judgement.absolute.basis === "trend"),
    relative: fittedTrend(prepared, "relative", judgement.trend.relative, judgement.relative.basis === "trend"),
  };
  const trendOf = (which: Which): Trend | NotComputable => {
    const one = fitted[which];
    return isMissing(one) ? one : one.trend;
  };
  return {
    change,
    trends: {
      absolute: trendOf("absolute"),
      relative: trendOf("relative"),
      overall: levelTrend(founded, rules),
    },
    paces: series.targets.map((target) => {
      const one = fitted[target.gap];
      const { degreesOfFreedom } = judgement.trend[target.gap] ?? { degreesOfFreedom: null };
      return pace(target, one, quantileOf(0.5 + rules.confidence / 2, degreesOfFreedom));
    }),
    verdict: verdictOf(founded, change),
    notes: [...scatterNotes(founded), ...borrowedNotes(founded), ...commonNotes(founded)],
  };
}

function verdictOf({ judgement }: FoundedJudgement, change: Change | NotComputable): Verdict {
  const { absolute, relative, overall } = judgement;
  const { gap, ...verdict } = judgement.verdict;
  const because = isMissing(change) ? change : isMissing(change.absolute) ? change.absolute : change.absolute.untested;
  return {
    id: gap,
    ...verdict,
    absolute: absolute.direction,
    relative: relative.direction,
    overall: overall.direction,
    because: gap === "not-compared" ? because : null,
  };
}

/** Why two periods are not compared at all. */
function notCompared(
  { reason }: Extract<Pair, { basis: "none" }>,
  { evidence: { baseline, breaks, common }, periods }: SecondSeries,
): NotComputable {
  const [before, now] = [periods.at(-2)?.period, periods.at(-1)?.period];
  if (before === undefined || now === undefined) return notComputable("one-period", { baseline: null });
  switch (reason) {
    case "baseline-missing":
      return notComputable("baseline-missing", { baseline: baseline! });
    case "periods-overlap":
      return notComputable("periods-overlap", { earlier: before.label, later: now.label });
    case "series-broken": {
      const base = periods.find(({ period }) => period.label === baseline)?.period ?? before;
      const { from, why } = breakBetween(base, now, breaks) ?? breakBetween(periods[0]!.period, now, breaks)!;
      return notComputable("break-in-series", { from: from.label, why });
    }
    case "areas-differ": {
      const [earlier, later] = common!.periods.map(({ period }) => period.label) as [string, string];
      const { share, of } = common!.leftOut;
      return notComputable("areas-differ", { earlier, later, percent: Math.ceil(1000 * share) / 10, of });
    }
    case "one-period":
      return notComputable("one-period", { baseline });
  }
}

function changeOf(
  { judgement, prepared, compared }: FoundedJudgement,
  { basis, base, now, shared }: Comparison,
  series: SecondSeries,
  rules: FamilyRules,
): Change {
  const gapsOf = (label: string): PeriodGaps =>
    [...series.common, ...series.periods].find(({ period }) => period.label === label)!;
  const [before, after] = [gapsOf(base.period.label), gapsOf(now.period.label)];
  const { scatter } = prepared;
  const gap = (which: Which): GapChange | NotComputable => {
    const [from, to] = [base[which], now[which]];
    if (base.sizesUnknown || now.sizesUnknown) return ofUnknownSizes(which, before, after);
    if (from === null || to === null) return missingGap(which, before, after);
    const { direction, reason, adjustedP, clear, baselineExtreme, turned, basis: restsOn } = judgement[which];
    return {
      ...result(from.shown, to.shown, to.scale, to.point - from.point, compared[which].test, rules.confidence),
      adjustedP,
      ...decided(compared[which].test, restsOn !== "trend" && clear),
      direction: restsOn === "trend" ? "not-compared" : direction,
      depends: reason === "depends-on-baseline" ? "baseline" : reason === "depends-on-framing" ? "framing" : null,
      baselineExtreme,
      turned,
    };
  };
  const level = (): LevelChange | NotComputable => {
    if (isMissing(before.overall)) return before.overall;
    if (isMissing(after.overall)) return after.overall;
    const byTrend = compared.level.trend !== null;
    const { adjustedP, clear, direction } = byTrend
      ? { adjustedP: null, clear: false, direction: "not-compared" as const }
      : judgement.overall;
    const { value: from } = before.overall;
    const { value: to } = after.overall;
    return {
      ...result(from, to, "difference", to - from, compared.level.test, rules.confidence),
      adjustedP,
      ...decided(compared.level.test, clear),
      direction,
    };
  };
  const end = (side: "disadvantaged" | "advantaged"): LevelChange | null => {
    if (before.ends === null || after.ends === null) return null;
    const [from, to] = [before.ends[side], after.ends[side]];
    const made = result(from.value, to.value, "difference", to.value - from.value, endTest(from, to), rules.confidence);
    const improves = (made.moved === "up") === (series.evidence.better === "higher");
    const direction = made.untested
      ? "not-compared"
      : !made.clear
        ? "cannot-tell"
        : improves
          ? "improving"
          : "worsening";
    return { ...made, direction };
  };
  const endTest = (from: Level, to: Level): TestedDifference | null =>
    from.standardError === null || to.standardError === null
      ? null
      : differenceTest(
          to.value - from.value,
          (1 - shared) * (from.standardError ** 2 + to.standardError ** 2),
          scatter,
        );
  return {
    baseline: base.period,
    current: now.period,
    basis: judgement.absolute.basis === "borrowed-error" ? "borrowed-error" : basis,
    shared,
    scatter: scatter && { phi: scatter.phi, own: scatter.own },
    absolute: gap("absolute"),
    relative: gap("relative"),
    overall: level(),
    disadvantagedEnd: end("disadvantaged"),
    advantagedEnd: end("advantaged"),
  };
}

/** A change with its limits; what is made of it is added. */
function result(
  from: number,
  to: number,
  scale: GapEvidence["scale"],
  step: number,
  test: TestedDifference | null,
  confidence: number,
) {
  const moved: GapChange["moved"] = step > 0 ? "up" : step < 0 ? "down" : "level";
  const value = scale === "log" ? Math.exp(step) : to - from;
  const shown = { from, to, scale, moved, adjustedP: null };
  if (test === null)
    return {
      ...shown,
      change: { value, lower: null, upper: null },
      standardError: null,
      degreesOfFreedom: null,
      statistic: null,
      p: null,
      possible: false,
      clear: false,
      minimumDetectable: null,
      untested: notComputable("no-intervals", { of: "change" }),
    };
  const { standardError, degreesOfFreedom, p } = test;
  const half = quantileOf(0.5 + confidence / 2, degreesOfFreedom) * standardError;
  return {
    ...shown,
    change: { value, ...changeLimits(scale, step, half) },
    standardError,
    degreesOfFreedom,
    statistic: standardError === 0 ? null : step / standardError,
    p,
    ...decided(test, isClear(p)),
    minimumDetectable: minimumDetectable(test),
    untested: null,
  };
}

/** What p alone would call clear, and nothing else does, is possible. */
const decided = (test: TestedDifference | null, clear: boolean) => ({
  possible: test !== null && isClear(test.p) && !clear,
  clear,
});

/** Groups of unknown size have a gap, which is shown, and none that is judged. */
function ofUnknownSizes(which: Which, before: PeriodGaps, after: PeriodGaps): GapChange | NotComputable {
  const [from, to] = [before[which], after[which]];
  if (isMissing(from) || isMissing(to)) return missingGap(which, before, after);
  const [first, last] = [from.oriented.value, to.oriented.value];
  return {
    ...result(first, last, "root", last - first, null, 0),
    untested: notComputable("sizes-unknown"),
    direction: "not-compared",
    depends: null,
    baselineExtreme: null,
    turned: null,
  };
}

function missingGap(which: Which, before: PeriodGaps, after: PeriodGaps): NotComputable {
  const [from, to] = [before[which], after[which]];
  if (isMissing(from)) return noGap(before.period, from);
  if (isMissing(to)) return noGap(after.period, to);
  return notComputable("no-intervals", { of: "change" });
}

function fittedTrend(
  { series: { periods }, separate }: Prepared,
  which: Which,
  trend: TrendJudgement | null,
  decides: boolean,
): FittedTrend | NotComputable {
  if (trend === null) return notComputable("too-few-periods", { fewest: FEWEST });
  const hasGap = (one: (typeof periods)[number]): boolean => one[which] !== null;
  const used = separate.filter(hasGap);
  const { scale } = used.at(-1)![which]!;
  return {
    line: trend.line,
    trend: {
      scale,
      periods: used.map(({ period }) => period.label),
      leftOut: periods.filter((one) => hasGap(one) && !used.includes(one)).map(({ period }) => period.label),
      slopePerYear: { value: trend.slopePerYear, lower: trend.lower, upper: trend.upper },
      degreesOfFreedom: trend.degreesOfFreedom,
      p: trend.p,
      adjustedP: trend.adjustedP,
      clear: trend.clear,
      decides,
      from: shownPoint(scale, trend.first),
      to: shownPoint(scale, trend.last),
    },
  };
}

/** The trend that a level without intervals is judged by. */
function levelTrend({ judgement, prepared, compared }: FoundedJudgement, rules: FamilyRules): Trend | NotComputable {
  const { trend } = compared.level;
  const { adjustedP } = judgement.overall;
  if (trend === null) return notComputable("too-few-periods", { fewest: FEWEST });
  const kept = prepared.separate.map(({ period }) => period.label);
  return {
    scale: "difference",
    periods: kept,
    leftOut: prepared.series.periods.flatMap(({ period, level }) =>
      level === null || kept.includes(period.label) ? [] : [period.label],
    ),
    slopePerYear: { value: trend.slopePerYear, lower: trend.lower, upper: trend.upper },
    degreesOfFreedom: trend.degreesOfFreedom,
    p: trend.p,
    adjustedP,
    clear: isClear(trend.p) && adjustedP !== null && adjustedP < rules.falseDiscoveryRate,
    decides: true,
    from: trend.first,
    to: trend.last,
  };
}

/** What readers must know of the scatter beyond sampling that a tested change was widened by. */
function scatterNotes({ compared, prepared: { scatter } }: FoundedJudgement): Note[] {
  if (compared.absolute.test === null && compared.relative.test === null) return [];
  if (scatter === null) return [note("scatter-unknown")];
  return scatter.own === null ? [note("scatter-borrowed")] : [];
}

/** Whose error a published gap is tested with. */
const borrowedNotes = ({ judgement, compared: { absolute } }: FoundedJudgement): Note[] =>
  judgement.absolute.basis === "borrowed-error" && absolute.now?.borrowedFrom !== undefined
    ? [note("standard-error-borrowed", { from: absolute.now.borrowedFrom })]
    : [];

/** What is left out of two periods that do not have the same areas. */
function commonNotes({ prepared: { pair, series } }: FoundedJudgement): Note[] {
  if (pair.basis === "none" || series.common === undefined) return [];
  const { share, of } = series.common.leftOut;
  return [note("areas-in-common", { percent: Math.round(1000 * share) / 10, of })];
}
