import quantile from "@stdlib/stats-base-dists-t-quantile";

/** Two-sided Student t deviate of a confidence level. */
export const tOf = (confidence: number, degreesOfFreedom: number): number =>
  quantile(0.5 + confidence / 2, degreesOfFreedom);
