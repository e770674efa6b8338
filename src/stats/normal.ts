import cdf from "@stdlib/stats-base-dists-normal-cdf";
import quantile from "@stdlib/stats-base-dists-normal-quantile";

/**
 * Two-sided standard normal deviate of a confidence level: how many standard errors an interval reaches to either side.
 *
 * Formula: z = Phi^-1((1 + c) / 2), Phi the standard normal distribution.
 * Shapes and units: a level in (0, 1), 0.95 for 95%; a number of standard errors.
 * Errors: none; NaN for what is no level.
 * Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, 26.2
 *
 * @example
 * zOf(0.95); // => 1.959963985
 * zOf(0.998); // => 3.090232306
 */
export const zOf = (confidence: number): number => quantile(0.5 + confidence / 2, 0, 1);

/**
 * Standard normal quantile: the value that a standard normal variable stays below with a probability.
 *
 * Formula: Phi^-1(p), Phi the standard normal distribution.
 * Shapes and units: a probability in (0, 1); a number of standard deviations.
 * Errors: none; NaN for what is no probability.
 * Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, 26.2
 *
 * @example
 * normalQuantile(0.9); // => 1.281551566
 */
export const normalQuantile = (probability: number): number => quantile(probability, 0, 1);

/**
 * Two-sided p value of a standard normal deviate: how often chance alone goes as far to one side or the other.
 *
 * Formula: p = 2 Phi(-abs(z)), Phi the standard normal distribution.
 * Shapes and units: a number of standard errors, of either sign; a probability.
 * Errors: none.
 * Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, 26.2
 *
 * @example
 * twoSidedP(-2); // => 0.0455002639
 */
export const twoSidedP = (z: number): number => 2 * cdf(-Math.abs(z), 0, 1);
