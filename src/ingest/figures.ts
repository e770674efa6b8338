import type { Statistic } from "../define/indicator.ts";
import { columnsOfStatistic, isAddedUp, isAveraged, type Single } from "../define/kinds.ts";
import { partsSql } from "./ranged-rows.ts";
import { ofData } from "./sql.ts";

/** SQL that turns the rows of a group into its figures, in the order of the observation table's columns. */
export function figuresSql(
  statistic: Statistic,
  isWhole: (column: string) => boolean,
  ranged: readonly string[] = [],
): string {
  const names = ["numerator", "denominator", "value", "lower", "upper", "standard_error", "sd", "count", "weight"];
  const expressions: Record<string, string> = expressionsOf(statistic, isWhole);
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
  partsSql(statistic, ranged, (part, column) =>
    !isAddedUp(statistic) ? anyOf(part) : isWhole(column) ? wholeSum(part) : ordered("sum", part),
  );

/** Whole counts, and halves of them, add up exactly. */
export const wholeSum = (y: string): string => `cast(sum(${y}) as DOUBLE)`;

function expressionsOf(statistic: Statistic, isWhole: (column: string) => boolean): Record<string, string> {
  const sum = (column: string): string => (isWhole(column) ? wholeSum(ofData(column)) : ordered("sum", ofData(column)));
  if (isAddedUp(statistic)) return { numerator: sum(statistic.numerator), denominator: sum(statistic.denominator) };
  if (isAveraged(statistic))
    return statistic.count === undefined || statistic.sd === undefined
      ? meanOfValues(ofData(statistic.value))
      : meanOfMeans(ofData(statistic.value), ofData(statistic.sd), ofData(statistic.count));
  statistic satisfies Single;
  return Object.fromEntries(columnsOfStatistic(statistic).map(({ key, column }) => [key, only(column)]));
}

/** Whole numbers add up exactly; others are added in their own order, so that no number of threads changes the last bit. */
const ordered = (aggregate: string, y: string): string => `cast(${aggregate}(${y} order by ${y}) as DOUBLE)`;

/** Published figures are never added up: a group has one row, which row checks make sure of. */
const only = (column: string): string => anyOf(ofData(column));
const anyOf = (y: string): string => `cast(any_value(${y}) as DOUBLE)`;

const meanOfValues = (y: string): Record<string, string> => ({
  value: ordered("avg", y),
  sd: ordered("stddev_samp", y),
  count: `cast(count(${y}) as DOUBLE)`,
  denominator: `cast(count(${y}) as DOUBLE)`,
});

/** Means of parts pooled: the spread within the parts and between them. */
function meanOfMeans(m: string, s: string, n: string): Record<string, string> {
  const size = ordered("sum", n);
  const mean = `${ordered("sum", `(${n} * ${m})`)} / nullif(${size}, 0)`;
  const squares = `${ordered("sum", `((${n} - 1) * ${s} * ${s} + ${n} * ${m} * ${m})`)} - ${size} * (${mean}) * (${mean})`;
  return {
    value: mean,
    sd: `sqrt(greatest(0, ${squares}) / nullif(${size} - 1, 0))`,
    count: size,
    denominator: size,
  };
}
