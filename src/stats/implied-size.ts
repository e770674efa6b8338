/**
 * Sample size whose binomial error a proportion's interval shows: y (1 - y) / s^2, y and s as shares of `per`.
 * What rounding adds to the error says nothing of the size. Null without an interval.
 */
export function impliedSize(
  { value, variance, rounding = 0 }: { value: number; variance: number | null; rounding?: number },
  per: number,
): number | null {
  return variance === null || variance === 0 ? null : (value * (per - value)) / (variance - rounding);
}
