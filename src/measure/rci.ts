import { concentration } from "./concentration.ts";
import { deltaVariance, directed } from "./delta.ts";
import type { Measure } from "./measure.ts";
import { noPositiveMean } from "./of-the-mean.ts";

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
