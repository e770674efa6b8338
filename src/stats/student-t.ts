import cdf from "@stdlib/stats-base-dists-t-cdf";
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

/**
 * Student's t that leaves a probability below it.
 *
 * Formula: F^-1(probability).
 * Shapes and units: a probability, 0 to 1, and degrees of freedom above 0.
 * Errors: none; NaN for what is no probability.
 * Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, 26.7
 *
 * @example
 * tQuantile(0.8, 8); // => 0.8888895
 */
export const tQuantile = (probability: number, degreesOfFreedom: number): number =>
  quantile(probability, degreesOfFreedom);

/**
 * Two-sided p value of Student's t.
 *
 * Formula: 2 F(-|t|).
 * Shapes and units: a deviate and degrees of freedom above 0; a probability.
 * Errors: none.
 * Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, 26.7
 *
 * @example
 * twoSidedT(2.228138852, 10); // => 0.05
 */
export const twoSidedT = (t: number, degreesOfFreedom: number): number => 2 * cdf(-Math.abs(t), degreesOfFreedom);
