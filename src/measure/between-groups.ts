import { sumOf } from "../stats/sum.ts";
import type { Stratum } from "./stratum.ts";

/** Between-group variance and what is known of its error. */
export interface BetweenGroups {
  /** B = sum p_i (y_i - mu)^2. */
  variance: number;
  /** A = B - sum p_i (1 - p_i) V_i: unbiased, and below zero when the groups differ less than chance alone would make them. */
  adjusted: number;
  /** Var(B) = 4 sum p^2 V (y - mu)^2 + 2 [(sum p^2 V)^2 - sum p^4 V^2 + sum p^2 (1 - p)^2 V^2]. */
  errorVariance: number;
}

/** METHOD section 3. Null where a group comes without interval. */
export function betweenGroups({ shares: p, values: y, variances, mean }: Stratum): BetweenGroups | null {
  if (variances === null) return null;
  const v = (i: number): number => variances[i]!;
  const variance = betweenGroupVariance(p, y, mean);
  const inMean = sumOf(p, (pi, i) => pi * pi * v(i));
  return {
    variance,
    adjusted: variance - sumOf(p, (pi, i) => pi * (1 - pi) * v(i)),
    errorVariance:
      4 * sumOf(p, (pi, i) => pi * pi * v(i) * (y[i]! - mean) ** 2) +
      2 * (inMean ** 2 - sumOf(p, (pi, i) => (pi * pi * v(i)) ** 2) + sumOf(p, (pi, i) => (pi * (1 - pi) * v(i)) ** 2)),
  };
}

/** sum p_i (y_i - mu)^2. */
export const betweenGroupVariance = (p: readonly number[], y: readonly number[], mean: number): number =>
  sumOf(p, (pi, i) => pi * (y[i]! - mean) ** 2);
