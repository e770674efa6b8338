import type { Bounds, Estimate } from "../model.ts";
import { sumOf } from "../stats/sum.ts";
import type { WorkingScale } from "../stats/working-scale.ts";

/**
 * A count that is published as a range only, `<5` as 1 to 4: it enters as its middle.
 *
 * Formula: (lo + hi) / 2, and (hi - lo)^2 / 12 more of variance.
 * Shapes and units: a lowest and a highest count, both possible; a count.
 * Errors: none.
 * Source: docs/method.md section 2
 *
 * @example
 * boundedCount(1, 4); // => { numerator: 2.5, bounds: { lower: 1, upper: 4, variance: 0.75 } }
 */
export const boundedCount = (lower: number, upper: number): { numerator: number; bounds: Bounds } => ({
  numerator: (lower + upper) / 2,
  bounds: { lower, upper, variance: (upper - lower) ** 2 / 12 },
});

/** Counts added up, some of them known exactly and some within bounds. */
export function addedUpWithin(counts: readonly (number | Bounds)[]): { numerator: number; bounds: Bounds } {
  const whole = (key: keyof Bounds, exact: (count: number) => number): number =>
    sumOf(counts, (one) => (typeof one === "number" ? exact(one) : one[key]));
  const bounds = {
    lower: whole("lower", (count) => count),
    upper: whole("upper", (count) => count),
    variance: whole("variance", () => 0),
  };
  return { numerator: (bounds.lower + bounds.upper) / 2, bounds };
}

/** The estimate of the middle, with the variance of where the count lies in its bounds, and the estimates of both ends. */
export function withinBounds(
  { lower, upper, variance: ofCount }: Bounds,
  at: (count: number) => Estimate,
  { scale, z, perCount }: { scale: WorkingScale; z: number; perCount: number },
): Estimate {
  const middle = at((lower + upper) / 2);
  const more = perCount ** 2 * ofCount;
  const { variance, unbiased, working } = middle;
  const corners = [at(lower), at(upper)] as const;
  if (variance === null || working === null || working.variance === null) return { ...middle, corners };
  const { point } = working;
  const pointVariance = working.variance + more / scale.slope(point) ** 2;
  const half = z * Math.sqrt(pointVariance);
  return {
    ...middle,
    lower: scale.from(point - half),
    upper: scale.from(point + half),
    variance: variance + more,
    ...(unbiased === undefined ? {} : { unbiased: unbiased + more }),
    working: { point, variance: pointVariance },
    corners,
  };
}
