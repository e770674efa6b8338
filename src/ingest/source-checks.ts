import { z } from "zod";
import { listed } from "../define/columns.ts";
import { isAddedUp, kindRules } from "../define/kinds.ts";
import type { RowFilter } from "../define/schema.ts";
import { type Fault, UserError } from "../error.ts";
import { refuse } from "./collect.ts";
import { filterWords } from "./filter.ts";
import { groupTable } from "./groups.ts";
import { isLarge } from "./key-sums.ts";
import { copyOf } from "./locate.ts";
import { isSharedOut } from "./lookups.ts";
import { endsIn } from "./marked-cells.ts";
import { isWholeColumn } from "./plain-cell.ts";
import type { Database } from "./port.ts";
import { firstOfValue, foundRow, number, place } from "./row.ts";
import { rowChecks, soundSql } from "./row-checks.ts";
import type { Breakdown, Source } from "./source.ts";
import { literal, query, quoted } from "./sql.ts";

const valueRow = z.strictObject({ value: z.string() });
const badRow = z.strictObject({ ...place, found: z.string() });
const soundRow = z.strictObject({ sound: z.boolean().nullable() });
const questionableRow = z.strictObject({
  dimension: z.string(),
  period: z.string(),
  group_id: z.string().nullable(),
  standing: z.string().nullable(),
  rows: number,
  at: number,
});

/** Refuses a filter that keeps no row, and says what its columns hold. */
export async function refuseNoRows(
  { indicator, dataset, table, database }: Source,
  where: string,
  filter: RowFilter | undefined,
  path: PropertyKey[],
): Promise<void> {
  if ((await database.unordered(query("any-row", { table, where }), foundRow)).length > 0) return;
  const held: string[] = [];
  for (const name of Object.keys(filter ?? {})) {
    held.push(`; ${name} holds ${listed(await valuesOf(database, table, name), "and")}`);
  }
  throw new UserError({
    where: indicator.yaml.where(path),
    must: `the dataset ${dataset.id} has rows for it`,
    found: filter ? `none where ${filterWords(filter)}${held.join("")}` : "none",
    fix: filter ? "mend where, or name another dataset" : "name another dataset, or mend where of overall",
  });
}

/** Refuses rows whose figures contradict each other. */
export async function checkRows(
  { indicator, dataset, datasets, table, located, database }: Source,
  where: string,
): Promise<void> {
  const { value: definition } = indicator;
  const checks = rowChecks(
    definition.statistic,
    (column) => endsIn(dataset, column, datasets),
    (column) => isWholeColumn(dataset, column) && !isSharedOut(dataset),
  );
  if (checks.length === 0) return;
  if (isLarge(dataset)) {
    const [all] = await database.rows(query("sound-rows", { table, where, sound: soundSql(checks) }), {}, soundRow);
    if (all!.sound === true) return;
  }
  const any = checks.map(({ bad }) => `(${bad})`).join(" or ");
  if ((await database.unordered(query("bad-rows", { table, where, bad: any, found: "''" }), badRow)).length === 0)
    return;
  const faults: Fault[] = [];
  for (const { bad, found, must, fix } of checks) {
    const rows = await database.rows(query("bad-rows", { table, where, bad, found }), {}, badRow);
    for (const row of rows)
      faults.push({
        where: located(row._file, row._row),
        must,
        found: row.found,
        fix: fix ?? `check the figures with the publisher, or the columns under statistic in ${indicator.yaml.file}`,
      });
  }
  if (faults.length > 0) throw new UserError(faults);
}

