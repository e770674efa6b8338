import { EDITION, type Edition, type MeasureId, measureIds, type Order } from "../model.ts";
import { aci, rci } from "./concentration.ts";
import { erreygers, wagstaff } from "./concentration-bounded.ts";
import { mld, ti } from "./entropy.ts";
import { mdbu, mdbw, mdru, mdrw } from "./group-difference.ts";
import { idisu, idisw, mdmu, mdmw } from "./mean-difference.ts";
import type { Measure } from "./measure.ts";
import { p80p20, p90p10 } from "./percentile-ratio.ts";
import { attributableOf, paf, par } from "./population-attributable.ts";
import { rii, riiLinear, sii, siiLinear } from "./slope.ts";
import { bgsd, bgv, cov } from "./spread.ts";
import { bgsdAdjusted, bgvAdjusted, covAdjusted, inFirstEdition } from "./spread-adjusted.ts";
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

/** What the second edition defines otherwise, as the first had it. */
const first: Partial<Record<MeasureId, Measure>> = {
  ...Object.fromEntries(
    [bgsdAdjusted, covAdjusted, bgvAdjusted].map((measure) => [measure.id, inFirstEdition(measure)]),
  ),
  ...attributableOf[1],
};

const byEdition: Record<Edition, Record<MeasureId, Measure>> = { 1: { ...byId, ...first }, 2: byId };
const lists: Record<Edition, readonly Measure[]> = {
  1: measureIds.map((id) => byEdition[1][id]),
  2: measureIds.map((id) => byEdition[2][id]),
};

/** Every measure as an edition defines it, in the order in which the method page lists them. */
export const measuresOf = (edition: Edition): readonly Measure[] => lists[edition];

/** Every measure of the method. */
export const measures = measuresOf(EDITION);

/** Measures that may be a headline gap of dimensions of an order; the last two of unordered ones stand in without intervals. */
export function headlineMeasuresOf(order: Order, edition: Edition): Measure[] {
  switch (order) {
    case "ordered":
      return [sii, rii];
    case "pair":
      return [d, r];
    case "unordered":
      return [byEdition[edition].bgsd_adjusted, byEdition[edition].cov_adjusted, bgsd, cov];
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
export function headline({ order, variances, edition }: Stratum): { absolute: Measure; relative: Measure } {
  const [absolute, relative, ...uncorrected] = headlineMeasuresOf(order, edition) as [Measure, Measure, ...Measure[]];
  if (order !== "unordered" || variances !== null) return { absolute, relative };
  const [plain, plainRelative] = uncorrected as [Measure, Measure];
  return { absolute: plain, relative: plainRelative };
}
