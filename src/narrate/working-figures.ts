import type { Say } from "../catalogue/say.ts";
import type { Limits } from "../model.ts";

/** Decimals of the working: enough to follow with a pocket calculator. */
const DIGITS = 4;

export type Figures = ReturnType<typeof figuresIn>;

/** Numbers of the working as text. */
export function figuresIn({ number, count, writing, ...say }: Say) {
  const n = (value: number): string => number(value, DIGITS);
  const range = (limits: Limits): string | null => say.range(limits, DIGITS);
  return {
    n,
    range,
    orNone: (value: number | null): string => (value === null ? "-" : n(value)),
    /** Counts as they are: whole, or with the decimals of a mean of months. */
    whole: (value: number | null): string =>
      value === null ? "-" : Number.isInteger(value) ? count(value) : number(value, 1),
    /** A figure with its interval. */
    end: (limits: Limits): string => {
      const interval = range(limits);
      return interval === null ? n(limits.value) : writing.withRange(n(limits.value), interval);
    },
  };
}
