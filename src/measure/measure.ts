import { type ComputedGap, type Limits, type MeasureId, type NotComputable, note, type Order } from "../model.ts";
import type { Stratum } from "./stratum.ts";

/** A summary measure of inequality: one object each, beside its family in one file. */
export interface Measure {
  /** Short id, as in WHO's Health Equity Assessment Toolkit. */
  id: MeasureId;
  /** Goes with every figure, because names alone mean different things to different people. */
  definition: string;
  type: "absolute" | "relative";
  orders: readonly Order[];
  formula: string;
  atEquality: 0 | 1;
  /** Unit of the value: the indicator's own or its square, a ratio, a percentage, or a plain number. */
  unit: "indicator" | "squared" | "ratio" | "%" | "number";
  source: { citation: string; doi: string | null };
  claims: Claims;
  compute(stratum: Stratum): ComputedGap | NotComputable;
}

/** What may be relied on beyond type, unit and value at equality: tests/properties.test.ts holds every measure to it. */
export interface Claims {
  /** Whether `better` decides the sign of the oriented value; where it does not, oriented and raw are the same. */
  directed: boolean;
  /** Orders in which it looks for the better- or worse-off groups, so that another `better` makes another comparison. */
  picks: readonly Order[];
  /** Which points it fits a line through, or null: a difference on a curved working scale does not survive a shift of values. */
  line: "working" | "identity" | null;
  /**
   * What stays when every group is split in two halves of the same level and rank, each with twice the variance. Limits
   * do not where one group alone is compared, and the part that chance makes of a spread is as large as the errors say.
   */
  splitting: "value and limits" | "value" | "value without error";
}

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

/** A ratio with limits that are symmetric on the log scale. */
export function ratioAround(log: number, variance: number | null, z: number): Limits {
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

const rootOf = (variance: number | null): number | null => (variance === null ? null : Math.sqrt(variance));
