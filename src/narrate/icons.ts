import type { Limits } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import { type Breakdown, isHigherWhenWorse } from "./breakdown.ts";
import { addUp } from "./level.ts";

/** The population attributable risk as people out of a hundred or a thousand. */
export interface Icons {
  outOf: 100 | 1000;
  /** With the state now. */
  now: number;
  /** How many fewer (or more) if everyone did as well as the reference group. */
  changed: Limits;
  isFewer: boolean;
}

/**
 * Null where people out of so many would not be true or would show nothing: figures that are not shares (a rate counts
 * events, of which one person may have several), groups of unknown size or that are not parts of the whole, what nobody would gain by, a reference group no better off
 * than the rest as far as can be told, and less than one person in a thousand.
 */
export function iconsOf(b: Breakdown): Icons | null {
  const { indicator, latest } = b;
  const { par, groups } = latest;
  const isShare = indicator.scale === "logit" && indicator.sentence.state !== null;
  if (!isShare || isMissing(par) || !addUp(b) || isNoGain(b)) return null;
  const reference = groups.find(({ id }) => id === par.reference)?.estimate;
  if (reference === undefined || isMissing(reference)) return null;
  const { value, lower, upper } = par.par;
  const isFewer = isHigherWhenWorse(b);
  const gains = (isFewer ? value < 0 : value > 0) && par.clear !== false;
  if (!gains) return null;
  const outOf = ([100, 1000] as const).find((people) => (Math.abs(value) * people) / indicator.per >= 1);
  if (outOf === undefined) return null;
  const people = (figure: number): number => Math.round((Math.abs(figure) * outOf) / indicator.per);
  const now = people(reference.value - value);
  const most = isFewer ? now : outOf - now;
  const ends = lower === null || upper === null ? null : [people(lower), people(upper)];
  return {
    outOf,
    now,
    changed: {
      value: Math.min(most, people(value)),
      lower: ends && Math.min(...ends),
      upper: ends && Math.max(...ends),
    },
    isFewer,
  };
}

/** What nobody would gain by: what is neither good nor ill, and events that are done to people. */
const isNoGain = ({ latest: { par } }: Breakdown): boolean =>
  !isMissing(par) &&
  isMissing(par.headCount) &&
  ["neither-is-better", "events-not-people"].includes(par.headCount.reason);
