import { sumOf } from "./sum.ts";

/** A straight line through correlated points. */
export interface CorrelatedLine {
  intercept: number;
  slope: number;
  /** r' O^-1 r of the residuals. */
  chiSquared: number;
  /** (X' O^-1 X)^-1 of intercept and slope, to be multiplied by the variance of a point. */
  spread: { intercept: number; slope: number; covariance: number };
}

/**
 * Generalised least squares of y on x, where two points are correlated by a power of their distance: O_ij = rho^|x_i - x_j|.
 *
 * Formula: b = (X' O^-1 X)^-1 X' O^-1 y.
 * Shapes and units: as many x as y, at least two x that differ; `correlation` from 0 (ordinary least squares) to below 1.
 * Errors: none.
 * Source: Aitken AC (1935), doi:10.1017/S0370164600014346
 *
 * @example
 * // Without correlation: mean 3 at the middle 1, slope (5 - 1) / 2.
 * correlatedLine([0, 1, 2], [1, 3, 5], 0);
 * // => { intercept: 1, slope: 2, chiSquared: 0, spread: { slope: 0.5 } }
 */
export function correlatedLine(x: readonly number[], y: readonly number[], correlation: number): CorrelatedLine {
  // Not `**`, whose last digit differs between versions of V8.
  const omega = x.map((xi) => x.map((xj) => (xi === xj ? 1 : Math.exp(Math.abs(xi - xj) * Math.log(correlation)))));
  const factor = cholesky(omega);
  const [ones, xs, ys] = [x.map(() => 1), x, y].map((column) => forward(factor, column)) as [
    number[],
    number[],
    number[],
  ];
  const dot = (a: readonly number[], b: readonly number[]): number => sumOf(a, (ai, i) => ai * b[i]!);
  const [aa, ab, bb] = [dot(ones, ones), dot(ones, xs), dot(xs, xs)];
  const [ay, by] = [dot(ones, ys), dot(xs, ys)];
  const determinant = aa * bb - ab * ab;
  const intercept = (bb * ay - ab * by) / determinant;
  const slope = (aa * by - ab * ay) / determinant;
  const residuals = ys.map((yi, i) => yi - intercept * ones[i]! - slope * xs[i]!);
  return {
    intercept,
    slope,
    chiSquared: dot(residuals, residuals),
    spread: { intercept: bb / determinant, slope: aa / determinant, covariance: -ab / determinant },
  };
}

/** Lower triangle L of a positive definite matrix: L L' = O. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const factor = matrix.map((row) => row.map(() => 0));
  matrix.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= factor[i]![k]! * factor[j]![k]!;
      factor[i]![j] = i === j ? Math.sqrt(rest) : rest / factor[j]![j]!;
    }
  });
  return factor;
}

/** L^-1 v. */
function forward(factor: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const solved: number[] = [];
  factor.forEach((row, i) => {
    let rest = vector[i]!;
    for (let j = 0; j < i; j++) rest -= row[j]! * solved[j]!;
    solved.push(rest / row[i]!);
  });
  return solved;
}
