import { isMissing, type Limits, type NotComputable, notComputable } from "../model.ts";
import { chiSquaredP } from "../stats/chi-squared.ts";
import { sumOf } from "../stats/sum.ts";
import { type WeightedLine, weightedLine } from "../stats/weighted-line.ts";
import { workingScale } from "../stats/working-scale.ts";
import { around } from "./measure.ts";
import { once } from "./once.ts";
import type { Stratum } from "./stratum.ts";

/** The line through an ordered stratum, on the working scale, and its two ends in natural units. */
export interface FittedLine extends WeightedLine {
  /** f0 = g^-1(a), the most disadvantaged end; its variance by the delta method. */
  disadvantaged: LineEnd;
  /** f1 = g^-1(a + b). */
  advantaged: LineEnd;
  /** Variance on the working scale, for ratios of the ends. */
  covariance: number | null;
}

/** How far the groups lie from the line, beyond what chance alone would do. */
export interface LackOfFit {
  chiSquared: number;
  degreesOfFreedom: number;
  p: number;
}

export interface LineEnd {
  limits: Limits;
  variance: number | null;
  /** d f / d point. */
  slope: number;
  pointVariance: number | null;
}

/** Where a line is fitted: on the indicator's working scale, or through the figures as they are. */
export type LineScale = "working" | "identity";

const identity = workingScale("identity", 1);

const asTheyAre = ({ values, variances }: Stratum) => ({
  points: values,
  pointVariances: variances,
  working: identity,
});

/** Weighted least squares of the working-scale points on the ladder positions, docs/method.md section 3. */
export const fitLine = (stratum: Stratum, on: LineScale = "working"): FittedLine | NotComputable =>
  on === "working" ? onWorkingScale(stratum) : throughFigures(stratum);

const onWorkingScale = once((stratum) => lineThrough(stratum, stratum));
const throughFigures = once((stratum) => lineThrough(stratum, asTheyAre(stratum)));

function lineThrough(
  { positions, shares, z }: Stratum,
  { points, pointVariances, working }: Pick<Stratum, "points" | "pointVariances" | "working">,
): FittedLine | NotComputable {
  if (points === null || positions === null) return notComputable("undefined-on-working-scale");
  const line = weightedLine(positions, points, shares);

  const endAt = (point: number, coefficients: readonly number[]): LineEnd => {
    const slope = working.slope(point);
    const pointVariance = pointVariances && sumOf(coefficients, (c, i) => c * c * pointVariances[i]!);
    const variance = pointVariance === null ? null : slope * slope * pointVariance;
    const { lower, upper } = around(point, pointVariance, z);
    const back = (limit: number | null): number | null => (limit === null ? null : working.from(limit));
    return {
      limits: { value: working.from(point), lower: back(lower), upper: back(upper) },
      variance,
      slope,
      pointVariance,
    };
  };
  const { intercept, slope, start, end: finish } = line;
  return {
    intercept,
    slope,
    start,
    end: finish,
    disadvantaged: endAt(intercept, start),
    advantaged: endAt(intercept + slope, finish),
    covariance: pointVariances && sumOf(start, (c, i) => c * finish[i]! * pointVariances[i]!),
  };
}

/**
 * Of the line on the working scale, chi-squared = sum (g_i - a - b x_i)^2 / V_i on k - 2 degrees of freedom. Apart from
 * the line, because most who fit one want its ends alone, and a chi-squared probability costs more than the line.
 */
export function lackOfFit(stratum: Stratum): LackOfFit | null {
  const line = fitLine(stratum);
  const { positions, points, pointVariances } = stratum;
  if (isMissing(line) || positions === null || points === null || pointVariances === null) return null;
  if (points.length < 3 || pointVariances.some((v) => v === 0)) return null;
  const { intercept, slope } = line;
  const chiSquared = sumOf(points, (g, i) => (g - intercept - slope * positions[i]!) ** 2 / pointVariances[i]!);
  const degreesOfFreedom = points.length - 2;
  return { chiSquared, degreesOfFreedom, p: chiSquaredP(chiSquared, degreesOfFreedom) };
}

/** Value of the line at a ladder position, in natural units. */
export const fittedAt = (stratum: Stratum, { intercept, slope }: WeightedLine, position: number): number =>
  stratum.working.from(intercept + slope * position);
