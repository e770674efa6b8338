import type { Range } from "../../model.ts";
import { isMissing } from "../../reasons-and-notes.ts";
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

export const corners = { oriented_least: number, oriented_most: number } as const;
export const cornerCells = ({ corners: range }: { corners: Range | null }): Cell[] => [
  range?.lower ?? null,
  range?.upper ?? null,
];

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
      ...corners,
      ...missing,
      notes: text,
    },
    rows: eachPeriod(results, (at, one) =>
      gapTypes.map((type): Cell[] => {
        const found = one[type];
        return isMissing(found)
          ? [...at, type, ...new Array<null>(11).fill(null), ...missingCells(found), noteIds(one.notes)]
          : [
              ...at,
              type,
              found.measure,
              found.definition,
              found.unit,
              ...limitCells(found.raw),
              ...limitCells(found.oriented),
              ...cornerCells(found),
              null,
              null,
              noteIds([...one.notes, ...found.notes]),
            ];
      }),
    ),
  });
