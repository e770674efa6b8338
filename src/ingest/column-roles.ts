import type { DescribedColumn } from "../results/description.ts";
import { described, type Table } from "./described.ts";
import { figureOf } from "./figure-text.ts";

/** What the columns of a table seem to be for. */
export interface Roles {
  period: DescribedColumn | null;
  /** Columns with areas, the finest first: the code of each kind of area, or its name where there is no code. */
  areas: { code: DescribedColumn; name: DescribedColumn | null }[];
  /** Columns whose values put people into groups, with these values in the order in which they come. */
  groups: { column: DescribedColumn; values: string[] }[];
  measures: DescribedColumn[];
  /** Columns that together name a row; null where rows repeat whichever are taken. */
  key: string[] | null;
}

/** Values that a column of groups has at most. */
const MOST_GROUPS = 40;
const MOST_KEY = 14;

const geographic =
  /(^|[ _])(area|region|district|county|country|ward|la|lad|ltla|utla|lsoa|msoa|authority|geography|municip\w*|sa[1-4]|town|parish|state|province|geograph\w*)s?([ _]?\d*)?([ _]|$)|local authorit|^geo/i;
const notMeasured =
  /(^|[ _])(id|code|rank|order|urn|lon|lat|longitude|latitude|easting|northing|hour|limit)([ _]?\d*)?$|sort ?order|type ?code|^record_|[a-z]Id$/i;
const grouping =
  /sex|gender|(^|[^a-z])age|decile|quintile|quartile|depriv|imd|nzdep|ethnic|disab|band|level|group|class|tenure/i;
/** Names of columns of all who could be counted. */
export const sizeName =
  /denominator|population|(^|_| )pop($|_| )|residents|cohort|households?$|homes$|pupils|people|children|patients|(^|_)base($|_)|^total[ _]|number[ _]in/i;

export function rolesOf({ table, rows }: Table): Roles {
  const columns = table.columns.filter(({ name, filled }) => name !== "" && filled > 0);
  const at = new Map(table.columns.map((column, i) => [column, i]));
  const cell = (row: readonly string[], column: DescribedColumn): string => row[at.get(column)!] ?? "";
  /** Whether the value of one column always comes with the same value of another. */
  const leadsTo = (one: DescribedColumn, other: DescribedColumn): boolean => {
    if (other.distinct > one.distinct) return false;
    const seen = new Map<string, string>();
    for (const row of rows) {
      const value = cell(row, other);
      const known = seen.get(cell(row, one));
      if (known === undefined) seen.set(cell(row, one), value);
      else if (known !== value) return false;
    }
    return true;
  };

  const periods = columns.filter(({ like }) => like?.what === "period");
  const period = [...periods].sort((a, b) => b.distinct - a.distinct)[0] ?? null;
  const left = columns.filter((column) => !periods.includes(column));
  const texts = left.filter(({ type, distinct }) => type === "text" && distinct > 1);
  const isArea = ({ name, like }: DescribedColumn): boolean => like?.what === "area" || geographic.test(name);
  const isCode = ({ name, like }: DescribedColumn): boolean =>
    like?.what === "area" || (geographic.test(name) && /code|(^|[ _])id$/i.test(name));
  const codes = texts.filter(isCode).sort((a, b) => b.distinct - a.distinct);
  const named = texts.filter((column) => isArea(column) && !isCode(column)).sort((a, b) => b.distinct - a.distinct);
  // Names may come twice, codes do not: a code leads to its name.
  const nameOf = (code: DescribedColumn): DescribedColumn | null => {
    const able = texts.filter(
      (column) =>
        !isCode(column) && column.like === null && 2 * column.distinct > code.distinct && leadsTo(code, column),
    );
    return able.find(({ name }) => /name|label/i.test(name)) ?? able[0] ?? null;
  };
  const areas: Roles["areas"] = codes.map((code) => ({ code, name: nameOf(code) }));
  for (const column of named)
    if (
      !areas.some(({ code, name }) => name === column || (code.distinct === column.distinct && leadsTo(code, column)))
    )
      areas.push({ code: column, name: null });
  areas.sort((a, b) => b.code.distinct - a.code.distinct);
  const ofAreas = new Set(areas.flatMap(({ code, name }) => (name === null ? [code] : [code, name])));

  const groups = left
    .filter(
      (column) =>
        !ofAreas.has(column) &&
        !isArea(column) &&
        column.distinct > 1 &&
        column.distinct <= MOST_GROUPS &&
        column.blank === 0 &&
        (column.type === "text" ||
          (column.type === "integer" && grouping.test(column.name) && (column.most ?? 99) <= 20)) &&
        !areas.some(({ code }) => code.distinct > column.distinct && leadsTo(code, column)),
    )
    .map((column) => ({ column, values: [...new Set(rows.map((row) => cell(row, column)))] }));
  const grouped = new Set(groups.map(({ column }) => column));
  const measures = left.filter(
    (column) =>
      (column.type === "integer" || column.type === "number") &&
      !grouped.has(column) &&
      !notMeasured.test(column.name) &&
      (column.distinct > 1 || rows.length === 1 || sizeName.test(column.name)),
  );

  const able = [
    ...(period === null ? [] : [period]),
    ...areas.map(({ code }) => code),
    ...grouped,
    ...left.filter(
      (column) =>
        !ofAreas.has(column) &&
        !grouped.has(column) &&
        !measures.includes(column) &&
        column.distinct > 1 &&
        column.blank === 0,
    ),
    ...periods.filter((column) => column !== period && column.distinct > 1),
  ].slice(0, MOST_KEY);
  return { period, areas, groups, measures, key: keyOf(able, rows, cell)?.map(({ name }) => name) ?? null };
}

