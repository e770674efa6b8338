import type { Statistic } from "../define/indicator.ts";
import {
  type AddedUp,
  columnsOfStatistic,
  isAddedUp,
  isAveraged,
  perOf,
  type Single,
  scaleOf,
} from "../define/kinds.ts";
import { figureSizes } from "../define/schema.ts";
import type { Scale } from "../model.ts";
import { literal, quoted } from "./sql.ts";

/** Something that must hold in every row of figures. */
export interface RowCheck {
  /** SQL condition that is true of a bad row. */
  bad: string;
  /** SQL text of what was found. */
  found: string;
  must: string;
  /** The way out, where there is another than to ask the publisher. */
  fix?: string;
  /** SQL, of all rows at once, that is true where none is bad, and found faster than each is looked at. */
  sound?: string;
}

/** SQL, of all rows at once, of whether none is bad. */
export const soundSql = (checks: readonly RowCheck[]): string =>
  checks.map(({ bad, sound }) => sound ?? `coalesce(not bool_or(${bad}), true)`).join(" and ");

const ofSize = (column: string, isWhole: boolean): RowCheck => ({
  bad: isWhole
    ? `${quoted(column)} > ${figureSizes.largest} or ${quoted(column)} < -${figureSizes.largest}`
    : `abs(${quoted(column)}) > ${figureSizes.largest} or (${quoted(column)} <> 0 and abs(${quoted(column)}) < ${figureSizes.smallest})`,
  ...(isWhole && {
    sound: `max(${quoted(column)}) <= ${figureSizes.largest} and min(${quoted(column)}) >= -${figureSizes.largest}`,
  }),
  found: shown(column),
  must: `${column} is ${figureSizes.words}`,
  fix: "give the figures in another unit in a copy of the file, and say so under changes",
});

/** What must hold in each row that a statistic is made from. Blanks pass: they are dealt with as missing. */
export function rowChecks(
  statistic: Statistic,
  endsOf: Ends = sameEnds,
  isWhole: (column: string) => boolean = () => false,
): RowCheck[] {
  const figures = columnsOfStatistic(statistic).filter(({ held }) => held !== "age");
  const always = [
    ...figures.flatMap(({ column, held }): RowCheck[] =>
      held === "amount"
        ? [
            {
              bad: `${quoted(column)} < 0`,
              sound: `min(${quoted(column)}) >= 0`,
              found: shown(column),
              must: `${column} is not negative`,
            },
          ]
        : [],
    ),
    ...figures.map(({ column }) => ofSize(column, isWhole(column))),
  ];
  if (isAveraged(statistic)) return always;
  const scale = scaleOf(statistic);
  if (isAddedUp(statistic)) return scale === "logit" ? [...always, partOfWhole(statistic, endsOf)] : always;
  statistic satisfies Single;
  return [...insideLimits(statistic), ...onScale(statistic, scale), ...always];
}

/** SQL of the lowest and the highest that a count may be. */
type Ends = (column: string) => readonly [lowest: string, highest: string];
const sameEnds: Ends = (column) => [quoted(column), quoted(column)];

const partOfWhole = ({ numerator, denominator }: AddedUp, endsOf: Ends): RowCheck => ({
  bad: `${endsOf(numerator)[0]} > ${endsOf(denominator)[1]}`,
  found: [numerator, denominator].map((column) => shownEnds(column, endsOf(column))).join(" || ', ' || "),
  must: `${numerator} is not more than ${denominator}`,
  fix: `check the figures with the publisher; where the two come from different sources, kind: rate with the same per is a ratio of them, which may be more than all`,
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

function onScale(statistic: Single, scale: Scale): RowCheck[] {
  const { value } = statistic;
  const per = perOf(statistic);
  return scale === "identity"
    ? []
    : [
        {
          bad: `${quoted(value)} < 0${scale === "logit" ? ` or ${quoted(value)} > ${per}` : ""}`,
          found: shown(value),
          must: scale === "logit" ? `${value} lies from 0 to ${per}` : `${value} is not negative`,
        },
      ];
}

/** "numerator 12", or "numerator 11 to 19" of a count in a range, as SQL. */
const shownEnds = (column: string, [lowest, highest]: readonly [string, string]): string =>
  lowest === highest
    ? shown(column)
    : `${literal(`${column} `)} || cast(${lowest} as VARCHAR) || case when ${highest} > ${lowest} then ' to ' || cast(${highest} as VARCHAR) else '' end`;

/** "numerator 12, denominator 10" as SQL. */
const shown = (...columns: string[]): string =>
  columns
    .map((column) => `'${column.replaceAll("'", "''")} ' || coalesce(cast(${quoted(column)} as VARCHAR), 'blank')`)
    .join(" || ', ' || ");
