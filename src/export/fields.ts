import type { Limits, PublishedCounts } from "../model.ts";
import type { NotComputable } from "../reasons-and-notes.ts";
import { isMissing } from "../reasons-and-notes.ts";
import type { Cell, Column, Columns } from "./data-table.ts";

/** Columns that several tables share, and how their cells are filled. */

export const text: Column = { type: "text" };
export const number: Column = { type: "number" };
export const share: Column = { type: "number", from: 0, to: 1 };
export const filled = (column: Column): Column => ({ ...column, filled: true });
export const oneOf = (values: readonly string[], column: Column): Column => ({ ...column, oneOf: values });
export const atLeast = (from: number, column: Column): Column => ({ ...column, from });

export const indicator = filled(text);
export const dimension = filled(text);
export const series = { indicator, dimension } as const satisfies Columns;

export const period = {
  period: filled(text),
  period_start: { type: "day", filled: true },
  period_end: { type: "day", filled: true },
} as const satisfies Columns;

export const group = {
  group_id: filled(text),
} as const satisfies Columns;

export const limits = {
  value: number,
  lower: number,
  upper: number,
} as const satisfies Columns;

export const missing = {
  reason: text,
  reason_text: text,
} as const satisfies Columns;

export const counts = {
  numerator: atLeast(0, number),
  numerator_lower: atLeast(0, number),
  numerator_upper: atLeast(0, number),
  denominator: atLeast(0, number),
  denominator_lower: atLeast(0, number),
  denominator_upper: atLeast(0, number),
} as const satisfies Columns;

/** Counts, and the ends of the range that one lies in where it is not known. */
export const countCells = (counts: PublishedCounts): Cell[] =>
  (["numerator", "denominator"] as const).flatMap((of) => {
    const within = counts[`${of}Range`];
    return [counts[of], within?.lower ?? null, within?.upper ?? null];
  });

export const limitCells = (one: Limits | NotComputable): Cell[] =>
  isMissing(one) ? [null, null, null] : [one.value, one.lower, one.upper];

export const missingCells = (one: object | null): Cell[] =>
  one !== null && "reason" in one && "text" in one ? [String(one.reason), String(one.text)] : [null, null];

/** Ids of notes in one cell. */
export const noteIds = (notes: readonly { id: string }[]): Cell =>
  notes.length === 0 ? null : [...new Set(notes.map(({ id }) => id))].join(" ");
