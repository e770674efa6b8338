import { MOST_YEARS } from "../model.ts";
import { central } from "./draws.ts";
import { type Model, type Named, numbersOf, outcomeNumbers } from "./programme.ts";
import { type Pick, ratioOf, reckon } from "./returns.ts";

/** What one number, and those that go wrong together with it, do to the ratio with all others at their central values. */
export interface Swing {
  key: string;
  /** The ratio with the number at the low and at the high end of its range. */
  atLow: number;
  atHigh: number;
  /** Its value at which the ratio is 1; null where no value that it can have gives that. */
  breakEven: number | null;
}

const shares: readonly string[] = ["dropOff", "deadweight", "attribution", "displacement"];

/** The values that a number can have at all: shares of 1, years, and else from nothing up to a million times as much. */
function bounds({ key, range }: Named): [number, number] {
  const of = outcomeNumbers.find((name) => key.endsWith(` ${name}`));
  if (of !== undefined && shares.includes(of)) return [0, 1];
  if (of === "duration") return [0, MOST_YEARS];
  const size = Math.max(Math.abs(range.low), Math.abs(range.high), 1) * 1e6;
  return range.low < 0 ? [-size, range.high > 0 ? size : 0] : [0, size];
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
      const [least, most] = bounds(other);
      return [{ key: other.key, value: Math.min(most, Math.max(least, along)) }];
    }),
  ];
}

/** Every number, the one that moves the ratio most first. */
export function swings(model: Model): Swing[] {
  const middle = central(model);
  const all = numbersOf(model);
  const ratioAt = (moved: Named, value: number): number => {
    const values = new Map(alongside(moved, value, all).map((one) => [one.key, one.value]));
    const pick: Pick = (key) => values.get(key) ?? middle(key);
    return ratioOf(reckon(model, pick));
  };
  return all
    .map(
      (named): Swing => ({
        key: named.key,
        atLow: ratioAt(named, named.range.low),
        atHigh: ratioAt(named, named.range.high),
        breakEven: breakEven((value) => ratioAt(named, value), bounds(named)),
      }),
    )
    .sort((a, b) => width(b) - width(a) || (a.key < b.key ? -1 : 1));
}

const width = ({ atLow, atHigh }: Swing): number => Math.abs(atHigh - atLow);

/** Halvings after which no digit of a number is left to find. */
const HALVINGS = 200;

/** Where a ratio that only rises, or only falls, along a number is 1. */
function breakEven(ratio: (value: number) => number, [from, to]: [number, number]): number | null {
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
