import { difference, type Measure } from "./measure.ts";

/** Difference between the two sides of a pair. */
export const d: Measure = {
  id: "d",
  definition: "d.pair.v1",
  name: "Difference",
  type: "absolute",
  orders: ["pair"],
  formula: "D = y2 - y1, the disadvantaged side first; s = sqrt(s1^2 + s2^2)",
  reading: "How far apart the two groups are.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  compute(stratum) {
    const [disadvantaged, other] = stratum.values as [number, number];
    const { variances } = stratum;
    return difference(other - disadvantaged, variances && variances[0]! + variances[1]!, stratum);
  },
};
