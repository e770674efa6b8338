import type { WrittenResults } from "../../results/results.ts";
import { type DeclaredTable, declaredTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import { countCells, counts, filled, group, period, series, text } from "../fields.ts";

export const observation = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "observation",
    key: ["indicator", "dimension", "period", "group_id"],
    references: [
      { columns: ["indicator", "dimension"], table: "verdict" },
      { columns: ["dimension", "group_id"], table: "dimension_group" },
    ],
    fields: {
      ...series,
      ...period,
      ...group,
      group_label: filled(text),
      ...counts,
      marker: text,
    },
    rows: eachPeriod(results, (at, { groups }) =>
      groups.map((own) => [...at, own.id, own.label, ...countCells(own), own.marker]),
    ),
  });
