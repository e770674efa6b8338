import { chiSquaredQuantile } from "../stats/chi-squared.ts";

/** Below this many events Byar's approximation gives way to the exact interval. */
const EXACT_BELOW = 10;

/**
 * Limits of a Poisson count: exact (chi-squared) below 10 events, Byar's approximation from there on.
 * Source: Breslow NE, Day NE (1987), Statistical Methods in Cancer Research II, IARC, p. 69.
 */
export function countLimits(events: number, confidence: number, z: number): { lower: number; upper: number } {
  if (events < EXACT_BELOW) {
    const tail = (1 - confidence) / 2;
    return {
      lower: events === 0 ? 0 : chiSquaredQuantile(tail, 2 * events) / 2,
      upper: chiSquaredQuantile(1 - tail, 2 * events + 2) / 2,
    };
  }
  const next = events + 1;
  return {
    lower: events * cube(1 - 1 / (9 * events) - z / (3 * Math.sqrt(events))),
    upper: next * cube(1 - 1 / (9 * next) + z / (3 * Math.sqrt(next))),
  };
}

/** Not `** 3`, whose last digit differs between versions of V8. */
const cube = (x: number): number => x * x * x;
