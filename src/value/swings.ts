import { central } from "./draws.ts";
import { type Model, type Named, numbersOf } from "./programme.ts";
import { type Pick, type Reckoned, ratioOf, reckon, weightedRatioOf } from "./returns.ts";

/** A figure with a number at the low and at the high end of its range. */
export interface Ends {
  atLow: number;
  atHigh: number;
}

/** What one number, and those that go wrong together with it, do to the ratio with all others at their central values. */
export interface Swing extends Ends {
  key: string;
  /** The same of the ratio weighed by income; null without incomes. */
  weighted: Ends | null;
  /** Its value at which the ratio is 1; null where no value that it can have gives that. */
  breakEven: number | null;
}

/** A number and those that share its name, each as far along its own range, and never where it cannot be. */
function alongside(moved: Named, value: number, all: readonly Named[]): { key: string; value: number }[] {
  const { low, high, together } = moved.range;
  const others = all.filter(
    ({ key, range }) => key !== moved.key && together !== undefined && range.together === together,
  );
  return [
    { key: moved.key, value },
    ...others.flatMap((other) => {
      if (high === low) return [];
      const along = other.range.low + ((value - low) / (high - low)) * (other.range.high - other.range.low);
      const [least, most] = other.bounds;
      return [{ key: other.key, value: Math.min(most, Math.max(least, along)) }];
    }),
  ];
}

/** Every number, the one that moves the ratio most first; of those that move it alike, the one that moves the weighed ratio most. */
export function swings(model: Model): Swing[] {
  const middle = central(model);
  const all = numbersOf(model);
  const at = (moved: Named, value: number): Reckoned => {
    const values = new Map(alongside(moved, value, all).map((one) => [one.key, one.value]));
    const pick: Pick = (key) => values.get(key) ?? middle(key);
    return reckon(model, pick);
  };
  return all
    .map((named): Swing => {
      const [low, high] = [at(named, named.range.low), at(named, named.range.high)];
      const [lowWeighted, highWeighted] = [weightedRatioOf(low), weightedRatioOf(high)];
      return {
        key: named.key,
        ...{ atLow: ratioOf(low), atHigh: ratioOf(high) },
        weighted: lowWeighted === null || highWeighted === null ? null : { atLow: lowWeighted, atHigh: highWeighted },
        breakEven: breakEven((value) => ratioOf(at(named, value)), named.bounds),
      };
    })
    .sort((a, b) => width(b) - width(a) || width(b.weighted) - width(a.weighted) || (a.key < b.key ? -1 : 1));
}

const width = (ends: Ends | null): number => (ends === null ? 0 : Math.abs(ends.atHigh - ends.atLow));

/** Halvings after which no digit of a number is left to find. */
const HALVINGS = 200;

/** Where a ratio that only rises, or only falls, along a number is 1. */
function breakEven(ratio: (value: number) => number, [from, to]: readonly [number, number]): number | null {
  const isOver = (value: number): boolean => ratio(value) >= 1;
  const [first, last] = [isOver(from), isOver(to)];
  if (first === last) return null;
  let [below, above] = [from, to];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = below + (above - below) / 2;
    if (middle === below || middle === above) break;
    if (isOver(middle) === first) below = middle;
    else above = middle;
  }
  return below + (above - below) / 2;
}
