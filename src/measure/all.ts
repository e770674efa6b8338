import { type MeasureId, measureIds, type Order } from "../model.ts";
import { aci, rci } from "./concentration.ts";
import { erreygers, wagstaff } from "./concentration-bounded.ts";
import { mld, ti } from "./entropy.ts";
import { mdbu, mdbw, mdru, mdrw } from "./group-difference.ts";
import { idisu, idisw, mdmu, mdmw } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";
import { p80p20, p90p10 } from "./percentile-ratio.ts";
import { paf, par } from "./population-attributable.ts";
import { rii, riiLinear, sii, siiLinear } from "./slope.ts";
import { bgsd, bgv, cov } from "./spread.ts";
import { bgsdAdjusted, bgvAdjusted, covAdjusted } from "./spread-adjusted.ts";
import type { Stratum } from "./stratum.ts";
import { d, dReference, r, rReference } from "./two-groups.ts";

export { formulaParts, type Measure } from "./measure.ts";

/** Every measure of the method: the compiler asks for each. */
const byId: Record<MeasureId, Measure> = {
  sii,
  rii,
  sii_linear: siiLinear,
  rii_linear: riiLinear,
  d,
  r,
  d_reference: dReference,
  r_reference: rReference,
  bgsd_adjusted: bgsdAdjusted,
  cov_adjusted: covAdjusted,
  bgv_adjusted: bgvAdjusted,
  bgsd,
  cov,
  bgv,
  aci,
  rci,
  rci_wagstaff: wagstaff,
  aci_erreygers: erreygers,
  mdmu,
  mdmw,
  mdbu,
  mdbw,
  mdru,
  mdrw,
  idisu,
  idisw,
  ti,
  mld,
  par,
  paf,
  p80p20,
  p90p10,
};

/** Every measure of the method, in the order in which the method page lists them. */
export const measures: readonly Measure[] = measureIds.map((id) => byId[id]);

/** Measures that may be a headline gap of dimensions of an order; the last two of unordered ones stand in without intervals. */
export function headlineMeasuresOf(order: Order): Measure[] {
  switch (order) {
    case "ordered":
      return [sii, rii];
    case "pair":
      return [d, r];
    case "unordered":
      return [bgsdAdjusted, covAdjusted, bgsd, cov];
  }
}

/**
 * The one absolute and the one relative gap of a stratum.
 *
 * Rule: chosen by the type of its dimension and nothing else: `sii` and `rii` of a ladder, `d` and `r` of a pair, the
 * typical difference of unordered groups, or the observed one where a group comes without interval.
 * Shapes and units: a stratum; two measures.
 * Errors: none.
 * Source: docs/method.md section 3
 *
 * @example
 * const groups = [30, 10].map((value, i) => ({ id: `g${i}`, label: `Group ${i}`, weight: 100, estimate: {
 *   value, lower: null, upper: null, variance: 1, working: null, numerator: null, denominator: null, notes: [],
 * } }));
 * const rules = { ranking: "local", better: "lower", scale: "identity", per: 1, reliableDenominator: 0 } as const;
 * const pair = makeStratum({ ...rules, z: zOf(0.95), order: "pair", groups });
 * isMissing(pair) ? pair : headline(pair);
 * // => { absolute: { id: "d" }, relative: { id: "r" } }
 */
export function headline({ order, variances }: Stratum): { absolute: Measure; relative: Measure } {
  switch (order) {
    case "ordered":
      return { absolute: sii, relative: rii };
    case "pair":
      return { absolute: d, relative: r };
    case "unordered":
      return variances === null ? { absolute: bgsd, relative: cov } : { absolute: bgsdAdjusted, relative: covAdjusted };
  }
}
