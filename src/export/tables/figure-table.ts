import { isMissing } from "../../reasons-and-notes.ts";
import type { GroupResult, PeriodResult, WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import {
  countCells,
  counts,
  filled,
  group,
  limitCells,
  limits,
  missing,
  missingCells,
  noteIds,
  number,
  period,
  series,
  share,
  text,
} from "../fields.ts";

/** Everything known of a group in a period, side by side. */
export const figure = (results: WrittenResults): DeclaredTable => {
  const titles = new Map(results.dimensions.map(({ id, title }) => [id, title]));
  return declaredTable({
    name: "figure",
    key: ["indicator", "dimension", "period", "group_id"],
    references: [
      { columns: ["indicator", "dimension"], table: "verdict" },
      { columns: ["dimension", "group_id"], table: "dimension_group" },
    ],
    fields: {
      ...series,
      dimension_title: filled(text),
      ...period,
      ...group,
      group_label: filled(text),
      ...limits,
      unit: filled(text),
      ...counts,
      marker: text,
      share: share,
      against_rest: number,
      against_rest_lower: number,
      against_rest_upper: number,
      against_rest_p: share,
      ...missing,
      notes: text,
    },
    rows: eachPeriod(results, ([id = null, dimension = null, ...when], one, { unit }) => {
      const at = [id, dimension, titles.get(String(dimension)) ?? null, ...when];
      return [
        ...one.groups.map((own) => [...at, ...groupCells(own, one, unit)]),
        [...at, ...overallCells(one.overall, results.place.name, unit)],
      ];
    }),
  });
};

function groupCells(own: GroupResult, { who }: PeriodResult, unit: string): Cell[] {
  const rest = who.find(({ group: id }) => id === own.id);
  return [
    own.id,
    own.label,
    ...limitCells(own.estimate),
    unit,
    ...countCells(own),
    own.marker,
    own.share,
    ...(rest ? [...limitCells(rest.difference), rest.adjustedP] : [null, null, null, null]),
    ...missingCells(own.estimate),
    noteIds(own.notes),
  ];
}

const overallCells = (overall: PeriodResult["overall"], place: string, unit: string): Cell[] => [
  "overall",
  place,
  ...limitCells(overall),
  unit,
  ...(isMissing(overall)
    ? [...new Array<null>(6).fill(null), overall.reason === "disclosure" ? "[c]" : "[x]"]
    : [...countCells(overall), null]),
  ...new Array<null>(5).fill(null),
  ...missingCells(overall),
  null,
];
