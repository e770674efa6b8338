import type { Limits } from "../model.ts";
import { tOf } from "../stats/student-t.ts";

/**
 * Mean of a sample with Student's interval.
 *
 * Formula: m -+ t sd / sqrt(n), t on n - 1 degrees of freedom.
 * Shapes and units: the mean, a sample standard deviation >= 0 and a count >= 2; the unit is that of the values.
 * Errors: none; NaN limits for a single value, which `estimates` and `estimate` refuse.
 * Source: Student (1908), doi:10.1093/biomet/6.1.1
 *
 * @example
 * // t = 2.0639 on 24 degrees of freedom, times 10 / sqrt 25 = 2.
 * mean(50, 10, 25, 0.95); // => { value: 50, lower: 45.8722028767, upper: 54.1277971233 }
 */
export function mean(value: number, sd: number, count: number, confidence: number): Limits {
  const half = (tOf(confidence, count - 1) * sd) / Math.sqrt(count);
  return { value, lower: value - half, upper: value + half };
}
