import { isMissing } from "../../model.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DataTable, dataTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import { limitCells, missing, missingCells, noteIds, number, period, series, text } from "../fields.ts";

/** How many people it comes to if everyone had the level of the best-off group. */
export const headCount = (results: WrittenResults): DataTable =>
  dataTable({
    name: "head_count",
    title: "Head-counts",
    grain: "one row per indicator, dimension and period",
    key: ["indicator", "dimension", "period"],
    references: [{ columns: ["indicator", "dimension"], table: "verdict" }],
    fields: {
      ...series,
      ...period,
      reference: text("Reference id", "Id of the group whose level everyone would have"),
      reference_label: text("Reference", "Name of the group whose level everyone would have"),
      par: number("Difference", "What the overall level would differ by; below 0 where it would be lower"),
      par_lower: number("Difference, lower limit", "Lower limit of that difference"),
      par_upper: number("Difference, upper limit", "Upper limit of that difference"),
      head_count: number("Head-count", "People or events that the difference comes to; arithmetic, not a forecast"),
      head_count_lower: number("Head-count, lower limit", "Lower limit of the head-count"),
      head_count_upper: number("Head-count, upper limit", "Upper limit of the head-count"),
      ...missing,
      notes: text("Notes", "Ids of the notes on the head-count, with spaces between"),
    },
    rows: eachPeriod(results, (at, { par, groups }): Cell[][] => [
      isMissing(par)
        ? [...at, ...new Array<null>(8).fill(null), ...missingCells(par), null]
        : [
            ...at,
            par.reference,
            groups.find(({ id }) => id === par.reference)?.label ?? par.reference,
            ...limitCells(par.par),
            ...limitCells(par.headCount),
            ...missingCells(par.headCount),
            noteIds(par.notes),
          ],
    ]),
  });
