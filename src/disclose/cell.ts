import type { Form } from "./form.ts";

/** A count in a table, and the unknown counts that it is the sum of. */
export interface Counted {
  form: Form;
  count: number;
  /** Printed in an earlier edition, so that holding it back hides nothing. */
  isKnown: boolean;
}

/** What a table prints in one place: the counts of a group, or of all groups together. */
export interface Cell {
  key: string;
  kind: "group" | "unrecorded" | "total" | "everyone";
  numerator: Counted | null;
  denominator: Counted | null;
  /** People without the event, where the numerator is part of the denominator. */
  complement: Form | null;
  /** Held back in an earlier edition, whose totals still stand. */
  wasHeldBack: Record<Side, boolean>;
}

/** Everything that the tables of related indicators say of the counts beneath. */
export interface CountSystem {
  cells: readonly Cell[];
  /** Sums that are 0 whatever is published. */
  relations: readonly Form[];
  /** Sets of cells that add up to a total: those held back of one set are a count as well. */
  wholes: readonly (readonly string[])[];
  /** Counts that no table prints and that follow from the rest. */
  derived: readonly { form: Form; count: number }[];
  /** Counts that even the source has as a range only. */
  given: readonly { form: Form; lower: number; upper: number }[];
}

export type Side = "numerator" | "denominator";

/** Key of one printed count. */
export const figureKey = (cell: string, side: Side): string => `${cell}/${side}`;
