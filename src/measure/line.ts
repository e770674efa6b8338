import type { LackOfFit, Limits } from "../model.ts";
import { isMissing, type NotComputable, notComputable } from "../reasons-and-notes.ts";
import { chiSquaredP } from "../stats/chi-squared.ts";
import { sumOf } from "../stats/sum.ts";
import { type WeightedLine, weightedLine } from "../stats/weighted-line.ts";
import { workingScale } from "../stats/working-scale.ts";
import { around } from "./computed-gap.ts";
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

/**
 * Line through an ordered stratum, with its two ends in natural units: what `sii` and `rii` are made of.
 *
 * Formula: weighted least squares of g(y) on the ladder positions x: b = sum p (x - x') g(y) / sum p (x - x')^2, a =
 * sum p g(y) - b x', x' = sum p x; ends g^-1(a) and g^-1(a + b).
 * Shapes and units: an ordered stratum; intercept and slope on the working scale (or `identity`), ends in the
 * indicator's unit.
 * Errors: `undefined-on-working-scale` for groups without an order and where a figure has no value on the working
 * scale.
 * Source: docs/method.md section 3
 *
 * @example
 * // 30, 20 and 10 at 1/6, 1/2 and 5/6; Var(a) = (13/12)^2 + (1/3)^2 + (5/12)^2 = 105/72.
 * const groups = [30, 20, 10].map((value, i) => ({ id: `g${i}`, label: `Group ${i}`, weight: 100, estimate: {
 *   value, lower: null, upper: null, variance: 1, working: { point: value, variance: 1 }, numerator: null,
 *   denominator: null, notes: [],
 * } }));
 * const rules = { ranking: "local", better: "lower", scale: "identity", per: 1, reliableDenominator: 0 } as const;
 * const ladder = makeStratum({ ...rules, z: zOf(0.95), order: "ordered", groups });
 * isMissing(ladder) ? ladder : fitLine(ladder);
 * // => { intercept: 35, slope: -30, advantaged: { limits: { value: 5 } },
 * //      disadvantaged: { limits: { value: 35, lower: 32.6331186243, upper: 37.3668813757 } } }
 */
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
 * How far the groups lie from the line of `fitLine`, beyond what chance alone would do.
 *
 * Formula: chi-squared = sum (g(y) - a - b x)^2 / V on k - 2 degrees of freedom.
 * Shapes and units: an ordered stratum of at least 3 groups; a statistic and its p value.
 * Errors: none; null where there is no line or a group comes without error.
 * Source: docs/method.md section 3
 *
 * @example
 * // The line through 30, 20 and 16 passes 29, 22 and 15: 1 + 4 + 1.
 * const groups = [30, 20, 16].map((value, i) => ({ id: `g${i}`, label: `Group ${i}`, weight: 100, estimate: {
 *   value, lower: null, upper: null, variance: 1, working: { point: value, variance: 1 }, numerator: null,
 *   denominator: null, notes: [],
 * } }));
 * const rules = { ranking: "local", better: "lower", scale: "identity", per: 1, reliableDenominator: 0 } as const;
 * const ladder = makeStratum({ ...rules, z: zOf(0.95), order: "ordered", groups });
 * isMissing(ladder) ? ladder : lackOfFit(ladder);
 * // => { chiSquared: 6, degreesOfFreedom: 1, p: 0.0143058784 }
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
