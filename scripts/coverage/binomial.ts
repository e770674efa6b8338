import type { Random } from "./random.ts";

/** Chances smaller than this share of the largest are left out: below what 53 random bits can reach. */
const SMALLEST = 1e-20;

/** Chances of the counts first, first + 1 .., adding up to `sum`. */
export interface Chances {
  first: number;
  chances: number[];
  sum: number;
}

/**
 * The binomial distribution as a table that grows from its mode to both sides by
 * P(x + 1) / P(x) = (n - x) / (x + 1) * p / (1 - p): nothing is approximated and no logarithm is needed.
 */
export function binomialChances(n: number, p: number): Chances {
  if (p <= 0) return { first: 0, chances: [1], sum: 1 };
  if (p >= 1) return { first: n, chances: [1], sum: 1 };
  const odds = p / (1 - p);
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const below: number[] = [];
  for (let x = mode, chance = 1; x > 0; x--) {
    chance *= x / ((n - x + 1) * odds);
    if (chance < SMALLEST) break;
    below.push(chance);
  }
  const above: number[] = [];
  for (let x = mode, chance = 1; x < n; x++) {
    chance *= ((n - x) / (x + 1)) * odds;
    if (chance < SMALLEST) break;
    above.push(chance);
  }
  const chances = [...below.reverse(), 1, ...above];
  return { first: mode - below.length, chances, sum: chances.reduce((sum, chance) => sum + chance, 0) };
}

/** A sampler of binomial counts, by inversion of the table of chances. */
export function binomial(n: number, p: number): (random: Random) => number {
  const { first, chances, sum } = binomialChances(n, p);
  let reached = 0;
  const upTo = Float64Array.from(chances, (chance) => {
    reached += chance;
    return reached;
  });
  return (random) => first + firstAbove(upTo, random() * sum);
}

/** Place of the first item of a rising list that is above a number; the last place where none is. */
function firstAbove(list: Float64Array, number: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
