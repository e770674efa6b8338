import { z } from "zod";
import { listed, ownerOf } from "../define/columns.ts";
import type { PeriodRules } from "../define/indicator.ts";
import { sizeColumns } from "../define/kinds.ts";
import type { Population } from "../define/population.ts";
import { isVariant } from "../define/variants.ts";
import { refuse } from "./collect.ts";
import { filterSql } from "./filter.ts";
import { ofAnotherYear } from "./population-audit.ts";
import { number } from "./row.ts";
import type { Source } from "./source.ts";
import { literal, query, quoted } from "./sql.ts";

const datedRow = z.strictObject({ label: z.string(), start: z.string(), end: z.string(), year: number });

/** SQL of the year in which the people of a row were counted; null where the cell names none. */
export function yearSql({ at }: Population): string {
  if (typeof at === "string") return at.slice(0, 4);
  const text = `cast(${quoted(at.column)} as VARCHAR)`;
  const days = Object.entries(at.days ?? {}).map(([cell, day]) => `when ${literal(cell)} then ${day.slice(0, 4)}`);
  const year =
    days.length > 0
      ? `case ${text} ${days.join(" ")} end`
      : `case when regexp_matches(${text}, '^[0-9]{4}') then cast(left(${text}, 4) as INTEGER) end`;
  return at.until === undefined ? year : `least(${year}, ${at.until.slice(0, 4)})`;
}

/** Refuses denominators of another year than the figures, unless the definition says why that may be; and a reason where none is. */
export async function refuseVintages(source: Source): Promise<void> {
  const { value: indicator, yaml } = source.indicator;
  const columns = sizeColumns(indicator.statistic);
  const { accepted } = indicator.statistic;
  let isOfAnother = false;
  for (const { key, column } of columns) {
    const other = ofAnotherYear(await datedPeriods(source, column));
    isOfAnother ||= other.length > 0;
    if (accepted !== undefined || other.length === 0) continue;
    const years = [...new Set(other.map(({ year }) => year))].map((year) => {
      const labels = other.filter((one) => one.year === year).map(({ label }) => label);
      return `${year} for the figures of ${listed(labels, "and")}`;
    });
    refuse([
      {
        where: yaml.where(["statistic", key]),
        must: "a denominator of the years of the figures, or a reason why it may be of another year",
        found: `${column} of ${listed(years, "and")}`,
        fix: "name one that is counted anew for each period, or add accepted under statistic with the reason, which is printed beside the figure",
      },
    ]);
  }
  const areSaid = columns.every(({ column }) => populationOf(source, column) !== undefined);
  if (accepted !== undefined && columns.length > 0 && areSaid && !isOfAnother && !isVariant(indicator))
    refuse([
      {
        where: yaml.where(["statistic", "accepted"]),
        must: "accepted where a denominator is of another year than the figures: the report prints that it is",
        found: `${listed(
          columns.map(({ column }) => column),
          "and",
        )} of the years of the figures`,
        fix: "take the key out; what there is to say of the denominator goes under why",
      },
    ]);
}

/** Who a column counts, where that is said. */
function populationOf({ indicator: { value: indicator }, datasets }: Source, column: string): Population | undefined {
  const dataset = datasets.find(({ value }) => value.id === indicator.dataset)!;
  return ownerOf(column, dataset, datasets).value.columns[column]!.population;
}

/** Periods of an indicator with the years that a column's people were counted in; none where these are the same by their very column. */
async function datedPeriods(source: Source, column: string) {
  const {
    indicator: { value: indicator },
    table,
    value,
    last,
    database,
  } = source;
  const population = populationOf(source, column);
  if (population === undefined || isOfItsPeriod(population, indicator.periods)) return [];
  const sql = query("population-years", {
    ...{ table, value, last, indicator: literal(indicator.id) },
    where: filterSql(indicator.where),
    column: quoted(column),
    year: yearSql(population),
  });
  const rows = await database.unordered(sql, datedRow);
  return rows.sort((a, b) =>
    a.start + a.end < b.start + b.end ? -1 : a.start + a.end > b.start + b.end ? 1 : a.year - b.year,
  );
}

/** Whether people are counted by the very column that names the periods, which every one of them then holds. */
const isOfItsPeriod = ({ at }: Population, { column, unit }: PeriodRules): boolean =>
  typeof at !== "string" &&
  unit !== undefined &&
  at.column === column &&
  at.until === undefined &&
  at.days === undefined;
