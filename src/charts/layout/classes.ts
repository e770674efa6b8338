import type { Format } from "../../catalogue/format.ts";
import { linearAxis } from "./axis.ts";

/**
 * A ramp of one blue, light to dark. Each step has 1.8 to 1 against the next and 3 to 1 against the one after: five
 * steps of 3 to 1 do not fit between white and black, three do.
 */
export const ramp = ["#E3EFFA", "#89B4D8", "#4482B4", "#135685", "#002A55"] as const;

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

/** Figures in classes of equal width between round numbers. */
export interface Classes {
  /** One more than there are classes. */
  bounds: number[];
  labels: string[];
  fills: string[];
  fillOf: (value: number) => string;
}

export function classesOf(say: Format, values: readonly number[], unit: string): Classes {
  const most = values.length < few ? 3 : mostClasses;
  const axes = [5, 4, 3, 2, 1].map((ticks) => linearAxis(say, values, unit === "%" ? unit : "", ticks));
  const axis = axes.find(({ values: bounds }) => bounds.length <= most + 1) ?? axes[4]!;
  const fills = (picks[axis.values.length - 1] ?? picks[mostClasses]!).map((i) => ramp[i]!);
  return {
    bounds: axis.values,
    labels: axis.labels,
    fills,
    fillOf: (value) =>
      fills[
        Math.max(
          0,
          Math.min(
            fills.length - 1,
            axis.values.findLastIndex((bound) => bound <= value),
          ),
        )
      ]!,
  };
}

/** Black or white, whichever reads on a colour of the ramp with at least 4.5 to 1. */
export const inkOn = (fill: string): string => (fill === ramp[3] || fill === ramp[4] ? "#FFFFFF" : "#000000");
