import type { Limits } from "../model.ts";
import { isMissing, type NotComputable, notComputable } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import { lifeTable } from "./computable.ts";
import { type LifeTableBand, lifeTableColumns } from "./life-table-columns.ts";

/** Years that a 95% interval of healthy life expectancy may span. */
const WIDEST = 20;

/** A band of a life table with the share of its people who are in good health, and the variance of that share. */
export interface HealthBand extends LifeTableBand {
  share: number;
  shareVariance: number;
}

/**
 * Healthy life expectancy at the start of every age band, by Sullivan's method: the years of the life table that are lived
 * in good health, by the shares of a survey or a census. The interval holds the error of the deaths and that of the survey.
 *
 * Formula: sum over bands from an age on of L s / l, s the share in good health; Var = (sum q^2 (1 - q) / deaths
 * (l ((1 - a) w s + h_next))^2 + s^2 l^2 / (deaths m^2) of the open band + sum L^2 Var(s)) / l^2, h the healthy years ahead.
 * Shapes and units: bands by ascending age, as for `lifeExpectancy`, shares from 0 to 1 and variances of 0 or more; years, in
 * the order of the bands.
 * Errors: those of `lifeTable`; `wide-interval` where that of the healthy years spans more than 20 years at 95%.
 * Source: Sullivan DF (1971), HSMHA Health Reports 86(4):347-354; Jagger C, Van Oyen H, Robine J-M (2014), Health
 * Expectancy Calculation by the Sullivan Method: A Practical Guide
 *
 * @example
 * // The table of `lifeTable`: 40 years from birth, 20 from 50 on. 100/3 of the 40 are lived before 50, nine in
 * // ten of them in good health, and half of the rest: 30 + 10/3.
 * const bands = [
 *   { startAge: 0, deaths: 200, population: 10_000, share: 0.9, shareVariance: 0.0001 },
 *   { startAge: 50, deaths: 500, population: 10_000, share: 0.5, shareVariance: 0.0004 },
 * ];
 * healthyLifeExpectancy(bands, 0.95);
 * // => [{ value: 33.3333, lower: 31.4396, upper: 35.2270 }, { value: 10, lower: 8.8240, upper: 11.1760 }]
 * healthyLifeExpectancy([{ ...bands[1]!, population: 4000 }], 0.95); // => { reason: "small-population" }
 */
export function healthyLifeExpectancy(
  bands: readonly HealthBand[],
  confidence: number,
): (Limits | NotComputable)[] | NotComputable {
  const all = lifeTable(bands, confidence);
  if (isMissing(all)) return all;
  const judged = healthyYears(bands, zOf(0.95));
  const shown = healthyYears(bands, zOf(confidence));
  return all.map((years, i) => {
    if (isMissing(years)) return years;
    const { half } = judged[i]!;
    if (2 * half > WIDEST) return notComputable("wide-interval", { age: bands[i]!.startAge });
    const { value, half: reach } = shown[i]!;
    return { value, lower: value - reach, upper: value + reach };
  });
}

function healthyYears(bands: readonly HealthBand[], z: number): { value: number; half: number }[] {
  const rows = lifeTableColumns(bands);
  const last = bands.length - 1;
  const found: { value: number; half: number }[] = [];
  let ahead = 0;
  let variance = 0;
  for (let i = last; i >= 0; i--) {
    const { rate, width, lived, dying, alive, years } = rows[i]!;
    const { deaths, share, shareVariance } = bands[i]!;
    const next = found[i + 1]?.value ?? 0;
    ahead += years * share;
    if (i === last) variance += (share * alive) ** 2 / (deaths * rate ** 2);
    else if (deaths > 0)
      variance += ((dying ** 2 * (1 - dying)) / deaths) * (alive * ((1 - lived) * width * share + next)) ** 2;
    variance += years ** 2 * shareVariance;
    found[i] = alive === 0 ? { value: 0, half: 0 } : { value: ahead / alive, half: (z * Math.sqrt(variance)) / alive };
  }
  return found;
}
