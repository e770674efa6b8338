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
  const whole = (key: "lower" | "upper" | "variance", exact: (count: number) => number): number =>
    sumOf(counts, (one) => (typeof one === "number" ? exact(one) : one[key]));
  const bounds = {
    lower: whole("lower", (count) => count),
    upper: whole("upper", (count) => count),
    variance: whole("variance", () => 0),
  };
  return { numerator: (bounds.lower + bounds.upper) / 2, bounds };
}

/** What is known of both counts of a figure: exactly, or within bounds. */
export interface CountsWithin {
  numerator: number;
  bounds?: Bounds | undefined;
  denominator: number;
  denominatorBounds?: Bounds | undefined;
}

/**
 * The estimate of the middle, with the variance of where the counts lie in their bounds, and the estimates of counts anywhere
 * in them.
 *
 * Formula: Var(x / n) = Var(x) / n^2 + x^2 Var(n) / n^4 more, times per^2.
 */
export function withinBounds(
  { numerator: x, bounds, denominator: n, denominatorBounds }: CountsWithin,
  at: (x: number, n: number) => Estimate,
  { scale, z, per }: { scale: WorkingScale; z: number; per: number },
): Estimate {
  const more = (per / n) ** 2 * ((bounds?.variance ?? 0) + (x / n) ** 2 * (denominatorBounds?.variance ?? 0));
  const between = ({ lower, upper }: Bounds, place: number): number => lower + place * (upper - lower);
  return {
    ...withMoreVariance(at(x, n), more, { scale, z }),
    ...(bounds && { bounds }),
    ...(denominatorBounds && { denominatorBounds }),
    within: {
      sides: bounds && denominatorBounds ? 2 : 1,
      at: ([first = 0, second = first]) =>
        at(
          bounds ? between(bounds, first) : x,
          denominatorBounds ? between(denominatorBounds, bounds ? second : first) : n,
        ),
    },
  };
}

/** An estimate with more variance than its counts have, and the limits that go with it. */
export function withMoreVariance(
  middle: Estimate,
  more: number,
  { scale, z }: { scale: WorkingScale; z: number },
): Estimate {
  const { variance, unbiased, working } = middle;
  if (variance === null || working === null || working.variance === null) return middle;
  const { point } = working;
  const pointVariance = working.variance + more / scale.slope(point) ** 2;
  const half = z * Math.sqrt(pointVariance);
  return {
    ...middle,
    lower: scale.from(point - half),
    upper: scale.from(point + half),
    variance: variance + more,
    // The middle differs from the count, and the groups' spread round their mean is that of the middles: it holds none of this.
    unbiased: unbiased ?? variance,
    working: { point, variance: pointVariance },
  };
}
