import { sumOf } from "../stats/sum.ts";
import { deltaVariance, directed } from "./delta.ts";
import type { Measure } from "./measure.ts";
import { noPositiveMean } from "./of-the-mean.ts";
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

/** Absolute concentration index. */
export const aci: Measure = {
  id: "aci",
  definition: "aci.ridit.v1",
  name: "Absolute concentration index",
  type: "absolute",
  orders: ["ordered"],
  formula: "ACI = 2 sum p y (x - x'), x' = sum p x: 1/2 but on a national ladder",
  reading: "How unevenly the total is spread along the ladder, in the unit of the indicator.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "Kakwani N, Wagstaff A, van Doorslaer E (1997)", doi: "10.1016/S0304-4076(96)01807-6" },
  claims: { directed: true, picks: [], line: null, splitting: "value and limits" },
  compute(stratum) {
    const { index, gradient } = concentration(stratum);
    return directed(index, deltaVariance(stratum, gradient), stratum);
  },
};

/** Relative concentration index. */
export const rci: Measure = {
  id: "rci",
  definition: "rci.ridit.v1",
  name: "Relative concentration index",
  type: "relative",
  orders: ["ordered"],
  formula: "RCI = ACI / mu",
  reading: "How unevenly the total is spread along the ladder, from -1 to 1.",
  atEquality: 0,
  unit: "number",
  source: { citation: "Kakwani N, Wagstaff A, van Doorslaer E (1997)", doi: "10.1016/S0304-4076(96)01807-6" },
  claims: { directed: true, picks: [], line: null, splitting: "value and limits" },
  compute(stratum) {
    const { mean, shares } = stratum;
    if (mean <= 0) return noPositiveMean();
    const { index, gradient } = concentration(stratum);
    const rci = index / mean;
    return directed(
      rci,
      deltaVariance(stratum, (i) => (gradient(i) - rci * shares[i]!) / mean),
      stratum,
    );
  },
};
