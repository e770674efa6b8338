import { concentration } from "./concentration.ts";
import { deltaVariance, directed } from "./delta.ts";
import type { Measure } from "./measure.ts";

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
