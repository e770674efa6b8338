import inverse from "@stdlib/math-base-special-kernel-betaincinv";

/**
 * Quantile of the beta distribution: the share that a beta variable stays below with a probability.
 * Formula: the x with I_x(a, b) = p, I the regularised incomplete beta function.
 * Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, 26.5.
 */
export const betaQuantile = (probability: number, a: number, b: number): number =>
  inverse(a, b, probability, 1 - probability)[0]!;
