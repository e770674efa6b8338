import type { Measure } from "./measure.ts";
import { slopeDifference } from "./slope.ts";

/** Slope index of inequality: the difference between the two ends of the fitted line. */
export const sii: Measure = {
  id: "sii",
  definition: "sii.ridit-wls.v1",
  name: "Slope index of inequality",
  type: "absolute",
  orders: ["ordered"],
  formula: "SII = f1 - f0, where g(y) = a + b x is fitted by weights p, f0 = g^-1(a) and f1 = g^-1(a + b)",
  reading: "The gap between the very bottom and the very top of the ladder, using every group in between.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  claims: { directed: true, picks: [], line: "working", splitting: "value and limits" },
  compute: (stratum) => slopeDifference(stratum, "working"),
};
