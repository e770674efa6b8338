import type { ComputedGap } from "../model.ts";
import type { Note } from "../reasons-and-notes.ts";
import { sumOf } from "../stats/sum.ts";
import { once } from "./once.ts";
import type { Stratum } from "./stratum.ts";

/** Between-group variance and what is known of its error. */
export interface BetweenGroups {
  /** B = sum p_i (y_i - mu)^2. */
  variance: number;
  /** A = B - sum p_i (1 - p_i) U_i: unbiased, and below zero when the groups differ less than chance alone would make them. */
  adjusted: number;
  /** Var(B) = 4 sum p^2 V (y - mu)^2 + 2 [(sum p^2 V)^2 - sum p^4 V^2 + sum p^2 (1 - p)^2 V^2]. */
  errorVariance: number;
  /** 4 sum p^2 V (y - mu)^2, the part of it that is linear in the groups. */
  linearVariance: number;
}

/** docs/method.md section 3. Null where a group comes without interval. */
export const betweenGroups = once(
  ({ shares: p, values: y, variances, unbiased, mean }: Stratum): BetweenGroups | null => {
    if (variances === null || unbiased === null) return null;
    const v = (i: number): number => variances[i]!;
    const variance = betweenGroupVariance(p, y, mean);
    // (sum a)^2 - sum a^2, a = p^2 V, as twice the sum of its products: a difference would be lost beside one large group.
    let before = 0;
    const products = sumOf(p, (pi, i) => {
      const own = pi * pi * v(i);
      const product = own * before;
      before += own;
      return product;
    });
    const linearVariance = 4 * sumOf(p, (pi, i) => pi * pi * v(i) * (y[i]! - mean) ** 2);
    return {
      variance,
      adjusted: variance - sumOf(p, (pi, i) => pi * (1 - pi) * unbiased[i]!),
      errorVariance: linearVariance + 2 * (2 * products + sumOf(p, (pi, i) => (pi * (1 - pi) * v(i)) ** 2)),
      linearVariance,
    };
  },
);

/** sum p_i (y_i - mu)^2. */
export const betweenGroupVariance = (p: readonly number[], y: readonly number[], mean: number): number =>
  sumOf(p, (pi, i) => pi * (y[i]! - mean) ** 2);

/** How a between-group variance is shown: as it is, or its root times a factor. */
export interface Shown {
  show(variance: number): number;
  /** Factor on the variance where changes are tested. */
  tested: number;
}

export const asVariance: Shown = { show: (variance) => variance, tested: 1 };
export const asDeviation = (factor: number): Shown => ({
  show: (variance) => factor * Math.sqrt(variance),
  tested: factor ** 2,
});

/** A between-group variance, observed or adjusted, with limits z standard errors to either side: cut at 0, then shown. */
export function shownSpread(
  variance: number,
  { errorVariance }: BetweenGroups,
  { z }: Stratum,
  { show, tested }: Shown,
  notes: Note[],
): ComputedGap {
  const error = Math.sqrt(errorVariance);
  const cut = (value: number): number => show(Math.max(0, value));
  const limits = { value: cut(variance), lower: cut(variance - z * error), upper: cut(variance + z * error) };
  return {
    raw: limits,
    oriented: limits,
    tested: { scale: "variance", point: tested * variance, standardError: tested * error },
    notes,
  };
}
