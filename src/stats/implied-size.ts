/**
 * Sample size whose binomial error a proportion's interval shows: y (1 - y) / s^2, y and s as shares of `per`.
 * Null without an interval.
 */
export function impliedSize(
  { value, variance }: { value: number; variance: number | null },
  per: number,
): number | null {
  return variance === null || variance === 0 ? null : (value * (per - value)) / variance;
}
