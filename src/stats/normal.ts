import cdf from "@stdlib/stats-base-dists-normal-cdf";
import quantile from "@stdlib/stats-base-dists-normal-quantile";

/** Two-sided standard normal deviate of a confidence level: 1.9599... for 0.95. */
export const zOf = (confidence: number): number => quantile(0.5 + confidence / 2, 0, 1);

/** Standard normal quantile of a probability in (0, 1). */
export const normalQuantile = (probability: number): number => quantile(probability, 0, 1);

/** Two-sided p value of a standard normal deviate. */
export const twoSidedP = (z: number): number => 2 * cdf(-Math.abs(z), 0, 1);
