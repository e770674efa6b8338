import type { Fault, Where } from "../error.ts";
import { isCovered } from "./area-pages.ts";
import { unknown } from "./columns.ts";
import type { Defined, Definitions } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import type { Project } from "./project.ts";
import type { RowFilter } from "./schema.ts";

/** Faults of an indicator whose gaps are set beside those of other places. */
export function comparatorFaults({ value, yaml }: Defined<Indicator>, { project }: Definitions): Fault[] {
  const named = [
    { ...value, path: ["comparators"] },
    ...value.published_gaps.map((gap, i) => ({ ...gap, path: ["published_gaps", i, "comparators"] })),
  ];
  return named.flatMap(({ comparators, places, dataset, where, path }) =>
    comparators === undefined
      ? []
      : // In the report of one place the column of places says which rows are its own.
        faultsOf(
          { column: comparators, dataset, where: places === undefined ? where : { ...where, [places]: [] } },
          yaml.where(path),
          project.value,
        ),
  );
}

interface Named {
  column: string;
  dataset: string;
  where: RowFilter | undefined;
}

function faultsOf({ column, dataset, where }: Named, at: Where, { comparators, disclosure }: Project): Fault[] {
  const filtered = Object.keys(where ?? {});
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
    isCovered(disclosure.covers, dataset)
      ? [
          {
            where: at,
            must: "figures of other places are printed as they are, so they come from figures already published",
            found: `${dataset}, which the disclosure policy covers`,
            fix: "take the key out, or take the dataset out of disclosure.covers",
          },
        ]
      : [],
  ].flat();
}
