import { type Limits, type NotComputable, type Note, notComputable } from "../model.ts";
import { sumOf } from "../stats/sum.ts";
import { extremes } from "./extremes.ts";
import { around } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

export const parDefinition = "par.reference-minus-mean.v1";

export interface PopulationAttributableRisk {
  reference: string;
  /** y_ref - mu, in the indicator's unit and with its raw sign. */
  par: Limits;
  /** n abs(par) / per: people or events. */
  headCount: Limits | NotComputable;
  notes: Note[];
}

/**
 * What would change if everyone did as well as the reference: the least disadvantaged group, or among unordered groups
 * the best reliable one. Zero when the reference is worse off than the average.
 */
export function populationAttributableRisk(
  stratum: Stratum,
  counts: boolean,
): PopulationAttributableRisk | NotComputable {
  const { ids, shares: p, values: y, variances, mean, better, z, total, per } = stratum;
  const ref = stratum.order === "unordered" ? extremes(stratum)?.best : ids.length - 1;
  if (ref === undefined)
    return notComputable("no-reliable-group", "No group is large enough to serve as the level others could reach.");
  const reference = ids[ref]!;
  const difference = y[ref]! - mean;
  const variance = variances && sumOf(variances, (v, i) => ((i === ref ? 1 : 0) - p[i]!) ** 2 * v);
  const worse = better === "higher" ? difference < 0 : difference > 0;
  const par = worse ? { value: 0, lower: null, upper: null } : around(difference, variance, z);
  return {
    reference,
    par,
    headCount: headCount(par, counts, total, per),
    notes: worse
      ? [
          {
            id: "reference-worse-than-average",
            text: "The reference group is worse off than the average, so nothing is gained.",
          },
        ]
      : [],
  };
}

function headCount(par: Limits, counts: boolean, total: number | null, per: number): Limits | NotComputable {
  if (!counts) return notComputable("not-a-count", "The measure is not a count of people or events.");
  if (total === null)
    return notComputable("no-denominator", "Group sizes are not published, so no number of people can be given.");
  const people = (share: number): number => (total * share) / per;
  const sign = par.value < 0 ? -1 : 1;
  const ends = par.lower === null || par.upper === null ? null : [sign * people(par.lower), sign * people(par.upper)];
  return {
    value: people(Math.abs(par.value)),
    lower: ends && Math.max(0, Math.min(...ends)),
    upper: ends && Math.max(...ends),
  };
}
