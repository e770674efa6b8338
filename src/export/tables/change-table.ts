import type { GapChange, LevelChange } from "../../model.ts";
import { isMissing, type NotComputable } from "../../reasons-and-notes.ts";
import type { DimensionResult, WrittenResults } from "../../results/results.ts";
import { type Cell, type DeclaredTable, declaredTable } from "../data-table.ts";
import { eachDimension } from "../each.ts";
import { filled, limitCells, missing, missingCells, number, oneOf, series, share, text } from "../fields.ts";

const words = {
  absolute: "absolute",
  relative: "relative",
  overall: "overall",
  disadvantagedEnd: "disadvantaged end",
  advantagedEnd: "advantaged end",
} as const;

export const change = (results: WrittenResults): DeclaredTable =>
  declaredTable({
    name: "change",
    key: ["indicator", "dimension", "what"],
    references: [{ columns: ["indicator", "dimension"], table: "verdict" }],
    fields: {
      ...series,
      what: filled(oneOf(Object.values(words), text)),
      baseline: text,
      current: text,
      from_value: number,
      to_value: number,
      scale: oneOf(["difference", "log", "variance", "root"], text),
      change: number,
      change_lower: number,
      change_upper: number,
      standard_error: number,
      degrees_of_freedom: number,
      p: share,
      adjusted_p: share,
      clear: { type: "true or false" },
      possible: { type: "true or false" },
      direction: text,
      depends_on: oneOf(["baseline", "framing"], text),
      turned: text,
      minimum_detectable: number,
      ...missing,
    },
    rows: eachDimension(results, ({ id }, result) => rowsOf(id, result)),
  });

function rowsOf(id: string, { dimension, change: compared }: DimensionResult): Cell[][] {
  const none = (what: string, between: Cell[], why: NotComputable): Cell[] => [
    id,
    dimension,
    what,
    ...between,
    ...new Array<null>(16).fill(null),
    ...missingCells(why),
  ];
  if (isMissing(compared)) return [none("absolute", [null, null], compared)];
  const between = [compared.baseline.label, compared.current.label];
  return (Object.keys(words) as (keyof typeof words)[]).flatMap((what) => {
    const one: GapChange | LevelChange | NotComputable | null = compared[what];
    if (one === null) return [];
    if (isMissing(one)) return [none(words[what], between, one)];
    return [
      [
        id,
        dimension,
        words[what],
        ...between,
        one.from,
        one.to,
        one.scale,
        ...limitCells(one.change),
        one.standardError,
        one.degreesOfFreedom,
        one.p,
        one.adjustedP,
        one.clear,
        one.possible,
        one.direction,
        "depends" in one ? one.depends : null,
        "turned" in one ? one.turned : null,
        one.minimumDetectable,
        ...missingCells(one.untested),
      ],
    ];
  });
}
