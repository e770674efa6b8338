import { type ComputedGap, type NotComputable, type Note, notComputable } from "../model.ts";
import { type BetweenGroups, betweenGroups, betweenGroupVariance } from "./between-groups.ts";
import type { Measure } from "./measure.ts";
import { noPositiveMean } from "./of-the-mean.ts";
import type { Stratum } from "./stratum.ts";

/** Between-group variance. */
export const bgv: Measure = {
  id: "bgv",
  definition: "bgv.population-weighted.v1",
  name: "Between-group variance",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "B = sum p (y - mu)^2",
  reading: "The average squared distance of groups from the mean, chance included.",
  atEquality: 0,
  unit: "squared",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => observedSpread(stratum, asVariance),
};

/** Between-group standard deviation: the headline only where no interval is known to correct it by. */
export const bgsd: Measure = {
  id: "bgsd",
  definition: "bgsd.population-weighted.v1",
  name: "Between-group standard deviation",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sqrt(sum p (y - mu)^2)",
  reading: "How far a typical person's group is from the average, chance included.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) => observedSpread(stratum, asDeviation(1)),
};

/** Between-group standard deviation over the mean. */
export const cov: Measure = {
  id: "cov",
  definition: "cov.population-weighted.v1",
  name: "Coefficient of variation",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "100 sqrt(sum p (y - mu)^2) / mu",
  reading: "The between-group standard deviation as a percentage of the overall level, chance included.",
  atEquality: 0,
  unit: "%",
  source: { citation: "WHO, Health Equity Assessment Toolkit, technical notes (2023)", doi: null },
  claims: { directed: false, picks: [], line: null, splitting: "value" },
  compute: (stratum) =>
    stratum.mean > 0 ? observedSpread(stratum, asDeviation(100 / stratum.mean)) : noPositiveMean(),
};

/** Between-group spread as observed, chance included: limits of B, cut at 0, then shown. */
function observedSpread(stratum: Stratum, shown: Shown): ComputedGap {
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

/** Between-group variance with the part that chance alone makes taken out. */
export const bgvAdjusted: Measure = {
  id: "bgv_adjusted",
  definition: "bgv-adjusted.noise-corrected.v1",
  name: "Between-group variance, noise-adjusted",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "A = B - sum p (1 - p) V",
  reading: "The average squared distance of groups from the mean, beyond what chance alone would show.",
  atEquality: 0,
  unit: "squared",
  source: {
    citation: "Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit",
    doi: "10.2307/3001666",
  },
  claims: { directed: false, picks: [], line: null, splitting: "value without error" },
  compute: (stratum) => adjustedSpread(stratum, asVariance),
};

/** Typical difference: the between-group standard deviation with the part that chance alone makes taken out. */
export const bgsdAdjusted: Measure = {
  id: "bgsd_adjusted",
  definition: "bgsd-adjusted.noise-corrected.v1",
  name: "Typical difference",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "sqrt(max(0, A)), A = sum p (y - mu)^2 - sum p (1 - p) V; limits of A, cut at 0, then rooted",
  reading: "How far a typical person's group is from the average, beyond what chance alone would show.",
  atEquality: 0,
  unit: "indicator",
  source: {
    citation: "Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit",
    doi: "10.2307/3001666",
  },
  claims: { directed: false, picks: [], line: null, splitting: "value without error" },
  compute: (stratum) => adjustedSpread(stratum, asDeviation(1)),
};

/** The typical difference as a percentage of the mean. */
export const covAdjusted: Measure = {
  id: "cov_adjusted",
  definition: "cov-adjusted.noise-corrected.v1",
  name: "Typical difference, as a share of the average",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "100 sqrt(max(0, A)) / mu, with the limits of A over mu",
  reading: "The typical difference as a percentage of the overall level.",
  atEquality: 0,
  unit: "%",
  source: {
    citation: "Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit",
    doi: "10.2307/3001666",
  },
  claims: { directed: false, picks: [], line: null, splitting: "value without error" },
  compute: (stratum) =>
    stratum.mean > 0 ? adjustedSpread(stratum, asDeviation(100 / stratum.mean)) : noPositiveMean(),
};

/** Between-group spread with the part that chance alone makes taken out: limits of A, cut at 0, then shown. */
function adjustedSpread(stratum: Stratum, shown: Shown): ComputedGap | NotComputable {
  const between = betweenGroups(stratum);
  if (between === null)
    return notComputable("no-intervals", "No intervals are published, so chance cannot be taken out.");
  return spread(between.adjusted, between, stratum, shown, between.adjusted <= 0 ? [zeroNote] : []);
}

/** How a between-group variance is shown: as it is, or its root times a factor. */
interface Shown {
  show(variance: number): number;
  /** Factor on the variance where changes are tested. */
  tested: number;
}

const asVariance: Shown = { show: (variance) => variance, tested: 1 };
const asDeviation = (factor: number): Shown => ({
  show: (variance) => factor * Math.sqrt(variance),
  tested: factor ** 2,
});

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
