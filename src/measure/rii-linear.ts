import type { Measure } from "./measure.ts";
import { slopeRatio } from "./slope.ts";

/** Relative index of inequality on the identity scale. */
export const riiLinear: Measure = {
  id: "rii_linear",
  definition: "rii-linear.ridit-wls.v1",
  name: "Relative index of inequality, straight line",
  type: "relative",
  orders: ["ordered"],
  formula: "RII = (a + b) / a, where y = a + b x is fitted by weights p",
  reading: "How many times worse off one end of a straight line through the figures is than the other.",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  claims: { directed: true, picks: [], line: "identity", splitting: "value and limits" },
  compute: (stratum) => slopeRatio(stratum, "identity"),
};
