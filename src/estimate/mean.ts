import type { Limits } from "../model.ts";
import { tOf } from "../stats/student-t.ts";

/** Sample mean with Student t limits. Needs count >= 2 and sd >= 0, in the unit of the mean. */
export function mean(value: number, sd: number, count: number, confidence: number): Limits {
  const half = (tOf(confidence, count - 1) * sd) / Math.sqrt(count);
  return { value, lower: value - half, upper: value + half };
}
