import type { Stratum } from "./stratum.ts";

export type Weight = (stratum: Stratum, index: number) => number;

/** Weight of each group in the average: its share of the people, or the same for every group. */
export const byShare = ({ shares }: Stratum, i: number): number => shares[i]!;
export const byCount = ({ values }: Stratum): number => 1 / values.length;

/** Side of a level that a value is on, 0 where only rounding keeps the two apart: an interval must not hang on that. */
export const signOf = (value: number, level: number): number =>
  Math.abs(value - level) <= 1e-13 * Math.abs(level) ? 0 : Math.sign(value - level);
