import { isMissing } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DataTable, dataTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import { filled, limitCells, missing, missingCells, noteIds, period, series, text } from "../fields.ts";
import { sides } from "./gap-table.ts";

export const supportingMeasure = (results: WrittenResults): DataTable =>
  dataTable({
    name: "supporting_measure",
    title: "Other measures",
    grain: "one row per indicator, dimension, period and measure",
    key: ["indicator", "dimension", "period", "definition"],
    references: [
      { columns: ["indicator", "dimension"], table: "verdict" },
      { columns: ["definition"], table: "measure" },
    ],
    fields: {
      ...series,
      ...period,
      measure: filled(text("Measure", "Short id of the measure")),
      definition: filled(text("Definition", "Definition id of the measure")),
      ...sides,
      ...missing,
      notes: text("Notes", "Ids of the notes on the measure, with spaces between"),
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
