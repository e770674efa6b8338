import type { ComputedGap } from "../model.ts";
import { type NotComputable, notComputable } from "../reasons-and-notes.ts";
import { sumOf } from "../stats/sum.ts";
import { byCount, byShare, signOf, type Weight } from "./absolute-difference.ts";
import { deltaVariance, undirected } from "./computed-gap.ts";
import { extremes } from "./extremes.ts";
import type { Measure } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Mean difference from the best-off group, unweighted: how far groups are from it, each counting the same.
 *
 * Shapes and units: any stratum, the best-off looked for among groups of reliable size; the indicator's unit, 0 at
 * equality.
 * Errors: `no-reliable-group` where fewer than two groups are known to be large enough; note as `mdmu`.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // Best off is 10: (20 + 10 + 0) / 3; Var = (1 + 1 + 2^2) / 9.
 * const people = [600, 200, 200];
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1, population: people[i] }));
 * summarise({ favourable: false, ordered: true, groups }).measures.mdbu;
 * // => { value: 10, lower: 8.399696, upper: 11.600304 }
 */
export const mdbu: Measure = {
  id: "mdbu",
  definition: "mdbu.who.v1",
  folds: true,
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum abs(y - y_best) / k",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => differenceFromBest(stratum, byCount),
};

/**
 * Mean difference from the best-off group, weighted: how far people's groups are from it.
 *
 * Shapes and units: as `mdbu`.
 * Errors: as `mdbu`: `no-reliable-group`.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // Best off is 10: 0.6 20 + 0.2 10; Var = 0.6^2 + 0.2^2 + 0.8^2.
 * const people = [600, 200, 200];
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1, population: people[i] }));
 * summarise({ favourable: false, ordered: true, groups }).measures.mdbw;
 * // => { value: 14, lower: 12.001221, upper: 15.998779 }
 */
export const mdbw: Measure = {
  id: "mdbw",
  definition: "mdbw.who.v1",
  folds: true,
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum p abs(y - y_best)",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => differenceFromBest(stratum, byShare),
};

/** The same from the best-off group, among those large enough to be named so. */
function differenceFromBest(stratum: Stratum, weight: Weight): ComputedGap | NotComputable {
  const best = extremes(stratum)?.best;
  return best === undefined ? notComputable("no-reliable-group") : differenceFromGroup(stratum, best, weight);
}

/**
 * Mean difference from the declared reference group, unweighted: how far groups are from it, each counting the same.
 *
 * Shapes and units: any stratum with a reference; the indicator's unit, 0 at equality.
 * Errors: `no-reference` where none is declared or it has no figure; note as `mdmu`.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // From 20: (10 + 0 + 10) / 3; Var = 2 / 9, for what the reference adds on one side it takes on the other.
 * const groups = [
 *   { order: 1, value: 30, se: 1, population: 600 },
 *   { order: 2, value: 20, se: 1, population: 200, reference: true },
 *   { order: 3, value: 10, se: 1, population: 200 },
 * ];
 * summarise({ favourable: false, ordered: true, groups }).measures.mdru;
 * // => { value: 6.666667, lower: 5.742731, upper: 7.590603 }
 */
export const mdru: Measure = {
  id: "mdru",
  definition: "mdru.who.v1",
  folds: true,
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum abs(y - y_ref) / k",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => differenceFromReference(stratum, byCount),
};

/**
 * Mean difference from the declared reference group, weighted: how far people's groups are from it.
 *
 * Shapes and units: as `mdru`.
 * Errors: as `mdru`: `no-reference`.
 * Source: WHO, Health Equity Assessment Toolkit, technical notes (2023)
 *
 * @example
 * // From 20: 0.6 10 + 0.2 10; Var = 0.6^2 + 0.4^2 + 0.2^2.
 * const groups = [
 *   { order: 1, value: 30, se: 1, population: 600 },
 *   { order: 2, value: 20, se: 1, population: 200, reference: true },
 *   { order: 3, value: 10, se: 1, population: 200 },
 * ];
 * summarise({ favourable: false, ordered: true, groups }).measures.mdrw;
 * // => { value: 8, lower: 6.533297, upper: 9.466703 }
 */
export const mdrw: Measure = {
  id: "mdrw",
  definition: "mdrw.who.v1",
  folds: true,
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sum p abs(y - y_ref)",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => differenceFromReference(stratum, byShare),
};

/** The same from the declared reference group. */
function differenceFromReference(stratum: Stratum, weight: Weight): ComputedGap | NotComputable {
  const { reference } = stratum;
  return reference === null ? notComputable("no-reference") : differenceFromGroup(stratum, reference, weight);
}

/** sum w abs(y - y_ref), the mean absolute difference from one group. */
function differenceFromGroup(stratum: Stratum, reference: number, weight: Weight): ComputedGap {
  const { values } = stratum;
  const from = values[reference]!;
  const sign = (i: number): number => signOf(values[i]!, from);
  const net = sumOf(values, (_, i) => weight(stratum, i) * sign(i));
  const value = sumOf(values, (y, i) => weight(stratum, i) * Math.abs(y - from));
  return undirected(
    value,
    deltaVariance(stratum, (i) => weight(stratum, i) * sign(i) - (i === reference ? net : 0)),
    stratum,
  );
}
