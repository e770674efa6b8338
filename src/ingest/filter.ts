import { listed } from "../define/columns.ts";
import type { CellTest, RowFilter } from "../define/schema.ts";
import { literal, quoted } from "./sql.ts";

/** SQL of a cell as filters name it: text, and a blank one as "". */
export const cellSql = (column: string): string => `coalesce(cast(${quoted(column)} as VARCHAR), '')`;

/** SQL that keeps the rows in which every column holds one of its values or passes its tests; true without a filter. */
export function filterSql(where: RowFilter | undefined): string {
  const conditions = Object.entries(where ?? {}).flatMap(([column, test]) => testSql(column, test));
  return conditions.length === 0 ? "true" : conditions.join(" and ");
}

function testSql(column: string, test: CellTest): string[] {
  const cell = cellSql(column);
  const among = (values: readonly string[]): string => `(${values.map(literal).join(", ")})`;
  if (Array.isArray(test))
    return [`${test.includes("") ? cell : `cast(${quoted(column)} as VARCHAR)`} in ${among(test)}`];
  const { is, not, prefix, blank } = test;
  return [
    ...(is ? testSql(column, is) : []),
    ...(not ? [`${cell} not in ${among(not)}`] : []),
    ...(prefix ? [`(${prefix.map((begin) => `starts_with(${cell}, ${literal(begin)})`).join(" or ")})`] : []),
    ...(blank === undefined ? [] : [`(replace(${cell}, ' ', '') = '') = ${blank}`]),
  ];
}

const shown = (values: readonly string[]): string =>
  listed(
    values.map((value) => (value === "" ? "blank" : value)),
    "or",
  );

function testWords(test: CellTest): string {
  if (Array.isArray(test)) return `is ${test.map((value) => (value === "" ? "blank" : value)).join(" or ")}`;
  const { is, not, prefix, blank } = test;
  return [
    ...(is ? [`is ${shown(is)}`] : []),
    ...(not ? [`is not ${shown(not)}`] : []),
    ...(prefix ? [`begins with ${shown(prefix)}`] : []),
    ...(blank === undefined ? [] : [blank ? "is blank" : "is not blank"]),
  ].join(" and ");
}

/** A filter in words: "sex is Persons and year is 2019 or 2020". */
export const filterWords = (where: RowFilter | undefined): string =>
  Object.entries(where ?? {})
    .map(([column, test]) => `${column} ${testWords(test)}`)
    .join(" and ") || "all rows";
