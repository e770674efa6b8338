import type { ChangeScale } from "../model.ts";

/** Limits of a change as it is published, from those on the scale of its test; null where they do not carry over. */
export function changeLimits(
  scale: ChangeScale,
  step: number,
  half: number,
): { lower: number | null; upper: number | null } {
  switch (scale) {
    case "difference":
      return { lower: step - half, upper: step + half };
    case "log": {
      const [lower, upper] = [Math.exp(step - half), Math.exp(step + half)];
      // Two ratios that are nearly all error: the limits pass the smallest and the largest number there is.
      return lower === 0 || upper === Number.POSITIVE_INFINITY ? { lower: null, upper: null } : { lower, upper };
    }
    case "variance":
    case "root":
      return { lower: null, upper: null };
  }
}