/** The fewest columns, the first ones kept, whose values together come once. */
function keyOf(
  able: readonly DescribedColumn[],
  rows: readonly (readonly string[])[],
  cell: (row: readonly string[], column: DescribedColumn) => string,
): DescribedColumn[] | null {
  const isUnique = (columns: readonly DescribedColumn[]): boolean => {
    if (columns.length === 0) return rows.length <= 1;
    // So many rows cannot all differ in these.
    if (columns.reduce((product, { distinct, blank }) => product * (distinct + (blank > 0 ? 1 : 0)), 1) < rows.length)
      return false;
    const seen = new Set<string>();
    for (const row of rows) {
      const key = columns.map((column) => cell(row, column)).join("\u0000");
      if (seen.has(key)) return false;
      seen.add(key);
    }
    return true;
  };
  if (able.length === 0 || !isUnique(able)) return null;
  let kept = [...able];
  for (const column of [...able].reverse()) {
    const without = kept.filter((one) => one !== column);
    if (without.length > 0 && isUnique(without)) kept = without;
  }
  return kept;
}

/** Columns of measures in several periods, side by side, as a dataset turns them into rows: `unpivot` of its format. */
export interface Sideways {
  /** The column for the periods, and their names in the order of the columns. */
  name: string;
  names: string[];
  /** Each measure with its columns, in the order of the names. */
  values: Record<string, string[]>;
}

const PERIOD = "(?:19|20)\\d{2}(?:[-/ ]\\d{2,4})?(?: ?Q[1-4])?";
const before = new RegExp(`^(${PERIOD})(?: ?[(\\[][a-z]{1,2}[)\\]])?(?:[ _:-]+(.+))?$`, "i");
const after = new RegExp(`^(.+?)[ _:-]+(${PERIOD})(?: ?[(\\[][a-z]{1,2}[)\\]])?$`, "i");

/** The measure and the period that the name of a column is made of; the measure is empty where it is a period alone. */
function measureIn(name: string): { measure: string; period: string } | null {
  const [, first, rest = ""] = before.exec(name) ?? [];
  if (first !== undefined) return { period: first, measure: rest.trim() };
  const [, measure, period] = after.exec(name) ?? [];
  return measure === undefined || period === undefined ? null : { measure: measure.trim(), period };
}

/** Columns whose names are periods, or measures with a period, if each measure has all the periods. */
export function sidewaysOf({ columns }: Table["table"]): Sideways | null {
  const values = new Map<string, Map<string, string>>();
  for (const { name, type, filled } of columns) {
    const read = filled > 0 && (type === "integer" || type === "number") ? measureIn(name) : null;
    if (read === null) continue;
    const periods = values.get(read.measure) ?? new Map<string, string>();
    if (periods.has(read.period)) return null;
    values.set(read.measure, periods.set(read.period, name));
  }
  const [own] = values.values();
  if (own === undefined || own.size < 2) return null;
  const names = [...own.keys()];
  const whole = [...values].filter(
    ([, periods]) => periods.size === names.length && names.every((one) => periods.has(one)),
  );
  if (whole.length < values.size) return null;
  const taken = new Set(columns.map(({ name }) => name));
  const free = (name: string): string => (taken.has(name) ? free(`${name} (2)`) : name);
  return {
    name: free("period"),
    names,
    values: Object.fromEntries(
      whole.map(([measure, periods]) => [free(measure || "value"), names.map((one) => periods.get(one)!)]),
    ),
  };
}

/** The table with such columns turned into rows. */
export function lengthened({ table, rows }: Table, { name, names, values }: Sideways): Table {
  const at = (one: string): number => table.columns.findIndex((column) => column.name === one);
  const old = new Set(Object.values(values).flat());
  const kept = table.columns
    .filter((column) => column.name !== "" && !old.has(column.name))
    .map((column) => column.name);
  const places = kept.map(at);
  const measures = Object.values(values).map((columns) => columns.map(at));
  const cells = rows.flatMap((row) =>
    names.map((period, i) => [
      ...places.map((place) => row[place] ?? ""),
      period,
      ...measures.map((columns) => row[columns[i]!] ?? ""),
    ]),
  );
  const header = [...kept, name, ...Object.keys(values)];
  const percent = Object.values(values).flatMap((columns, i) =>
    columns.some((one) => table.columns[at(one)]?.percentFormat) ? [kept.length + 1 + i] : [],
  );
  return described({
    ...{ sheet: table.sheet, percent: new Set(percent), merged: [], unsaved: 0 },
    rows: [header, ...cells].map((row, i) => ({ at: i + 1, cells: row })),
  });
}

/** The cells of columns in each row, as figures; null where one is none. */
export const figuresIn = ({ table, rows }: Table, names: readonly string[]): (number | null)[][] => {
  const places = names.map((name) => table.columns.findIndex((column) => column.name === name));
  const decimals = places.map((place) => (table.columns[place]?.decimalComma ? "," : "."));
  return rows.map((row) => places.map((place, i) => figureOf(row[place] ?? "", decimals[i])?.value ?? null));
};
