import type { ComputedGap, NotComputable } from "../model.ts";
import { sumOf } from "../stats/sum.ts";
import { deltaVariance, undirected } from "./delta.ts";
import { extremes } from "./extremes.ts";
import { heterogeneity } from "./heterogeneity.ts";
import type { Measure } from "./measure.ts";
import { noneReliable, noPositiveMean, noReference } from "./of-the-mean.ts";
import type { Stratum } from "./stratum.ts";

/** Mean difference from mean, unweighted. */
export const mdmu: Measure = {
  id: "mdmu",
  definition: "mdmu.who.v1",
  name: "Mean difference from mean, unweighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum abs(y - mu) / k",
  reading: "How far groups are from the average, each group counting the same.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute: (stratum) => differenceFromMean(stratum, byCount),
};

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

/** sum w abs(y - mu), the mean absolute difference from the population mean; signs held for the interval. */
function differenceFromMean(stratum: Stratum, weight: Weight, factor = 1): ComputedGap {
  const { shares, values, mean } = stratum;
  const sign = (i: number): number => signOf(values[i]!, mean);
  const net = sumOf(values, (_, i) => weight(stratum, i) * sign(i));
  const value = sumOf(values, (y, i) => weight(stratum, i) * Math.abs(y - mean));
  return noted(
    stratum,
    undirected(
      factor * value,
      deltaVariance(stratum, (i) => factor * (weight(stratum, i) * sign(i) - shares[i]! * net)),
      stratum,
    ),
  );
}

/** Index of disparity, unweighted. */
export const idisu: Measure = {
  id: "idisu",
  definition: "idisu.who.v1",
  name: "Index of disparity, unweighted",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "100 sum abs(y - mu) / k / mu",
  reading: "The mean difference from the average, as a percentage of it.",
  atEquality: 0,
  unit: "%",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute: (stratum) => (stratum.mean > 0 ? differenceOverMean(stratum, byCount) : noPositiveMean()),
};

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

/** 100 sum w abs(y - mu) / mu, with the error of the mean carried. */
function differenceOverMean(stratum: Stratum, weight: Weight): ComputedGap {
  const { shares, values, mean } = stratum;
  const sign = (i: number): number => signOf(values[i]!, mean);
  const net = sumOf(values, (_, i) => weight(stratum, i) * sign(i));
  const share = sumOf(values, (y, i) => weight(stratum, i) * Math.abs(y - mean)) / mean;
  return noted(
    stratum,
    undirected(
      100 * share,
      deltaVariance(stratum, (i) => (100 * (weight(stratum, i) * sign(i) - shares[i]! * (net + share))) / mean),
      stratum,
    ),
  );
}

/** Mean difference from best group, unweighted. */
export const mdbu: Measure = {
  id: "mdbu",
  definition: "mdbu.who.v1",
  name: "Mean difference from best group, unweighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum abs(y - y_best) / k",
  reading: "How far groups are from the best-off one.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => differenceFromBest(stratum, byCount),
};

/** Mean difference from best group, weighted. */
export const mdbw: Measure = {
  id: "mdbw",
  definition: "mdbw.who.v1",
  name: "Mean difference from best group, weighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum p abs(y - y_best)",
  reading: "How far groups are from the best-off one.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => differenceFromBest(stratum, byShare),
};

/** The same from the best-off group, among those large enough to be named so. */
function differenceFromBest(stratum: Stratum, weight: Weight): ComputedGap | NotComputable {
  const best = extremes(stratum)?.best;
  return best === undefined ? noneReliable() : differenceFromGroup(stratum, best, weight);
}

/** Mean difference from reference group, unweighted. */
export const mdru: Measure = {
  id: "mdru",
  definition: "mdru.who.v1",
  name: "Mean difference from reference group, unweighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum abs(y - y_ref) / k",
  reading: "How far groups are from the reference group.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => differenceFromReference(stratum, byCount),
};

/** Mean difference from reference group, weighted. */
export const mdrw: Measure = {
  id: "mdrw",
  definition: "mdrw.who.v1",
  name: "Mean difference from reference group, weighted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum p abs(y - y_ref)",
  reading: "How far groups are from the reference group.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => differenceFromReference(stratum, byShare),
};

/** The same from the declared reference group. */
function differenceFromReference(stratum: Stratum, weight: Weight): ComputedGap | NotComputable {
  const { reference } = stratum;
  return reference === null ? noReference() : differenceFromGroup(stratum, reference, weight);
}

/** sum w abs(y - y_ref), the mean absolute difference from one group. */
function differenceFromGroup(stratum: Stratum, reference: number, weight: Weight): ComputedGap {
  const { values } = stratum;
  const from = values[reference]!;
  const sign = (i: number): number => signOf(values[i]!, from);
  const net = sumOf(values, (_, i) => weight(stratum, i) * sign(i));
  const value = sumOf(values, (y, i) => weight(stratum, i) * Math.abs(y - from));
  return noted(
    stratum,
    undirected(
      value,
      deltaVariance(stratum, (i) => weight(stratum, i) * sign(i) - (i === reference ? net : 0)),
      stratum,
    ),
  );
}

type Weight = (stratum: Stratum, index: number) => number;

/** Weight of each group in the average: its share of the people, or the same for every group. */
const byShare = ({ shares }: Stratum, i: number): number => shares[i]!;
const byCount = ({ values }: Stratum): number => 1 / values.length;

/** Side of a level that a value is on, 0 where only rounding keeps the two apart: an interval must not hang on that. */
const signOf = (value: number, level: number): number =>
  Math.abs(value - level) <= 1e-13 * Math.abs(level) ? 0 : Math.sign(value - level);

/** Absolute values fold at equality, where no closed-form interval can cover. */
function noted(stratum: Stratum, computed: ComputedGap): ComputedGap {
  const test = heterogeneity(stratum);
  if (test === null || test.p <= 0.05) return computed;
  return {
    ...computed,
    notes: [
      {
        id: "biased-near-equality",
        text: "The groups hardly differ; a measure made of absolute differences is then too large.",
      },
    ],
  };
}
