import { orderOf } from "../define/dimension-types.ts";
import type { Indicator } from "../define/indicator.ts";
import { kindRules, perOf, scaleOf } from "../define/kinds.ts";
import type { Dimension } from "../define/project.ts";
import { europeanStandardPopulation2013 } from "../estimate/directly-standardised-rate.ts";
import {
  type EstimatedGroup,
  type EstimatedPeriod,
  estimatePeriod,
  type ObservationRules,
} from "../estimate/estimate-period.ts";
import { gradientNotes, isClear, leavesOut, nearEqualityNotes, withClear } from "../judge/clear.ts";
import type { Break } from "../judge/comparable-periods.ts";
import { type Judged, judge } from "../judge/judge.ts";
import type { Target } from "../judge/pace.ts";
import type { FittedTrend } from "../judge/trend.ts";
import { contributions } from "../measure/decompose.ts";
import { decomposeChange } from "../measure/decompose-change.ts";
import type { HeadCounted } from "../measure/head-count.ts";
import { heterogeneity } from "../measure/heterogeneity.ts";
import { type MeasuredPeriod, measurePeriod, onLine } from "../measure/period.ts";
import {
  isMissing,
  lifeTableAges,
  type NotComputable,
  type Note,
  note,
  type Observation,
  type Period,
  sameNote,
} from "../model.ts";
import type { DimensionResult, PeriodResult, Trend } from "../results/results.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";

/** One indicator broken down by one dimension, with all that decides how it is summarised. */
export interface Series {
  indicator: Indicator;
  dimension: Dimension;
  /** Declared groups; ordered ones and pairs with the disadvantaged first. */
  groups: readonly { id: string; label: string }[];
  observations: readonly Observation[];
  everyone: readonly Observation[];
  /** People of each band of age in the standard population, where a dataset of the project has them. */
  standard: readonly number[] | null;
  breaks: readonly Break[];
  targets: readonly Target[];
  confidence: number;
  materiality: number;
  reliableDenominator: number;
}

/** A series estimated, measured and judged. */
export interface Assessed {
  series: Series;
  periods: { estimated: EstimatedPeriod; measured: MeasuredPeriod }[];
  judged: Judged;
}

/** Estimate, measure and judge one series. */
export function assessSeries(series: Series): Assessed {
  const { indicator, dimension, confidence } = series;
  const { statistic, better } = indicator;
  const z = zOf(confidence);
  const rules = rulesOf(series);
  const all = periodsOf(series.observations);
  const periods = all.flatMap((period) => {
    const inPeriod = (list: readonly Observation[]) => list.filter((one) => one.period.label === period.label);
    const estimated = estimatePeriod(series.groups, inPeriod(series.observations), inPeriod(series.everyone)[0], rules);
    // A year without any figure is passed over, unless it is the latest: then there is no current gap, and it shows.
    if (period !== all.at(-1) && estimated.groups.every(({ estimate }) => isMissing(estimate))) return [];
    const measured = measurePeriod({
      period,
      order: orderOf(dimension),
      ranking: "ranking" in dimension ? dimension.ranking : "local",
      better,
      scale: rules.scale,
      per: rules.per,
      unit: statistic.unit,
      z,
      reliableDenominator: series.reliableDenominator,
      reference: "reference" in dimension ? dimension.reference : undefined,
      groups: estimated.groups,
      overall: estimated.overall,
      counted: headCounted(indicator, estimated.groups),
    });
    return [{ estimated, measured }];
  });
  const judged = judge(
    periods.map(({ measured }) => measured),
    {
      z,
      better,
      materiality: series.materiality,
      baseline: indicator.periods.baseline ?? null,
      breaks: series.breaks,
      targets: series.targets,
    },
  );
  return { series, periods, judged };
}

function rulesOf({ indicator: { statistic }, standard, confidence }: Series): ObservationRules {
  const shared = { scale: scaleOf(statistic), per: perOf(statistic), confidence };
  switch (statistic.kind) {
    case "dsr":
      return { ...shared, kind: statistic.kind, standard: standard ?? europeanStandardPopulation2013 };
    case "life-expectancy":
      return { ...shared, kind: statistic.kind, startAges: lifeTableAges, at: statistic.at };
    case "proportion":
    case "rate":
    case "mean":
      return { ...shared, kind: statistic.kind, intervalLevel: confidence };
    case "dsr-as-published":
    case "published":
      return { ...shared, kind: statistic.kind, intervalLevel: statistic.interval_level };
  }
}

/** Shares and rates count people or events; means, years and indices do not. */
function headCounted({ statistic }: Indicator, groups: readonly EstimatedGroup[]): HeadCounted {
  const { counts } = kindRules[statistic.kind];
  if (counts === "events") {
    const events = groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : [estimate.numerator]));
    return { events: events.some((one) => one === null) ? null : sumOf(events, (one) => one as number) };
  }
  if (counts !== "by-scale") return counts;
  const scale = scaleOf(statistic);
  return scale === "logit" || (scale === "log" && "numerator" in statistic && statistic.numerator !== undefined)
    ? "people"
    : "nothing";
}

