import { byShare, differenceOverMean } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";
import { noPositiveMean } from "./of-the-mean.ts";

/** Index of disparity, weighted. */
export const idisw: Measure = {
  id: "idisw",
  definition: "idisw.who.v1",
  name: "Index of disparity, weighted",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "100 sum p abs(y - mu) / mu",
  reading: "The mean difference from the average, as a percentage of it.",
  atEquality: 0,
  unit: "%",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute: (stratum) => (stratum.mean > 0 ? differenceOverMean(stratum, byShare) : noPositiveMean()),
};