/** Refuses values that are no declared group, and published figures that would have to be added up. */
export async function refuseQuestionable(source: Source, breakdowns: Map<string, Breakdown>): Promise<void> {
  const { indicator, database } = source;
  // Standard errors of sums of published figures are not known, so a group must have one row.
  const isPublished = kindRules[indicator.value.statistic.kind].rows === "single";
  const faults: Fault[] = [];
  const unknown = new Set<string>();
  const sql = query("questionable-groups", { indicator: literal(indicator.value.id) });
  const questionable = await database.unordered(sql, questionableRow);
  for (const row of questionable.sort((a, b) => a.at - b.at)) {
    const { dimension } = row;
    const breakdown = breakdowns.get(dimension);
    if (row.standing === null && breakdown) unknown.add(dimension);
    else if (isPublished && row.rows > 1)
      faults.push({
        where: breakdown?.yaml ?? indicator.yaml.where(["overall"]),
        must: "one row for each group and period, because published figures cannot be added up",
        found: `${row.rows} rows for ${row.group_id ?? (breakdown ? "the unrecorded" : "everyone")} in ${row.period}`,
        fix: "narrow where, so that one row is left for each",
      });
  }
  for (const dimension of unknown)
    faults.push(...(await unknownGroups(source, dimension, breakdowns.get(dimension) as Breakdown)));
  refuse(faults);
}

const overRow = z.strictObject({
  ...{ dimension: z.string(), period: z.string(), group_id: z.string() },
  ...{ numerator: number.nullable(), denominator: number.nullable() },
  ...{ all_numerator: number.nullable(), all_denominator: number.nullable() },
});

/** Refuses groups that are larger than everyone, where they are parts of it; docs/method.md section 2. */
export async function refuseOverEveryone({ indicator, database }: Source, overall: string): Promise<void> {
  const { value, yaml } = indicator;
  if (value.overall === undefined || !isAddedUp(value.statistic)) return;
  const apart = new Set(value.dimensions.flatMap((one) => (one.with_everyone ? [one.dimension] : [])));
  const asked = { indicator: value.id, overall };
  const rows = await database.rows(query("groups-over-everyone"), asked, overRow);
  refuse(
    rows
      .filter(({ dimension }) => !apart.has(dimension))
      .map(({ dimension, period, group_id, numerator, denominator, all_numerator, all_denominator }) => ({
        where: yaml.where(["overall"]),
        must: "no group counts more than everyone does, of whom it is a part",
        found: `${numerator} of ${denominator} for ${group_id} of ${dimension} in ${period}, beside ${all_numerator} of ${all_denominator} for everyone`,
        fix: "mend where of overall or of the breakdown; groups beside which everyone is one of several have with_everyone: true",
      })),
  );
}

/** Faults of the values of a column that are no declared group. */
async function unknownGroups(
  { indicator, dataset, table, located, database }: Source,
  dimension: string,
  { where, column, areas, isRanked }: Breakdown,
): Promise<Fault[]> {
  const groups = quoted(groupTable(dimension));
  const sql = query("unknown-groups", { table, where, column: quoted(column), groups });
  const unknown = await database.rows(sql, {}, firstOfValue);
  const values = await valuesOf(database, groups, "value");
  const known = values.length > 20 ? `${values.slice(0, 20).join(", ")} and more` : listed(values, "and");
  return unknown.map(({ value, _file, _row }) => ({
    where: located(_file, _row, column),
    must: `a value that the dimension ${dimension} knows: ${known}`,
    found: value === null ? "a blank" : JSON.stringify(value),
    fix:
      value === null
        ? `mend the cell in ${copyOf(dataset)}, or take its marker out of blanks in dataset.yaml and name it under not_stated of ${dimension} in tempcheck.yaml`
        : `mend the cell in ${copyOf(dataset)}, add the value to ${areas ?? `${dimension} in tempcheck.yaml`},${isRanked ? ` name it under outside of ${dimension} in tempcheck.yaml, where it is an area that has no rank,` : ""} or narrow where in ${indicator.yaml.file}`,
  }));
}

/** Values of a column, the first twenty-one. */
async function valuesOf(database: Database, table: string, column: string): Promise<string[]> {
  const rows = await database.rows(query("column-values", { table, column: quoted(column) }), {}, valueRow);
  return rows.map(({ value }) => value);
}
