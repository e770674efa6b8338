import { isMissing } from "../../reasons-and-notes.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import { filled, limitCells, missing, missingCells, noteIds, period, series, text } from "../fields.ts";
import { sides } from "./gap-table.ts";

export const supportingMeasure = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "supporting_measure",
    key: ["indicator", "dimension", "period", "definition"],
    references: [
      { columns: ["indicator", "dimension"], table: "verdict" },
      { columns: ["definition"], table: "measure" },
    ],
    fields: {
      ...series,
      ...period,
      measure: filled(text),
      definition: filled(text),
      ...sides,
      ...missing,
      notes: text,
    },
    rows: eachPeriod(results, (at, { measures }) =>
      measures.map(({ measure, definition, outcome }): Cell[] =>
        isMissing(outcome)
          ? [...at, measure, definition, ...new Array<null>(6).fill(null), ...missingCells(outcome), null]
          : [
              ...at,
              measure,
              definition,
              ...limitCells(outcome.raw),
              ...limitCells(outcome.oriented),
              null,
              null,
              noteIds(outcome.notes),
            ],
      ),
    ),
  });
