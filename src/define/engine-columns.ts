import { groupColumn } from "./breakdowns.ts";
import type { Dataset } from "./dataset.ts";
import type { Definitions } from "./definitions.ts";
import type { InEngine } from "./engine-table.ts";
import type { Indicator } from "./indicator.ts";
import { alternativesOf, bandColumns, columnsOfStatistic, isAddedUp } from "./kinds.ts";

/** Whether the rows of a dataset stay in a table of an engine. */
export const isInEngine = (dataset: Dataset): dataset is Dataset & { format: InEngine } => "catalog" in dataset.format;

/** What becomes of the columns of such a dataset. The rest are checked there and come back in no form. */
export interface EngineColumns {
  /** Each combination of their values comes back as one group: what rows are told apart by, and figures that are no counts to add up. */
  keys: string[];
  /** Counts that are added up in each group. */
  sums: string[];
}

type Known = Pick<Definitions, "project" | "indicators" | "datasets">;

/** Keys are the columns that tell rows apart in any way that the same dataset in files is looked at. */
export function engineColumns(dataset: Dataset, definitions: Known): EngineColumns {
  const sums = new Set(summedColumns(dataset, definitions));
  const named = new Set([...namedColumns(dataset, definitions), ...figureColumns(dataset, definitions)]);
  const columns = Object.entries(dataset.columns);
  return {
    keys: columns.flatMap(([name, { type, record }]) =>
      record || sums.has(name) || !(type === "text" || type === "date" || named.has(name)) ? [] : [name],
    ),
    sums: columns.flatMap(([name]) => (sums.has(name) ? [name] : [])),
  };
}

const ofDataset = (dataset: Dataset, { indicators }: Known): Indicator[] =>
  indicators.flatMap(({ value }) => (value.dataset === dataset.id ? [value] : []));

/** Columns with counts of indicators, which are added up, and with people that no indicator is of and that others are held against. */
export const summedColumns = (dataset: Dataset, known: Known): string[] => [
  ...ofDataset(dataset, known).flatMap(({ statistic }) =>
    isAddedUp(statistic)
      ? [
          ...columnsOfStatistic(statistic).flatMap(({ column, held }) => (held === "age" ? [] : [column])),
          ...bandColumns(statistic),
          ...alternativesOf(statistic).map(({ denominator }) => denominator),
        ]
      : [],
  ),
  ...Object.entries(dataset.columns).flatMap(([name, { population }]) =>
    population === undefined || figureColumns(dataset, known).includes(name) ? [] : [name],
  ),
];

/** Columns with figures of indicators that are averaged, or stand in one row: each value of them counts. */
export const figureColumns = (dataset: Dataset, known: Known): string[] =>
  ofDataset(dataset, known).flatMap(({ statistic }) =>
    isAddedUp(statistic) ? [] : columnsOfStatistic(statistic).map(({ column }) => column),
  );

/** Columns by which rows are told apart, kept or put into groups. */
export const namedColumns = (dataset: Dataset, known: Known): string[] => [
  ...dataset.facts.unique.filter((name) => dataset.columns[name]?.record !== true),
  ...dataset.facts.totals.flatMap(({ where }) => Object.keys(where ?? {})),
  ...dataset.lookups.map(({ on }) => on),
  ...Object.values(dataset.columns).flatMap(({ population }) =>
    population === undefined
      ? []
      : [
          population.area,
          ...population.by,
          ...[population.sex, population.at].map((one) => (typeof one === "string" ? undefined : one.column)),
        ].filter((name) => name !== undefined),
  ),
  ...ofDataset(dataset, known).flatMap((indicator) => {
    const { statistic, periods, where, overall, comparators, dimensions } = indicator;
    const wheres = [where, overall?.where, ...dimensions.map((one) => one.where)];
    return [
      ...columnsOfStatistic(statistic).flatMap(({ column, held }) => (held === "age" ? [column] : [])),
      ...[periods.column, periods.last_column, comparators].filter((name) => name !== undefined),
      ...wheres.flatMap((one) => Object.keys(one ?? {})),
      ...dimensions.flatMap((one) => groupColumn(one, known) ?? []),
    ];
  }),
];
