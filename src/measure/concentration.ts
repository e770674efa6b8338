import { sumOf } from "../stats/sum.ts";
import type { Stratum } from "./stratum.ts";

/** Absolute concentration index 2 sum p y (x - 1/2) of an ordered stratum, with its gradient 2 p (x - 1/2). */
export function concentration({ shares: p, values: y, positions }: Stratum) {
  const x = positions as readonly number[];
  const gradient = (i: number): number => 2 * p[i]! * (x[i]! - 0.5);
  return { index: sumOf(y, (yi, i) => gradient(i) * yi), gradient };
}
