import type { Limits } from "../model.ts";

/**
 * Share of people with something, with the Wilson score interval, which stays between none and all.
 *
 * Formula: x / n; limits the two q with (x / n - q)^2 = z^2 q (1 - q) / n; all times `per`.
 * Shapes and units: x of n people, 0 <= x <= n and n > 0, and z of `zOf`; the unit is `per`, 100 for per cent.
 * Errors: none; figures from outside are checked by `estimates` and `estimate`.
 * Source: Wilson EB (1927), doi:10.1080/01621459.1927.10502953
 *
 * @example
 * proportion(20, 80, 100, zOf(0.95)); // => { value: 25, lower: 16.80623186, upper: 35.48467462 }
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
