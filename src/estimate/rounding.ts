import type { Estimate } from "../model.ts";
import type { WorkingScale } from "../stats/working-scale.ts";

/** Rounding counts for something from this share of a variance on. */
const WORTH_COUNTING = 1 / 100;

/**
 * What rounding adds to the variance of published values.
 *
 * Formula: (10^-d)^2 / 12, d the most decimals that any of them has.
 * Shapes and units: all values of a series; the square of their unit.
 * Errors: none; 0 where there are no values.
 * Source: Sheppard WF (1898), doi:10.1112/plms/s1-29.1.353; docs/method.md section 2
 *
 * @example
 * roundingVariance([12.5, 13, 8.25]); // => 0.0000083333
 */
export const roundingVariance = (values: readonly number[]): number =>
  values.length === 0 ? 0 : Number(`1e${-2 * Math.max(...values.map(decimals))}`) / 12;

/** Decimals of a number as it is written shortest: 2 of 0.25, 7 of 1e-7. */
function decimals(value: number): number {
  const [digits, exponent = "0"] = String(value).split("e") as [string, string?];
  return Math.max(0, (digits.split(".")[1]?.length ?? 0) - Number(exponent));
}

/** An estimate with that variance added on both scales, where it is worth counting. */
export function withRounding(estimate: Estimate, scale: WorkingScale, rounding: number): Estimate {
  const { variance, working } = estimate;
  if (variance === null || rounding <= WORTH_COUNTING * variance) return estimate;
  return {
    ...estimate,
    variance: variance + rounding,
    rounding,
    working: working && {
      ...working,
      variance: working.variance === null ? null : working.variance + rounding / scale.slope(working.point) ** 2,
    },
  };
}
