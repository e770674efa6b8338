import upperGamma from "@stdlib/math-base-special-gammainc";
import quantile from "@stdlib/stats-base-dists-chisquare-quantile";

/** Upper tail of the chi-squared distribution, exact far out in the tail. */
export const chiSquaredP = (statistic: number, degreesOfFreedom: number): number =>
  upperGamma(statistic / 2, degreesOfFreedom / 2, true, true);

/** Chi-squared quantile of a probability in (0, 1). */
export const chiSquaredQuantile = (probability: number, degreesOfFreedom: number): number =>
  quantile(probability, degreesOfFreedom);
