import { byShare, differenceFromMean } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";

/** Mean difference from mean, weighted. */
export const mdmw: Measure = {
  id: "mdmw",
  definition: "mdmw.who.v1",
  name: "Mean difference from mean, weighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum p abs(y - mu)",
  reading: "How far people's groups are from the average.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute: (stratum) => differenceFromMean(stratum, byShare),
};
