import type { Dataset } from "../define/dataset.ts";
import { isInEngine } from "../define/engine-columns.ts";
import { ofData, quoted } from "./sql.ts";

/** Column of a dataset's table with how many rows of an engine each row stands for. */
export const TIMES = "#rows";

/** SQL of how many rows one row of a dataset, as `d`, stands for. */
export const timesOf = (dataset: Dataset): string => (isInEngine(dataset) ? ofData(TIMES) : "1");

/** SQL of how many rows there are in a group of rows. */
export const countOf = (dataset: Dataset): string =>
  isInEngine(dataset) ? `cast(coalesce(sum(${ofData(TIMES)}), 0) as BIGINT)` : "count(*)";

/** The same of those that a condition is true of. */
export const countWhere = (dataset: Dataset, condition: string): string =>
  isInEngine(dataset)
    ? `cast(coalesce(sum(${ofData(TIMES)}) filter (where ${condition}), 0) as BIGINT)`
    : `count(*) filter (where ${condition})`;

/** Name of the companion column with the largest figure of the rows that one row stands for. */
export const largestColumn = (column: string): string => `${column}#largest`;

/** SQL of the largest figure among the rows that one row of a dataset stands for. */
export const largestOf = (dataset: Dataset, column: string): string =>
  quoted(isInEngine(dataset) ? largestColumn(column) : column);
