import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DataTable, dataTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import { group, limitCells, limits, missing, missingCells, number, period, series, share } from "../fields.ts";

export const estimate = (results: WrittenResults): DataTable =>
  dataTable({
    name: "estimate",
    title: "Estimates",
    grain: "one row per indicator, dimension, period and group; group_id 'overall' is everyone",
    key: ["indicator", "dimension", "period", "group_id"],
    references: [
      { columns: ["indicator", "dimension"], table: "verdict" },
      { columns: ["dimension", "group_id"], table: "dimension_group" },
    ],
    fields: {
      ...series,
      ...period,
      ...group,
      ...limits,
      share: share("Share of the people", "Share of the population of the measured groups, 0 to 1"),
      ridit: share("Position", "Position on the ladder, 0 most disadvantaged to 1 (ordered dimensions)"),
      fitted: number("Fitted", "Value of the fitted line at that position"),
      ...missing,
    },
    rows: eachPeriod(results, (at, { groups, overall }) => [
      ...groups.map(({ id, estimate: one, share: part, ridit, fitted }): Cell[] => [
        ...at,
        id,
        ...limitCells(one),
        part,
        ridit,
        fitted,
        ...missingCells(one),
      ]),
      [...at, "overall", ...limitCells(overall), null, null, null, ...missingCells(overall)],
    ]),
  });
