import { proportion } from "../estimate/proportion.ts";
import { rate } from "../estimate/rate.ts";
import type { SeriesEvidence } from "../judge/compared-pair.ts";
import { evidenceOf } from "../measure/evidence.ts";
import { makeStratum, type Stratum } from "../measure/stratum.ts";
import { type Estimate, isMissing, type PeriodEvidence } from "../model.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import { workingScale } from "../stats/working-scale.ts";
import type { JudgeSeries } from "./judge-schema.ts";
import { idOf, workingScaleOf } from "./scenario.ts";
import { stratumInput } from "./summarise.ts";

type JudgedPeriod = JudgeSeries["periods"][number];

/** What judging takes of a series that a partner sends. */
export function seriesEvidence(series: JudgeSeries, confidence: number): SeriesEvidence {
  const rounding = roundingVariance(series);
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
  );
  const rounded = {
    ...input,
    groups: input.groups.map((one) =>
      isMissing(one.estimate)
        ? one
        : { ...one, estimate: atTheEdge(withRounding(one.estimate, series, rounding), kind) },
    ),
  };
  const stratum = makeStratum(rounded);
  const days = { label, start, end };
  const none = { period: days, absolute: null, relative: null, complement: null, ends: null, cells: null };
  if (isMissing(stratum)) return { ...none, level: published(period), size: null };
  return {
    period: days,
    ...evidenceOf(stratum, unbiasedVariances(series, period, stratum)),
    level: published(period) ?? pooled(series, period, stratum, confidence),
    size: sizeOf(period),
  };
}

/** Published values with d decimals carry (10^-d)^2 / 12 more: the most decimals that any value of the series has. */
function roundingVariance({ periods }: JudgeSeries): number {
  const values = periods.flatMap(({ groups }) => groups.flatMap(({ value }) => value ?? []));
  const decimals = Math.max(0, ...values.map((value) => String(value).split(".")[1]?.length ?? 0));
  return values.length === 0 ? 0 : 10 ** (-2 * decimals) / 12;
}

/** Where it exceeds a hundredth of the variance of the group. */
function withRounding(estimate: Estimate, series: JudgeSeries, rounding: number): Estimate {
  const { variance, working, value, numerator } = estimate;
  if (variance === null || numerator !== null || rounding <= variance / 100) return estimate;
  const scale = workingScale(workingScaleOf(series), series.scale ?? 1);
  const slope = working === null ? Number.NaN : 1 / scale.slope(scale.to(value));
  return {
    ...estimate,
    variance: variance + rounding,
    working: working && {
      ...working,
      variance: working.variance === null ? null : working.variance + rounding * slope ** 2,
    },
  };
}

/** A share of none or of all: the error on the logit is 1 / (n q (1 - q)) at the corrected share q. */
function atTheEdge(estimate: Estimate, kind: JudgeSeries["kind"]): Estimate {
  const { numerator: x, denominator: n, working } = estimate;
  if (kind !== "proportion" || x === null || n === null || working === null || (x > 0 && x < n)) return estimate;
  const q = (x + 0.5) / (n + 1);
  return { ...estimate, working: { ...working, variance: 1 / (n * q * (1 - q)) } };
}

/** x (n - x) / (n^2 (n - 1)) of a share, x / n^2 of a rate; else the variance that the group comes with. */
function unbiasedVariances({ kind, scale }: JudgeSeries, { groups }: JudgedPeriod, stratum: Stratum): number[] | null {
  if (stratum.variances === null) return null;
  const per = scale ?? 1;
  const byId = new Map(groups.map((group, i) => [idOf(group, i), group]));
  return stratum.ids.map((id, i) => {
    const { numerator: x = null, denominator: n = null } = byId.get(id) ?? {};
    if (x === null || n === null) return stratum.variances![i]!;
    if (kind === "rate") return (x / n ** 2) * per ** 2;
    return n > 1 ? ((x * (n - x)) / (n ** 2 * (n - 1))) * per ** 2 : stratum.variances![i]!;
  });
}

function sizeOf({ groups }: JudgedPeriod): number | null {
  const sizes = groups.map(({ denominator, population }) => denominator ?? population ?? null);
  return sizes.some((size) => size === null) ? null : sumOf(sizes, (size) => size as number);
}

function published({ overall }: JudgedPeriod): PeriodEvidence["level"] {
  if (overall === undefined) return null;
  const { value, se = null, lower95 = null, upper95 = null } = overall;
  const width = lower95 === null || upper95 === null ? null : (upper95 - lower95) / (2 * zOf(0.95));
  return { value, standardError: se ?? width };
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
