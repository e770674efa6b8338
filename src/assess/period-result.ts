import type { EstimatedGroup, EstimatedPeriod } from "../estimate/estimate-period.ts";
import { gradientNotes, leavesOut, nearEqualityNotes, withClear } from "../judge/clear.ts";
import { judgeGroups } from "../judge/judge-groups.ts";
import { contributions } from "../measure/decompose.ts";
import { heterogeneity } from "../measure/heterogeneity.ts";
import { type Measured, type MeasuredPeriod, onLine } from "../measure/period.ts";
import { countsAsPublished, type MeasureId, type OutsideRange, orderFacts } from "../model.ts";
import { isMissing, type NotComputable, type Note, notComputable, note, sameNote } from "../reasons-and-notes.ts";
import type { GroupResult, PeriodResult } from "../results/results.ts";
import type { AssessedPeriod } from "./assess-series.ts";

/** The published form of one period, with what its tests and intervals decide. */
export function periodResult({ estimated, measured }: AssessedPeriod, roundTo: number | null): PeriodResult {
  const { stratum, absolute, relative, lackOfFit, par } = measured;
  const heldBack = estimated.groups.filter((group) => group.heldBack !== null);
  const isHeld = (id: string | undefined): boolean => heldBack.some((group) => group.id === id);
  const isReferenceHeld = !isMissing(par) && isHeld(par.reference);
  return {
    period: measured.period,
    groups: estimated.groups.map((group) => groupResult(group, measured)),
    overall: withoutError(measured.overall),
    unrecorded: estimated.unrecorded,
    absolute: gapResult(absolute),
    relative: gapResult(relative),
    line: lineResult(measured),
    heterogeneity: measured.heterogeneity && withClear(measured.heterogeneity),
    // What a count held back could be says nothing of whether its group is better or worse off.
    who: judgeGroups(measured.who.filter(({ group }) => !isHeld(group))),
    extremes: measured.extremes,
    par: isMissing(par) ? par : isReferenceHeld ? closed : { ...par, clear: leavesOut(par.par, 0) },
    measures: measuresResult(measured, isHeld),
    contributions: isMissing(stratum) ? stratum : heldBack.length > 0 ? closed : contributions(stratum),
    notes: uniqueNotes([
      ...measured.notes,
      ...gradientNotes(lackOfFit),
      ...ofAllGroups(estimated),
      ...[absolute, relative, isReferenceHeld ? closed : par].flatMap((one) => (isMissing(one) ? [] : one.notes)),
      ...heldBackNotes(heldBack, estimated, roundTo),
    ]),
  };
}

/** What is said of one group whose count is held back would be said of what the count could be. */
const closed = notComputable("disclosure");

/** What a period says of the counts that it holds back. */
function heldBackNotes(
  groups: readonly EstimatedGroup[],
  { isUnrecordedHeldBack }: EstimatedPeriod,
  roundTo: number | null,
): Note[] {
  const names = groups.map(({ label }) => label);
  return [
    ...(names.length > 0 ? [note("suppressed", { what: "figure" as const, groups: names, to: null })] : []),
    ...(isUnrecordedHeldBack ? [note("suppressed", { what: "unrecorded" as const, groups: [], to: null })] : []),
    ...(roundTo === null ? [] : [note("suppressed", { what: "rounded" as const, groups: [], to: roundTo })]),
  ];
}

function groupResult(group: EstimatedGroup, measured: MeasuredPeriod): GroupResult {
  const { id, label, estimate, marker, weight, weightBounds } = group;
  const place = onLine(measured, id);
  if (group.heldBack !== null)
    return {
      ...{ id, label, estimate: notComputable("disclosure"), marker: "[c]" },
      ...{
        numerator: group.count,
        numeratorRange: fromOutside(group.heldBack.range),
        denominator: weight,
        denominatorRange: null,
      },
      ...{ share: shareOf(id, measured), working: null, ...place },
      notes: [note("suppressed", { what: "own", groups: [], to: null })],
    };
  if (isMissing(estimate)) {
    const size = {
      numerator: group.count,
      denominator: weight,
      ...(weightBounds && { denominatorBounds: weightBounds }),
    };
    const nothing = { share: null, working: null, notes: [] };
    return { id, label, estimate, marker, ...countsAsPublished(size), ...nothing, ...place };
  }
  const { value, lower, upper, working, notes } = estimate;
  return {
    id,
    label,
    estimate: { value, lower, upper },
    marker,
    ...countsAsPublished(estimate),
    share: shareOf(id, measured),
    working: working && { point: working.point, standardError: rootOf(working.variance) },
    ...place,
    notes,
  };
}

/** What a count held back could be, where something bounds it. */
const fromOutside = (range: OutsideRange | null): GroupResult["numeratorRange"] =>
  range === null || range.upper === null ? null : { lower: range.lower, upper: range.upper };

/** Notes of the groups, and how many counts of all of them together are ranges. */
function ofAllGroups({ groups, overall }: AssessedPeriod["estimated"]): Note[] {
  const notes = groups.flatMap(({ estimate }) => (isMissing(estimate) ? [] : estimate.notes));
  const everyone = overall?.from === "published" && !isMissing(overall.estimate) ? overall.estimate.notes : [];
  const counts = [...notes, ...everyone].reduce(
    (sum, one) => sum + (one.id === "counts-in-ranges" ? one.parts.counts : 0),
    0,
  );
  return [
    ...(counts > 0 ? [note("counts-in-ranges", { counts })] : []),
    ...notes.filter(({ id }) => id !== "counts-in-ranges"),
  ];
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

function measuresResult(
  { stratum, measures, par }: MeasuredPeriod,
  isHeld: (id: string | undefined) => boolean,
): PeriodResult["measures"] {
  if (isMissing(stratum)) return [];
  const { order, ids, reference } = stratum;
  const closedMeasures: readonly MeasureId[] = [
    ...(orderFacts[order].isLadder && (isHeld(ids[0]) || isHeld(ids.at(-1))) ? (["d", "r"] as const) : []),
    ...(reference !== null && isHeld(ids[reference]) ? (["d_reference", "r_reference", "mdru", "mdrw"] as const) : []),
    ...(!isMissing(par) && isHeld(par.reference) ? (["par", "paf"] as const) : []),
  ];
  const nearEquality = nearEqualityNotes(heterogeneity(stratum));
  return measures.map(({ measure: { id, definition, folds }, computed }) => {
    if (closedMeasures.includes(id)) return { measure: id, definition, outcome: closed };
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
