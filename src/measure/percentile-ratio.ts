import type { ComputedGap } from "../model.ts";
import { type NotComputable, notComputable, note } from "../reasons-and-notes.ts";
import type { Measure } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Ratio of the 80th to the 20th percentile of areas, each area counting as many people as live there.
 *
 * Shapes and units: an unordered stratum of at least 30 areas; a ratio, 1 at equality. No interval is known for it.
 * Errors: `too-few-groups` below 30 areas; `comparison-not-positive` where the lower percentile is zero or below.
 * Source: OECD, income distribution indicators
 *
 * @example
 * // Of 1, 2 ... 40 the first 8 are a fifth and the first 32 four fifths: 32 / 8.
 * const groups = Array.from({ length: 40 }, (_, i) => ({ value: i + 1, population: 100 }));
 * summarise({ favourable: true, ordered: false, groups }).measures.p80p20;
 * // => { value: 4, lower: null, upper: null }
 */
export const p80p20: Measure = {
  id: "p80p20",
  definition: "p80p20.weighted-quantiles.v1",
  type: "relative",
  orders: ["unordered"],
  formula: "Q(80%) / Q(20%)",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "OECD, income distribution indicators", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => percentileRatio(stratum, 0.8, 0.2),
};

/**
 * Ratio of the 90th to the 10th percentile of areas, each area counting as many people as live there.
 *
 * Shapes and units: an unordered stratum of at least 30 areas; a ratio, 1 at equality. No interval is known for it.
 * Errors: `too-few-groups` below 30 areas; `comparison-not-positive` where the lower percentile is zero or below.
 * Source: OECD, income distribution indicators
 *
 * @example
 * // Of 1, 2 ... 40 the first 4 are a tenth and the first 36 nine tenths: 36 / 4.
 * const groups = Array.from({ length: 40 }, (_, i) => ({ value: i + 1, population: 100 }));
 * summarise({ favourable: true, ordered: false, groups }).measures.p90p10;
 * // => { value: 9, lower: null, upper: null }
 */
export const p90p10: Measure = {
  id: "p90p10",
  definition: "p90p10.weighted-quantiles.v1",
  type: "relative",
  orders: ["unordered"],
  formula: "Q(90%) / Q(10%)",
  atEquality: 1,
  unit: "ratio",
  source: { citation: "OECD, income distribution indicators", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => percentileRatio(stratum, 0.9, 0.1),
};

/** Fewest areas whose percentiles mean something. */
const FEWEST_AREAS = 30;

/** Ratio of two weighted quantiles of area values. It has no interval, and says so. */
function percentileRatio({ values, shares }: Stratum, high: number, low: number): ComputedGap | NotComputable {
  if (values.length < FEWEST_AREAS) return notComputable("too-few-groups", { needs: "thirty-areas", groups: [] });
  const [top, bottom] = [weightedQuantile(values, shares, high), weightedQuantile(values, shares, low)];
  if (bottom <= 0) return notComputable("comparison-not-positive", { of: "percentile" });
  const limits = { value: top / bottom, lower: null, upper: null };
  return {
    raw: limits,
    oriented: limits,
    tested: { scale: "log", point: Math.log(limits.value), standardError: null },
    notes: [note("no-interval", { of: "percentiles" })],
  };
}

/** Smallest value at or below which at least the given share of the people lives. */
function weightedQuantile(values: readonly number[], shares: readonly number[], share: number): number {
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
