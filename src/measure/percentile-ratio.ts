import { type ComputedGap, type NotComputable, notComputable } from "../model.ts";
import type { Stratum } from "./stratum.ts";

/** Fewest areas whose percentiles mean something. */
const FEWEST_AREAS = 30;

/** Ratio of two weighted quantiles of area values. It has no interval, and says so. */
export function percentileRatio({ values, shares }: Stratum, high: number, low: number): ComputedGap | NotComputable {
  if (values.length < FEWEST_AREAS)
    return notComputable("too-few-groups", "Percentiles are for dimensions of 30 or more areas.");
  const [top, bottom] = [weightedQuantile(values, shares, high), weightedQuantile(values, shares, low)];
  if (bottom <= 0)
    return notComputable("comparison-not-positive", "The lower percentile is zero or below, so a ratio means nothing.");
  const limits = { value: top / bottom, lower: null, upper: null };
  return {
    raw: limits,
    oriented: limits,
    tested: { scale: "log", point: Math.log(limits.value), standardError: null },
    notes: [{ id: "no-interval", text: "No interval is known for a ratio of percentiles." }],
  };
}

/** Smallest value at or below which at least the given share of the people lives. */
export function weightedQuantile(values: readonly number[], shares: readonly number[], share: number): number {
  const ordered = values.map((value, i) => ({ value, weight: shares[i]! })).sort((a, b) => a.value - b.value);
  let below = 0;
  // Shares add up to 1 but for rounding, which must not push an exact boundary to the next area.
  const goal = share * (1 - 1e-12);
  for (const { value, weight } of ordered) {
    below += weight;
    if (below >= goal) return value;
  }
  return ordered.at(-1)!.value;
}
