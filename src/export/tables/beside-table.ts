import { isMissing } from "../../reasons-and-notes.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { eachDimension } from "../each.ts";
import { atLeast, filled, group, limitCells, number, oneOf, series, share, text } from "../fields.ts";

const references = [
  { columns: ["indicator", "dimension"], table: "verdict" },
  { columns: ["dimension", "group_id"], table: "dimension_group" },
] as const;

const none = (cells: number): null[] => new Array<null>(cells).fill(null);

/** Smoothed figures and the limits of funnels, beside the areas' own figures. */
export const beside = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "beside",
    key: ["indicator", "dimension", "period", "group_id"],
    references,
    fields: {
      ...series,
      period: filled(text),
      ...group,
      group_label: filled(text),
      own_value: filled(number),
      ...{ modelled_value: number, modelled_lower: number, modelled_upper: number },
      own_weight: share,
      modelled_definition: text,
      ...{ funnel_target: number, funnel_95_lower: number, funnel_95_upper: number },
      ...{ funnel_998_lower: number, funnel_998_upper: number },
      funnel_size: atLeast(0, number),
      funnel_standing: oneOf(["above", "below", "within"], text),
      funnel_definition: text,
    },
    rows: eachDimension(results, ({ id }, { dimension, beside: one, periods }) => {
      if (one === undefined) return [];
      const { funnel, smoothed, period } = one;
      const points = funnel === undefined || isMissing(funnel) ? null : funnel;
      const areas = smoothed === undefined || isMissing(smoothed) ? null : smoothed;
      return (periods.at(-1)?.groups ?? []).flatMap(({ id: own, label }): Cell[][] => {
        const point = points?.groups.find((found) => found.group === own);
        const area = areas?.areas.find((found) => found.group === own);
        if (point === undefined && area === undefined) return [];
        return [
          [
            ...[id, dimension, period, own, label, area?.raw ?? point!.value],
            ...(area ? [...limitCells(area.modelled), area.weight, areas!.definition] : none(5)),
            ...(point
              ? [
                  ...limitCells(point.warning),
                  ...limitCells(point.action).slice(1),
                  ...[point.size, point.standing, points!.definition],
                ]
              : none(8)),
          ],
        ];
      });
    }),
  });

/** What each age and each cause has of a gap in life expectancy. */
export const gapPart = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "gap_part",
    key: ["indicator", "dimension", "period", "part_of", "part"],
    references: [{ columns: ["indicator", "dimension"], table: "verdict" }],
    fields: {
      ...series,
      period: filled(text),
      part_of: filled(oneOf(["age", "cause"], text)),
      part: filled(text),
      years: filled(number),
      ...{ from_group: filled(text), to_group: filled(text) },
      definition: filled(text),
    },
    rows: eachDimension(results, ({ id }, { dimension, beside: one }) => {
      const parts = one?.gapParts;
      if (one === undefined || parts === undefined || isMissing(parts)) return [];
      const row = (of: string, part: string, years: number): Cell[] => [
        ...[id, dimension, one.period, of, part, years, parts.from.group, parts.to.group, parts.definition],
      ];
      return [
        ...parts.ages.map(({ age, years }) => row("age", age, years)),
        ...parts.causes.map(({ cause, years }) => row("cause", cause ?? "*", years)),
      ];
    }),
  });
