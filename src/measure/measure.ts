import type { ComputedGap, MeasureId, Order } from "../model.ts";
import type { NotComputable } from "../reasons-and-notes.ts";
import type { Stratum } from "./stratum.ts";

/** A summary measure of inequality: one object each, beside its family in one file. */
export interface Measure {
  /** Short id, as in WHO's Health Equity Assessment Toolkit. */
  id: MeasureId;
  /** Goes with every figure, because names alone mean different things to different people. */
  definition: string;
  type: "absolute" | "relative";
  /** Made of absolute differences, which fold at equality: there it is too large, and no closed-form interval can cover. */
  folds?: true;
  orders: readonly Order[];
  /** Letters and symbols alone, in parts set apart by semicolons; the catalogue has the words around them. */
  formula: string;
  atEquality: 0 | 1;
  /** Unit of the value: the indicator's own or its square, a ratio, a percentage, or a plain number. */
  unit: "indicator" | "squared" | "ratio" | "%" | "number";
  source: { citation: string; doi: string | null };
  claims: Claims;
  compute(stratum: Stratum): ComputedGap | NotComputable;
}

/** What may be relied on beyond type, unit and value at equality: tests/measure/properties.test.ts holds every measure to it. */
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

/** The parts of a formula, for the catalogue to put its words around. */
export const formulaParts = ({ formula }: Pick<Measure, "formula">): string[] => formula.split("; ");
