import { isMissing } from "../../model.ts";
import type { GroupResult, PeriodResult, WrittenResults } from "../../results/results.ts";
import { type Cell, type DataTable, dataTable } from "../data-table.ts";
import { eachPeriod } from "../each.ts";
import {
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
export const figure = (results: WrittenResults): DataTable => {
  const titles = new Map(results.dimensions.map(({ id, title }) => [id, title]));
  return dataTable({
    name: "figure",
    title: "Figures",
    grain: "one row per indicator, dimension, period and group; group_id 'overall' is everyone",
    key: ["indicator", "dimension", "period", "group_id"],
    references: [
      { columns: ["indicator", "dimension"], table: "verdict" },
      { columns: ["dimension", "group_id"], table: "dimension_group" },
    ],
    fields: {
      ...series,
      dimension_title: filled(text("Breakdown", "Title of the dimension")),
      ...period,
      ...group,
      group_label: filled(text("Group", "Name of the group")),
      ...limits,
      unit: filled(text("Unit", "Unit of the estimate")),
      ...counts,
      marker: text("Shorthand", "Why the figure is blank: [c] held back, [x] not available, [u] low reliability"),
      share: share("Share of the people", "Share of the population of the measured groups, 0 to 1"),
      against_rest: number(
        "Difference from the rest",
        "From all others together, positive where worse off; unordered groups",
      ),
      against_rest_lower: number("Difference, lower limit", "Lower limit of that difference"),
      against_rest_upper: number("Difference, upper limit", "Upper limit of that difference"),
      against_rest_p: share("Difference, p", "p value, adjusted over the groups"),
      ...missing,
      notes: text("Notes", "Ids of the notes on the figure, with spaces between"),
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
    own.numerator,
    own.denominator,
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
  ...(isMissing(overall) ? [null, null, "[x]"] : [overall.numerator, overall.denominator, null]),
  ...new Array<null>(5).fill(null),
  ...missingCells(overall),
  null,
];
