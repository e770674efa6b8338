import { aci } from "./aci.ts";
import { bgsd } from "./bgsd.ts";
import { bgsdAdjusted } from "./bgsd-adjusted.ts";
import { bgv } from "./bgv.ts";
import { bgvAdjusted } from "./bgv-adjusted.ts";
import { cov } from "./cov.ts";
import { covAdjusted } from "./cov-adjusted.ts";
import { d } from "./d.ts";
import { dReference } from "./d-reference.ts";
import { erreygers } from "./erreygers.ts";
import { idisu } from "./idisu.ts";
import { idisw } from "./idisw.ts";
import { mdbu } from "./mdbu.ts";
import { mdbw } from "./mdbw.ts";
import { mdmu } from "./mdmu.ts";
import { mdmw } from "./mdmw.ts";
import { mdru } from "./mdru.ts";
import { mdrw } from "./mdrw.ts";
import type { Measure } from "./measure.ts";
import { mld } from "./mld.ts";
import { p80p20 } from "./p80p20.ts";
import { p90p10 } from "./p90p10.ts";
import { paf } from "./paf.ts";
import { par } from "./par.ts";
import { r } from "./r.ts";
import { rReference } from "./r-reference.ts";
import { rci } from "./rci.ts";
import { rii } from "./rii.ts";
import { riiLinear } from "./rii-linear.ts";
import { sii } from "./sii.ts";
import { siiLinear } from "./sii-linear.ts";
import type { Order, Stratum } from "./stratum.ts";
import { ti } from "./ti.ts";
import { wagstaff } from "./wagstaff.ts";

export type { Measure } from "./measure.ts";

/** Every measure of the method, in the order the method page lists them. */
export const measures: readonly Measure[] = [
  sii,
  rii,
  siiLinear,
  riiLinear,
  d,
  r,
  dReference,
  rReference,
  bgsdAdjusted,
  covAdjusted,
  bgvAdjusted,
  bgsd,
  cov,
  bgv,
  aci,
  rci,
  wagstaff,
  erreygers,
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
];

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

/** The one absolute and the one relative gap of a stratum: chosen by the type of its dimension and nothing else. */
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
