import type { Limits } from "../model.ts";
import { type NotComputable, notComputable } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import { countLimits } from "./count.ts";

/** One band of age: people here, and events and people of the standard. */
export interface StandardBand {
  population: number;
  standardEvents: number;
  standardPopulation: number;
}

/** How many events the people of an area would have at the standard's rates by age. */
export const expectedEvents = (bands: readonly StandardBand[]): number =>
  sumOf(bands, ({ population, standardEvents, standardPopulation }) =>
    population === 0 ? 0 : (population * standardEvents) / standardPopulation,
  );

/**
 * Standardised mortality ratio, or that of any other event: those that happened over those that would have at the standard's
 * rates by age (indirect standardisation). The interval is that of the count: exact below 10 events, Byar's from there on.
 *
 * Formula: O / E times `per`, E = sum n r, r the standard's events over its people; limits those of the count O, over E.
 * Shapes and units: O of 0 or more, bands of the area's people with a standard that has people in each; the unit is `per`,
 * 100 for the usual ratio in which 100 is the standard's own.
 * Errors: `empty-age-band` where people are in a band of which the standard has nobody; `no-denominator` where no event is
 * expected.
 * Source: Breslow NE, Day NE (1987), Statistical Methods in Cancer Research II, IARC, p. 65-69
 *
 * @example
 * // 1000 at 0.01 and 500 at 0.02 are 20 expected; 30 happened.
 * const bands = [
 *   { population: 1000, standardEvents: 100, standardPopulation: 10_000 },
 *   { population: 500, standardEvents: 100, standardPopulation: 5000 },
 * ];
 * standardisedRatio(30, bands, 100, 0.95); // => { value: 150, lower: 101.1847, upper: 214.1419 }
 * standardisedRatio(30, [{ ...bands[0]!, standardEvents: 0 }], 100, 0.95); // => { reason: "no-denominator" }
 */
export function standardisedRatio(
  observed: number,
  bands: readonly StandardBand[],
  per: number,
  confidence: number,
): Limits | NotComputable {
  if (bands.some(({ population, standardPopulation }) => population > 0 && standardPopulation === 0))
    return notComputable("empty-age-band", { rate: "rate" });
  const expected = expectedEvents(bands);
  if (expected === 0) return notComputable("no-denominator", { of: "zero" });
  const { lower, upper } = countLimits(observed, confidence, zOf(confidence));
  const scale = per / expected;
  return { value: observed * scale, lower: lower * scale, upper: upper * scale };
}
