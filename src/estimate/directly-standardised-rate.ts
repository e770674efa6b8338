import type { Limits } from "../model.ts";
import { countLimits } from "./count.ts";

/** One age band: events, person-years, and its people in the standard population. */
export interface AgeBand {
  events: number;
  population: number;
  standard: number;
}

/** European Standard Population 2013, 19 bands from 0-4 to 90 and over. Source: Eurostat (2013), doi:10.2785/11470. */
export const europeanStandardPopulation2013: readonly number[] = [
  5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500, 1000,
];

/** People of 90 to 94, and of 95 and over, of its last band. Source: the same. */
const FROM_90 = [800, 200];

/** The same for bands that end at 85, 90 or 95 and over: upper bands are added together or told apart. */
export function europeanStandard(bands: number): readonly number[] {
  const usual = europeanStandardPopulation2013;
  if (bands > usual.length) return [...usual.slice(0, -1), ...FROM_90];
  return [...usual.slice(0, bands - 1), usual.slice(bands - 1).reduce((sum, people) => sum + people, 0)];
}

/**
 * Rate that a standard population would have at the rates of each age band here, with Dobson's interval.
 *
 * Formula: DSR = sum w r / sum w, r = events / population; limits DSR + sqrt(Var / O) (limit of O - O), O all events
 * and Var = sum w^2 events / population^2 / (sum w)^2; limits of O as those of `rate`.
 * Shapes and units: bands with population above 0, an event in one at least, and z of `zOf`; the unit is `per`.
 * Errors: none; NaN where nothing happened. `standardisedRate` says where there is no such rate.
 * Source: Dobson AJ et al. (1991), doi:10.1002/sim.4780100317
 *
 * @example
 * // 0.6 times 10 / 1000 and 0.4 times 30 / 1000.
 * const bands = [
 *   { events: 10, population: 1000, standard: 60_000 },
 *   { events: 30, population: 1000, standard: 40_000 },
 * ];
 * directlyStandardisedRate(bands, 100_000, 0.95, zOf(0.95));
 * // => { value: 1800, lower: 1276.36281694, upper: 2463.10325448 }
 */
export function directlyStandardisedRate(
  bands: readonly AgeBand[],
  per: number,
  confidence: number,
  z: number,
): Limits {
  let events = 0;
  let weight = 0;
  let weighted = 0;
  let variance = 0;
  for (const band of bands) {
    events += band.events;
    weight += band.standard;
    weighted += (band.standard * band.events) / band.population;
    variance += (band.standard / band.population) ** 2 * band.events;
  }
  const rate = weighted / weight;
  const scale = Math.sqrt(variance / events) / weight;
  const { lower, upper } = countLimits(events, confidence, z);
  return {
    value: per * rate,
    lower: per * (rate + scale * (lower - events)),
    upper: per * (rate + scale * (upper - events)),
  };
}
