import { type Limits, type NotComputable, notComputable } from "../model.ts";
import { chiSquaredP } from "../stats/chi-squared.ts";
import { sumOf } from "../stats/sum.ts";
import { type WeightedLine, weightedLine } from "../stats/weighted-line.ts";
import { workingScale } from "../stats/working-scale.ts";
import { around } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/** The line through an ordered stratum, on the working scale, and its two ends in natural units. */
export interface FittedLine extends WeightedLine {
  /** f0 = g^-1(a), the most disadvantaged end; its variance by the delta method. */
  disadvantaged: LineEnd;
  /** f1 = g^-1(a + b). */
  advantaged: LineEnd;
  /** Variance on the working scale, for ratios of the ends. */
  covariance: number | null;
  lackOfFit: { chiSquared: number; degreesOfFreedom: number; p: number } | null;
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

/** Weighted least squares of the working-scale points on the ladder positions, METHOD section 3. */
export function fitLine(stratum: Stratum, on: LineScale = "working"): FittedLine | NotComputable {
  const { positions, shares, z } = stratum;
  const { points, pointVariances, working } = on === "working" ? stratum : asTheyAre(stratum);
  if (points === null || positions === null)
    return notComputable(
      "undefined-on-working-scale",
      "A published figure is at the edge of its scale and comes without counts, so no line can be fitted.",
    );
  const line = weightedLine(positions, points, shares);

  const end = (point: number, coefficients: readonly number[]): LineEnd => {
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
  return {
    ...line,
    disadvantaged: end(line.intercept, line.start),
    advantaged: end(line.intercept + line.slope, line.end),
    covariance: pointVariances && sumOf(line.start, (c, i) => c * line.end[i]! * pointVariances[i]!),
    lackOfFit: lackOfFit(positions, points, pointVariances, line),
  };
}

/** chi-squared = sum (g_i - a - b x_i)^2 / V_i on k - 2 degrees of freedom. */
function lackOfFit(
  positions: readonly number[],
  points: readonly number[],
  pointVariances: readonly number[] | null,
  { intercept, slope }: WeightedLine,
) {
  if (pointVariances === null || points.length < 3 || pointVariances.some((v) => v === 0)) return null;
  const chiSquared = sumOf(points, (g, i) => (g - intercept - slope * positions[i]!) ** 2 / pointVariances[i]!);
  const degreesOfFreedom = points.length - 2;
  return { chiSquared, degreesOfFreedom, p: chiSquaredP(chiSquared, degreesOfFreedom) };
}

/** Value of the line at a ladder position, in natural units. */
export const fittedAt = (stratum: Stratum, { intercept, slope }: WeightedLine, position: number): number =>
  stratum.working.from(intercept + slope * position);
