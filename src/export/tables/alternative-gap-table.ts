import { isMissing } from "../../reasons-and-notes.ts";
import type { WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { filled, limitCells, missing, missingCells, number, oneOf, series, text } from "../fields.ts";
import { cornerCells, corners, gapTypes } from "./gap-table.ts";

export const alternativeGap = ({ indicators }: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "alternative_gap",
    key: ["indicator", "dimension", "period", "another", "alternative", "type"],
    references: [{ columns: ["indicator", "dimension"], table: "verdict" }],
    fields: {
      ...series,
      period: filled(text),
      another: filled(oneOf(["denominator", "ranking"], text)),
      alternative: filled(text),
      alternative_name: filled(text),
      type: filled(oneOf(gapTypes, text)),
      measure: text,
      unit: text,
      ...{ oriented: number, oriented_lower: number, oriented_upper: number },
      ...corners,
      ...missing,
    },
    rows: indicators.flatMap(({ id: indicator, dimensions }) =>
      dimensions.flatMap(({ dimension, alternatives }) =>
        alternatives.flatMap(({ another, id, name, gaps }) =>
          gaps.flatMap((gap) =>
            gapTypes.map((type): Cell[] => {
              const found = gap[type];
              const at = [indicator, dimension, gap.period, another, id, name, type];
              return isMissing(found)
                ? [...at, ...new Array<null>(7).fill(null), ...missingCells(found)]
                : [...at, found.measure, found.unit, ...limitCells(found.oriented), ...cornerCells(found), null, null];
            }),
          ),
        ),
      ),
    ),
  });
