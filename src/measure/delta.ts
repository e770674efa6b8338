import type { ComputedGap } from "../model.ts";
import { sumOf } from "../stats/sum.ts";
import { around, negated } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/** Variance of a smooth function of independent group values: sum (dM / dy_i)^2 V_i. Null without intervals. */
export const deltaVariance = ({ variances }: Stratum, gradient: (index: number) => number): number | null =>
  variances && sumOf(variances, (v, i) => gradient(i) ** 2 * v);

/** A measure that carries no direction: the same raw and oriented. */
export function undirected(value: number, variance: number | null, { z }: Stratum): ComputedGap {
  const limits = around(value, variance, z);
  return { raw: limits, oriented: limits, tested: testedAs(value, variance), notes: [] };
}

/** A measure that is raw positive when the better-off have more, and is turned round when lower is better. */
export function directed(value: number, variance: number | null, { better, z }: Stratum): ComputedGap {
  const raw = around(value, variance, z);
  const oriented = better === "higher" ? raw : negated(raw);
  return { raw, oriented, tested: testedAs(oriented.value, variance), notes: [] };
}

const testedAs = (point: number, variance: number | null): ComputedGap["tested"] => ({
  scale: "difference",
  point,
  standardError: variance === null ? null : Math.sqrt(variance),
});
