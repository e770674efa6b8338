import type { z } from "zod";
import { meaningsInTable, rangesIn } from "../define/dataset.ts";
import type { Statistic } from "../define/indicator.ts";
import { columnsOfStatistic, isAddedUp, scaleOf } from "../define/kinds.ts";
import type { Bounded, Bounds } from "../model.ts";
import { highestColumn, lowestColumn } from "./marked-cells.ts";
import { number } from "./row.ts";
import type { Source } from "./source.ts";
import { ofData, quoted } from "./sql.ts";

/** What is added up of a count that may be a range, beside its middle: its ends, the squared width, and whether it is one. */
const parts = ["lowest", "highest", "squares", "ranges"] as const;
type Part = (typeof parts)[number];
const partOf = (column: string, part: Part): string => `${column}#${part}`;

/** Columns with the companions that go where they go. */
export const withParts = (columns: readonly string[], ranged: readonly string[]): string[] =>
  columns.flatMap((column) => [column, ...(ranged.includes(column) ? parts.map((part) => partOf(column, part)) : [])]);

/** The counts of a statistic, by what they are. */
const countsOf = (statistic: Statistic): { key: string; column: string }[] =>
  columnsOfStatistic(statistic).filter(({ key }) => key === "numerator" || key === "denominator");

/**
 * Rows in which a count that is published as a range stands as the middle of it, with its parts beside it, and the columns
 * that have such counts. No more have something than there are: in a proportion the ranges are cut to that.
 */
export function rangedRows({
  table,
  indicator,
  dataset,
  datasets,
}: Pick<Source, "table" | "indicator" | "dataset" | "datasets">): { table: string; ranged: string[] } {
  const { statistic } = indicator.value;
  const counts = countsOf(statistic).map((one) => ({
    ...one,
    isRanged: rangesIn(meaningsInTable(dataset, one.column, datasets)).length > 0,
  }));
  const ranged = counts.filter(({ isRanged }) => isRanged);
  if (ranged.length === 0) return { table, ranged: [] };
  const end = (column: string, name: (column: string) => string): string =>
    ofData(counts.find((one) => one.column === column)!.isRanged ? name(column) : column);
  const [x, n] = ["numerator", "denominator"].map((key) => counts.find((one) => one.key === key)?.column);
  const isPart = isAddedUp(statistic) && scaleOf(statistic) === "logit" && x !== undefined && n !== undefined;
  const made = ranged.map(({ key, column }) => {
    const [low, high] = [end(column, lowestColumn), end(column, highestColumn)];
    const lowest = isPart && key === "denominator" ? `greatest(${low}, ${end(x, lowestColumn)})` : low;
    const highest = isPart && key === "numerator" ? `least(${high}, ${end(n, highestColumn)})` : high;
    return { column, lowest, highest };
  });
  const replaced = made.flatMap(({ column, lowest, highest }) => [
    `(${lowest} + ${highest}) / 2.0 as ${quoted(column)}`,
    `${lowest} as ${quoted(partOf(column, "lowest"))}`,
    `${highest} as ${quoted(partOf(column, "highest"))}`,
  ]);
  const added = made.flatMap(({ column, lowest, highest }) => [
    `(${highest} - ${lowest}) * (${highest} - ${lowest}) as ${quoted(partOf(column, "squares"))}`,
    `cast(${highest} > ${lowest} as INTEGER) as ${quoted(partOf(column, "ranges"))}`,
  ]);
  return {
    table: `(select * replace (${replaced.join(", ")}), ${added.join(", ")} from ${table} d)`,
    ranged: ranged.map(({ column }) => column),
  };
}

/** SQL of the parts of numerator and denominator, in the order of the tables that hold them. */
export function partsSql(
  statistic: Statistic,
  ranged: readonly string[],
  gathered: (column: string, of: string) => string,
): string[] {
  const counts = countsOf(statistic);
  return (["numerator", "denominator"] as const).flatMap((key) => {
    const column = counts.find((one) => one.key === key)?.column;
    return parts.map((part) => {
      const has = column !== undefined && ranged.includes(column);
      return `${has ? gathered(ofData(partOf(column, part)), column) : "null"} as ${key}_${part}`;
    });
  });
}

const known = number.nullable();
/** The shape of the parts in a row of such a table. */
export const partsShape = {
  numerator_lowest: known,
  numerator_highest: known,
  numerator_squares: known,
  numerator_ranges: known,
  denominator_lowest: known,
  denominator_highest: known,
  denominator_squares: known,
  denominator_ranges: known,
};
type PartsRow = z.infer<z.ZodObject<typeof partsShape>>;

/** The bounds of the counts of a row, where some of what was added up is a range. */
export function boundsIn(row: PartsRow): Bounded {
  const of = (key: "numerator" | "denominator"): Bounds | null => {
    const [lower, upper, squares, rows] = [
      row[`${key}_lowest`],
      row[`${key}_highest`],
      row[`${key}_squares`],
      row[`${key}_ranges`],
    ];
    return rows && lower !== null && upper !== null && squares !== null
      ? { lower, upper, variance: squares / 12, rows }
      : null;
  };
  const [bounds, denominatorBounds] = [of("numerator"), of("denominator")];
  return { ...(bounds && { bounds }), ...(denominatorBounds && { denominatorBounds }) };
}
