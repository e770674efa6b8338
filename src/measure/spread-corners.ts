import { isMissing } from "../reasons-and-notes.ts";
import { sumOf } from "../stats/sum.ts";
import type { Measure } from "./measure.ts";
import { makeStratum, type Stratum, type StratumInput } from "./stratum.ts";

/** A gap with every count at its place from 0, its lowest, to 1: as it is shown, and where it is tested. */
export interface At {
  shown: number;
  point: number;
}
export type Places = readonly number[];

/** A typical difference as a sum over the groups, which is quick to work out anew, and a bound that it never passes. */
interface Spread {
  at: (places: Places) => At | null;
  most: number;
}

/**
 * Null for other measures, and where the sizes of groups move with their counts. The bound: A is the least over c of
 * sum p ((y - c)^2 - (1 - p) U), and each part of it is convex in its count, so that at any c the greater of its ends bounds it.
 */
export function spreadOf(input: StratumInput, { id }: Measure): Spread | null {
  const isRelative = id === "cov_adjusted" || id === "cov";
  const isAdjusted = id === "bgsd_adjusted" || id === "cov_adjusted";
  const stratum = makeStratum(input);
  if (isMissing(stratum) || !(isAdjusted || id === "bgsd" || id === "cov")) return null;
  const parts = partsOf(input, stratum, isAdjusted);
  if (parts === null) return null;
  const over = (c: number): number =>
    sumOf(parts, ({ share, ends }) => share * Math.max(...ends.map(({ value, noise }) => (value - c) ** 2 - noise)));
  const values = parts.flatMap(({ ends }) => ends.map(({ value }) => value));
  const most = Math.sqrt(Math.max(0, over(lowestOf(over, Math.min(...values), Math.max(...values)))));
  const leastMean = sumOf(parts, ({ share, ends }) => share * Math.min(...ends.map(({ value }) => value)));
  if (isRelative && leastMean <= 0) return null;
  return {
    most: isRelative ? (100 * most) / leastMean : most,
    at: (places) => {
      let place = 0;
      let [mean, squares, noises] = [0, 0, 0];
      for (const { share, ends } of parts) {
        const [low, half = low, high = low] = ends as [End, End?, End?];
        const own = ends.length === 1 ? 0 : places[place++]!;
        const value = through(own, low.value, half.value, high.value);
        mean += share * value;
        squares += share * value ** 2;
        noises += share * through(own, low.noise, half.noise, high.noise);
      }
      const point = (squares - mean ** 2 - noises) / (isRelative ? mean ** 2 : 1);
      return { point, shown: point };
    },
  };
}

/** The value of a group, and what chance makes of its square. */
interface End {
  value: number;
  noise: number;
}
interface Part {
  share: number;
  /** At the lowest, the middle and the highest count; one where it is known. */
  ends: readonly End[];
}

function partsOf({ groups }: StratumInput, { ids, shares }: Stratum, isAdjusted: boolean): Part[] | null {
  const parts: Part[] = [];
  for (const { id, estimate } of groups) {
    if (isMissing(estimate)) continue;
    if (estimate.denominatorBounds) return null;
    const share = shares[ids.indexOf(id)]!;
    const ends: End[] = [];
    for (const end of estimate.within ? [0, 0.5, 1].map((place) => estimate.within!.at([place])) : [estimate]) {
      if (isMissing(end)) return null;
      ends.push({ value: end.value, noise: isAdjusted ? (1 - share) * (end.unbiased ?? end.variance ?? 0) : 0 });
    }
    parts.push({ share, ends });
  }
  return parts;
}

/** The parabola through three values at 0, half-way and 1. */
const through = (place: number, low: number, half: number, high: number): number =>
  low * (1 - place) * (1 - 2 * place) + half * 4 * place * (1 - place) + high * place * (2 * place - 1);

/** Where a convex function is least, between two places. */
function lowestOf(of: (place: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 100; step++) {
    const [a, b] = [from + (to - from) / 3, to - (to - from) / 3];
    if (of(a) <= of(b)) to = b;
    else from = a;
  }
  return (from + to) / 2;
}
