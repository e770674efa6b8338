import type { Limits } from "../../model.ts";
import { isMissing, type NotComputable } from "../../reasons-and-notes.ts";
import type { WrittenDimension, WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { filled, limitCells, limits, missing, missingCells, oneOf, series, text } from "../fields.ts";

const kinds = ["level", "absolute", "relative", "published"] as const;

/** The levels and gaps of other places in every period, and gaps of them as their publishers have them. */
export const elsewhere = ({ indicators, comparators }: WrittenResults): DeclaredTable => {
  const titles = new Map(comparators?.places.map(({ id, title }) => [id, title]));
  return declaredTable({
    name: "elsewhere",
    key: ["indicator", "dimension", "place", "what", "measure", "period"],
    references: [{ columns: ["indicator", "dimension"], table: "verdict" }],
    fields: {
      ...series,
      place: filled(text),
      place_title: filled(text),
      what: filled(oneOf(kinds, text)),
      measure: filled(text),
      period: filled(text),
      unit: text,
      ...limits,
      ...missing,
    },
    rows: indicators.flatMap(({ id, unit, dimensions }) =>
      dimensions.flatMap((one) =>
        [...computed(one, unit), ...published(one)].map(({ place, cells }) => [
          ...[id, one.dimension, place, titles.get(place) ?? place],
          ...cells,
        ]),
      ),
    ),
  });
};

interface Row {
  place: string;
  cells: Cell[];
}

/** By the rules of the report, from the rows of those places. */
const computed = ({ comparators, periods: own }: WrittenDimension, unit: string): Row[] =>
  comparators.flatMap(({ place, periods = [] }) =>
    periods.flatMap(({ period, overall, ...gaps }) => {
      const here = own.find((one) => one.period.label === period);
      const row = (what: string, measure: string, of: string | null, figure: Limits | NotComputable): Row => ({
        place,
        cells: [what, measure, period, of, ...limitCells(figure), ...missingCells(isMissing(figure) ? figure : null)],
      });
      return [
        row("level", "level", unit, overall),
        ...(["absolute", "relative"] as const).flatMap((type) => {
          const gap = here?.[type];
          return gap === undefined || isMissing(gap) ? [] : [row(type, gap.measure, gap.unit, gaps[type])];
        }),
      ];
    }),
  );

const published = ({ publishedElsewhere }: WrittenDimension): Row[] =>
  publishedElsewhere.flatMap(({ measure, unit, places }) =>
    places.flatMap(({ place, values = [] }) =>
      values.map(({ period, value }) => ({
        place,
        cells: ["published", measure, period, unit, value, null, null, null, null],
      })),
    ),
  );
