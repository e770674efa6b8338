import { roundingVariance } from "../estimate/rounding.ts";
import type { SeriesEvidence } from "../judge/compared-pair.ts";
import type { SecondSeries } from "../judge/second-edition.ts";
import { type GapEvidence, middleYear, type PeriodGaps } from "../model.ts";
import { isMissing, notComputable } from "../reasons-and-notes.ts";
import type { AssessedPeriod } from "./assess-series.ts";
import type { PublishedSeries } from "./series.ts";

/** Rounding counts from a hundredth of the variance on. */
const withRounding = (standardError: number, rounding: number): number =>
  rounding > standardError ** 2 / 100 ? Math.sqrt(standardError ** 2 + rounding) : standardError;

/**
 * Published gaps as they are judged: without intervals of their own, each with the error of the report's own gap of the
 * same measure in the nearest period. docs/method.md section 5.
 */
export function publishedToJudge(
  { measure, baseline, values }: PublishedSeries,
  own: readonly AssessedPeriod[],
  { better, breaks, targets }: Pick<SeriesEvidence, "better" | "breaks"> & Pick<SecondSeries, "targets">,
): SecondSeries {
  const lenders = own.flatMap(({ measured: { period, absolute } }) =>
    isMissing(absolute) || absolute.measure !== measure || absolute.tested.standardError === null
      ? []
      : [{ period, standardError: absolute.tested.standardError }],
  );
  const rounding = roundingVariance(values.map(({ value }) => value));
  const all = values.map(({ period, value }) => {
    const distance = (one: (typeof lenders)[number]): number => Math.abs(middleYear(one.period) - middleYear(period));
    const lender = [...lenders].sort((a, b) => distance(a) - distance(b))[0];
    const standardError = lender === undefined ? null : withRounding(lender.standardError, rounding);
    const limits = { value, lower: null, upper: null };
    const gaps: PeriodGaps = {
      period,
      absolute: {
        raw: limits,
        oriented: limits,
        tested: { scale: "difference", point: value, standardError },
        notes: [],
      },
      relative: notComputable("not-published"),
      overall: notComputable("not-published"),
      ends: null,
    };
    const evidence: GapEvidence = {
      measure,
      shown: value,
      scale: "difference",
      point: value,
      variance: standardError === null ? null : standardError ** 2,
      linearVariance: null,
      ...(lender === undefined ? {} : { borrowedFrom: lender.period.label }),
    };
    return { gaps, evidence };
  });
  return {
    evidence: {
      better,
      baseline,
      breaks,
      periods: all.map(({ gaps: { period }, evidence }) => ({
        period,
        absolute: evidence,
        relative: null,
        complement: null,
        level: null,
        ends: null,
        cells: null,
        size: null,
      })),
    },
    periods: all.map(({ gaps }) => gaps),
    common: [],
    targets,
  };
}
