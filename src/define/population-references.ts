import type { Fault } from "../error.ts";
import { columnFaults, columnsOf, numeric, ownerOf } from "./columns.ts";
import type { Dataset } from "./dataset.ts";
import type { Defined, Definitions } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import { alternativesOf, sizeColumns } from "./kinds.ts";
import type { Population } from "./population.ts";

/** Faults of what a dataset says of the people that its columns count. */
export const populationFaults = ({ value: dataset, yaml }: Defined<Dataset>): Fault[] =>
  Object.entries(dataset.columns).flatMap(([name, { population }]): Fault[] => {
    if (population === undefined) return [];
    const own = { columns: columnsOf({ ...dataset, lookups: [] }, []), dataset: dataset.id };
    const at = (...path: PropertyKey[]) => yaml.where(["columns", name, "population", ...path]);
    return [
      ...columnFaults(at(), name, { ...own, types: numeric }),
      ...columnFaults(at("area"), population.area, own),
      ...population.by.flatMap((column, i) => columnFaults(at("by", i), column, own)),
      ...columnFaults(at("sex", "column"), sexColumn(population), own),
      ...columnFaults(at("at", "column"), yearColumn(population), own),
    ];
  });

/**
 * Faults of the columns that an indicator divides or weighs by. Another denominator says who it counts, or nobody knows
 * what it is another one of; of its own a note tells where it does not.
 */
export function denominatorFaults({ value, yaml }: Defined<Indicator>, { datasets }: Definitions): Fault[] {
  const dataset = datasets.find(({ value: { id } }) => id === value.dataset);
  if (!dataset) return [];
  const columns = columnsOf(dataset.value, datasets);
  const named: { path: PropertyKey[]; as: string; column: string }[] = [
    ...sizeColumns(value.statistic).map(({ key, column }) => ({ path: [key], as: key, column })),
    ...alternativesOf(value.statistic).map(({ denominator: column }, i) => ({
      path: ["alternatives", i, "denominator"],
      as: "alternative denominator",
      column,
    })),
  ];
  return named.flatMap(({ path, as, column }): Fault[] => {
    const owner = ownerOf(column, dataset, datasets);
    const declared = Object.hasOwn(owner.value.columns, column) ? owner.value.columns[column] : undefined;
    if (declared === undefined) return [];
    if (declared.population === undefined)
      return path[0] !== "alternatives"
        ? []
        : [
            {
              where: owner.yaml.where(["columns", column, "population"]),
              must: `a column that figures are divided or weighed by says who it counts, because ${value.id} names it as ${as}`,
              found: "nothing: the key is missing",
              fix: 'add population with who, ages, sex and at: population: { who: residents, ages: "16+", sex: all, at: 2021-03-21 }',
            },
          ];
    const year = yearColumn(declared.population);
    if (owner === dataset || year === undefined || Object.hasOwn(columns, year)) return [];
    return [
      {
        where: yaml.where(["statistic", ...path]),
        must: `${value.dataset} has the column ${year} too, which says of what year ${column} is`,
        found: `it looks up ${column} alone in ${owner.value.id}`,
        fix: `name ${year} under columns of the lookup`,
      },
    ];
  });
}

/** Columns that an indicator divides or weighs by and that do not say who they count. */
export function unsaidDenominators({ statistic, dataset: id }: Indicator, { datasets }: Definitions): string[] {
  const dataset = datasets.find(({ value }) => value.id === id)!;
  return sizeColumns(statistic).flatMap(({ column }) =>
    ownerOf(column, dataset, datasets).value.columns[column]?.population === undefined ? [column] : [],
  );
}

/** Column with the year of a count, where it is not of one day. */
export const yearColumn = ({ at }: Population): string | undefined => (typeof at === "string" ? undefined : at.column);

const sexColumn = ({ sex }: Population): string | undefined => (typeof sex === "string" ? undefined : sex.column);
