import type { WrittenResults } from "../../results/results.ts";
import { type DataTable, dataTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import { counts, filled, group, period, series, text } from "../fields.ts";

export const observation = (results: WrittenResults): DataTable =>
  dataTable({
    name: "observation",
    title: "Counts",
    grain: "one row per indicator, dimension, period and group",
    key: ["indicator", "dimension", "period", "group_id"],
    references: [
      { columns: ["indicator", "dimension"], table: "verdict" },
      { columns: ["dimension", "group_id"], table: "dimension_group" },
    ],
    fields: {
      ...series,
      ...period,
      ...group,
      group_label: filled(text("Group", "Name of the group")),
      ...counts,
      marker: text("Shorthand", "Why the figure is blank: [c] held back, [x] not available, [u] low reliability"),
    },
    rows: eachPeriod(results, (at, { groups }) =>
      groups.map(({ id, label, numerator, denominator, marker }) => [...at, id, label, numerator, denominator, marker]),
    ),
  });
