import type { Measure } from "./measure.ts";
import { slopeRatio } from "./slope.ts";

/** Relative index of inequality: the ratio of the two ends of the fitted line. */
export const rii: Measure = {
  id: "rii",
  definition: "rii.ridit-wls.v1",
  name: "Relative index of inequality",
  type: "relative",
  orders: ["ordered"],
  formula: "RII = f1 / f0, turned over when lower is better; interval by the delta method on log RII",
  reading: "How many times worse off the very bottom of the ladder is than the very top.",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "Mackenbach JP, Kunst AE (1997)", doi: "10.1016/S0277-9536(96)00073-1" },
  claims: { directed: true, picks: [], line: "working", splitting: "value and limits" },
  compute: (stratum) => slopeRatio(stratum, "working"),
};
