import { chiSquaredQuantile } from "./chi-squared.ts";

/**
 * Quantile of the gamma distribution of a shape and a rate: half that of chi-squared on twice the shape, over the rate.
 * Source: Abramowitz M, Stegun IA (1964), Handbook of Mathematical Functions, 26.4.
 */
export const gammaQuantile = (probability: number, shape: number, rate: number): number =>
  chiSquaredQuantile(probability, 2 * shape) / (2 * rate);
