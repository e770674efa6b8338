import type { Limits } from "../model.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { PeriodResult } from "../results/results.ts";
import { againstSide, type Standing, whomIn } from "./standing.ts";

/** The figure of the same group in the period that changes are measured from. */
export interface Earlier {
  period: PeriodResult["period"];
  estimate: Limits;
  /** Its difference from whom it is compared with, then; positive when it was worse off. */
  difference: Limits | null;
}

/** The baseline, else the earliest period since the last break that shares no day with the newest. */
export function earlierOf({ b, group, against: { whom } }: Standing): Earlier | null {
  const { result, indicator, latest } = b;
  const { change, periods } = result;
  const from = Math.max(
    0,
    ...indicator.breaks.map((at) => periods.findIndex(({ period }) => period.label === at.from)),
  );
  const candidates = periods.slice(from).filter(({ period }) => period.end < latest.period.start);
  const baseline = isMissing(change)
    ? candidates
    : candidates.filter(({ period }) => period.label === change.baseline.label);
  for (const then of baseline) {
    const estimate = then.groups.find(({ id }) => id === group)?.estimate;
    if (estimate === undefined || isMissing(estimate)) continue;
    const side = whom === "side" ? againstSide({ ...b, latest: then }, group) : null;
    const others = then.who.find((one) => one.group === group && whomIn(one) === whom);
    return { period: then.period, estimate, difference: (side ?? others)?.difference ?? null };
  }
  return null;
}
