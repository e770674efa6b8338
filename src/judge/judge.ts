import {
  type Better,
  isMissing,
  type NotComputable,
  notComputable,
  type Pace,
  type Period,
  type PeriodGaps,
  type Verdict,
} from "../model.ts";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { type ChangeResult, type ChangeRules, CLEAR, gapChange, levelChange } from "./change.ts";
import { type Break, comparison } from "./comparable-periods.ts";
import { pace, type Target } from "./pace.ts";
import { type Trend, trend } from "./trend.ts";
import { type Changes, verdict } from "./verdict.ts";

/** How one indicator and dimension is judged. */
export interface JudgeRules extends ChangeRules {
  better: Better;
  /** Label of the declared baseline. */
  baseline: string | null;
  breaks: readonly Break[];
  targets: readonly Target[];
}

export interface Change extends Changes {
  baseline: Period;
  current: Period;
}

export interface Judged {
  change: Change | NotComputable;
  trends: { absolute: Trend | NotComputable; relative: Trend | NotComputable };
  paces: Pace[];
  verdict: Verdict;
}

/** Change, trend, pace and verdict of one indicator and dimension. `series` runs from the earliest period with figures to the latest. */
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

/**
 * Adjusts the p values of all headline gap changes of a build together (Benjamini-Hochberg) and gives how many there
 * were, with the change each clear one that does not survive.
 */
export function adjustFamily(judged: readonly Judged[]): { tests: number; mayBeChance: Set<Judged> } {
  const tested = judged.flatMap((item) =>
    isMissing(item.change)
      ? []
      : [item.change.absolute, item.change.relative].flatMap((change) =>
          isMissing(change) || change.p === null ? [] : [{ item, change, p: change.p }],
        ),
  );
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  const mayBeChance = new Set<Judged>();
  tested.forEach(({ item, change }, index) => {
    change.adjustedP = adjusted[index]!;
    if (change.clear && adjusted[index]! >= CLEAR) mayBeChance.add(item);
  });
  return { tests: tested.length, mayBeChance };
}
