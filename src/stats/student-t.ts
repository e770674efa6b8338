import quantile from "@stdlib/stats-base-dists-t-quantile";

/**
 * Two-sided Student t deviate of a confidence level: `zOf` where the spread itself is estimated from few values.
 *
 * Formula: the t with P(abs(T) <= t) = c on v degrees of freedom.
 * Shapes and units: a level in (0, 1) and degrees of freedom above 0; a number of standard errors.
 * Errors: none; NaN for what is no level.
 * Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, 26.7
 *
 * @example
 * tOf(0.95, 10); // => 2.228138852
 */
export const tOf = (confidence: number, degreesOfFreedom: number): number =>
  quantile(0.5 + confidence / 2, degreesOfFreedom);
