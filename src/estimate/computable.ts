import { type Limits, type NotComputable, notComputable } from "../model.ts";
import { zOf } from "../stats/normal.ts";
import { type AgeBand, directlyStandardisedRate } from "./directly-standardised-rate.ts";
import { type LifeTableBand, lifeExpectancy } from "./life-expectancy.ts";

/** Standardised rates rest on too little below this many events. */
const FEWEST_EVENTS = 10;
/** Life tables of this many people or fewer say nothing. */
const FEW_PEOPLE = 5000;
/** Years that a 95% interval of life expectancy may span. */
const WIDEST = 20;

/** A directly standardised rate where docs/method.md section 2 lets there be one. Needs events >= 0 and standards adding up to more than 0. */
export function standardisedRate(bands: readonly AgeBand[], per: number, confidence: number): Limits | NotComputable {
  if (bands.some(({ population }) => population <= 0)) return notComputable("empty-age-band", { rate: "rate" });
  const events = bands.reduce((sum, band) => sum + band.events, 0);
  if (events < FEWEST_EVENTS) return notComputable("few-events");
  return directlyStandardisedRate(bands, per, confidence, zOf(confidence));
}

/**
 * Life expectancy at the start of every age band, where docs/method.md section 2 lets there be one: a reason for the
 * whole table or for an age. Needs ages in ascending order and deaths >= 0. Widths are judged at 95% whatever the level.
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
