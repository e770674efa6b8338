import { type ComputedGap, type NotComputable, type Note, notComputable } from "../model.ts";
import { type BetweenGroups, betweenGroups, betweenGroupVariance } from "./between-groups.ts";
import type { Stratum } from "./stratum.ts";

/** How a between-group variance is shown: as it is, or its root times a factor. */
export interface Shown {
  show(variance: number): number;
  /** Factor on the variance where changes are tested. */
  tested: number;
}

export const asVariance: Shown = { show: (variance) => variance, tested: 1 };
export const asDeviation = (factor: number): Shown => ({
  show: (variance) => factor * Math.sqrt(variance),
  tested: factor ** 2,
});

/** Between-group spread with the part that chance alone makes taken out: limits of A, cut at 0, then shown. */
export function adjustedSpread(stratum: Stratum, shown: Shown): ComputedGap | NotComputable {
  const between = betweenGroups(stratum);
  if (between === null)
    return notComputable("no-intervals", "No intervals are published, so chance cannot be taken out.");
  return spread(between.adjusted, between, stratum, shown, between.adjusted <= 0 ? [zeroNote] : []);
}

/** Between-group spread as observed, chance included: limits of B, cut at 0, then shown. */
export function observedSpread(stratum: Stratum, shown: Shown): ComputedGap {
  const between = betweenGroups(stratum);
  if (between) return spread(between.variance, between, stratum, shown, []);
  const variance = betweenGroupVariance(stratum.shares, stratum.values, stratum.mean);
  const limits = { value: shown.show(variance), lower: null, upper: null };
  return {
    raw: limits,
    oriented: limits,
    tested: { scale: "variance", point: shown.tested * variance, standardError: null },
    notes: [noIntervalsNote],
  };
}

function spread(
  variance: number,
  { errorVariance }: BetweenGroups,
  { z }: Stratum,
  { show, tested }: Shown,
  notes: Note[],
): ComputedGap {
  const error = Math.sqrt(errorVariance);
  const cut = (value: number): number => show(Math.max(0, value));
  const limits = { value: cut(variance), lower: cut(variance - z * error), upper: cut(variance + z * error) };
  return {
    raw: limits,
    oriented: limits,
    tested: { scale: "variance", point: tested * variance, standardError: tested * error },
    notes,
  };
}

const zeroNote: Note = {
  id: "equal-groups-adjusted-to-zero",
  text: "The groups differ no more than chance alone would make them.",
};

const noIntervalsNote: Note = {
  id: "intervals-missing",
  text: "No intervals are published, so differences that are only chance are still in the gap.",
};
