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
  const middle = middleOf(x, p);
  let off = 0;
  for (let i = 0; i < x.length; i++) off += p[i]! * (x[i]! - middle);
  let spread = 0;
  for (let i = 0; i < x.length; i++) spread += p[i]! * (x[i]! - middle - off) ** 2;
  const start: number[] = [];
  const end: number[] = [];
  let intercept = 0;
  let slope = 0;
  for (let i = 0; i < x.length; i++) {
    const slopeShare = (p[i]! * (x[i]! - middle - off)) / spread;
    const share = p[i]! - slopeShare * middle;
    start.push(share);
    end.push(share + slopeShare);
    intercept += share * g[i]!;
    slope += slopeShare * g[i]!;
  }
  return { intercept, slope, start, end };
}

/** sum p_i x_i, summed twice: with nearly all the weight on one point its distance from the middle is lost in the first rounding. */
function middleOf(x: readonly number[], p: readonly number[]): number {
  let rounded = 0;
  for (let i = 0; i < x.length; i++) rounded += p[i]! * x[i]!;
  let rest = 0;
  for (let i = 0; i < x.length; i++) rest += p[i]! * (x[i]! - rounded);
  return rounded + rest;
}
