import type { Say } from "../catalogue/say.ts";
import type { Limits, Range } from "../model.ts";

/** Decimals of the working: enough to follow with a pocket calculator. */
const DIGITS = 4;

export type Figures = ReturnType<typeof figuresIn>;

/** Numbers of the working as text. */
export function figuresIn({ number, count, writing, ...say }: Say) {
  const n = (value: number): string => number(value, DIGITS);
  const whole = (value: number): string => (Number.isInteger(value) ? count(value) : number(value, 1));
  const range = (limits: Limits): string | null => say.range(limits, DIGITS);
  return {
    n,
    range,
    orNone: (value: number | null): string => (value === null ? "-" : n(value)),
    /** Counts as they are: whole, or with the decimals of a mean of months, or the range that one lies in. */
    whole: (value: number | null, within: Range | null): string =>
      within !== null ? writing.range(whole(within.lower), whole(within.upper)) : value === null ? "-" : whole(value),
    /** A figure with its interval. */
    end: (limits: Limits): string => {
      const interval = range(limits);
      return interval === null ? n(limits.value) : writing.withRange(n(limits.value), interval);
    },
  };
}
