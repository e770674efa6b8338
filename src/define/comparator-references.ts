import type { Fault } from "../error.ts";
import { isCovered } from "./area-pages.ts";
import { unknown } from "./columns.ts";
import type { Defined, Definitions } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";

/** Faults of an indicator whose gaps are set beside those of other places. */
export function comparatorFaults({ value, yaml }: Defined<Indicator>, { project }: Definitions): Fault[] {
  const column = value.comparators;
  if (column === undefined) return [];
  const { comparators, disclosure } = project.value;
  const at = yaml.where(["comparators"]);
  const filtered = Object.keys(value.where ?? {});
  return [
    filtered.includes(column)
      ? []
      : [unknown(at, "column of where, which says which rows are the place's own", column, filtered)],
    comparators === undefined
      ? [
          {
            where: at,
            must: "the places to compare with stand in tempcheck.yaml",
            found: "no comparators there",
            fix: "add comparators with about and places, or take the key out",
          },
        ]
      : [],
    isCovered(disclosure.covers, value.dataset)
      ? [
          {
            where: at,
            must: "figures of other places are printed as they are, so they come from figures already published",
            found: `${value.dataset}, which the disclosure policy covers`,
            fix: "take the key out, or take the dataset out of disclosure.covers",
          },
        ]
      : [],
  ].flat();
}
