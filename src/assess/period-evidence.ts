import { evidenceOf } from "../measure/evidence.ts";
import type { PeriodEvidence } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { sumOf } from "../stats/sum.ts";
import type { AssessedPeriod } from "./assess-series.ts";

/** What judging takes of one period. */
export function periodEvidence({ estimated, measured: { period, stratum, overall } }: AssessedPeriod): PeriodEvidence {
  const sizes = estimated.groups.map(({ estimate, weight }) =>
    isMissing(estimate) ? weight : (estimate.denominator ?? weight),
  );
  const gaps = isMissing(stratum)
    ? { absolute: null, relative: null, complement: null, ends: null, cells: null }
    : evidenceOf(stratum);
  return {
    period,
    ...gaps,
    level: isMissing(overall) ? null : { value: overall.value, standardError: overall.standardError },
    size: sizes.some((size) => size === null) ? null : sumOf(sizes, (size) => size as number),
  };
}
