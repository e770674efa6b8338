import type { EstimatedGroup } from "../estimate/estimate-period.ts";
import { gradientNotes, leavesOut, nearEqualityNotes, withClear } from "../judge/clear.ts";
import { judgeGroups } from "../judge/judge-groups.ts";
import { contributions } from "../measure/decompose.ts";
import { heterogeneity } from "../measure/heterogeneity.ts";
import { type Measured, type MeasuredPeriod, onLine } from "../measure/period.ts";
import { isMissing, type NotComputable, type Note, sameNote } from "../model.ts";
import type { GroupResult, PeriodResult } from "../results/results.ts";
import type { AssessedPeriod } from "./assess-series.ts";

/** The published form of one period, with what its tests and intervals decide. */
export function periodResult({ estimated, measured }: AssessedPeriod): PeriodResult {
  const { stratum, absolute, relative, lackOfFit, par } = measured;
  return {
    period: measured.period,
    groups: estimated.groups.map((group) => groupResult(group, measured)),
    overall: withoutError(measured.overall),
    unrecorded: estimated.unrecorded,
    absolute: gapResult(absolute),
    relative: gapResult(relative),
    line: lineResult(measured),
    heterogeneity: measured.heterogeneity && withClear(measured.heterogeneity),
    who: judgeGroups(measured.who),
    extremes: measured.extremes,
    par: isMissing(par) ? par : { ...par, clear: leavesOut(par.par, 0) },
    measures: measuresResult(measured),
    contributions: isMissing(stratum) ? stratum : contributions(stratum),
    notes: uniqueNotes([
      ...measured.notes,
      ...gradientNotes(lackOfFit),
      ...estimated.groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : estimate.notes)),
      ...[absolute, relative, par].flatMap((one) => (isMissing(one) ? [] : one.notes)),
    ]),
  };
}

function groupResult({ id, label, estimate, marker, weight }: EstimatedGroup, measured: MeasuredPeriod): GroupResult {
  const place = onLine(measured, id);
  if (isMissing(estimate)) {
    const nothing = { numerator: null, denominator: weight, share: null, working: null };
    return { id, label, estimate, marker, ...nothing, ...place, notes: [] };
  }
  const { value, lower, upper, working, numerator, denominator, notes } = estimate;
  return {
    id,
    label,
    estimate: { value, lower, upper },
    marker,
    numerator,
    denominator,
    share: shareOf(id, measured),
    working: working && { point: working.point, standardError: rootOf(working.variance) },
    ...place,
    notes,
  };
}

export function gapResult(gap: Measured | NotComputable): PeriodResult["absolute"] {
  if (isMissing(gap)) return gap;
  const { tested: _, ...published } = gap;
  return { ...published, clear: leavesOut(gap.oriented, gap.atEquality) };
}

function lineResult({ stratum, line, lackOfFit }: MeasuredPeriod): PeriodResult["line"] {
  return (
    line && {
      scale: isMissing(stratum) ? "identity" : stratum.scale,
      intercept: line.intercept,
      slope: line.slope,
      disadvantagedEnd: line.disadvantaged.limits,
      advantagedEnd: line.advantaged.limits,
      lackOfFit: lackOfFit && withClear(lackOfFit),
    }
  );
}

function measuresResult({ stratum, measures }: MeasuredPeriod): PeriodResult["measures"] {
  const nearEquality = isMissing(stratum) ? [] : nearEqualityNotes(heterogeneity(stratum));
  return measures.map(({ measure: { id, definition, folds }, computed }) => {
    if (isMissing(computed)) return { measure: id, definition, outcome: computed };
    const { raw, oriented, notes } = computed;
    return { measure: id, definition, outcome: { raw, oriented, notes: [...notes, ...(folds ? nearEquality : [])] } };
  });
}

const rootOf = (variance: number | null): number | null => (variance === null ? null : Math.sqrt(variance));

const shareOf = (id: string, { stratum }: MeasuredPeriod): number | null =>
  isMissing(stratum) ? null : (stratum.shares[stratum.ids.indexOf(id)] ?? null);

function withoutError(overall: MeasuredPeriod["overall"]): PeriodResult["overall"] {
  if (isMissing(overall)) return overall;
  const { standardError: _, ...published } = overall;
  return published;
}

function uniqueNotes(notes: readonly Note[]): Note[] {
  return notes.filter((one, index) => notes.findIndex((other) => sameNote(one, other)) === index);
}
