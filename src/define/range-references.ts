import type { Fault } from "../error.ts";
import { listed, ownerOf } from "./columns.ts";
import { type Dataset, meaningsOf, rangesIn } from "./dataset.ts";
import type { Defined, Definitions } from "./definitions.ts";
import type { Indicator } from "./indicator.ts";
import { columnsOfStatistic } from "./kinds.ts";

/** Faults of the ranges that a dataset's markers stand for: they are of numbers, and of whole ones in columns of such. */
export function rangeFaults({ value: dataset, yaml }: Defined<Dataset>): Fault[] {
  const faults = Object.entries(dataset.columns).flatMap(([name, { type, blanks: own }]): Fault[] => {
    const at = (marker: string) => yaml.where([...(own ? ["columns", name] : []), "blanks", marker]);
    const misplaced =
      type === "integer" || type === "number"
        ? []
        : rangesIn(own ?? {}).map(
            ([marker, { from, to }]): Fault => ({
              where: at(marker),
              must: "a range of numbers stands in a column of type integer or number",
              found: `${from} to ${to} in ${name}, which is ${type}`,
              fix: "name the reason why the figure is missing, or mend the type of the column",
            }),
          );
    const broken = type === "integer" ? rangesIn(meaningsOf(dataset, name)) : [];
    return [
      ...misplaced,
      ...broken
        .filter(([, { from, to }]) => !Number.isSafeInteger(from) || !Number.isSafeInteger(to))
        .map(
          ([marker, { from, to }]): Fault => ({
            where: at(marker),
            must: `a range from one whole number to another, because ${name} is of type integer`,
            found: `${from} to ${to}`,
            fix: "mend the range, or declare it under blanks of the columns alone that have it",
          }),
        ),
    ];
  });
  const told = faults.map((fault) => JSON.stringify(fault.where));
  return faults.filter((_, i) => told.indexOf(told[i]!) === i);
}

/** Faults of columns that hold figures and no counts: what was estimated cannot be worked out from a range. */
export function rangedFigureFaults({ value, yaml }: Defined<Indicator>, { datasets }: Definitions): Fault[] {
  const dataset = datasets.find(({ value: { id } }) => id === value.dataset);
  if (dataset === undefined) return [];
  const faults = (column: string, of: Defined<Dataset>, path: PropertyKey[], what: string): Fault[] => {
    const owner = ownerOf(column, of, datasets);
    const ranges = Object.hasOwn(owner.value.columns, column) ? rangesIn(meaningsOf(owner.value, column)) : [];
    if (ranges.length === 0) return [];
    const markers = ranges.map(([marker]) => JSON.stringify(marker));
    return [
      {
        where: yaml.where(path),
        must: "a column without ranges: only counts, a numerator and a denominator, may be published as ranges",
        found: `${column}, ${what}, in which ${listed(markers, "and")} may stand for a range`,
        fix: `in the dataset.yaml of ${owner.value.id} declare the range under blanks of the columns of counts alone, or give ${column} blanks of its own with the reason: blanks: { ${markers[0]}: suppressed }`,
      },
    ];
  };
  return [
    ...columnsOfStatistic(value.statistic)
      .filter(({ key }) => key !== "numerator" && key !== "denominator" && key !== "age")
      .flatMap(({ key, column }) =>
        faults(column, dataset, ["statistic", key], `the ${key} of a statistic of the kind ${value.statistic.kind}`),
      ),
    ...(value.statistic.kind === "life-expectancy" ? value.statistic.causes : []).flatMap(({ deaths }, i) =>
      faults(deaths, dataset, ["statistic", "causes", i, "deaths"], "deaths of one cause"),
    ),
    ...value.published_gaps.flatMap(({ dataset: id, value: column }, i) => {
      const of = datasets.find((one) => one.value.id === id);
      return of === undefined ? [] : faults(column, of, ["published_gaps", i, "value"], "a published gap");
    }),
  ];
}
