import type { Limits } from "../model.ts";
import { countLimits } from "./count.ts";

/**
 * Events per person-years, with the exact Poisson interval below 10 events and Byar's approximation from there on.
 *
 * Formula: x / n times `per`; limits of x half a chi-squared quantile on 2x and 2x + 2 degrees of freedom, or Byar's.
 * Shapes and units: x events >= 0 in n person-years > 0, and z of `zOf` for the same level; the unit is `per`.
 * Errors: none; figures from outside are checked by `estimates` and `estimate`.
 * Source: Breslow NE, Day NE (1987), Statistical Methods in Cancer Research II, IARC, p. 69
 *
 * @example
 * rate(8, 40_000, 100_000, 0.95, zOf(0.95)); // => { value: 20, lower: 8.6345804419, upper: 39.4079730505 }
 * // 12 events: 13 (1 - 1 / 117 + z / (3 sqrt 13))^3 = 20.9629 is the upper limit of the count.
 * rate(12, 40_000, 100_000, 0.95, zOf(0.95)); // => { value: 30, lower: 15.4837746077, upper: 52.407145134 }
 */
export function rate(events: number, personYears: number, per: number, confidence: number, z: number): Limits {
  const { lower, upper } = countLimits(events, confidence, z);
  const scale = per / personYears;
  return { value: events * scale, lower: lower * scale, upper: upper * scale };
}
