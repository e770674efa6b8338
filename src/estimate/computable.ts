import type { Limits } from "../model.ts";
import { type NotComputable, notComputable } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import { type AgeBand, directlyStandardisedRate } from "./directly-standardised-rate.ts";
import { lifeExpectancy } from "./life-expectancy.ts";
import type { LifeTableBand } from "./life-table-columns.ts";

/** Standardised rates rest on too little below this many events. */
const FEWEST_EVENTS = 10;
/** Life tables of this many people or fewer say nothing. */
const FEW_PEOPLE = 5000;
/** Years that a 95% interval of life expectancy may span. */
const WIDEST = 20;

/**
 * A directly standardised rate, or why there can be none.
 *
 * Formula: that of `directlyStandardisedRate`.
 * Shapes and units: bands with events >= 0 and a standard population of more than nobody; the unit is `per`.
 * Errors: `empty-age-band` where a band has no population; `few-events` below 10 events.
 * Source: Dobson AJ et al. (1991), doi:10.1002/sim.4780100317; docs/method.md section 2
 *
 * @example
 * const band = { population: 1000, standard: 50_000 };
 * standardisedRate([{ ...band, events: 10 }, { ...band, events: 30 }], 100_000, 0.95); // => { value: 2000 }
 * standardisedRate([{ ...band, events: 4 }, { ...band, events: 5 }], 100_000, 0.95); // => { reason: "few-events" }
 */
export function standardisedRate(bands: readonly AgeBand[], per: number, confidence: number): Limits | NotComputable {
  if (bands.some(({ population }) => population <= 0)) return notComputable("empty-age-band", { rate: "rate" });
  const events = bands.reduce((sum, band) => sum + band.events, 0);
  if (events < FEWEST_EVENTS) return notComputable("few-events");
  return directlyStandardisedRate(bands, per, confidence, zOf(confidence));
}

/**
 * Life expectancy at the start of every age band, or why there is none: for the whole table or for an age.
 *
 * Formula: that of `lifeExpectancy`.
 * Shapes and units: bands by ascending age, deaths >= 0, the last open; years, in the order of the bands.
 * Errors: `empty-age-band`, `deaths-exceed-population`, `small-population` (5,000 people or fewer) and
 * `no-deaths-in-open-band` for a table; `nobody-survives` and `wide-interval` (more than 20 years at 95%, whatever the
 * level) for an age.
 * Source: Chiang CL (1984), The Life Table and its Applications; Silcocks PBS et al. (2001), doi:10.1136/jech.55.1.38
 *
 * @example
 * const bands = [
 *   { startAge: 0, deaths: 200, population: 10_000 },
 *   { startAge: 50, deaths: 500, population: 10_000 },
 * ];
 * lifeTable(bands, 0.95);
 * // => [{ value: 40, lower: 37.5294431321, upper: 42.4705568679 },
 * //     { value: 20, lower: 18.2469549188, upper: 21.7530450812 }]
 * lifeTable([{ startAge: 0, deaths: 50, population: 4000 }], 0.95); // => { reason: "small-population" }
 */
export function lifeTable(
  bands: readonly LifeTableBand[],
  confidence: number,
): (Limits | NotComputable)[] | NotComputable {
  const refusal = refuse(bands);
  if (refusal) return refusal;
  const judged = lifeExpectancy(bands, zOf(0.95));
  const shown = lifeExpectancy(bands, zOf(confidence));
  return bands.map(({ startAge }, i) => {
    const { value, lower, upper } = judged[i]!;
    if (value === 0) return notComputable("nobody-survives", { age: startAge });
    return (upper as number) - (lower as number) > WIDEST
      ? notComputable("wide-interval", { age: startAge })
      : shown[i]!;
  });
}

function refuse(bands: readonly LifeTableBand[]): NotComputable | null {
  if (bands.some(({ population }) => population <= 0)) return notComputable("empty-age-band", { rate: "death-rate" });
  const crowded = bands.find(({ deaths, population }) => deaths > population);
  if (crowded) return notComputable("deaths-exceed-population", { age: crowded.startAge });
  if (bands.reduce((sum, { population }) => sum + population, 0) <= FEW_PEOPLE)
    return notComputable("small-population");
  if (bands.at(-1)?.deaths === 0) return notComputable("no-deaths-in-open-band");
  return null;
}
