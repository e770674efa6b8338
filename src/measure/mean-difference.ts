import type { ComputedGap } from "../model.ts";
import { notComputable } from "../reasons-and-notes.ts";
import { sumOf } from "../stats/sum.ts";
import { byCount, byShare, signOf, type Weight } from "./absolute-difference.ts";
import { deltaVariance, undirected } from "./computed-gap.ts";
import type { Measure } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Mean difference from the mean, unweighted: how far groups are from the average, each counting the same.
 *
 * Shapes and units: any stratum; the indicator's unit, 0 at equality. The side that each group is on is held in the
 * interval.
 * Errors: none; note `biased-near-equality` where the groups do not differ beyond chance.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // mu = 0.6 30 + 0.2 20 + 0.2 10 = 24; (6 + 4 + 14) / 3.
 * const people = [600, 200, 200];
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1, population: people[i] }));
 * summarise({ favourable: false, ordered: true, groups }).measures.mdmu;
 * // => { value: 8, lower: 6.719757, upper: 9.280243 }
 */
export const mdmu: Measure = {
  id: "mdmu",
  definition: "mdmu.who.v1",
  folds: true,
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum abs(y - mu) / k",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute: (stratum) => differenceFromMean(stratum, byCount),
};

/**
 * Mean difference from the mean, weighted: how far a person's group is from the average.
 *
 * Shapes and units: any stratum; the indicator's unit, 0 at equality. The side that each group is on is held in the
 * interval.
 * Errors: none; note `biased-near-equality` where the groups do not differ beyond chance.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // mu = 24; 0.6 6 + 0.2 4 + 0.2 14.
 * const people = [600, 200, 200];
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1, population: people[i] }));
 * summarise({ favourable: false, ordered: true, groups }).measures.mdmw;
 * // => { value: 7.2, lower: 6.047781, upper: 8.352219 }
 */
export const mdmw: Measure = {
  id: "mdmw",
  definition: "mdmw.who.v1",
  folds: true,
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum p abs(y - mu)",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute: (stratum) => differenceFromMean(stratum, byShare),
};

/** sum w abs(y - mu), the mean absolute difference from the population mean; signs held for the interval. */
function differenceFromMean(stratum: Stratum, weight: Weight): ComputedGap {
  const { shares, values, mean } = stratum;
  const sign = (i: number): number => signOf(values[i]!, mean);
  const net = sumOf(values, (_, i) => weight(stratum, i) * sign(i));
  const value = sumOf(values, (y, i) => weight(stratum, i) * Math.abs(y - mean));
  return undirected(
    value,
    deltaVariance(stratum, (i) => weight(stratum, i) * sign(i) - shares[i]! * net),
    stratum,
  );
}

/**
 * Index of disparity, unweighted: the mean difference from the mean as a percentage of it, each group counting the
 * same.
 *
 * Shapes and units: any stratum; per cent, 0 at equality.
 * Errors: `mean-not-positive` where the mean is zero or below; note `biased-near-equality` as `mdmu`.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // mu = 24; 100 times 8 / 24.
 * const people = [600, 200, 200];
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1, population: people[i] }));
 * summarise({ favourable: false, ordered: true, groups }).measures.idisu;
 * // => { value: 33.333333, lower: 28.618393, upper: 38.048274 }
 */
export const idisu: Measure = {
  id: "idisu",
  definition: "idisu.who.v1",
  folds: true,
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "100 sum abs(y - mu) / k / mu",
  atEquality: 0,
  unit: "%",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute: (stratum) => (stratum.mean > 0 ? differenceOverMean(stratum, byCount) : notComputable("mean-not-positive")),
};

/**
 * Index of disparity, weighted: the mean difference of people's groups from the mean as a percentage of it.
 *
 * Shapes and units: any stratum; per cent, 0 at equality.
 * Errors: `mean-not-positive` where the mean is zero or below; note `biased-near-equality` as `mdmw`.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // mu = 24; 100 times 7.2 / 24.
 * const people = [600, 200, 200];
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1, population: people[i] }));
 * summarise({ favourable: false, ordered: true, groups }).measures.idisw;
 * // => { value: 30, lower: 25.756553, upper: 34.243447 }
 */
export const idisw: Measure = {
  id: "idisw",
  definition: "idisw.who.v1",
  folds: true,
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "100 sum p abs(y - mu) / mu",
  atEquality: 0,
  unit: "%",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute: (stratum) => (stratum.mean > 0 ? differenceOverMean(stratum, byShare) : notComputable("mean-not-positive")),
};

/** 100 sum w abs(y - mu) / mu, with the error of the mean carried. */
function differenceOverMean(stratum: Stratum, weight: Weight): ComputedGap {
  const { shares, values, mean } = stratum;
  const sign = (i: number): number => signOf(values[i]!, mean);
  const net = sumOf(values, (_, i) => weight(stratum, i) * sign(i));
  const share = sumOf(values, (y, i) => weight(stratum, i) * Math.abs(y - mean)) / mean;
  return undirected(
    100 * share,
    deltaVariance(stratum, (i) => (100 * (weight(stratum, i) * sign(i) - shares[i]! * (net + share))) / mean),
    stratum,
  );
}
