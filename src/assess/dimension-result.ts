import { isRanked, orderOf } from "../define/dimension-types.ts";
import type { Indicator } from "../define/indicator.ts";
import type { Dimension } from "../define/project.ts";
import type { Judged } from "../judge/judged.ts";
import { decomposeChange } from "../measure/decompose-change.ts";
import type { Period } from "../model.ts";
import { isMissing, type NotComputable, type Note, notComputable, note } from "../reasons-and-notes.ts";
import type { DimensionResult, Trend } from "../results/results.ts";
import type { Assessed, AssessedPeriod } from "./assess-series.ts";
import { countNotes } from "./count-notes.ts";
import { periodResult } from "./period-result.ts";
import { sizesNeeded } from "./sizes-needed.ts";

/** The published form of an assessed series and of what was judged of it. */
export function dimensionResult(
  assessed: Assessed,
  { change, trends, paces, verdict, notes }: Judged,
  publishedGaps: DimensionResult["publishedGaps"],
): DimensionResult {
  const { series, periods, common } = assessed;
  const { dimension, indicator, groups } = series;
  const sided = orderOf(dimension) !== "unordered";
  const latest = periods.at(-1)?.measured;
  const results = periods.map((period) => periodResult(period, series.roundTo));
  return {
    dimension: dimension.id,
    disadvantaged: sided ? (groups[0]?.id ?? null) : null,
    advantaged: sided ? (groups.at(-1)?.id ?? null) : null,
    periods: results,
    change: isMissing(change)
      ? change
      : { ...change, decomposition: decomposition(common?.periods ?? periods, change) },
    trends: {
      absolute: trendResult(trends.absolute, latest?.absolute),
      relative: trendResult(trends.relative, latest?.relative),
      overall: isMissing(trends.overall) ? trends.overall : { ...trends.overall, measure: "level" },
    },
    paces,
    verdict,
    peopleNeeded: sizesNeeded(assessed, change),
    publishedGaps,
    alternatives: [],
    publishedElsewhere: [],
    comparators: [],
    notes: [
      ...circularNote(dimension, indicator),
      ...cutEndNote(dimension),
      ...vintageNote(indicator),
      ...(indicator.statistic.kind === "smr" ? [note("each-its-own-ages")] : []),
      ...(series.unsaid.length > 0 ? [note("denominator-unsaid", { columns: [...series.unsaid] })] : []),
      ...(series.together > 0 ? [note("tied-areas", { areas: series.together })] : []),
      ...rowsNotes(series.rowsTogether),
      ...countNotes(series, results),
      ...(verdict.levellingDown ? [note("levelling-down")] : []),
      ...(indicator.better !== "neither" && verdict.id !== "not-compared" && verdict.overall === "not-compared"
        ? [note("overall-not-testable")]
        : []),
      ...notes,
    ],
  };
}

/** Change of the groups' mean level split into what each group contributed. */
function decomposition(periods: Assessed["periods"], { baseline, current }: { baseline: Period; current: Period }) {
  const both = periods.filter(({ measured: { period } }) => period === baseline || period === current);
  if (both.some(({ estimated }) => estimated.groups.some(({ heldBack }) => heldBack !== null)))
    return notComputable("disclosure");
  const stratumAt = (at: Period) => periods.find(({ measured }) => measured.period === at)?.measured.stratum;
  const [before, after] = [stratumAt(baseline), stratumAt(current)];
  return before === undefined || after === undefined ? notComputable("not-published") : decomposeChange(before, after);
}

/** A trend with the measure that it is of. */
function trendResult(
  trend: Judged["trends"]["absolute"],
  gap: AssessedPeriod["measured"]["absolute"] | undefined,
): Trend | NotComputable {
  if (isMissing(trend)) return trend;
  return { ...trend, measure: gap && !isMissing(gap) ? gap.measure : "" };
}

/** A denominator of another year than the figures, which the definition accepts. */
const vintageNote = ({ statistic: { accepted } }: Indicator): Note[] =>
  accepted === undefined ? [] : [note("denominator-of-another-year", { why: accepted })];

/** Rows that the definition does not tell apart, and that are put together; and those of some periods alone. */
const rowsNotes = (together: Assessed["series"]["rowsTogether"]): Note[] =>
  (["groups", "everyone"] as const).flatMap((of) => {
    if (together[of] === null) return [];
    const { uneven, ...rows } = together[of];
    return [
      ...(rows.rows > 0 ? [note("rows-added-up", { of, ...rows })] : []),
      ...uneven.map((one) => note("rows-of-some-periods", { of, ...one })),
    ];
  });

/** A published cut of which nobody says which end is the disadvantaged one. */
const cutEndNote = (dimension: Dimension): Note[] =>
  isRanked(dimension) &&
  dimension.cut === "published" &&
  dimension.high_score === undefined &&
  dimension.groups.every(({ match }) => match === undefined)
    ? [note("cut-end-unsaid", { column: dimension.quantile ?? "" })]
    : [];

/** A ranking that is partly made of what the indicator measures. */
function circularNote(dimension: Dimension, { subjects }: Indicator): Note[] {
  const shared = dimension.made_of.filter((subject) => subjects.includes(subject));
  return shared.length === 0 ? [] : [note("partly-circular", { subjects: shared })];
}
