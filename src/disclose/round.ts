import { isMissing, type Limits, note } from "../model.ts";
import type { PeriodResult } from "../results/results.ts";

/** One period with its counts rounded to a multiple, and a note that says so. Percentages and gaps use the full counts. */
export function roundPeriod(period: PeriodResult, multiple: number): PeriodResult {
  const round = (count: number): number => multiple * Math.round(count / multiple);
  const orNull = (count: number | null): number | null => (count === null ? null : round(count));
  const rounded = ({ value, lower, upper }: Limits): Limits => ({
    value: round(value),
    lower: orNull(lower),
    upper: orNull(upper),
  });
  const { groups, overall, unrecorded, par, notes } = period;
  const counts = <T extends { numerator: number | null; denominator: number | null }>(figures: T): T => ({
    ...figures,
    numerator: orNull(figures.numerator),
    denominator: orNull(figures.denominator),
  });
  return {
    ...period,
    groups: groups.map(counts),
    overall: isMissing(overall) ? overall : counts(overall),
    unrecorded: unrecorded && { ...unrecorded, count: round(unrecorded.count) },
    par: isMissing(par) || isMissing(par.headCount) ? par : { ...par, headCount: rounded(par.headCount) },
    notes: [...notes, note("suppressed", { what: "rounded", groups: [], to: multiple })],
  };
}
