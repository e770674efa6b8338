import { isMissing } from "../../reasons-and-notes.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import { limitCells, missing, missingCells, noteIds, number, period, series, text } from "../fields.ts";

/** How many people it comes to if everyone had the level of the best-off group. */
export const headCount = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "head_count",
    key: ["indicator", "dimension", "period"],
    references: [{ columns: ["indicator", "dimension"], table: "verdict" }],
    fields: {
      ...series,
      ...period,
      reference: text,
      reference_label: text,
      par: number,
      par_lower: number,
      par_upper: number,
      head_count: number,
      head_count_lower: number,
      head_count_upper: number,
      ...missing,
      notes: text,
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
