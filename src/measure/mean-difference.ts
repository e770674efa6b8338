import type { ComputedGap, NotComputable } from "../model.ts";
import { sumOf } from "../stats/sum.ts";
import { deltaVariance, undirected } from "./delta.ts";
import { extremes } from "./extremes.ts";
import { heterogeneity } from "./heterogeneity.ts";
import { noneReliable, noReference } from "./of-the-mean.ts";
import type { Stratum } from "./stratum.ts";

/** Weight of each group in the average: its share of the people, or the same for every group. */
export const byShare = ({ shares }: Stratum, i: number): number => shares[i]!;
export const byCount = ({ values }: Stratum): number => 1 / values.length;

/** Side of a level that a value is on, 0 where only rounding keeps the two apart: an interval must not hang on that. */
const signOf = (value: number, level: number): number =>
  Math.abs(value - level) <= 1e-13 * Math.abs(level) ? 0 : Math.sign(value - level);

type Weight = (stratum: Stratum, index: number) => number;

/** sum w abs(y - mu), the mean absolute difference from the population mean; signs held for the interval. */
export function differenceFromMean(stratum: Stratum, weight: Weight, factor = 1): ComputedGap {
  const { shares, values, mean } = stratum;
  const sign = (i: number): number => signOf(values[i]!, mean);
  const net = sumOf(values, (_, i) => weight(stratum, i) * sign(i));
  const value = sumOf(values, (y, i) => weight(stratum, i) * Math.abs(y - mean));
  return noted(
    stratum,
    undirected(
      factor * value,
      deltaVariance(stratum, (i) => factor * (weight(stratum, i) * sign(i) - shares[i]! * net)),
      stratum,
    ),
  );
}

/** 100 sum w abs(y - mu) / mu, with the error of the mean carried. */
export function differenceOverMean(stratum: Stratum, weight: Weight): ComputedGap {
  const { shares, values, mean } = stratum;
  const sign = (i: number): number => signOf(values[i]!, mean);
  const net = sumOf(values, (_, i) => weight(stratum, i) * sign(i));
  const share = sumOf(values, (y, i) => weight(stratum, i) * Math.abs(y - mean)) / mean;
  return noted(
    stratum,
    undirected(
      100 * share,
      deltaVariance(stratum, (i) => (100 * (weight(stratum, i) * sign(i) - shares[i]! * (net + share))) / mean),
      stratum,
    ),
  );
}

/** sum w abs(y - y_ref), the mean absolute difference from one group. */
function differenceFromGroup(stratum: Stratum, reference: number, weight: Weight): ComputedGap {
  const { values } = stratum;
  const from = values[reference]!;
  const sign = (i: number): number => signOf(values[i]!, from);
  const net = sumOf(values, (_, i) => weight(stratum, i) * sign(i));
  const value = sumOf(values, (y, i) => weight(stratum, i) * Math.abs(y - from));
  return noted(
    stratum,
    undirected(
      value,
      deltaVariance(stratum, (i) => weight(stratum, i) * sign(i) - (i === reference ? net : 0)),
      stratum,
    ),
  );
}

/** The same from the best-off group, among those large enough to be named so. */
export function differenceFromBest(stratum: Stratum, weight: Weight): ComputedGap | NotComputable {
  const best = extremes(stratum)?.best;
  return best === undefined ? noneReliable() : differenceFromGroup(stratum, best, weight);
}

/** The same from the declared reference group. */
export function differenceFromReference(stratum: Stratum, weight: Weight): ComputedGap | NotComputable {
  const { reference } = stratum;
  return reference === null ? noReference() : differenceFromGroup(stratum, reference, weight);
}

/** Absolute values fold at equality, where no closed-form interval can cover. */
function noted(stratum: Stratum, computed: ComputedGap): ComputedGap {
  const test = heterogeneity(stratum);
  if (test === null || test.p <= 0.05) return computed;
  return {
    ...computed,
    notes: [
      {
        id: "biased-near-equality",
        text: "The groups hardly differ; a measure made of absolute differences is then too large.",
      },
    ],
  };
}
