import { notComputable } from "../reasons-and-notes.ts";
import { hasCeiling } from "../stats/working-scale.ts";
import { deltaVariance, directed } from "./computed-gap.ts";
import { concentration } from "./concentration.ts";
import type { Measure } from "./measure.ts";

/**
 * Wagstaff's concentration index: the relative one as a share of the largest it could be at this level.
 *
 * Shapes and units: an ordered stratum of proportions; a number, 0 at equality.
 * Errors: `not-a-proportion` for all but proportions; `mean-not-positive` where nobody or everybody is counted.
 * Source: Wagstaff A (2005), doi:10.1002/hec.953
 *
 * @example
 * // RCI = -2/9 and mu = 20%: -2/9 / 0.8 = -5/18.
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1, population: 100 }));
 * summarise({ favourable: false, ordered: true, kind: "proportion", scale: 100, groups }).measures.rci_wagstaff;
 * // => { value: -0.277778, lower: -0.318039, upper: -0.237516, oriented: { value: 0.277778 } }
 */
export const wagstaff: Measure = {
  id: "rci_wagstaff",
  definition: "rci-wagstaff.ridit.v1",
  type: "relative",
  orders: ["ordered"],
  formula: "RCI / (1 - mu)",
  atEquality: 0,
  unit: "number",
  source: { citation: "Wagstaff A (2005)", doi: "10.1002/hec.953" },
  claims: { directed: true, picks: [], line: null, splitting: "value and limits" },
  compute(stratum) {
    if (!hasCeiling[stratum.scale]) return notComputable("not-a-proportion");
    const { mean, shares, per } = stratum;
    if (mean <= 0 || mean >= per) return notComputable("mean-not-positive");
    const { index, gradient } = concentration(stratum);
    const rci = index / mean;
    const rest = 1 - mean / per;
    return directed(
      rci / rest,
      deltaVariance(
        stratum,
        (i) => (gradient(i) - rci * shares[i]!) / (mean * rest) + (rci * shares[i]!) / (per * rest * rest),
      ),
      stratum,
    );
  },
};

/**
 * Erreygers' concentration index: the absolute one of a proportion, four times as large so that it runs from -1 to 1.
 *
 * Shapes and units: an ordered stratum of proportions; a number from -1 to 1, 0 at equality.
 * Errors: `not-a-proportion` for all but proportions.
 * Source: Erreygers G (2009), doi:10.1016/j.jhealeco.2008.02.003
 *
 * @example
 * // 4 times 0.2 times RCI = -2/9: -8/45.
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1, population: 100 }));
 * summarise({ favourable: false, ordered: true, kind: "proportion", scale: 100, groups }).measures.aci_erreygers;
 * // => { value: -0.177778, lower: -0.202416, upper: -0.153139, oriented: { value: 0.177778 } }
 */
export const erreygers: Measure = {
  id: "aci_erreygers",
  definition: "aci-erreygers.ridit.v1",
  type: "absolute",
  orders: ["ordered"],
  formula: "4 mu RCI",
  atEquality: 0,
  unit: "number",
  source: { citation: "Erreygers G (2009)", doi: "10.1016/j.jhealeco.2008.02.003" },
  claims: { directed: true, picks: [], line: null, splitting: "value and limits" },
  compute(stratum) {
    if (!hasCeiling[stratum.scale]) return notComputable("not-a-proportion");
    const { index, gradient } = concentration(stratum);
    const factor = 4 / stratum.per;
    return directed(
      factor * index,
      deltaVariance(stratum, (i) => factor * gradient(i)),
      stratum,
    );
  },
};
