import type { Limits } from "../model.ts";
import { type LifeTableBand, lifeTableColumns } from "./life-table-columns.ts";

/**
 * Life expectancy at the start of every age band, by Chiang's abridged life table with his variance, the open band's
 * after Silcocks et al.
 *
 * Formula: of those alive at the start of a band w years wide, q = w m / (1 + w (1 - a) m) die in it, m = deaths /
 * population, a = 0.1 in the first year of life and 1/2 elsewhere; the years lived from an age on over those alive at
 * it; Var = sum over bands of q^2 (1 - q) / deaths (l ((1 - a) w + e_next))^2 + l^2 / (deaths m^2) of the open one,
 * over l^2.
 * Shapes and units: bands by ascending age, deaths no more than people and above 0 in the last, which is open, and z of
 * `zOf`; years, in the order of the bands, 0 at ages that nobody reaches.
 * Errors: none; `lifeTable` says where there is no life expectancy.
 * Source: Chiang CL (1984), The Life Table and its Applications; Silcocks PBS et al. (2001), doi:10.1136/jech.55.1.38
 *
 * @example
 * // From 50 on 1 / 0.05 = 20 years. Before, q = 50 0.02 / (1 + 25 0.02) = 2/3: 50 (1/3 + 1/3) + 20 / 3 = 40.
 * // Var = 1 / (50 0.05^2) = 8 at 50; (2/3)^2 (1/3) / 20 (25 + 20)^2 + 8/9 = 143/9 at birth.
 * const bands = [
 *   { startAge: 0, deaths: 20, population: 1000 },
 *   { startAge: 50, deaths: 50, population: 1000 },
 * ];
 * lifeExpectancy(bands, zOf(0.95));
 * // => [{ value: 40, lower: 32.1874132086, upper: 47.8125867914 },
 * //     { value: 20, lower: 14.4563847026, upper: 25.5436152974 }]
 */
export function lifeExpectancy(bands: readonly LifeTableBand[], z: number): Limits[] {
  const last = bands.length - 1;
  const rows = lifeTableColumns(bands);
  const expected: number[] = new Array<number>(bands.length).fill(0);
  const limits: Limits[] = new Array<Limits>(bands.length);
  let yearsAhead = 0;
  let variance = 0;
  for (let i = last; i >= 0; i--) {
    const { rate, width, lived, dying, alive: start, years } = rows[i]!;
    const { deaths } = bands[i]!;
    yearsAhead += years;
    if (start === 0) {
      limits[i] = { value: 0, lower: 0, upper: 0 };
      continue;
    }
    expected[i] = yearsAhead / start;
    if (i === last) variance += start ** 2 / (deaths * rate ** 2);
    else if (deaths > 0)
      variance += ((dying ** 2 * (1 - dying)) / deaths) * (start * ((1 - lived) * width + expected[i + 1]!)) ** 2;
    const half = (z * Math.sqrt(variance)) / start;
    limits[i] = { value: expected[i]!, lower: expected[i]! - half, upper: expected[i]! + half };
  }
  return limits;
}
