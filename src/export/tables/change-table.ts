import { isMissing, type NotComputable } from "../../model.ts";
import type { ChangeResult, DimensionResult, WrittenResults } from "../../results/results.ts";
import { type Cell, type DataTable, dataTable } from "../data-table.ts";
import { eachDimension } from "../each.ts";
import { filled, limitCells, missing, missingCells, number, oneOf, series, share, text } from "../fields.ts";

const words = {
  absolute: "absolute",
  relative: "relative",
  overall: "overall",
  disadvantagedEnd: "disadvantaged end",
  advantagedEnd: "advantaged end",
} as const;

export const change = (results: WrittenResults): DataTable =>
  dataTable({
    name: "change",
    title: "Changes",
    grain: "one row per indicator, dimension and thing that changes",
    key: ["indicator", "dimension", "what"],
    references: [{ columns: ["indicator", "dimension"], table: "verdict" }],
    fields: {
      ...series,
      what: filled(
        oneOf(Object.values(words), text("What", "The absolute or relative gap, the overall level, or one end of it")),
      ),
      baseline: text("Baseline", "Label of the earlier period"),
      current: text("Current", "Label of the later period"),
      from_value: number("Before", "Value in the earlier period"),
      to_value: number("Now", "Value in the later period"),
      scale: oneOf(["difference", "log", "variance"], text("Scale", "Where the test is made")),
      change: number("Change", "Now minus before; for a ratio, now divided by before"),
      change_lower: number("Change, lower limit", "Lower limit of the change's interval"),
      change_upper: number("Change, upper limit", "Upper limit of the change's interval"),
      p: share("p", "p value of the test that nothing changed"),
      adjusted_p: share("Adjusted p", "p value adjusted over all headline gap changes of the report"),
      clear: { type: "true or false", title: "Clear", about: "Whether the change is clear: more than chance" },
      minimum_detectable: number("Smallest to find", "Smallest change found four times in five, on the test's scale"),
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
    ...new Array<null>(10).fill(null),
    ...missingCells(why),
  ];
  if (isMissing(compared)) return [none("absolute", [null, null], compared)];
  const between = [compared.baseline.label, compared.current.label];
  return (Object.keys(words) as (keyof typeof words)[]).flatMap((what) => {
    const one: ChangeResult | NotComputable | null = compared[what];
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
        one.p,
        one.adjustedP,
        one.clear,
        one.minimumDetectable,
        ...missingCells(one.untested),
      ],
    ];
  });
}
