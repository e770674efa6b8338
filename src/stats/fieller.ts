/** Two estimates with their variances and covariance. */
export interface TwoEstimates {
  numerator: number;
  denominator: number;
  numeratorVariance: number;
  denominatorVariance: number;
  covariance: number;
}

/**
 * Limits of numerator / denominator, both normal: the t with (numerator - t denominator)^2 = z^2 Var(numerator - t denominator).
 * Null where the denominator is not clearly away from 0. Source: Fieller EC (1954), doi:10.1111/j.2517-6161.1954.tb00159.x.
 */
export function fiellerLimits(two: TwoEstimates, z: number): { lower: number; upper: number } | null {
  const { numerator: y, denominator: x, numeratorVariance, denominatorVariance, covariance } = two;
  const square = z * z;
  const a = x * x - square * denominatorVariance;
  if (a <= 0) return null;
  const b = x * y - square * covariance;
  const c = y * y - square * numeratorVariance;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return { lower: (b - root) / a, upper: (b + root) / a };
}
