import { MOST_TOLD, MOST_VALUES, NEARLY, neededOf, STEPS } from "./totals.ts";

/** A figure whose rows have a value of a column each, no two alike: how many, what their denominators come to, and the largest. */
export interface FigureSize {
  values: number;
  whole: number;
  largest: number;
}

/**
 * Whether `totalAmong` may find a total in these figures; false is certain. All their denominators are whole and not negative.
 *
 * A total is the sum of all the others, or of a few of them where no more are tried. In the first case its denominator is
 * half of the whole, within what is tolerated, and so is the largest; or else all denominators are equal. What figures are
 * rounded to divides the whole and the largest of each. `all` is how many values there are, where every figure of the data has
 * them all: a total would be one in nearly all figures then.
 */
export function mayHoldTotal(figures: readonly FigureSize[], all: number | null): boolean {
  if (figures.some(({ values }) => values <= MOST_VALUES + 1)) return true;
  const step =
    STEPS.find((one) => figures.every(({ whole, largest }) => whole % one === 0 && largest % one === 0)) ?? 1;
  const possible = figures.filter(({ values, whole, largest }) => {
    const others = values > MOST_TOLD ? MOST_TOLD : values - 1;
    const tolerated = Math.max((step / 2) * (others + 1) + 1e-9 * largest, NEARLY * largest);
    return Math.abs(2 * largest - whole) <= tolerated || whole === values * largest;
  });
  if (possible.length === 0) return false;
  const isFull = all !== null && all <= MOST_TOLD && figures.every(({ values }) => values === all);
  return !isFull || possible.length >= neededOf(figures.filter(({ whole }) => whole > 0).length);
}
