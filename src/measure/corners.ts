import type { Estimate } from "../model.ts";
import { isMissing, type NotComputable, type Note, note } from "../reasons-and-notes.ts";
import { sumOf } from "../stats/sum.ts";
import type { Measure } from "./measure.ts";
import { type At, type Places, spreadOf } from "./spread-corners.ts";
import { makeStratum, type StratumInput } from "./stratum.ts";

/** Counts within bounds whose ends are tried in every combination; with more of them one after the other is moved. */
const EVERY = 10;
/** A range is worth a word from this part of the interval on. */
const WORTH_SAYING = 0.1;
/** Times that all counts are moved in turn, at most; and how little a move must bring to be worth making. */
const [MOST_ROUNDS, WORTH_MOVING] = [30, 1e-9];

/** The smallest and the largest that an oriented gap can be, counts being where their bounds allow. */
export interface CornerRange {
  lower: number;
  upper: number;
  /** Whether it is wider than a tenth of the gap's interval. */
  isWide: boolean;
}

/**
 * The range of a measure over all counts that are known within bounds alone; null where there are none, or where the measure
 * cannot be computed.
 *
 * Rule: every combination of ends for up to 10 such counts; beyond, each is moved in turn as long as that makes the gap
 * larger (or smaller), from all at their lowest, at their middle and at their highest. From the best, each is then moved
 * between its ends, to where a parabola through both and the middle turns. A typical difference is convex in the counts: its
 * largest value lies at ends, and moving one count after the other leads to its smallest. With more than 10 counts the largest
 * is a bound on it, `most` of `spreadOf`.
 * Shapes and units: what a stratum is made from; two values of the measure.
 * Errors: null where the measure cannot be computed.
 * Source: docs/method.md section 2
 */
export function cornerRange(input: StratumInput, measure: Measure): CornerRange | null {
  const sides = input.groups.map(({ estimate }) => (isMissing(estimate) ? 0 : (estimate.within?.sides ?? 0)));
  const count = sumOf(sides, (n) => n);
  if (count === 0) return null;
  const middle = gapOf(input, measure);
  if (middle === null) return null;
  const at = gapAt(input, measure, sides);
  const same = (place: number): Places => Array.from({ length: count }, () => place);
  const spread = count <= EVERY ? null : spreadOf(input, measure);
  const starts = count <= EVERY ? everyEnd(count) : [same(0), same(1)];
  const best = (sign: 1 | -1): Places[] => {
    const near = spread?.at ?? at;
    const climbed = count <= EVERY ? [] : starts.map((start) => moved(start, sign, near, toEnds));
    const point = (places: Places): number => near(places)?.point ?? sign * Number.NEGATIVE_INFINITY;
    const first = [...starts, ...climbed].sort((a, b) => sign * (point(b) - point(a)))[0]!;
    return [first, ...[first, same(0.5)].map((start) => moved(start, sign, near, between))];
  };
  const reached = [...(spread === null ? best(1) : []), ...best(-1)].flatMap((places) => at(places)?.shown ?? []);
  // The middles are more uncertain than any one set of counts, of which a typical difference takes more away.
  const found = [middle.oriented.value, ...reached, ...(spread === null ? [] : [spread.most])];
  const range = { lower: Math.min(...found), upper: Math.max(...found) };
  const { lower, upper } = middle.oriented;
  const isKnown = lower !== null && upper !== null;
  const width = range.upper - range.lower;
  const worthSaying = isKnown ? WORTH_SAYING * (upper - lower) : 0;
  return { ...range, isWide: width > worthSaying };
}

/** The note that a gap has whose range is wide, to the decimals that the range is worth. */
export function cornerNote({ lower, upper, isWide }: CornerRange, { type }: Measure, unit: string): Note[] {
  if (!isWide) return [];
  const decimals = Math.min(4, Math.max(0, Math.ceil(-Math.log10((upper - lower) / 5))));
  const step = Number(`1e${decimals}`);
  const outward = { lower: Math.floor(lower * step + 1e-9) / step, upper: Math.ceil(upper * step - 1e-9) / step };
  return [note("gap-in-a-range", { type, ...outward, decimals, unit })];
}

const gapOf = (input: StratumInput, { compute }: Measure) => {
  const stratum = makeStratum(input);
  const computed = isMissing(stratum) ? stratum : compute(stratum);
  return isMissing(computed) ? null : computed;
};

/** The gap by the places of all counts; null where there is none. */
function gapAt(input: StratumInput, measure: Measure, sides: readonly number[]): (places: Places) => At | null {
  const known = new Map<string, Estimate | NotComputable>();
  const gaps = new Map<string, At | null>();
  const estimateAt = (i: number, places: Places): Estimate | NotComputable => {
    const key = `${i} ${places.join(" ")}`;
    const { estimate } = input.groups[i]!;
    const made = known.get(key) ?? (isMissing(estimate) ? estimate : estimate.within!.at(places));
    known.set(key, made);
    return made;
  };
  return (places) => {
    const key = places.join(" ");
    const before = gaps.get(key);
    if (before !== undefined) return before;
    let first = 0;
    const groups = input.groups.map((group, i) => {
      const own = places.slice(first, first + sides[i]!);
      first += own.length;
      return own.length === 0 ? group : { ...group, estimate: estimateAt(i, own) };
    });
    const gap = gapOf({ ...input, groups }, measure);
    const found = gap && { shown: gap.oriented.value, point: gap.tested.point };
    gaps.set(key, found);
    return found;
  };
}

const everyEnd = (count: number): Places[] =>
  Array.from({ length: 1 << count }, (_, n) => Array.from({ length: count }, (_, i) => (n >> i) % 2));

/** Where one count may be moved to, of what the gap is with it at 0, half-way and 1. */
type Moves = (ends: readonly [number, number, number]) => number[];
const toEnds: Moves = () => [0, 1];
/** Also where the parabola through the three turns. */
const between: Moves = ([low, middle, high]) => {
  const bend = low - 2 * middle + high;
  const turn = bend === 0 ? 0.5 : 0.5 - (high - low) / (4 * bend);
  return [0, 1, ...(turn > 0 && turn < 1 ? [turn] : [])];
};

/** Places that moving one count at a time leads to, as long as that makes the gap larger (or smaller). */
function moved(start: Places, sign: 1 | -1, at: (places: Places) => At | null, moves: Moves): Places {
  let places = start;
  let best = at(places)?.point ?? null;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = best;
    for (let i = 0; i < places.length; i++) {
      const to = (place: number): Places => places.map((own, j) => (i === j ? place : own));
      const ends = [0, 0.5, 1].map((place) => at(to(place))?.point ?? null);
      if (ends.includes(null)) continue;
      for (const place of moves(ends as [number, number, number])) {
        const point = at(to(place))?.point ?? null;
        if (point === null || (best !== null && sign * point <= sign * best)) continue;
        [places, best] = [to(place), point];
      }
    }
    if (before === null || best === null || Math.abs(best - before) <= WORTH_MOVING * Math.abs(before)) break;
  }
  return places;
}
