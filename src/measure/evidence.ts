import type { ComputedGap, GapEvidence, MeasureId, PeriodEvidence } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { headline } from "./all.ts";
import { betweenGroups, betweenGroupVariance } from "./between-groups.ts";
import { type FittedLine, fitLine } from "./line.ts";
import { endsVariance } from "./slope.ts";
import type { Stratum } from "./stratum.ts";

type Evidence = Pick<PeriodEvidence, "absolute" | "relative" | "complement" | "ends" | "cells" | "sizesUnknown">;

/** What judging takes of the groups of one period: docs/method.md section 5. */
export function evidenceOf(stratum: Stratum): Evidence {
  const cells = cellsOf(stratum);
  if (stratum.order === "unordered") {
    if (!stratum.isWeighted)
      return { absolute: null, relative: null, complement: null, ends: null, cells, sizesUnknown: true };
    return { ...spreadEvidence(stratum), ends: null, cells };
  }
  const { absolute, relative } = headline(stratum);
  const gap = (measure: typeof absolute): GapEvidence | null => {
    const computed = measure.compute(stratum);
    return isMissing(computed) ? null : tested(measure.id, computed);
  };
  const fitted = stratum.order === "ordered" ? fitLine(stratum) : null;
  const line = fitted && !isMissing(fitted) ? fitted : null;
  return {
    absolute: gap(absolute),
    relative: gap(relative),
    complement: stratum.scale === "logit" ? complementOf(stratum, line, relative.id) : null,
    ends: stratum.order === "pair" ? sidesOf(stratum) : line && endsOf(line),
    cells,
  };
}

const tested = (
  measure: MeasureId,
  { oriented, tested: { scale, point, standardError } }: ComputedGap,
): GapEvidence => ({
  measure,
  shown: oriented.value,
  scale,
  point,
  variance: standardError === null ? null : standardError ** 2,
  linearVariance: null,
});

function cellsOf({ points, pointVariances }: Stratum): Evidence["cells"] {
  if (points === null || pointVariances === null) return null;
  return points.map((point, i) => ({ point, variance: pointVariances[i]! }));
}

/** The adjusted spread A with its error, over the mean for the relative gap; else the plain one. */
function spreadEvidence(stratum: Stratum) {
  const { shares, values, mean, per, scale } = stratum;
  const between = betweenGroups(stratum);
  const over = (measure: MeasureId, factor: number): GapEvidence | null => {
    if (!Number.isFinite(factor) || factor <= 0) return null;
    if (between === null) {
      const root = factor * Math.sqrt(betweenGroupVariance(shares, values, mean));
      return { measure, shown: root, scale: "root", point: root, variance: null, linearVariance: null };
    }
    return {
      measure,
      shown: factor * Math.sqrt(Math.max(0, between.adjusted)),
      scale: "variance",
      point: factor ** 2 * between.adjusted,
      variance: factor ** 2 * factor ** 2 * between.errorVariance,
      linearVariance: factor ** 2 * factor ** 2 * between.linearVariance,
    };
  };
  const { absolute, relative } = headline(stratum);
  return {
    absolute: over(absolute.id, 1),
    relative: over(relative.id, 100 / mean),
    complement: scale === "logit" ? over(relative.id, 100 / (per - mean)) : null,
  };
}

/** The relative gap counted by those who have not: better turns round, and the ends are what is left of the whole. */
function complementOf(stratum: Stratum, line: FittedLine | null, measure: MeasureId): GapEvidence | null {
  const { per, better, values, variances, order } = stratum;
  const [first, last] =
    order === "pair"
      ? [per - values[0]!, per - values.at(-1)!]
      : line === null
        ? [0, 0]
        : [per - line.disadvantaged.limits.value, per - line.advantaged.limits.value];
  if (first <= 0 || last <= 0) return null;
  const variance =
    order === "pair"
      ? variances && variances[0]! / first ** 2 + variances.at(-1)! / last ** 2
      : line && endsVariance(line, -line.disadvantaged.slope / first, -line.advantaged.slope / last);
  // Where fewer who have it is better, more who have not is: the log of last over first.
  const point = better === "lower" ? Math.log(last / first) : Math.log(first / last);
  return { measure, shown: Math.exp(point), scale: "log", point, variance, linearVariance: null };
}

function endsOf({ disadvantaged, advantaged, covariance }: FittedLine): Evidence["ends"] {
  if (disadvantaged.variance === null || advantaged.variance === null || covariance === null) return null;
  return {
    disadvantaged: disadvantaged.limits.value,
    advantaged: advantaged.limits.value,
    advantagedVariance: advantaged.variance,
    sumVariance: disadvantaged.variance + advantaged.variance + 2 * disadvantaged.slope * advantaged.slope * covariance,
  };
}

function sidesOf({ values, variances }: Stratum): Evidence["ends"] {
  if (variances === null) return null;
  return {
    disadvantaged: values[0]!,
    advantaged: values[1]!,
    advantagedVariance: variances[1]!,
    sumVariance: variances[0]! + variances[1]!,
  };
}
