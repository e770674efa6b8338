import type { Statistic } from "../define/indicator.ts";
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
export function rowChecks(statistic: Statistic, scale: "identity" | "log" | "logit"): RowCheck[] {
  const notNegative = (...columns: (string | undefined)[]): RowCheck[] =>
    columns.flatMap((column) =>
      column === undefined
        ? []
        : [{ bad: `${quoted(column)} < 0`, found: shown(column), must: `${column} is not negative` }],
    );
  switch (statistic.kind) {
    case "proportion":
      return [
        ...notNegative(statistic.numerator, statistic.denominator),
        {
          bad: `${quoted(statistic.numerator)} > ${quoted(statistic.denominator)}`,
          found: shown(statistic.numerator, statistic.denominator),
          must: `${statistic.numerator} is not more than ${statistic.denominator}`,
        },
      ];
    case "rate":
    case "dsr":
    case "life-expectancy":
      return notNegative(statistic.numerator, statistic.denominator);
    case "mean":
      return notNegative(statistic.count, statistic.sd);
    default: {
      const { value, lower, upper, numerator, denominator, per } = statistic;
      const limits: RowCheck[] =
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
      const inScale: RowCheck[] =
        scale === "identity"
          ? []
          : [
              {
                bad: `${quoted(value)} < 0${scale === "logit" ? ` or ${quoted(value)} > ${per}` : ""}`,
                found: shown(value),
                must: scale === "logit" ? `${value} lies from 0 to ${per}` : `${value} is not negative`,
              },
            ];
      const published = statistic.kind === "published" ? [statistic.standard_error, statistic.weight] : [];
      return [...limits, ...inScale, ...notNegative(numerator, denominator, ...published)];
    }
  }
}

/** "numerator 12, denominator 10" as SQL. */
const shown = (...columns: string[]): string =>
  columns
    .map((column) => `'${column.replaceAll("'", "''")} ' || coalesce(cast(${quoted(column)} as VARCHAR), 'blank')`)
    .join(" || ', ' || ");
