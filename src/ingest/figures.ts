import type { Statistic } from "../define/indicator.ts";
import { type Averaged, columnsOfStatistic, isAddedUp, isAveraged, type Single } from "../define/kinds.ts";
import { partsSql } from "./ranged-rows.ts";
import { ofData } from "./sql.ts";

interface Gathering {
  isWhole: (column: string) => boolean;
  ranged?: readonly string[];
  /** How figures that are averaged are gathered; from the rows of a file where it is not said. */
  gather?: Gather;
}

/** SQL that turns the rows of a group into its figures, in the order of the observation table's columns. */
export function figuresSql(statistic: Statistic, { isWhole, ranged = [], gather = ordered }: Gathering): string {
  const names = ["numerator", "denominator", "value", "lower", "upper", "standard_error", "sd", "count", "weight"];
  const expressions: Record<string, string> = expressionsOf(statistic, isWhole, gather);
  return [
    ...names.map((name) => `${expressions[name] ?? "null"} as ${name}`),
    ...countParts(statistic, isWhole, ranged),
  ].join(", ");
}

/** SQL that turns the ends of counts in ranges into those of a group. */
export const countParts = (
  statistic: Statistic,
  isWhole: (column: string) => boolean,
  ranged: readonly string[],
): string[] =>
  partsSql(statistic, ranged, (part, column) => (!isAddedUp(statistic) ? anyOf(part) : totalOf(part, isWhole(column))));

/** Whole counts, and halves of them, add up exactly. */
const wholeSum = (y: string): string => `cast(sum(${y}) as DOUBLE)`;

/** SQL of what counts add up to, whole ones or others. */
export const totalOf = (y: string, isWhole: boolean): string => (isWhole ? wholeSum(y) : ordered("sum", y));

function expressionsOf(
  statistic: Statistic,
  isWhole: (column: string) => boolean,
  gather: Gather,
): Record<string, string> {
  const sum = (column: string): string => totalOf(ofData(column), isWhole(column));
  if (isAddedUp(statistic)) return { numerator: sum(statistic.numerator), denominator: sum(statistic.denominator) };
  if (isAveraged(statistic)) return averagesOf(statistic, gather);
  statistic satisfies Single;
  return Object.fromEntries(columnsOfStatistic(statistic).map(({ key, column }) => [key, only(column)]));
}

/** What is made of all figures of a group; the last bit of some hangs on their order, which is that of their size. */
export type Aggregate = "sum" | "avg" | "stddev_samp" | "count";
/** SQL of an aggregate of what an expression comes to in each row. */
export type Gather = (aggregate: Aggregate, y: string) => string;

/** Whole numbers add up exactly; others are added in their own order, so that no number of threads changes the last bit. */
const ordered: Gather = (aggregate, y) =>
  aggregate === "count" ? `cast(count(${y}) as DOUBLE)` : `cast(${aggregate}(${y} order by ${y}) as DOUBLE)`;

/** The mean of values, or of means, with what its interval is made from. */
export const averagesOf = ({ value, sd, count }: Averaged, gather: Gather): Record<string, string> =>
  count === undefined || sd === undefined
    ? meanOfValues(ofData(value), gather)
    : meanOfMeans([value, sd, count].map(ofData) as [string, string, string], gather);

/** Published figures are never added up: a group has one row, which row checks make sure of. */
const only = (column: string): string => anyOf(ofData(column));
const anyOf = (y: string): string => `cast(any_value(${y}) as DOUBLE)`;

const meanOfValues = (y: string, gather: Gather): Record<string, string> => ({
  value: gather("avg", y),
  sd: gather("stddev_samp", y),
  count: gather("count", y),
  denominator: gather("count", y),
});

/** Means of parts pooled: the spread within the parts and between them. */
function meanOfMeans([m, s, n]: [string, string, string], gather: Gather): Record<string, string> {
  const size = gather("sum", n);
  const mean = `${gather("sum", `(${n} * ${m})`)} / nullif(${size}, 0)`;
  const squares = `${gather("sum", `((${n} - 1) * ${s} * ${s} + ${n} * ${m} * ${m})`)} - ${size} * (${mean}) * (${mean})`;
  return {
    value: mean,
    sd: `sqrt(greatest(0, ${squares}) / nullif(${size} - 1, 0))`,
    count: size,
    denominator: size,
  };
}
