import { isMissing, type Limits } from "../model.ts";
import type { Measure } from "./measure.ts";
import { makeStratum, type StratumInput } from "./stratum.ts";

/** Counts within bounds that are tried in every combination; with more of them one after the other is moved. */
const EVERY = 10;
/** A range is worth a word from this part of the interval on. */
const WORTH_SAYING = 0.1;

/** The smallest and the largest that an oriented gap can be, counts being where their bounds allow. */
export interface CornerRange {
  lowest: number;
  highest: number;
}

/**
 * The range of a measure over the ends of all counts that are known within bounds alone; null where there are none, or
 * where it is no wider than a tenth of the measure's interval.
 *
 * Rule: every combination of ends for up to 10 such counts; beyond, each is moved in turn as long as that makes the gap
 * larger (or smaller), from all at their lowest and all at their highest.
 * Shapes and units: what a stratum is made from; two values of the measure.
 * Errors: null where the measure cannot be computed.
 * Source: docs/method.md section 2
 */
export function cornerRange(input: StratumInput, { compute }: Measure): CornerRange | null {
  const bounded = input.groups.flatMap(({ estimate }, i) => (isMissing(estimate) || !estimate.corners ? [] : [i]));
  if (bounded.length === 0) return null;
  const gapOf = (groups: StratumInput["groups"]): Limits | null => {
    const stratum = makeStratum({ ...input, groups });
    const computed = isMissing(stratum) ? stratum : compute(stratum);
    return isMissing(computed) ? null : computed.oriented;
  };
  const middle = gapOf(input.groups);
  if (middle === null) return null;
  const at = (ends: readonly boolean[]): number | null =>
    gapOf(
      input.groups.map((group, i) => {
        const place = bounded.indexOf(i);
        const { estimate } = group;
        return place < 0 || isMissing(estimate)
          ? group
          : { ...group, estimate: estimate.corners![ends[place] ? 1 : 0] };
      }),
    )?.value ?? null;
  const found = (bounded.length <= EVERY ? everyEnd(bounded.length).map(at) : [...climbed(bounded.length, at)]).filter(
    (value) => value !== null,
  );
  if (found.length === 0) return null;
  const range = { lowest: Math.min(...found), highest: Math.max(...found) };
  const { lower, upper } = middle;
  const isNarrow = lower !== null && upper !== null && range.highest - range.lowest <= WORTH_SAYING * (upper - lower);
  return isNarrow ? null : range;
}

const everyEnd = (count: number): boolean[][] =>
  Array.from({ length: 2 ** count }, (_, n) => Array.from({ length: count }, (_, i) => (n >> i) % 2 === 1));

/** The extremes that moving one count at a time leads to. */
function* climbed(count: number, at: (ends: readonly boolean[]) => number | null): Generator<number | null> {
  for (const sign of [1, -1])
    for (const start of [false, true]) {
      let ends = Array.from({ length: count }, () => start);
      let best = at(ends);
      for (let hasMoved = true; hasMoved; ) {
        hasMoved = false;
        for (let i = 0; i < count; i++) {
          const other = ends.map((end, j) => (i === j ? !end : end));
          const value = at(other);
          if (value === null || (best !== null && sign * value <= sign * best)) continue;
          [ends, best, hasMoved] = [other, value, true];
        }
      }
      yield best;
    }
}
