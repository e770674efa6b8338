import { isMissing } from "../../reasons-and-notes.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { filled, limitCells, missing, missingCells, number, oneOf, series, text } from "../fields.ts";
import { gapTypes } from "./gap-table.ts";

/** The newest gap in other places. */
export const comparator = ({ indicators, comparators }: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "comparator",
    key: ["indicator", "dimension", "place", "type"],
    references: [{ columns: ["indicator", "dimension"], table: "verdict" }],
    fields: {
      ...series,
      period: filled(text),
      place: filled(text),
      place_title: filled(text),
      ...{ level: number, level_lower: number, level_upper: number },
      type: filled(oneOf(gapTypes, text)),
      ...{ oriented: number, oriented_lower: number, oriented_upper: number },
      ...{ beside: number, beside_lower: number, beside_upper: number },
      clear: { type: "true or false" },
      ...{ trend_from: number, trend_to: number, slope_per_year: number, slope_lower: number, slope_upper: number },
      trend_p: number,
      ...missing,
    },
    rows: indicators.flatMap(({ id: indicator, dimensions }) =>
      dimensions.flatMap((one) =>
        one.comparators.flatMap(({ place, period, overall, trend, ...gaps }) =>
          gapTypes.map((type): Cell[] => {
            const { gap, beside, clear } = gaps[type];
            return [
              ...[indicator, one.dimension, period, place],
              comparators?.places.find(({ id }) => id === place)?.title ?? place,
              ...limitCells(overall),
              type,
              ...limitCells(gap),
              ...limitCells(beside),
              clear,
              ...(type === "absolute" && trend !== null
                ? [trend.from, trend.to, ...limitCells(trend.slopePerYear), trend.p]
                : new Array<null>(6).fill(null)),
              ...missingCells(isMissing(gap) ? gap : isMissing(beside) ? beside : null),
            ];
          }),
        ),
      ),
    ),
  });
