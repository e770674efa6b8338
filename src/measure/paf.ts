import type { Measure } from "./measure.ts";
import { noPositiveMean } from "./of-the-mean.ts";
import { attributable } from "./par-reference.ts";

/** Population attributable fraction. */
export const paf: Measure = {
  id: "paf",
  definition: "paf.reference-minus-mean.v1",
  name: "Population attributable fraction",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "PAF = 100 (y_ref - mu) / mu, 0 when the reference is worse off than the mean",
  reading: "The same gain as a percentage of the overall level.",
  atEquality: 0,
  unit: "%",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => (stratum.mean > 0 ? attributable(stratum, true) : noPositiveMean()),
};
