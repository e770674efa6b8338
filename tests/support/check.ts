import fc from "fast-check";
import { isMissing, type NotComputable } from "../../src/reasons-and-notes.ts";

/** Seed of every property and simulation, so that a failure is found again. */
export const SEED = 2026;
/** docs/method.md section 10: at least as many cases for every property. */
export const RUNS = 1000;

/** Holds a property to its cases. */
export const check = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = RUNS): void =>
  fc.assert(fc.property(arbitrary, holds), { numRuns, seed: SEED });

/** What must be so, in words that are made only when it is not: `expect` takes longer than most of what is checked here. */
export function must(holds: boolean, what: () => string): void {
  if (!holds) throw new Error(what());
}

/** Equal but for rounding at the size of the numbers it is made of. */
export const near = (a: number, b: number, size: number): boolean =>
  Math.abs(a - b) <= 1e-9 * (size + Math.abs(a) + Math.abs(b));

/** The same of roots, which are as exact as their squares: next to 0 a root makes more of rounding. */
export const nearAsRoots = (a: number, b: number, size: number): boolean =>
  near(a, b, size) || Math.abs(a * a - b * b) <= 1e-13 * size * size;

/** Paths of values that do not lie inside their own limits, and of limits that come alone. */
export function outsideLimits(thing: unknown, path = ""): string[] {
  if (typeof thing !== "object" || thing === null) return [];
  const { value, lower, upper } = thing as { value?: unknown; lower?: unknown; upper?: unknown };
  const own =
    typeof value === "number" && lower !== undefined && upper !== undefined && !isInside(value, lower, upper)
      ? [`${path} ${value} of ${String(lower)} to ${String(upper)}`]
      : [];
  return [...own, ...Object.entries(thing).flatMap(([key, inner]) => outsideLimits(inner, `${path}.${key}`))];
}

const isInside = (value: number, lower: unknown, upper: unknown): boolean =>
  typeof lower === "number" && typeof upper === "number" ? lower <= value && value <= upper : lower === upper;

export function known<T extends object>(outcome: T | NotComputable): T {
  if (isMissing(outcome)) throw new Error(outcome.reason);
  return outcome;
}

/** Paths of numbers that no JSON file could hold. */
export function unprintable(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object" || value === null) return value === undefined ? [`${path} is undefined`] : [];
  return Object.entries(value).flatMap(([key, inner]) => unprintable(inner, `${path}.${key}`));
}

/** Uniform numbers between 0 and 1 from a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Counts what was compared, so that nothing passes for want of cases. */
export class Tally {
  readonly #counts = new Map<string, number>();
  claim(name: string, wasCompared: boolean): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + (wasCompared ? 1 : 0));
  }
  /** Names with fewer comparisons than a property must have. */
  short(): string[] {
    if (this.#counts.size === 0) return ["nothing was compared"];
    return [...this.#counts].flatMap(([name, count]) => (count < RUNS ? [`${name}: ${count}`] : []));
  }
}
