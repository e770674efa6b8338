import { isMissing } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DataTable, dataTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import { filled, limitCells, missing, missingCells, noteIds, number, oneOf, period, series, text } from "../fields.ts";

export const gapTypes = ["absolute", "relative"] as const;

export const gapFields = {
  measure: text("Measure", "Short id of the measure"),
  definition: text("Definition", "Definition id of the measure, because names alone mean different things"),
} as const;

export const sides = {
  raw: number("Raw gap", "The measure as its formula gives it"),
  raw_lower: number("Raw gap, lower limit", "Lower limit of the raw gap's interval"),
  raw_upper: number("Raw gap, upper limit", "Upper limit of the raw gap's interval"),
  oriented: number("Gap", "Positive, or above 1 for a ratio, when the disadvantaged are worse off"),
  oriented_lower: number("Gap, lower limit", "Lower limit of the gap's interval"),
  oriented_upper: number("Gap, upper limit", "Upper limit of the gap's interval"),
} as const;

export const gap = (results: WrittenResults): DataTable =>
  dataTable({
    name: "gap",
    title: "Gaps",
    grain: "one row per indicator, dimension, period and type of gap",
    key: ["indicator", "dimension", "period", "type"],
    references: [{ columns: ["indicator", "dimension"], table: "verdict" }],
    fields: {
      ...series,
      ...period,
      type: filled(oneOf(gapTypes, text("Type", "absolute: a difference; relative: a ratio or a share"))),
      ...gapFields,
      unit: text("Unit", "Unit of the gap"),
      ...sides,
      ...missing,
      notes: text("Notes", "Ids of the notes on the period or the gap, with spaces between"),
    },
    rows: eachPeriod(results, (at, one) =>
      gapTypes.map((type): Cell[] => {
        const found = one[type];
        return isMissing(found)
          ? [...at, type, ...new Array<null>(9).fill(null), ...missingCells(found), noteIds(one.notes)]
          : [
              ...at,
              type,
              found.measure,
              found.definition,
              found.unit,
              ...limitCells(found.raw),
              ...limitCells(found.oriented),
              null,
              null,
              noteIds([...one.notes, ...found.notes]),
            ];
      }),
    ),
  });
