import upperGamma from "@stdlib/math-base-special-gammainc";
import quantile from "@stdlib/stats-base-dists-chisquare-quantile";

/**
 * Upper tail of the chi-squared distribution, exact far out in the tail: how often chance alone gives a larger
 * statistic.
 *
 * Formula: Q(x / 2, v / 2), the regularised upper incomplete gamma function.
 * Shapes and units: a statistic of 0 or more and degrees of freedom above 0; a probability.
 * Errors: none; NaN for what is no statistic.
 * Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, 26.4
 *
 * @example
 * chiSquaredP(6, 2); // => 0.0497870684
 * // On two degrees of freedom it is e^(-x / 2): e^-3.
 */
export const chiSquaredP = (statistic: number, degreesOfFreedom: number): number =>
  upperGamma(statistic / 2, degreesOfFreedom / 2, true, true);

/**
 * Chi-squared quantile: the value that a chi-squared variable stays below with a probability.
 *
 * Formula: the x with P(x / 2, v / 2) = p, P the regularised lower incomplete gamma function.
 * Shapes and units: a probability in (0, 1) and degrees of freedom above 0; a number of 0 or more.
 * Errors: none; NaN for what is no probability.
 * Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, 26.4
 *
 * @example
 * chiSquaredQuantile(0.95, 2); // => 5.991464547
 * // On two degrees of freedom it is -2 ln (1 - p): -2 ln 0.05.
 */
export const chiSquaredQuantile = (probability: number, degreesOfFreedom: number): number =>
  quantile(probability, degreesOfFreedom);
