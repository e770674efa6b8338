import type { ComputedGap, Period, PeriodGaps, Tested } from "../../src/model.ts";
import { notComputable } from "../../src/reasons-and-notes.ts";

/** Standard normal deviate of 95 %. */
export const Z = 1.959963984540054;

export const year = (y: number): Period => ({ label: `${y}`, start: `${y}-01-01`, end: `${y}-12-31` });

/** A gap as the first edition of the method holds it, given on the scale of its test. */
export const gap = (
  value: number,
  standardError: number | null,
  scale: Tested["scale"] = "difference",
): ComputedGap => {
  const shown = { difference: value, log: Math.exp(value), variance: Math.sqrt(Math.max(0, value)) }[scale];
  const limits = { value: shown, lower: null, upper: null };
  return { raw: limits, oriented: limits, tested: { scale, point: value, standardError }, notes: [] };
};

/** A period of which the absolute gap alone is known. */
export const at = (period: Period, absolute: PeriodGaps["absolute"]): PeriodGaps => ({
  period,
  absolute,
  relative: notComputable("end-not-positive", { nearly: false }),
  overall: notComputable("no-overall", { of: "groups" }),
  ends: null,
});
