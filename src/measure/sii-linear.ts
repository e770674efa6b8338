import type { Measure } from "./measure.ts";
import { slopeDifference } from "./slope.ts";

/** Slope index of inequality on the identity scale. */
export const siiLinear: Measure = {
  id: "sii_linear",
  definition: "sii-linear.ridit-wls.v1",
  name: "Slope index of inequality, straight line",
  type: "absolute",
  orders: ["ordered"],
  formula: "SII = b, where y = a + b x is fitted by weights p",
  reading: "The gap between the two ends of a straight line through the figures as they are.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  claims: { directed: true, picks: [], line: "identity", splitting: "value and limits" },
  compute: (stratum) => slopeDifference(stratum, "identity"),
};
