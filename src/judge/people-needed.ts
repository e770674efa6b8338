import { type PeopleNeeded, SIGNIFICANCE } from "../model.ts";
import { normalQuantile } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";

/** Two shares of a period, from 0 to 1, whose numbers of people are not published; the overall one where it is. */
export interface SharesOfUnknownSize {
  disadvantaged: number;
  advantaged: number;
  overall: number | null;
}

/**
 * The smallest number of people in each of two periods at which the change of a gap between two shares would be clear.
 *
 * Formula: N = z^2 sum v / (change)^2, v = a / q + b / (1 - q) of each period, a and b what one person adds to the
 * variance in either group: y (1 - y) of the difference, (1 - y) / y of the log of the ratio; q = (y2 - all) / (y2 - y1) is
 * the disadvantaged share of the people. Where it is not known v is the least of any q, (sqrt(a) + sqrt(b))^2: with fewer
 * people than that the change is clear in no case.
 * Shapes and units: shares above 0 and below 1; whole people of both groups together, of each period.
 * Errors: none; null where nothing changed.
 * Source: docs/method.md section 5
 *
 * @example
 * // From 40 and 20 in 100 to 30 and 20, half the people in each group: 3.84 (0.8 + 0.74) / 0.1^2.
 * const year = (disadvantaged: number, overall: number) => ({ disadvantaged, advantaged: 0.2, overall });
 * peopleNeeded(year(0.4, 0.3), year(0.3, 0.25)); // => { absolute: 592, relative: 1099, isLeast: false }
 */
export function peopleNeeded(base: SharesOfUnknownSize, now: SharesOfUnknownSize): PeopleNeeded {
  const both = [base, now];
  const difference = ({ disadvantaged, advantaged }: SharesOfUnknownSize): number => disadvantaged - advantaged;
  const log = ({ disadvantaged, advantaged }: SharesOfUnknownSize): number => Math.log(disadvantaged / advantaged);
  return {
    absolute: needed(
      difference(now) - difference(base),
      both.map((one) => perPerson(one, (y) => y * (1 - y))),
    ),
    relative: needed(
      log(now) - log(base),
      both.map((one) => perPerson(one, (y) => (1 - y) / y)),
    ),
    isLeast: both.some((one) => partOf(one) === null),
  };
}

/** Variance of a gap times the people of its period. */
function perPerson(shares: SharesOfUnknownSize, variance: (share: number) => number): number {
  const [a, b] = [variance(shares.disadvantaged), variance(shares.advantaged)];
  const q = partOf(shares);
  return q === null ? (Math.sqrt(a) + Math.sqrt(b)) ** 2 : a / q + b / (1 - q);
}

/** Which part of the people the disadvantaged are; null where the overall share does not say. */
function partOf({ disadvantaged, advantaged, overall }: SharesOfUnknownSize): number | null {
  if (overall === null) return null;
  const q = (advantaged - overall) / (advantaged - disadvantaged);
  return q > 0 && q < 1 ? q : null;
}

function needed(change: number, variances: readonly number[]): number | null {
  const z = normalQuantile(1 - SIGNIFICANCE / 2);
  return change === 0 ? null : Math.ceil((z ** 2 * sumOf(variances, (v) => v)) / change ** 2);
}
