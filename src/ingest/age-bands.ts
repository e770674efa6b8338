import { z } from "zod";
import type { Definitions } from "../define/definitions.ts";
import type { Indicator } from "../define/indicator.ts";
import { type Banded, bandColumns, isBanded, kindRules } from "../define/kinds.ts";
import type { Where } from "../error.ts";
import type { AgeCounts, Observation } from "../model.ts";
import { refuse } from "./collect.ts";
import { totalOf } from "./figures.ts";
import { cellSql, filterSql } from "./filter.ts";
import { copyOf } from "./locate.ts";
import type { Database } from "./port.ts";
import { boundsIn, partsShape } from "./ranged-rows.ts";
import { firstOfValue, number } from "./row.ts";
import type { DeclaredBand, Source } from "./source.ts";
import { literal, ofData, query, quoted } from "./sql.ts";
import { standardPopulation } from "./standard-population.ts";

/** Counts of a band that were read, with the number of areas they were added up from. */
interface ObservedBand extends AgeCounts {
  areas: number;
}

/** The bands of age of an indicator, the youngest first where their order matters; null where it has none. */
export async function declaredBands(
  { statistic, where: rows }: Indicator,
  where: Where,
  { definitions, database, table }: { definitions: Definitions; database: Database; table: string },
): Promise<DeclaredBand[] | null> {
  if (!isBanded(statistic)) return null;
  if ("standard" in statistic && statistic.standard !== "esp-2013")
    return standardPopulation(statistic.standard, where, { definitions, database });
  const own = "bands" in statistic ? statistic.bands : undefined;
  const labels = own ?? (await bandsOfRows(statistic, { database, table, where: filterSql(rows) }));
  return labels.map((label) => ({ label, standard: null }));
}

/** The usual labels, to the open band that the rows end with: at 85, 90 or 95 and over. */
async function bandsOfRows(
  statistic: Banded,
  { database, table, where }: { database: Database; table: string; where: string },
): Promise<readonly string[]> {
  const { bands, otherEnds = [] }: { bands: readonly string[]; otherEnds?: readonly (readonly string[])[] } =
    kindRules[statistic.kind];
  const values = [...new Set([...bands, ...otherEnds.flat()])].map(literal).join(", ");
  const parts = { table, cell: cellSql(statistic.age), values, where };
  const found = await database.rows(query("listed-values", parts), {}, z.strictObject({ value: z.string() }));
  const has = new Set(found.map(({ value }) => value));
  const isOf = (labels: readonly string[]): boolean =>
    labels.length === has.size &&
    labels.every((label) => has.has(label)) &&
    (!("at" in statistic) || labels.includes(String(statistic.at)));
  return otherEnds.find(isOf) ?? bands;
}

/** The bands as a table in SQL: label, position. */
const bandsSql = (bands: readonly DeclaredBand[]): string =>
  `(select * from (values ${bands.map(({ label }, i) => `(${literal(label)}, ${i})`).join(", ")}) t(label, position))`;

/** Refuses rows whose age is no declared band: they would be missing from every sum. */
export async function refuseUnknownAges(
  { indicator, dataset, table, located, database }: Source,
  where: string,
  bands: readonly DeclaredBand[],
): Promise<void> {
  const { age } = indicator.value.statistic as Banded;
  const unknown = await database.rows(
    query("unknown-ages", { table, where, age: quoted(age), bands: bandsSql(bands) }),
    {},
    firstOfValue,
  );
  refuse(
    unknown.map(({ value, _file, _row }) => ({
      where: located(_file, _row, age),
      must: `a band of age that the statistic knows: ${bands.map(({ label }) => label).join(", ")}`,
      found: value === null ? "a blank" : JSON.stringify(value),
      fix: `mend the cell in ${copyOf(dataset)}, list the values of the column under statistic.bands, or narrow where in ${indicator.yaml.file}`,
    })),
  );
}

/** What fills observe-bands.sql beside what it shares with add-observations.sql. */
export const bandParts = (statistic: Banded, bands: readonly DeclaredBand[], isWhole: (column: string) => boolean) => ({
  numerator: totalOf(ofData(statistic.numerator), isWhole(statistic.numerator)),
  denominator: totalOf(ofData(statistic.denominator), isWhole(statistic.denominator)),
  age: `d.${quoted(statistic.age)}`,
  bands: bandsSql(bands),
  more: moreSql(bandColumns(statistic), isWhole),
});

/** Other counts of a band as one text, which reads back to the same numbers. */
const moreSql = (columns: readonly string[], isWhole: (column: string) => boolean): string =>
  columns.length === 0
    ? "null"
    : `concat_ws(' ', ${columns.map((name) => `coalesce(${totalOf(ofData(name), isWhole(name))}, 0)`).join(", ")})`;

const observed = {
  indicator: z.string(),
  dimension: z.string(),
  period: z.string(),
  group_id: z.string().nullable(),
};
type Observed = z.infer<z.ZodObject<typeof observed>>;

const bandRow = z.strictObject({
  ...observed,
  label: z.string(),
  // Null where every row of the band is blank; then the observation is blank as well.
  numerator: number.nullable(),
  denominator: number.nullable(),
  areas: number,
  ...partsShape,
  more: z.string().nullable(),
});

const bandKey = ({ indicator, dimension, period, group_id }: Observed): string =>
  JSON.stringify([indicator, dimension, period, group_id]);

/** Counts by band of age, by the row of the observation table that they belong to. */
export async function observedBands(database: Database): Promise<(row: Observed) => ObservedBand[]> {
  const byObservation = new Map<string, ObservedBand[]>();
  for (const row of await database.rows(query("observation-bands"), {}, bandRow)) {
    const { label, numerator, denominator, areas, more, ...ends } = row;
    const bands = byObservation.get(bandKey(row)) ?? [];
    byObservation.set(bandKey(row), bands);
    bands.push({
      ...{ label, numerator: numerator ?? 0, denominator: denominator ?? 0, areas, ...boundsIn(ends) },
      ...(more !== null && { more: more.split(" ").map(Number) }),
    });
  }
  return (row) => byObservation.get(bandKey(row)) ?? [];
}

/** An observation with its counts by band of age; blank where a band is missing, or an area in one. */
export function withBands(
  observation: Observation,
  { declared, read, areas }: { declared: readonly DeclaredBand[]; read: readonly ObservedBand[]; areas: number | null },
): Observation {
  const has = new Set(read.map(({ label }) => label));
  const missing = declared.filter(({ label }) => !has.has(label)).map(({ label }) => label);
  const thin = read.find((band) => areas !== null && band.areas < areas);
  const lack =
    missing.length > 0
      ? `no row for age ${missing.join(", ")}`
      : thin && `${areas! - thin.areas} of ${areas} areas have no row for age ${thin.label}`;
  return {
    ...observation,
    bands: read.map(({ areas: _, ...counts }) => counts),
    blank: observation.blank ?? (lack ? { marker: "[x]", text: `Not available: ${lack}` } : null),
  };
}
