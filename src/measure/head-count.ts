import { isMissing, type Limits, type NotComputable, type Note, notComputable } from "../model.ts";
import { noReference } from "./of-the-mean.ts";
import { par } from "./par.ts";
import { parReference } from "./par-reference.ts";
import type { Stratum } from "./stratum.ts";

/** Population attributable risk with what it comes to. */
export interface PopulationAttributableRisk {
  reference: string;
  /** y_ref - mu, in the indicator's unit and with its raw sign. */
  par: Limits;
  /** n abs(par) / per: people or events. */
  headCount: Limits | NotComputable;
  notes: Note[];
}

/** What would change if everyone did as well as the reference group. `counts`: values are shares or rates of people. */
export function populationAttributableRisk(
  stratum: Stratum,
  counts: boolean,
): PopulationAttributableRisk | NotComputable {
  const ref = parReference(stratum);
  const computed = par.compute(stratum);
  if (isMissing(computed)) return computed;
  if (ref === null) return noReference();
  const { raw, notes } = computed;
  return { reference: stratum.ids[ref]!, par: raw, headCount: headCount(raw, counts, stratum), notes };
}

function headCount({ value, lower, upper }: Limits, counts: boolean, { total, per }: Stratum): Limits | NotComputable {
  if (!counts) return notComputable("not-a-count", "The measure is not a count of people or events.");
  if (total === null)
    return notComputable("no-denominator", "Group sizes are not published, so no number of people can be given.");
  const people = (amount: number): number => (total * amount) / per;
  const ends =
    lower === null || upper === null ? null : [people(Math.sign(value) * lower), people(Math.sign(value) * upper)];
  return {
    value: people(Math.abs(value)),
    lower: ends && Math.max(0, Math.min(...ends)),
    upper: ends && Math.max(...ends),
  };
}
