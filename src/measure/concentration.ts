import { notComputable } from "../reasons-and-notes.ts";
import { sumOf } from "../stats/sum.ts";
import { deltaVariance, directed } from "./computed-gap.ts";
import type { Measure } from "./measure.ts";
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

/**
 * Absolute concentration index: how unevenly the total is spread along the ladder.
 *
 * Shapes and units: an ordered stratum; the indicator's unit, 0 at equality, raw above 0 when the better-off have more.
 * Errors: none.
 * Source: Kakwani N, Wagstaff A, van Doorslaer E (1997), doi:10.1016/S0304-4076(96)01807-6
 *
 * @example
 * // 2/3 (30 (-1/3) + 20 0 + 10 (1/3)) = -40/9; Var = 2 (2/9)^2.
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1 }));
 * summarise({ favourable: false, ordered: true, groups }).measures.aci;
 * // => { value: -4.444444, lower: -5.060402, upper: -3.828487, oriented: { value: 4.444444 } }
 */
export const aci: Measure = {
  id: "aci",
  definition: "aci.ridit.v1",
  type: "absolute",
  orders: ["ordered"],
  formula: "ACI = 2 sum p y (x - x'), x' = sum p x",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "Kakwani N, Wagstaff A, van Doorslaer E (1997)", doi: "10.1016/S0304-4076(96)01807-6" },
  claims: { directed: true, picks: [], line: null, splitting: "value and limits" },
  compute(stratum) {
    const { index, gradient } = concentration(stratum);
    return directed(index, deltaVariance(stratum, gradient), stratum);
  },
};

/**
 * Relative concentration index: the absolute one as a share of the mean.
 *
 * Shapes and units: an ordered stratum; a number from -1 to 1 where no figure is below zero, 0 at equality.
 * Errors: `mean-not-positive` where the mean is zero or below.
 * Source: Kakwani N, Wagstaff A, van Doorslaer E (1997), doi:10.1016/S0304-4076(96)01807-6
 *
 * @example
 * // -40/9 / 20 = -2/9.
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1 }));
 * summarise({ favourable: false, ordered: true, groups }).measures.rci;
 * // => { value: -0.222222, lower: -0.255488, upper: -0.188957, oriented: { value: 0.222222 } }
 */
export const rci: Measure = {
  id: "rci",
  definition: "rci.ridit.v1",
  type: "relative",
  orders: ["ordered"],
  formula: "RCI = ACI / mu",
  atEquality: 0,
  unit: "number",
  source: { citation: "Kakwani N, Wagstaff A, van Doorslaer E (1997)", doi: "10.1016/S0304-4076(96)01807-6" },
  claims: { directed: true, picks: [], line: null, splitting: "value and limits" },
  compute(stratum) {
    const { mean, shares } = stratum;
    if (mean <= 0) return notComputable("mean-not-positive");
    const { index, gradient } = concentration(stratum);
    const rci = index / mean;
    return directed(
      rci,
      deltaVariance(stratum, (i) => (gradient(i) - rci * shares[i]!) / mean),
      stratum,
    );
  },
};
