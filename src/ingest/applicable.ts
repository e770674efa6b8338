import { meaningsInTable } from "../define/dataset.ts";
import { isAddedUp, isBanded, neededColumns } from "../define/kinds.ts";
import type { Edition } from "../model.ts";
import { blankColumn } from "./marked-cells.ts";
import { rangedRows, withParts } from "./ranged-rows.ts";
import type { Rows, Source } from "./source.ts";
import { ofData, quoted } from "./sql.ts";

/**
 * Rows that are marked not applicable are left out of counts, numerator and denominator both, and are no blanks, and
 * counts that are ranges stand as the middles of them: SQL that reads a source so. docs/method.md section 2
 */
export function applicableRows(source: Omit<Source, "applicable">, edition: Edition): Rows {
  const { indicator, dataset, datasets } = source;
  const { table, ranged } = rangedRows(source);
  const { statistic } = indicator.value;
  const needed = neededColumns(statistic);
  const isBlank = needed.map((name) => `${ofData(name)} is null`).join(" or ");
  const marked = needed.filter((name) =>
    Object.values(meaningsInTable(dataset, name, datasets)).includes("not-applicable"),
  );
  if (edition === 1 || marked.length === 0 || !isAddedUp(statistic) || isBanded(statistic))
    return { table, isBlank, ranged };
  const isOut = marked.map((name) => `coalesce(${ofData(blankColumn(name))} = 'not-applicable', false)`).join(" or ");
  const without = withParts(needed, ranged).map(
    (name) => `case when ${isOut} then null else ${ofData(name)} end as ${quoted(name)}`,
  );
  return {
    table: `(select * replace (${without.join(", ")}) from ${table} d)`,
    isBlank: `(${isBlank}) and not (${isOut})`,
    ranged,
  };
}
