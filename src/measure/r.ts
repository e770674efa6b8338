import { notComputable } from "../model.ts";
import { type Measure, ratio } from "./measure.ts";

/** Ratio of the two sides of a pair. */
export const r: Measure = {
  id: "r",
  definition: "r.pair.v1",
  name: "Ratio",
  type: "relative",
  orders: ["pair"],
  formula: "R = y2 / y1, turned over when lower is better; s of log R = sqrt((s1 / y1)^2 + (s2 / y2)^2)",
  reading: "How many times worse off the disadvantaged group is.",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  compute(stratum) {
    const [disadvantaged, other] = stratum.values as [number, number];
    const { variances } = stratum;
    if (disadvantaged <= 0 || other <= 0)
      return notComputable(
        "comparison-not-positive",
        "One of the two figures is zero or below, so a ratio means nothing.",
      );
    const variance = variances && variances[0]! / disadvantaged ** 2 + variances[1]! / other ** 2;
    return ratio(Math.log(other / disadvantaged), variance, stratum);
  },
};
