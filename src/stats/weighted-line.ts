import { sumOf } from "./sum.ts";

/** A weighted least-squares line. Both ends are linear in the points, so `start` and `end` hold each point's share in them. */
export interface WeightedLine {
  intercept: number;
  slope: number;
  /** Coefficients c with intercept = sum c_i g_i. */
  start: number[];
  /** Coefficients d with intercept + slope = sum d_i g_i. */
  end: number[];
}

/**
 * Line through points (x_i, g_i) with weights p_i that add up to 1:
 * b = sum p_i (x_i - x') g_i / S, S = sum p_i (x_i - x')^2, x' = sum p_i x_i, a = sum p_i g_i - b x'.
 * At least two different x are needed.
 */
export function weightedLine(x: readonly number[], g: readonly number[], p: readonly number[]): WeightedLine {
  const rounded = sumOf(x, (xi, i) => p[i]! * xi);
  // Twice, because with nearly all the weight on one point its distance from the middle is lost in the first rounding.
  const middle = rounded + sumOf(x, (xi, i) => p[i]! * (xi - rounded));
  const off = sumOf(x, (xi, i) => p[i]! * (xi - middle));
  const distance = x.map((xi) => xi - middle - off);
  const spread = sumOf(distance, (di, i) => p[i]! * di ** 2);
  const slopeShare = distance.map((di, i) => (p[i]! * di) / spread);
  const start = slopeShare.map((share, i) => p[i]! - share * middle);
  const end = start.map((share, i) => share + slopeShare[i]!);
  return {
    intercept: sumOf(g, (gi, i) => start[i]! * gi),
    slope: sumOf(g, (gi, i) => slopeShare[i]! * gi),
    start,
    end,
  };
}
