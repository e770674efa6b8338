import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import { group, limitCells, limits, missing, missingCells, number, period, series, share } from "../fields.ts";

export const estimate = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "estimate",
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
      share: share,
      ridit: share,
      fitted: number,
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
