import type { Limits, NotComputable } from "../model.ts";
import { isMissing } from "../model.ts";
import type { Cell, Field, Fields } from "./data-table.ts";

/** Columns that several tables share, and how their cells are filled. */

export const text = (title: string, about: string): Field => ({ type: "text", title, about });
export const number = (title: string, about: string): Field => ({ type: "number", title, about });
export const filled = (field: Field): Field => ({ ...field, filled: true });
export const oneOf = (values: readonly string[], field: Field): Field => ({ ...field, oneOf: values });
export const atLeast = (from: number, field: Field): Field => ({ ...field, from });
export const share = (title: string, about: string): Field => ({ type: "number", title, about, from: 0, to: 1 });

export const indicator = filled(text("Indicator", "Id of the indicator"));
export const dimension = filled(text("Breakdown", "Id of the dimension that people or areas are grouped by"));
export const series = { indicator, dimension } as const satisfies Fields;

export const period = {
  period: filled(text("Period", "Label of the period, as the report shows it")),
  period_start: { type: "day", title: "Start", about: "First day of the period", filled: true },
  period_end: { type: "day", title: "End", about: "Last day of the period", filled: true },
} as const satisfies Fields;

export const group = {
  group_id: filled(text("Group id", "Id of the group within its dimension; overall is everyone")),
} as const satisfies Fields;

export const limits = {
  value: number("Estimate", "The estimate, in the unit of the indicator"),
  lower: number("Lower limit", "Lower limit of the estimate's interval"),
  upper: number("Upper limit", "Upper limit of the estimate's interval"),
} as const satisfies Fields;

export const missing = {
  reason: text("Reason", "Why a figure is missing, as one word; blank where it is not"),
  reason_text: text("Why there is no figure", "Why a figure is missing, as a sentence"),
} as const satisfies Fields;

export const counts = {
  numerator: atLeast(0, number("Count", "People or events counted, where counts are published")),
  denominator: atLeast(0, number("Out of", "People or person-years that the count is out of")),
} as const satisfies Fields;

export const limitCells = (one: Limits | NotComputable): Cell[] =>
  isMissing(one) ? [null, null, null] : [one.value, one.lower, one.upper];

export const missingCells = (one: object | null): Cell[] =>
  one !== null && "reason" in one && "text" in one ? [String(one.reason), String(one.text)] : [null, null];

/** Ids of notes in one cell. */
export const noteIds = (notes: readonly { id: string }[]): Cell =>
  notes.length === 0 ? null : [...new Set(notes.map(({ id }) => id))].join(" ");
