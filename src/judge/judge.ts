import {
  type Better,
  type Change,
  type ChangeResult,
  isMissing,
  type NotComputable,
  notComputable,
  type Pace,
  type Period,
  type PeriodGaps,
  type Verdict,
} from "../model.ts";
import { type ChangeRules, gapChange, levelChange } from "./change.ts";
import { type Break, comparison } from "./comparable-periods.ts";
import { pace, type Target } from "./pace.ts";
import { type FittedTrend, trend } from "./trend.ts";
import { verdict } from "./verdict.ts";

/** How one indicator and dimension is judged. */
export interface JudgeRules extends ChangeRules {
  better: Better;
  /** Label of the declared baseline. */
  baseline: string | null;
  breaks: readonly Break[];
  targets: readonly Target[];
}

/** What is judged of one indicator and dimension. */
export interface Judged {
  change: Change | NotComputable;
  trends: { absolute: FittedTrend | NotComputable; relative: FittedTrend | NotComputable };
  paces: Pace[];
  verdict: Verdict;
}

/**
 * Change, trend, pace and verdict of one indicator and dimension.
 *
 * Rule: the latest period against the declared baseline, or the latest earlier one that shares no day with it; trends
 * over all that share none; then `verdict`.
 * Shapes and units: periods with their gaps from the earliest with figures to the latest; changes in the unit of each
 * gap.
 * Errors: `one-period`, `periods-overlap`, `break-in-series`, `baseline-missing` or `no-gap` where there is no change
 * to judge; those of `trend`.
 * Source: docs/method.md sections 5 and 6
 *
 * @example
 * const year = (label: string, value: number): PeriodGaps => {
 *   const limits = { value, lower: null, upper: null };
 *   const gap = { raw: limits, oriented: limits, notes: [] };
 *   return {
 *     period: { label, start: `${label}-01-01`, end: `${label}-12-31` },
 *     absolute: { ...gap, tested: { scale: "difference", point: value, standardError: 1 } },
 *     relative: { ...gap, tested: { scale: "log", point: Math.log(value), standardError: 0.1 } },
 *     overall: { ...limits, standardError: 1 },
 *     ends: null,
 *   };
 * };
 * const rules = { better: "lower", z: zOf(0.95), materiality: 0.1, baseline: null, breaks: [], targets: [] } as const;
 * // 20 to 10: half the gap, and half the level.
 * judge([year("2019", 20), year("2023", 10)], rules);
 * // => { change: { absolute: { change: { value: -10 } }, relative: { change: { value: 0.5 } } },
 * //      trends: { absolute: { reason: "fewer-than-four-periods" } }, verdict: { id: "fairer-and-better" } }
 * judge([year("2023", 10)], rules); // => { change: { reason: "one-period" }, verdict: { id: "not-enough-data" } }
 */
export function judge(series: readonly PeriodGaps[], rules: JudgeRules): Judged {
  const change = changeOf(series, rules);
  const trends = {
    absolute: trend(series, "absolute", rules.breaks, rules.z),
    relative: trend(series, "relative", rules.breaks, rules.z),
  };
  return {
    change,
    trends,
    paces: rules.targets.map((target) => pace(target, trends[target.gap], rules.z)),
    verdict: verdict(change, rules.better),
  };
}

function changeOf(series: readonly PeriodGaps[], rules: JudgeRules): Change | NotComputable {
  const pair = comparison(
    series.map(({ period }) => period),
    rules.baseline,
    rules.breaks,
  );
  if (isMissing(pair)) return pair;
  const at = (period: Period): PeriodGaps => series.find((item) => item.period === period) as PeriodGaps;
  const before = at(pair.baseline);
  const after = at(pair.current);

  if (isMissing(before.absolute)) return noGap(before.period, before.absolute);
  if (isMissing(after.absolute)) return noGap(after.period, after.absolute);
  return {
    ...pair,
    absolute: gapChange(before.absolute, after.absolute, rules),
    relative: both(before.relative, after.relative, (from, to) => gapChange(from, to, rules)),
    overall: both(before.overall, after.overall, (from, to) => levelChange(from, to, rules)),
    disadvantagedEnd:
      before.ends && after.ends && levelChange(before.ends.disadvantaged, after.ends.disadvantaged, rules),
    advantagedEnd: before.ends && after.ends && levelChange(before.ends.advantaged, after.ends.advantaged, rules),
  };
}

const noGap = ({ label }: Period, because: NotComputable): NotComputable =>
  notComputable("no-gap", { period: label, because: because.reason === "no-gap" ? because.parts.because : because });

function both<T extends object>(
  from: T | NotComputable,
  to: T | NotComputable,
  compare: (from: T, to: T) => ChangeResult,
): ChangeResult | NotComputable {
  if (isMissing(from)) return from;
  if (isMissing(to)) return to;
  return compare(from, to);
}
