import { estimate } from "../estimate/estimate.ts";
import { proportion } from "../estimate/proportion.ts";
import { rate } from "../estimate/rate.ts";
import { roundingVariance } from "../estimate/rounding.ts";
import type { SeriesEvidence } from "../judge/compared-pair.ts";
import { rootOf } from "../measure/computed-gap.ts";
import { evidenceOf } from "../measure/evidence.ts";
import { makeStratum, type Stratum } from "../measure/stratum.ts";
import { noFigures, type PeriodEvidence } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import type { JudgeSeries } from "./judge-schema.ts";
import { stratumInput } from "./summarise.ts";

type JudgedPeriod = JudgeSeries["periods"][number];

/** What judging takes of a series that a partner sends. */
export function seriesEvidence(series: JudgeSeries, confidence: number): SeriesEvidence {
  const rounding = roundingVariance(
    series.periods.flatMap(({ groups, overall }) => [...groups, overall].flatMap((one) => one?.value ?? [])),
  );
  return {
    better: series.better,
    baseline: series.baseline ?? null,
    breaks: (series.breaks ?? []).map((from) => ({ from: { label: from, start: from, end: from }, why: "" })),
    periods: series.periods.map((period) => periodEvidence(series, period, { confidence, rounding })),
  };
}

function periodEvidence(
  series: JudgeSeries,
  period: JudgedPeriod,
  { confidence, rounding }: { confidence: number; rounding: number },
): PeriodEvidence {
  const { better, ordered, kind, workingScale: working, scale = null, ranking } = series;
  const { label, start, end, groups } = period;
  const input = stratumInput(
    {
      favourable: better === "higher",
      ordered,
      kind,
      scale,
      groups,
      ...(working === undefined ? {} : { workingScale: working }),
      ...(ranking === undefined ? {} : { ranking }),
    },
    confidence,
    { rounding },
  );
  const stratum = makeStratum(input);
  const days = { label, start, end };
  const none = { period: days, absolute: null, relative: null, complement: null, ends: null, cells: null };
  if (isMissing(stratum)) return { ...none, level: published(period, rounding), size: null };
  return {
    period: days,
    ...evidenceOf(stratum),
    level: published(period, rounding) ?? pooled(series, period, stratum, confidence),
    size: sizeOf(period),
  };
}

function sizeOf({ groups }: JudgedPeriod): number | null {
  const sizes = groups.map(({ denominator, population }) => denominator ?? population ?? null);
  return sizes.some((size) => size === null) ? null : sumOf(sizes, (size) => size as number);
}

function published({ overall }: JudgedPeriod, rounding: number): PeriodEvidence["level"] {
  if (overall === undefined) return null;
  const { value, se = null, lower95 = null, upper95 = null } = overall;
  const rules = { kind: "published", scale: "identity", per: 1, confidence: 0.95, intervalLevel: 0.95 } as const;
  const limits = { lower: lower95, upper: upper95, standardError: se };
  const estimated = estimate({ ...noFigures, value, ...limits }, { ...rules, rounding });
  return isMissing(estimated) ? null : { value, standardError: rootOf(estimated.variance) };
}

/** Counts added up, with the interval of their sum; of values the mean weighted by size. */
function pooled(
  { kind, scale }: JudgeSeries,
  { groups }: JudgedPeriod,
  { shares, variances, mean }: Stratum,
  confidence: number,
): PeriodEvidence["level"] {
  const counts = groups.map(({ numerator, denominator }) => [numerator ?? null, denominator ?? null] as const);
  if (counts.every(([x, n]) => x !== null && n !== null)) {
    const [x, n] = [0, 1].map((side) => sumOf(counts, (pair) => pair[side as 0 | 1] as number)) as [number, number];
    const z = zOf(confidence);
    const limits = kind === "rate" ? rate(x, n, scale ?? 1, confidence, z) : proportion(x, n, scale ?? 1, z);
    return { value: limits.value, standardError: (limits.upper! - limits.lower!) / (2 * z) };
  }
  const variance = variances && sumOf(variances, (v, i) => shares[i]! ** 2 * v);
  return { value: mean, standardError: variance === null ? null : Math.sqrt(variance) };
}
