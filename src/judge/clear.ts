import { type Limits, SIGNIFICANCE } from "../model.ts";
import { type Note, note } from "../reasons-and-notes.ts";

/** The only place where a p value or an interval decides anything. What is decided here is stored beside the figure. */

/** Whether a p value is below the line; null where there is none. */
export const isClear = <P extends number | null>(p: P): P extends number ? boolean : boolean | null =>
  (p === null ? null : p < SIGNIFICANCE) as P extends number ? boolean : boolean | null;

/** A tested figure with what its p value decides. */
export const withClear = <T extends { p: number }>(test: T): T & { clear: boolean } => ({
  ...test,
  clear: isClear(test.p),
});

/** Whether an interval leaves out a value, such as equality; null where there is no interval. */
export const leavesOut = ({ lower, upper }: Limits, value: number): boolean | null =>
  lower === null || upper === null ? null : lower > value || upper < value;

/** A change that is clear by itself and not among all those tested with it. */
export const mayBeChance = ({ clear, adjustedP }: { clear: boolean; adjustedP: number | null }): boolean =>
  clear && isClear(adjustedP) === false;

/** What readers must know where the groups clearly do not lie along one line. */
export const gradientNotes = (lackOfFit: { p: number } | null): Note[] =>
  lackOfFit !== null && isClear(lackOfFit.p) ? [note("not-a-straight-gradient")] : [];

/** What readers must know of a measure made of absolute differences where the groups do not clearly differ. */
export const nearEqualityNotes = (heterogeneity: { p: number } | null): Note[] =>
  heterogeneity !== null && !isClear(heterogeneity.p) ? [note("biased-near-equality")] : [];
