import { groupColumn } from "../define/breakdowns.ts";
import { type Dataset, meaningsOf } from "../define/dataset.ts";
import type { Definitions } from "../define/definitions.ts";
import { isAddedUp, neededColumns } from "../define/kinds.ts";
import { isSharedOut } from "./lookups.ts";

/** What a large dataset's rows come to for each value of all columns of its key but one: made while the key is looked at. */
export interface KeySums {
  table: string;
  /** The columns of the key that it has. */
  keys: readonly string[];
  /** Columns of whole counts that are added up in it. */
  counts: readonly string[];
  /** The other column of the key, whose values each row of the table has as bits; null where some cells of it may be blank. */
  told: ToldApart | null;
}

/** Sums that hold the figures of a breakdown, one each, and the values of the one column that its rows may differ in. */
export type HeldFigures = KeySums & { told: ToldApart };

/** A column whose values are numbered. */
export interface ToldApart {
  column: string;
  values: readonly (readonly [text: string, number: number])[];
  /** SQL type of the bits. */
  bits: string;
}

/** What indicators ask of a dataset that has such sums: the counts that they add up, and what columns they add them up by. */
export interface Asked {
  counts: readonly string[];
  /** Those of them that say how many people a row is of: the largest of each is kept. */
  sizes: readonly string[];
  by: readonly (readonly string[])[];
}

/** Up to so many rows, reading them again takes no time. */
const FEW_ROWS = 500_000;

/** Whether a dataset says that it has so many rows that one reading of them counts. */
export const isLarge = ({ facts }: Dataset): boolean => facts.rows >= FEW_ROWS;

/** What is asked of a dataset's sums; null where rows are few, or no indicator adds up whole counts of them all. */
export function askedOf(dataset: Dataset, definitions: Definitions): Asked | null {
  if (!isLarge(dataset) || isSharedOut(dataset)) return null;
  const indicators = definitions.indicators
    .map(({ value }) => value)
    .filter(({ dataset: id, where }) => id === dataset.id && where === undefined);
  const isCount = (name: string): boolean =>
    dataset.columns[name]?.type === "integer" && Object.keys(meaningsOf(dataset, name)).length === 0;
  const counts = new Set(indicators.flatMap(({ statistic }) => neededColumns(statistic)).filter(isCount));
  const sizes = new Set(indicators.flatMap(({ statistic }) => (isAddedUp(statistic) ? [statistic.denominator] : [])));
  const by = indicators.flatMap(({ periods, dimensions }) =>
    dimensions.map((breakdown) =>
      [periods.column, periods.last_column, groupColumn(breakdown, definitions)].filter((name) => name !== undefined),
    ),
  );
  return counts.size === 0 ? null : { counts: [...counts], sizes: [...sizes].filter(isCount), by };
}

/** Whether two lists are of the same columns. */
export const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length &&
  some.every((name) => others.includes(name)) &&
  others.every((name) => some.includes(name));
