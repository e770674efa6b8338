import type { RangeShape, Spread } from "../programme-numbers.ts";
import { rangeQuantile } from "../stats/pert.ts";
import { seededBy, shuffled } from "./generator.ts";
import { type Model, type Named, numbersOf, type Uncertain } from "./programme.ts";
import { type Pick as Picked, type Reckoned, reckon } from "./returns.ts";

/** How often a programme is reckoned, and into how many equally likely slices each range is cut: each is drawn equally often. */
export const DRAWS = 10_000;
export const SLICES = 1_000;

const unit = new Map<string, Float64Array>();

/** Middles of the slices of a range that runs from 0 to 1, kept for ranges of the same form. */
function middles(mode: number, shape: RangeShape): Float64Array {
  const known = unit.get(`${shape} ${mode}`);
  if (known !== undefined) return known;
  const range = { low: 0, central: mode, high: 1 };
  const made = Float64Array.from({ length: SLICES }, (_, i) => rangeQuantile(range, shape, (i + 0.5) / SLICES));
  unit.set(`${shape} ${mode}`, made);
  return made;
}

/**
 * Values of one number, one for each draw: the middles of its slices, each equally often, in an order that hangs on the
 * names of programme and number alone, or on the name that it shares with others. McKay MD et al. (1979), doi:10.2307/1268522 (Latin hypercube).
 */
export function drawsOf(programme: string, { key, range }: Pick<Named, "key" | "range">): Float64Array {
  const { low, central, high, shape, together = key }: Uncertain = range;
  if (high === low) return new Float64Array(DRAWS).fill(central);
  const slices = middles((central - low) / (high - low), shape);
  const order = shuffled(DRAWS, seededBy(`${programme} ${together}`));
  return Float64Array.from(order, (place) => low + (high - low) * slices[place % SLICES]!);
}

/** The programme reckoned with numbers drawn from their ranges, each apart from the others but for those that go together. */
export function simulate(model: Model): Reckoned[] {
  const drawn = new Map(numbersOf(model).map((named) => [named.key, drawsOf(model.id, named)]));
  return Array.from({ length: DRAWS }, (_, i) => reckon(model, (key) => drawn.get(key)![i]!));
}

/** Every number at its central value. */
export function central(model: Model): Picked {
  const values = new Map(numbersOf(model).map(({ key, range }) => [key, range.central]));
  return (key) => values.get(key)!;
}

/** What draws say of a figure, between the ends that leave out as much on either side. */
export function spreadOf(values: readonly number[], atCentral: number, confidence: number): Spread {
  const sorted = Float64Array.from(values).sort();
  const at = (p: number): number => {
    const place = p * (sorted.length - 1);
    const below = Math.floor(place);
    const [first, second] = [sorted[below]!, sorted[Math.min(sorted.length - 1, below + 1)]!];
    return first + (place - below) * (second - first);
  };
  let sum = 0;
  for (const value of sorted) sum += value;
  const tail = (1 - confidence) / 2;
  return { central: atCentral, mean: sum / sorted.length, lower: at(tail), median: at(0.5), upper: at(1 - tail) };
}
