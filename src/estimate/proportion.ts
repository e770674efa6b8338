import type { Limits } from "../model.ts";

/**
 * Proportion x / n times `per`, with the Wilson score interval.
 * Needs 0 <= x <= n and n > 0. Source: Wilson EB (1927), doi:10.1080/01621459.1927.10502953.
 */
export function proportion(x: number, n: number, per: number, z: number): Limits {
  const middle = 2 * x + z * z;
  const half = z * Math.sqrt(z * z + 4 * x * (1 - x / n));
  const scale = per / (2 * (n + z * z));
  return {
    value: (per * x) / n,
    lower: x === 0 ? 0 : (middle - half) * scale,
    upper: x === n ? per : (middle + half) * scale,
  };
}
