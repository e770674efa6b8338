import type { Measure } from "./measure.ts";
import { attributable } from "./par-reference.ts";

/** Population attributable risk. */
export const par: Measure = {
  id: "par",
  definition: "par.reference-minus-mean.v1",
  name: "Population attributable risk",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "PAR = y_ref - mu, 0 when the reference is worse off than the mean",
  reading: "What the overall level would gain if everyone did as well as the reference group.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => attributable(stratum, false),
};
