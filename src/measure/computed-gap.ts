import type { ComputedGap, Limits } from "../model.ts";
import { note } from "../reasons-and-notes.ts";
import { sumOf } from "../stats/sum.ts";
import type { Stratum } from "./stratum.ts";

/** Standard error of a variance, where it is known. */
export const rootOf = (variance: number | null): number | null => (variance === null ? null : Math.sqrt(variance));

/** Value with limits z standard errors to either side; none where the error is not known. */
export function around(value: number, variance: number | null, z: number): Limits {
  if (variance === null) return { value, lower: null, upper: null };
  const half = z * Math.sqrt(variance);
  return { value, lower: value - half, upper: value + half };
}

/** The same limits seen from the other side: sign changed, ends swapped. */
export const negated = ({ value, lower, upper }: Limits): Limits => ({
  value: 0 - value,
  lower: upper === null ? null : 0 - upper,
  upper: lower === null ? null : 0 - lower,
});

/** The same ratio upside down. */
export const inverted = ({ value, lower, upper }: Limits): Limits => ({
  value: 1 / value,
  lower: upper === null ? null : 1 / upper,
  upper: lower === null ? null : 1 / lower,
});

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
  standardError: rootOf(variance),
});

/** A ratio with limits that are symmetric on the log scale. */
function ratioAround(log: number, variance: number | null, z: number): Limits {
  const { value, lower, upper } = around(log, variance, z);
  return {
    value: Math.exp(value),
    lower: lower === null ? null : Math.exp(lower),
    upper: upper === null ? null : Math.exp(upper),
  };
}

/** A ratio (least over most disadvantaged), from its log, as a computed relative gap. */
export function ratio(rawLog: number, variance: number | null, { better, z }: Stratum): ComputedGap {
  const around = ratioAround(rawLog, variance, z);
  // e^(z s) of a figure that is nearly all error passes the largest number there is, and its inverse the smallest.
  const beyond = around.lower === 0 || around.upper === Number.POSITIVE_INFINITY;
  const limits = beyond ? { value: around.value, lower: null, upper: null } : around;
  return {
    raw: limits,
    oriented: better === "higher" ? limits : inverted(limits),
    tested: { scale: "log", point: better === "higher" ? rawLog : 0 - rawLog, standardError: rootOf(variance) },
    notes: beyond ? [note("no-interval", { of: "ratio" })] : [],
  };
}
