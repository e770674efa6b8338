import { normalQuantile, twoSidedP } from "../stats/normal.ts";
import { tQuantile, twoSidedT } from "../stats/student-t.ts";
import type { Scatter } from "./scatter.ts";

/** A change with its standard error, scatter in it, and what it is tested on. */
export interface TestedDifference {
  delta: number;
  standardError: number;
  /** Null: the normal distribution, because scatter is not known. */
  degreesOfFreedom: number | null;
  p: number;
}

/** The test of a change whose variance is that of sampling: widened where scatter is known to be larger: docs/method.md section 5. */
export function differenceTest(delta: number, variance: number, scatter: Scatter | null): TestedDifference {
  const standardError = Math.sqrt(variance * Math.max(1, scatter?.phi ?? 1));
  const degreesOfFreedom = scatter?.degreesOfFreedom ?? null;
  const deviate = standardError === 0 ? (delta === 0 ? 0 : Number.POSITIVE_INFINITY) : delta / standardError;
  const p = degreesOfFreedom === null ? twoSidedP(deviate) : twoSidedT(deviate, degreesOfFreedom);
  return { delta, standardError, degreesOfFreedom, p };
}

/** Quantile of Student's t, or of the normal distribution where no degrees of freedom are known. */
export const quantileOf = (probability: number, degreesOfFreedom: number | null): number =>
  degreesOfFreedom === null ? normalQuantile(probability) : tQuantile(probability, degreesOfFreedom);

/** The smallest change that would have been found four times in five. */
export const minimumDetectable = ({ standardError, degreesOfFreedom }: TestedDifference): number =>
  (quantileOf(0.975, degreesOfFreedom) + quantileOf(0.8, degreesOfFreedom)) * standardError;

/** Whether the 90 % interval of a change lies within a width to either side of none. */
export const isWithin = ({ delta, standardError, degreesOfFreedom }: TestedDifference, width: number): boolean =>
  Math.abs(delta) + quantileOf(0.95, degreesOfFreedom) * standardError <= width;

/** One-sided p value of a change above zero. */
export const pAbove = ({ delta, p }: TestedDifference): number => (delta > 0 ? p / 2 : 1 - p / 2);
