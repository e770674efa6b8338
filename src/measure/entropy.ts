import { notComputable } from "../reasons-and-notes.ts";
import { sumOf } from "../stats/sum.ts";
import { deltaVariance, undirected } from "./computed-gap.ts";
import type { Measure } from "./measure.ts";

/**
 * Theil index: how unevenly the total is shared, most sensitive to groups with a lot.
 *
 * Shapes and units: any stratum; a number, thousandths of a natural log, 0 at equality.
 * Errors: `comparison-not-positive` where a group's figure is zero or below.
 * Source: Theil H (1967), Economics and Information Theory
 *
 * @example
 * // r = 1.5 and 0.5: 500 (1.5 ln 1.5 + 0.5 ln 0.5).
 * const groups = [30, 10].map((value, i) => ({ order: i + 1, value, se: 1 }));
 * summarise({ favourable: false, ordered: true, groups }).measures.ti;
 * // => { value: 130.812036, lower: 88.254884, upper: 173.369188 }
 */
export const ti: Measure = {
  id: "ti",
  definition: "ti.per-1000.v1",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "1000 sum p r ln r, r = y / mu",
  atEquality: 0,
  unit: "number",
  source: { citation: "Theil H (1967), Economics and Information Theory", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute(stratum) {
    const { shares: p, values: y, mean } = stratum;
    if (y.some((value) => value <= 0)) return notComputable("comparison-not-positive", { of: "group" });
    const log = (i: number): number => Math.log(y[i]! / mean);
    const index = sumOf(y, (value, i) => p[i]! * (value / mean) * log(i));
    return undirected(
      1000 * index,
      deltaVariance(stratum, (i) => 1000 * (p[i]! / mean) * (log(i) - index)),
      stratum,
    );
  },
};

/**
 * Mean log deviation: how unevenly the total is shared, most sensitive to groups with little.
 *
 * Shapes and units: any stratum; a number, thousandths of a natural log, 0 at equality.
 * Errors: `comparison-not-positive` where a group's figure is zero or below.
 * Source: Theil H (1967), Economics and Information Theory
 *
 * @example
 * // r = 1.5 and 0.5: 500 (-ln 1.5 - ln 0.5) = 500 ln (4 / 3).
 * const groups = [30, 10].map((value, i) => ({ order: i + 1, value, se: 1 }));
 * summarise({ favourable: false, ordered: true, groups }).measures.mld;
 * // => { value: 143.841036, lower: 92.191450, upper: 195.490622 }
 */
export const mld: Measure = {
  id: "mld",
  definition: "mld.per-1000.v1",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "1000 sum p (-ln r), r = y / mu",
  atEquality: 0,
  unit: "number",
  source: { citation: "Theil H (1967), Economics and Information Theory", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value and limits" },
  compute(stratum) {
    const { shares: p, values: y, mean } = stratum;
    if (y.some((value) => value <= 0)) return notComputable("comparison-not-positive", { of: "group" });
    const index = sumOf(y, (value, i) => -p[i]! * Math.log(value / mean));
    return undirected(
      1000 * index,
      deltaVariance(stratum, (i) => 1000 * (p[i]! / mean - p[i]! / y[i]!)),
      stratum,
    );
  },
};
