import { groupColumn } from "../define/breakdowns.ts";
import { type Dataset, meaningsOf } from "../define/dataset.ts";
import type { Definitions } from "../define/definitions.ts";
import { neededColumns } from "../define/kinds.ts";
import { isSharedOut } from "./lookups.ts";

/** What a large dataset's rows come to for each value of all columns of its key but one: made while the key is looked at. */
export interface KeySums {
  table: string;
  /** The columns of the key that it has. */
  keys: readonly string[];
  /** Columns of whole counts that are added up in it. */
  counts: readonly string[];
}

/** What indicators ask of a dataset that has such sums: the counts that they add up, and what columns they add them up by. */
export interface Asked {
  counts: readonly string[];
  by: readonly (readonly string[])[];
}

/** Up to so many rows, reading them again takes no time. */
const FEW_ROWS = 500_000;

/** What is asked of a dataset's sums; null where rows are few, or no indicator adds up whole counts of them all. */
export function askedOf(dataset: Dataset, definitions: Definitions): Asked | null {
  if (dataset.facts.rows < FEW_ROWS || isSharedOut(dataset)) return null;
  const indicators = definitions.indicators
    .map(({ value }) => value)
    .filter(({ dataset: id, where }) => id === dataset.id && where === undefined);
  const isCount = (name: string): boolean =>
    dataset.columns[name]?.type === "integer" && Object.keys(meaningsOf(dataset, name)).length === 0;
  const counts = new Set(indicators.flatMap(({ statistic }) => neededColumns(statistic)).filter(isCount));
  const by = indicators.flatMap(({ periods, dimensions }) =>
    dimensions.map((breakdown) =>
      [periods.column, periods.last_column, groupColumn(breakdown, definitions)].filter((name) => name !== undefined),
    ),
  );
  return counts.size === 0 ? null : { counts: [...counts], by };
}

/** Whether two lists are of the same columns. */
export const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((name) => others.includes(name));
