/**
 * What a pound of a later year is worth in the base year.
 *
 * Formula: 1 / (1 + r)^t, by multiplication.
 * Shapes and units: a rate of 0 or more and whole years from the base year on; a factor of 0 to 1.
 * Errors: none.
 * Source: HM Treasury, The Green Book (2018), A6
 *
 * @example
 * discountFactor(0.035, 10); // => 0.708918814
 */
export function discountFactor(rate: number, years: number): number {
  let grown = 1;
  for (let year = 0; year < years; year++) grown *= 1 + rate;
  return 1 / grown;
}

/** How long a value lasts and how it falls. */
export interface Course {
  /** Years from the base year to its first year. */
  starts: number;
  /** Years that it lasts; of a last part of a year, that part of a year's value. */
  duration: number;
  /** Share of the value of a year that is gone in the next. */
  dropOff: number;
}

/** Each year of a value whose first whole year is worth 1: the year from the base year on, and what remains in it. */
export function course({ starts, duration, dropOff }: Course): { year: number; value: number }[] {
  const years: { year: number; value: number }[] = [];
  let remains = 1;
  for (let k = 0; k < duration; k++) {
    years.push({ year: starts + k, value: Math.min(1, duration - k) * remains });
    remains *= 1 - dropOff;
  }
  return years;
}

/** Present value of a value whose first whole year is worth 1. */
export function presentValue(of: Course, rate: number): number {
  let total = 0;
  for (const { year, value } of course(of)) total += value * discountFactor(rate, year);
  return total;
}

/** A price of one year in prices of another, by an index of prices. */
export const inPricesOf = (price: number, index: number, base: number): number => (price * base) / index;