/** Periods of the observations, from the earliest to the latest. */
function periodsOf(observations: readonly Observation[]): Period[] {
  const byLabel = new Map(observations.map(({ period }) => [period.label, period]));
  const key = ({ start, end }: Period): string => `${start} ${end}`;
  return [...byLabel.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** The published form of an assessed series. `chance` is the note where a clear change may be chance. */
export function dimensionResult(
  { series, periods, judged }: Assessed,
  publishedGaps: DimensionResult["publishedGaps"],
  chance: Note | null,
): DimensionResult {
  const { dimension, indicator, groups } = series;
  const sided = orderOf(dimension) !== "unordered";
  const results = periods.map(periodResult);
  const { change, trends, paces, verdict } = judged;
  return {
    dimension: dimension.id,
    disadvantaged: sided ? (groups[0]?.id ?? null) : null,
    advantaged: sided ? (groups.at(-1)?.id ?? null) : null,
    periods: results,
    change: isMissing(change) ? change : { ...change, decomposition: decomposition(periods, change) },
    trends: {
      absolute: trendResult(trends.absolute, periods.at(-1)?.measured.absolute),
      relative: trendResult(trends.relative, periods.at(-1)?.measured.relative),
    },
    paces,
    verdict,
    publishedGaps,
    notes: [
      ...circularNote(dimension, indicator),
      ...(verdict.levellingDown ? [note("levelling-down")] : []),
      ...(verdict.gap !== "unknown" && verdict.overall === "unknown" ? [note("overall-not-testable")] : []),
      ...(chance ? [chance] : []),
    ],
  };
}

/** Change of the groups' mean level split into what each group contributed. */
function decomposition(periods: Assessed["periods"], { baseline, current }: { baseline: Period; current: Period }) {
  const stratumAt = (at: Period) => periods.find(({ measured }) => measured.period === at)!.measured.stratum;
  return decomposeChange(stratumAt(baseline), stratumAt(current));
}

function periodResult({ estimated, measured }: Assessed["periods"][number]): PeriodResult {
  const shares = sharesOf(measured);
  const { line } = measured;
  const test = isMissing(measured.stratum) ? null : heterogeneity(measured.stratum);
  const printed = (gap: MeasuredPeriod["absolute"]) =>
    isMissing(gap) ? gap : { ...gap.print, clear: leavesOut(gap.print.oriented, gap.print.atEquality) };
  return {
    period: measured.period,
    groups: estimated.groups.map(({ id, label, estimate, marker, weight }) => {
      const place = onLine(measured, id);
      if (isMissing(estimate))
        return {
          id,
          label,
          estimate,
          marker,
          numerator: null,
          denominator: weight,
          share: null,
          working: null,
          ...place,
          notes: [],
        };
      const { value, lower, upper, working, numerator, denominator, notes } = estimate;
      return {
        id,
        label,
        estimate: { value, lower, upper },
        marker,
        numerator,
        denominator,
        share: shares.get(id) ?? null,
        working: working && { point: working.point, standardError: rootOf(working.variance) },
        ...place,
        notes,
      };
    }),
    overall: withoutError(measured.overall),
    unrecorded: estimated.unrecorded,
    absolute: printed(measured.absolute),
    relative: printed(measured.relative),
    line: line && {
      scale: isMissing(measured.stratum) ? "identity" : measured.stratum.scale,
      intercept: line.intercept,
      slope: line.slope,
      disadvantagedEnd: line.disadvantaged.limits,
      advantagedEnd: line.advantaged.limits,
      lackOfFit: measured.lackOfFit && withClear(measured.lackOfFit),
    },
    heterogeneity: measured.heterogeneity && withClear(measured.heterogeneity),
    who: measured.who.map((one) => ({ ...one, clear: isClear(one.adjustedP) })),
    extremes: measured.extremes,
    par: isMissing(measured.par) ? measured.par : { ...measured.par, clear: leavesOut(measured.par.par, 0) },
    measures: measured.measures.map(({ measure, computed }) => ({
      measure: measure.id,
      definition: measure.definition,
      outcome: isMissing(computed)
        ? computed
        : {
            raw: computed.raw,
            oriented: computed.oriented,
            notes: [...computed.notes, ...(measure.folds ? nearEqualityNotes(test) : [])],
          },
    })),
    contributions: isMissing(measured.stratum) ? measured.stratum : contributions(measured.stratum),
    notes: uniqueNotes([
      ...measured.notes,
      ...gradientNotes(measured.lackOfFit),
      ...estimated.groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : estimate.notes)),
      ...[measured.absolute, measured.relative].flatMap((gap) => (isMissing(gap) ? [] : gap.notes)),
      ...(isMissing(measured.par) ? [] : measured.par.notes),
    ]),
  };
}

const rootOf = (variance: number | null): number | null => (variance === null ? null : Math.sqrt(variance));

function sharesOf({ stratum }: MeasuredPeriod): Map<string, number> {
  return isMissing(stratum) ? new Map() : new Map(stratum.ids.map((id, index) => [id, stratum.shares[index]!]));
}

function withoutError(overall: MeasuredPeriod["overall"]): PeriodResult["overall"] {
  if (isMissing(overall)) return overall;
  const { standardError: _, ...published } = overall;
  return published;
}

/** A trend without its line, with the measure that it is of. */
function trendResult(
  trend: FittedTrend | NotComputable,
  gap: MeasuredPeriod["absolute"] | undefined,
): Trend | NotComputable {
  if (isMissing(trend)) return trend;
  const { line: _, periods, ...rest } = trend;
  return { ...rest, measure: gap && !isMissing(gap) ? gap.print.measure : "", periods };
}

/** A ranking that is partly made of what the indicator measures. */
function circularNote(dimension: Dimension, { subjects }: Indicator): Note[] {
  const shared = dimension.made_of.filter((subject) => subjects.includes(subject));
  return shared.length === 0 ? [] : [note("partly-circular", { subjects: shared })];
}

function uniqueNotes(notes: readonly Note[]): Note[] {
  return notes.filter((one, index) => notes.findIndex((other) => sameNote(one, other)) === index);
}

/** Share of the people of a dimension whose group is not recorded, over the latest period. */
export const latestUnrecorded = ({ periods }: DimensionResult): number | null =>
  periods.at(-1)?.unrecorded?.share ?? null;
