import type { Statistic } from "../define/indicator.ts";
import { type AddedUp, columnsOfStatistic, isAddedUp, isAveraged, type Single, scaleOf } from "../define/kinds.ts";
import type { Scale } from "../model.ts";
import { quoted } from "./sql.ts";

/** Something that must hold in every row of figures. */
export interface RowCheck {
  /** SQL condition that is true of a bad row. */
  bad: string;
  /** SQL text of what was found. */
  found: string;
  must: string;
}

/** What must hold in each row that a statistic is made from. Blanks pass: they are dealt with as missing. */
export function rowChecks(statistic: Statistic): RowCheck[] {
  const notNegative = columnsOfStatistic(statistic).flatMap(({ column, held }): RowCheck[] =>
    held === "amount"
      ? [{ bad: `${quoted(column)} < 0`, found: shown(column), must: `${column} is not negative` }]
      : [],
  );
  if (isAveraged(statistic)) return notNegative;
  const scale = scaleOf(statistic);
  if (isAddedUp(statistic)) return scale === "logit" ? [...notNegative, partOfWhole(statistic)] : notNegative;
  statistic satisfies Single;
  return [...insideLimits(statistic), ...onScale(statistic, scale), ...notNegative];
}

const partOfWhole = ({ numerator, denominator }: AddedUp): RowCheck => ({
  bad: `${quoted(numerator)} > ${quoted(denominator)}`,
  found: shown(numerator, denominator),
  must: `${numerator} is not more than ${denominator}`,
});

const insideLimits = ({ value, lower, upper }: Single): RowCheck[] =>
  lower === undefined || upper === undefined
    ? []
    : [
        {
          bad: `${quoted(value)} < ${quoted(lower)} or ${quoted(value)} > ${quoted(upper)}`,
          found: shown(lower, value, upper),
          must: `${value} lies from ${lower} to ${upper}`,
        },
        {
          bad: `(${quoted(lower)} is null) <> (${quoted(upper)} is null)`,
          found: shown(lower, upper),
          must: `${lower} and ${upper} are both given, or both blank`,
        },
      ];

const onScale = ({ value, per }: Single, scale: Scale): RowCheck[] =>
  scale === "identity"
    ? []
    : [
        {
          bad: `${quoted(value)} < 0${scale === "logit" ? ` or ${quoted(value)} > ${per}` : ""}`,
          found: shown(value),
          must: scale === "logit" ? `${value} lies from 0 to ${per}` : `${value} is not negative`,
        },
      ];

/** "numerator 12, denominator 10" as SQL. */
const shown = (...columns: string[]): string =>
  columns
    .map((column) => `'${column.replaceAll("'", "''")} ' || coalesce(cast(${quoted(column)} as VARCHAR), 'blank')`)
    .join(" || ', ' || ");
