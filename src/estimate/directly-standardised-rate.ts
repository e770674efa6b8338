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

/**
 * Directly standardised rate per `per` with Dobson's interval on the limits of the total count:
 * DSR = sum w r / sum w, r = events / population; limits DSR + sqrt(Var / O) (limit of O - O),
 * Var = sum w^2 events / population^2 / (sum w)^2. Needs every population above 0 and at least one event.
 * Source: Dobson AJ et al. (1991), doi:10.1002/sim.4780100317.
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
