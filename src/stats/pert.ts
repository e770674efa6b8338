import type { RangeShape } from "../programme-numbers.ts";
import { betaQuantile } from "./beta.ts";

/** A number that is not known exactly: the least, the most likely and the most that it can be. */
export interface Range {
  low: number;
  central: number;
  high: number;
}

/**
 * Quantile of a range by a shape: the number that it stays below with a probability.
 *
 * Formula: low + (high - low) x; beta-PERT: x the quantile of Beta(1 + 4m, 5 - 4m), m = (central - low) / (high - low);
 * triangular: x = sqrt(p m) where p < m, else 1 - sqrt((1 - p)(1 - m)).
 * Shapes and units: a range and a probability in (0, 1); a number in the unit of the range.
 * Errors: none.
 * Source: Malcolm DG et al. (1959), doi:10.1287/opre.7.5.646; Vose D (2008), Risk Analysis, 3rd ed.
 *
 * @example
 * rangeQuantile({ low: 0, central: 5, high: 10 }, "triangular", 0.5); // => 5
 */
export function rangeQuantile({ low, central, high }: Range, shape: RangeShape, probability: number): number {
  if (high === low) return central;
  const m = (central - low) / (high - low);
  const triangle = (): number =>
    probability < m ? Math.sqrt(probability * m) : 1 - Math.sqrt((1 - probability) * (1 - m));
  return low + (high - low) * (shape === "triangular" ? triangle() : betaQuantile(probability, 1 + 4 * m, 5 - 4 * m));
}

/** Mean of a range: (low + 4 central + high) / 6 by beta-PERT, (low + central + high) / 3 by triangle. */
export const rangeMean = ({ low, central, high }: Range, shape: RangeShape): number =>
  shape === "triangular" ? (low + central + high) / 3 : (low + 4 * central + high) / 6;
