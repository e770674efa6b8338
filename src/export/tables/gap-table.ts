import { isMissing } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import { filled, limitCells, missing, missingCells, noteIds, number, oneOf, period, series, text } from "../fields.ts";

export const gapTypes = ["absolute", "relative"] as const;

export const gapFields = {
  measure: text,
  definition: text,
} as const;

export const sides = {
  raw: number,
  raw_lower: number,
  raw_upper: number,
  oriented: number,
  oriented_lower: number,
  oriented_upper: number,
} as const;

export const gap = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "gap",
    key: ["indicator", "dimension", "period", "type"],
    references: [{ columns: ["indicator", "dimension"], table: "verdict" }],
    fields: {
      ...series,
      ...period,
      type: filled(oneOf(gapTypes, text)),
      ...gapFields,
      unit: text,
      ...sides,
      ...missing,
      notes: text,
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
