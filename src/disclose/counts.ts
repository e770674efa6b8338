import { isMissing, kindFacts } from "../model.ts";
import type { IndicatorResult, PeriodResult, PublishedDimension } from "../results/results.ts";

/** The numerators or the denominators of one indicator, period and dimension, before anything is withheld. */
export interface CountTable {
  dimension: PublishedDimension;
  cells: readonly {
    group: string;
    /** Every count of people the cell gives: a numerator comes with its complement. Null where none is known. */
    counts: readonly number[] | null;
    isMeasured: boolean;
    /** Nobody there, and the reason for having no estimate says so: it cannot be withheld. */
    isEmpty: boolean;
  }[];
  overall: { counts: readonly number[]; from: "published" | "pooled" } | null;
  unrecorded: { count: number; isPartOfTotal: boolean } | null;
  /** Whether means or shares give all measured groups together. */
  isTotalGiven: boolean;
  /** False where a count is only worked out from a rounded percentage. */
  isExact: boolean;
}

export type Side = "numerator" | "denominator";

interface Counted {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}

/** Whether a value and its denominator give the numerator back. */
export const givesCountBack = ({ kind }: IndicatorResult): boolean => kindFacts[kind].givesCountBack;

/** One table of counts. `period` is one of the indicator's, broken down by the dimension. */
export function countTable(
  indicator: IndicatorResult,
  dimension: PublishedDimension,
  { groups, overall, unrecorded }: PeriodResult,
  side: Side,
): CountTable {
  const counts = (figures: Counted): readonly number[] | null => countsOf(figures, indicator, side);
  const overallCounts = isMissing(overall) ? null : counts(overall);
  return {
    dimension,
    cells: groups.map(({ id, estimate, numerator, denominator }) => {
      const isEmpty = denominator === 0 && isMissing(estimate);
      const value = isMissing(estimate) ? null : estimate.value;
      return {
        group: id,
        counts: counts({ value, numerator: isEmpty ? 0 : numerator, denominator }),
        isMeasured: !isMissing(estimate),
        isEmpty,
      };
    }),
    overall: overallCounts && !isMissing(overall) ? { counts: overallCounts, from: overall.from } : null,
    unrecorded:
      unrecorded && side === (unrecorded.of === "numerator" ? "numerator" : "denominator")
        ? { count: unrecorded.count, isPartOfTotal: unrecorded.of === side }
        : null,
    isTotalGiven: side === "denominator" || givesCountBack(indicator),
    isExact: groups.every((group) => group[side] !== null || isMissing(group.estimate)),
  };
}

function countsOf(figures: Counted, indicator: IndicatorResult, side: Side): readonly number[] | null {
  const { numerator, denominator } = givesCountBack(indicator) ? implied(figures, indicator) : figures;
  if (side === "denominator") return denominator === null ? null : [denominator];
  if (numerator === null) return null;
  return isShare(indicator) && denominator !== null ? [numerator, denominator - numerator] : [numerator];
}

const isShare = ({ scale }: IndicatorResult): boolean => scale === "logit";

/** A share or rate of which one count is published gives its numerator with the denominator, and the other way round: to the nearest person, and at least one where there are any. */
function implied({ value, numerator, denominator }: Counted, indicator: IndicatorResult): Counted {
  const { scale, per } = indicator;
  if (scale === "identity" || value === null || (numerator === null) === (denominator === null))
    return { value, numerator, denominator };
  if (numerator !== null)
    return { value, numerator, denominator: value > 0 ? Math.round((numerator * per) / value) : null };
  const size = denominator as number;
  const most = isShare(indicator) && value < per ? size - 1 : Number.POSITIVE_INFINITY;
  return {
    value,
    numerator: value === 0 ? 0 : Math.min(most, Math.max(1, Math.round((value * size) / per))),
    denominator,
  };
}
