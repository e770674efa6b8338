import { sumOf } from "../stats/sum.ts";
import { once } from "./once.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Absolute concentration index 2 sum p y (x - x') of an ordered stratum, with its gradient 2 p (x - x'); x' = sum p x is
 * 1/2 but on a national ladder, where the place may stand higher or lower as a whole: that is no inequality within it.
 */
export const concentration = once(({ shares: p, values: y, positions }: Stratum) => {
  const x = positions as readonly number[];
  const middle = sumOf(x, (xi, i) => p[i]! * xi);
  const gradient = (i: number): number => 2 * p[i]! * (x[i]! - middle);
  return { index: sumOf(y, (yi, i) => gradient(i) * yi), gradient };
});
