import type { Limits, PopulationAttributableRisk } from "../model.ts";
import { isMissing, type NotComputable, notComputable } from "../reasons-and-notes.ts";
import { attributableOf, isReferenceWorse, parReference } from "./population-attributable.ts";
import type { Stratum } from "./stratum.ts";

type NoHeadCount = "not-a-count" | "not-parts-of-the-whole" | "neither-is-better" | "events-not-people";

/**
 * What a head-count is made of: a reason why there is none, people among the total, or a share of the events that
 * happened.
 */
export type HeadCounted = NoHeadCount | "people" | { events: number | null };

/** What would change if everyone did as well as the reference group; nobody is counted where it is worse off than the mean. */
export function populationAttributableRisk(
  stratum: Stratum,
  counted: HeadCounted,
): PopulationAttributableRisk | NotComputable {
  const ref = parReference(stratum);
  const computed = attributableOf[stratum.edition].par.compute(stratum);
  if (isMissing(computed)) return computed;
  if (ref === null) return notComputable("no-reliable-group");
  const { raw } = computed;
  const notes = counted === "neither-is-better" || counted === "events-not-people" ? [] : computed.notes;
  const isLoss = stratum.edition > 1 && isReferenceWorse(computed);
  return { reference: stratum.ids[ref]!, par: raw, headCount: headCount(raw, counted, stratum, isLoss), notes };
}

/**
 * n abs(par) / per. A standardised rate does not multiply with its crude population: there it is the share abs(par) / mu
 * of the events that happened, with the limits of that fraction.
 */
function headCount(raw: Limits, counted: HeadCounted, stratum: Stratum, isLoss: boolean): Limits | NotComputable {
  if (typeof counted === "string" && counted !== "people") return notComputable(counted);
  if (isLoss) return notComputable("nobody-would-gain");
  const { total, per } = stratum;
  if (counted === "people") return total === null ? noSizes("people") : amounts(raw, total / per, stratum);
  const fraction = attributableOf[stratum.edition].paf.compute(stratum);
  if (counted.events === null) return noSizes("events");
  return isMissing(fraction) ? fraction : amounts(fraction.raw, counted.events / 100, stratum);
}

const noSizes = (of: "people" | "events"): NotComputable => notComputable("no-denominator", { of });

/** What is gained, never below zero. */
function amounts({ value, lower, upper }: Limits, factor: number, { better }: Stratum): Limits {
  const gained = (limit: number): number => Math.max(0, (better === "higher" ? limit : -limit) * factor);
  const ends = lower === null || upper === null ? null : [gained(lower), gained(upper)];
  return { value: gained(value), lower: ends && Math.min(...ends), upper: ends && Math.max(...ends) };
}
