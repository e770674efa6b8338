import type { RowFilter } from "../define/schema.ts";
import { literal, quoted } from "./sql.ts";

/** SQL of a cell as filters name it: text, and a blank one as "". */
export const cellSql = (column: string): string => `coalesce(cast(${quoted(column)} as VARCHAR), '')`;

/** SQL that keeps the rows in which every column holds one of its values; true without a filter. */
export function filterSql(where: RowFilter | undefined): string {
  const conditions = Object.entries(where ?? {}).map(
    ([column, values]) =>
      `${values.includes("") ? cellSql(column) : `cast(${quoted(column)} as VARCHAR)`} in (${values.map(literal).join(", ")})`,
  );
  return conditions.length === 0 ? "true" : conditions.join(" and ");
}

/** A filter in words: "sex is Persons and year is 2019 or 2020". */
export const filterWords = (where: RowFilter | undefined): string =>
  Object.entries(where ?? {})
    .map(([column, values]) => `${column} is ${values.map((value) => (value === "" ? "blank" : value)).join(" or ")}`)
    .join(" and ") || "all rows";
