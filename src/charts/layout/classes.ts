import type { Format } from "../../catalogue/format.ts";
import { rampShades } from "./palette.ts";

/** The ramp as it is drawn. */
export const ramp = rampShades.map(({ light }) => light);

/** Which colours of the ramp so many classes take: the furthest apart. */
const picks: Record<number, readonly number[]> = {
  1: [0],
  2: [0, 2],
  3: [0, 2, 4],
  4: [0, 1, 3, 4],
  5: [0, 1, 2, 3, 4],
};

const mostClasses = 5;
/** Fewer areas than this take no more than three classes, whose colours all have 3 to 1. */
const few = 12;

/** A power of ten to its last digit, which ** does not give in every version of Node. */
const tenTo = (places: number): number => Number(`1e${places}`);

/** Figures in steps of about equally many areas each, so that one far out does not leave all others one colour. */
export interface Classes {
  /** One more than there are classes. */
  bounds: number[];
  labels: string[];
  fills: string[];
  fillOf: (value: number) => string;
}

/** Most decimals more than the figures have that a bound between two of them is written with. */
const mostMore = 3;

/**
 * Cuts after each fifth of the areas (each third where they are few), at the shortest number between the two figures on
 * either side, so that a reader who looks a figure up finds it in its own step. Equal figures share one: the cut moves up.
 */
export function classesOf(say: Format, values: readonly number[], unit: string, places = 0): Classes {
  const sorted = [...values].sort((a, b) => a - b);
  const most = values.length < few ? 3 : mostClasses;
  const cuts = Array.from({ length: most - 1 }, (_, i) => Math.round(((i + 1) * sorted.length) / most)).flatMap(
    (at) => {
      const above = sorted.findIndex((value, i) => i >= at && i > 0 && value > sorted[i - 1]!);
      return above < 0 ? [] : [between(sorted[above - 1]!, sorted[above]!, places)];
    },
  );
  const ends = [floorTo(sorted[0]!, places), floorTo(sorted.at(-1)!, places) + tenTo(-places)];
  const bounds = [...new Set([ends[0]!, ...cuts, ends[1]!])];
  const fills = (picks[bounds.length - 1] ?? picks[mostClasses]!).map((i) => ramp[i]!);
  const step = (value: number): number => bounds.findLastIndex((bound) => bound <= value);
  return {
    bounds,
    labels: bounds.map((bound) => say.quantity(bound, unit === "%" ? unit : "", decimalsOf(bound, places))),
    fills,
    fillOf: (value) => fills[Math.max(0, Math.min(fills.length - 1, step(value)))]!,
  };
}

const floorTo = (value: number, places: number): number =>
  Number((Math.floor(value * tenTo(places) + 1e-9) / tenTo(places)).toFixed(Math.max(0, places)));

/** A number above the first and not above the second, of as few decimals as can be. */
function between(low: number, high: number, places: number): number {
  for (let more = 0; more <= mostMore; more++) {
    const cut = floorTo(high, places + more);
    if (cut > low) return cut;
  }
  return high;
}

/** Decimals that a bound is written with: those of the figures, or more where it has more. */
function decimalsOf(bound: number, places: number): number {
  for (let more = 0; more <= mostMore; more++)
    if (Math.abs(floorTo(bound, places + more) - bound) < 1e-9) return places + more;
  return places + mostMore;
}

/** Black or white, whichever reads on a colour of the ramp with at least 4.5 to 1. */
export const inkOn = (fill: string): string => (fill === ramp[3] || fill === ramp[4] ? "#FFFFFF" : "#000000");
