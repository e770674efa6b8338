import { type ComputedGap, type Limits, type NotComputable, notComputable } from "../model.ts";
import { betweenGroups, betweenGroupVariance } from "./between-groups.ts";
import type { Measure } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

const source = {
  citation: "Cochran WG (1954), components of variance applied to groups; WHO, Health Equity Assessment Toolkit",
  doi: "10.2307/3001666",
};

/** Typical difference: the between-group standard deviation with the part that chance alone makes taken out. */
export const adjustedBetweenGroupDeviation: Measure = {
  id: "bgsd_adjusted",
  definition: "bgsd-adjusted.noise-corrected.v1",
  name: "Typical difference",
  type: "absolute",
  orders: ["unordered"],
  formula: "sqrt(max(0, A)), A = sum p (y - mu)^2 - sum p (1 - p) V; limits of A, cut at 0, then rooted",
  reading: "How far a typical person's group is from the average, beyond what chance alone would show.",
  atEquality: 0,
  unit: "indicator",
  source,
  compute: (stratum) => adjusted(stratum, 1),
};

/** The typical difference as a percentage of the mean. */
export const adjustedCoefficientOfVariation: Measure = {
  id: "cov_adjusted",
  definition: "cov-adjusted.noise-corrected.v1",
  name: "Typical difference, as a share of the average",
  type: "relative",
  orders: ["unordered"],
  formula: "100 sqrt(max(0, A)) / mu, with the limits of A over mu",
  reading: "The typical difference as a percentage of the overall level.",
  atEquality: 0,
  unit: "%",
  source,
  compute: (stratum) => (stratum.mean > 0 ? adjusted(stratum, 100 / stratum.mean) : noMean()),
};

/** Between-group standard deviation as observed: the headline only where no interval is known to correct it by. */
export const betweenGroupDeviation: Measure = {
  ...adjustedBetweenGroupDeviation,
  id: "bgsd",
  definition: "bgsd.population-weighted.v1",
  name: "Between-group standard deviation",
  formula: "sqrt(sum p (y - mu)^2)",
  reading: "How far a typical person's group is from the average, chance included.",
  compute: (stratum) => observed(stratum, 1),
};

/** Between-group standard deviation over the mean, as observed. */
export const coefficientOfVariation: Measure = {
  ...adjustedCoefficientOfVariation,
  id: "cov",
  definition: "cov.population-weighted.v1",
  name: "Coefficient of variation",
  formula: "100 sqrt(sum p (y - mu)^2) / mu",
  reading: "The between-group standard deviation as a percentage of the overall level, chance included.",
  compute: (stratum) => (stratum.mean > 0 ? observed(stratum, 100 / stratum.mean) : noMean()),
};

const noMean = (): NotComputable =>
  notComputable("mean-not-positive", "The overall level is zero or below, so a share of it means nothing.");

function adjusted(stratum: Stratum, factor: number): ComputedGap | NotComputable {
  const between = betweenGroups(stratum);
  if (between === null)
    return notComputable("no-intervals", "No intervals are published, so chance cannot be taken out.");
  const error = Math.sqrt(between.errorVariance);
  const root = (a: number): number => factor * Math.sqrt(Math.max(0, a));
  const half = stratum.z * error;
  const limits: Limits = {
    value: root(between.adjusted),
    lower: root(between.adjusted - half),
    upper: root(between.adjusted + half),
  };
  return {
    raw: limits,
    oriented: limits,
    tested: { scale: "variance", point: factor ** 2 * between.adjusted, standardError: factor ** 2 * error },
    notes:
      between.adjusted <= 0
        ? [
            {
              id: "equal-groups-adjusted-to-zero",
              text: "The groups differ no more than chance alone would make them.",
            },
          ]
        : [],
  };
}

function observed({ shares, values, mean }: Stratum, factor: number): ComputedGap {
  const variance = factor ** 2 * betweenGroupVariance(shares, values, mean);
  const limits: Limits = { value: Math.sqrt(variance), lower: null, upper: null };
  return {
    raw: limits,
    oriented: limits,
    tested: { scale: "variance", point: variance, standardError: null },
    notes: [
      {
        id: "intervals-missing",
        text: "No intervals are published, so differences that are only chance are still in the gap.",
      },
    ],
  };
}
