import type { Better, Change, Period, PeriodGaps } from "../model.ts";
import { isMissing, type NotComputable, notComputable, note } from "../reasons-and-notes.ts";
import { benjaminiHochberg } from "../stats/benjamini-hochberg.ts";
import { mayBeChance } from "./clear.ts";
import { type Break, comparison } from "./comparable-periods.ts";
import { type ChangeRules, gapChange, levelChange } from "./first-change.ts";
import { trend } from "./first-trend.ts";
import { firstVerdict } from "./first-verdict.ts";
import type { Judged } from "./judged.ts";
import { pace, type Target } from "./pace.ts";

/** One indicator and dimension, from the earliest period with figures to the latest. */
export interface FirstSeries {
  periods: readonly PeriodGaps[];
  better: Better;
  /** Label of the declared baseline. */
  baseline: string | null;
  breaks: readonly Break[];
  targets: readonly Target[];
}

/**
 * Judges all series of a build by the first edition of the method: changes tested on the normal distribution, each at its
 * own p value; those adjusted for how many tests there are decide no more than a note.
 */
export function judgeFirstEdition(
  all: readonly FirstSeries[],
  rules: ChangeRules,
): { judged: Judged[]; tests: number } {
  const judged = all.map((series) => judgeOne(series, rules));
  const tested = judged.flatMap((item) => {
    const { change } = item;
    if (isMissing(change)) return [];
    return [change.absolute, change.relative].flatMap((one) =>
      isMissing(one) || one.p === null ? [] : [{ item, one, p: one.p }],
    );
  });
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p));
  tested.forEach(({ item, one }, index) => {
    one.adjustedP = adjusted[index]!;
    if (mayBeChance(one) && item.notes.every(({ id }) => id !== "may-be-chance"))
      item.notes.push(note("may-be-chance", { tests: tested.length }));
  });
  return { judged, tests: tested.length };
}

function judgeOne(series: FirstSeries, rules: ChangeRules): Judged {
  const change = changeOf(series, rules);
  const { periods, breaks, targets } = series;
  const fitted = {
    absolute: trend(periods, "absolute", breaks, rules.z),
    relative: trend(periods, "relative", breaks, rules.z),
  };
  const { absolute, relative } = fitted;
  return {
    change,
    trends: {
      absolute: isMissing(absolute) ? absolute : absolute.trend,
      relative: isMissing(relative) ? relative : relative.trend,
      overall: notComputable("no-intervals", { of: "trend" }),
    },
    paces: targets.map((target) => pace(target, fitted[target.gap], rules.z)),
    verdict: firstVerdict(change),
    notes: [],
  };
}

function changeOf({ periods, baseline, breaks, better }: FirstSeries, rules: ChangeRules): Change | NotComputable {
  const pair = comparison(
    periods.map(({ period }) => period),
    baseline,
    breaks,
  );
  if (isMissing(pair)) return pair;
  const at = (period: Period): PeriodGaps => periods.find((item) => item.period === period) as PeriodGaps;
  const before = at(pair.baseline);
  const after = at(pair.current);

  if (isMissing(before.absolute)) return noGap(before.period, before.absolute);
  if (isMissing(after.absolute)) return noGap(after.period, after.absolute);
  return {
    ...pair,
    basis: "since-baseline",
    shared: 0,
    scatter: null,
    absolute: gapChange(before.absolute, after.absolute, rules),
    relative: both(before.relative, after.relative, (from, to) => gapChange(from, to, rules)),
    overall: both(before.overall, after.overall, (from, to) => levelChange(from, to, better, rules)),
    disadvantagedEnd:
      before.ends && after.ends && levelChange(before.ends.disadvantaged, after.ends.disadvantaged, better, rules),
    advantagedEnd:
      before.ends && after.ends && levelChange(before.ends.advantaged, after.ends.advantaged, better, rules),
  };
}

/** A gap that one of the two periods lacks, with why. */
export const noGap = ({ label }: Period, because: NotComputable): NotComputable =>
  notComputable("no-gap", { period: label, because: because.reason === "no-gap" ? because.parts.because : because });

function both<T extends object, C>(
  from: T | NotComputable,
  to: T | NotComputable,
  compare: (from: T, to: T) => C,
): C | NotComputable {
  if (isMissing(from)) return from;
  if (isMissing(to)) return to;
  return compare(from, to);
}
