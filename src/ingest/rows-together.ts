import { z } from "zod";
import type { Dataset } from "../define/dataset.ts";
import { alternativesOf, columnsOfStatistic, isAddedUp, isAveraged, isBanded } from "../define/kinds.ts";
import type { RowFilter } from "../define/schema.ts";
import { type Fault, whereText } from "../error.ts";
import { number } from "./row.ts";
import type { Source } from "./source.ts";
import { foldSql, seen } from "./spelling.ts";
import { ofData, query, quoted } from "./sql.ts";
import { timesOf } from "./times.ts";
import { rowAt, totalFault } from "./total-fault.ts";
import { isCalledTotal, type Part, type Suspicion, totalAmong } from "./totals.ts";

/** Rows that differ in columns of which nothing is declared, and go into one figure all the same. */
export interface RowsTogether {
  /** Rows of the dataset. */
  rows: number;
  /** Figures of a group or area in a period that they go into. */
  figures: number;
  /** The columns that they differ in; none where they differ in figures alone. */
  columns: string[];
  /** Values of columns, told apart or not, that are put together in some periods and have no row in another. */
  uneven: { column: string; values: string[]; period: string }[];
}

/** A breakdown, or everyone, whose rows are looked at. */
export interface Looked {
  where: string;
  filters: readonly (RowFilter | undefined)[];
  /** Column with the group or area; null for everyone. */
  column: string | null;
  id: string;
  /** SQL of the table of its values. */
  groups: string;
  /** Whether each value is an area, and stands for itself. */
  isOfAreas: boolean;
  /** Codes of the areas, or ids of the groups. */
  declared: ReadonlySet<string>;
  /** Whether its groups may hold everyone beside the others. */
  withEveryone: boolean;
}

const foundRow = z.object({ figures: number, rows: number }).catchall(z.boolean().nullable());
const partRow = z.strictObject({
  figure: z.string(),
  value: z.string().nullable(),
  numerator: number,
  denominator: number,
  place: number,
});
type PartRow = z.infer<typeof partRow>;

/** Of more rows the largest figures are looked at: a total makes a figure large. */
const MOST_ROWS = 200_000;
const largestOf = (table: string): string => table.replace(/"$/, '/largest"');

/** Looks at the rows that go into each figure of a breakdown: which are put together, and whether one is a total of others. */
export async function rowsTogether(
  source: Source,
  looked: Looked,
  hasSeveral: boolean,
): Promise<{ together: RowsTogether | null; faults: Fault[] }> {
  const { indicator, database, applicable, value, last, bands } = source;
  const { statistic } = indicator.value;
  const { where, column, groups } = looked;
  const numerator = isAddedUp(statistic) ? ofData(statistic.numerator) : "0";
  const size = isAddedUp(statistic)
    ? statistic.denominator
    : isAveraged(statistic)
      ? (statistic.count ?? statistic.value)
      : null;
  if (size === null) return { together: null, faults: [] };
  const columns = candidates(source, looked);
  const cell = column === null ? "''" : `coalesce(cast(${ofData(column)} as VARCHAR), '')`;
  const unit = looked.isOfAreas || column === null ? cell : `coalesce(g.group_id, ${cell})`;
  const made = quoted(`together/${indicator.value.id}/${looked.id}`);
  const rows = query("rows-of-figures", {
    ...{ made, table: applicable.table, where, value, last, groups, numerator, unit },
    column: column === null ? "''" : `cast(${ofData(column)} as VARCHAR)`,
    denominator: ofData(size),
    times: timesOf(source.dataset),
    figure: [unit, ...(bands && isBanded(statistic) ? [`cast(${ofData(statistic.age)} as VARCHAR)`] : [])].join(", "),
    columns: columns.map(({ name }, i) => `, cast(${ofData(name)} as VARCHAR) as c${i}`).join(""),
  });
  await database.run(rows, { indicator: indicator.value.id });
  const tables = [made];
  try {
    return await inTable(source, looked, { tables, columns, hasSeveral });
  } finally {
    for (const table of tables) await database.run(`drop table ${table}`);
  }
}

/** The same, with the rows in the first of these tables: c0, c1 .. are the columns that may tell them apart. */
async function inTable(
  source: Source,
  looked: Looked,
  { tables, columns, hasSeveral }: { tables: string[]; columns: readonly Candidate[]; hasSeveral: boolean },
): Promise<{ together: RowsTogether | null; faults: Fault[] }> {
  const { indicator, database } = source;
  const made = tables[0]!;
  const { statistic } = indicator.value;
  const { column } = looked;
  const partsOf = async (figure: string, of: string, table = made): Promise<PartRow[]> =>
    database.rows(query("parts-of-figures", { table, figure, of }), {}, partRow);
  const [found] = hasSeveral
    ? await database.rows(
        query("figures-of-several-rows", {
          table: made,
          differs: columns.map((_, i) => `, ${differs(`c${i}`)} as d${i}`).join(""),
          any_differs: columns.map((_, i) => `, bool_or(d${i}) as d${i}`).join(""),
        }),
        {},
        foundRow,
      )
    : [];
  const differing = columns.flatMap((one, i) => (found?.[`d${i}`] === true ? [{ ...one, cell: `c${i}` }] : []));
  const undeclared = differing.filter(({ isFiltered }) => !isFiltered).map(({ name }) => name);
  const uneven = await unevenColumns(source, differing, made);
  // Rows that are records differ in what names them, which is declared.
  const areRecords = Object.values(source.dataset.columns).some(({ record }) => record);
  const isAlike = differing.length === 0 && !areRecords;
  const isUndeclared = found && found.figures > 0 && (undeclared.length > 0 || isAlike);
  const together =
    isUndeclared || uneven.length > 0
      ? { rows: isUndeclared ? found.rows : 0, figures: found?.figures ?? 0, columns: undeclared, uneven }
      : null;

  const faults = column === null || looked.isOfAreas ? [] : await speltTwice(source, column, { made, columns, looked });
  // A mean of single values has no sums.
  if (isAveraged(statistic) && statistic.count === undefined) return { together, faults };
  const looksAt = found && found.rows > MOST_ROWS ? largestOf(made) : made;
  if (looksAt !== made) {
    await database.run(query("largest-figures", { made: looksAt, table: made, most: String(MOST_ROWS) }));
    tables.push(looksAt);
  }
  for (const { name, cell: own } of differing) {
    const others = differing.filter((one) => one.name !== name).map((one) => one.cell);
    const figures = others.length === 0 ? ["figure"] : [`hash(figure, ${others.join(", ")})`, "figure"];
    for (const figure of figures) {
      const parts = await partsOf(figure, own, looksAt);
      const total = totalAmong(listed(parts), (text) => (isCalledTotal(text) || text === "" ? "named-so" : null));
      if (total === null) continue;
      faults.push(totalFault(source, { total, parts, column: name }));
      break;
    }
  }
  if (found && found.figures > 0 && isAlike) {
    const parts = await partsOf("figure", "cast(place as VARCHAR)", looksAt);
    const total = totalAmong(listed(parts));
    if (total) faults.push(totalFault(source, { total, parts, column: null }));
  }
  if (column !== null && !looked.withEveryone) {
    const parts = await partsOf("period", "unit");
    const suspicionOf = (text: string): Suspicion =>
      looked.declared.has(text) ? null : isCalledTotal(text) ? "named-so" : "stands-for-nobody";
    const total = totalAmong(listed(parts), suspicionOf);
    // Two groups of one size are no total.
    if (total && total.example.parts.length > 1)
      faults.push(totalFault(source, { total, parts, column, among: looked }));
  }
  return { together, faults };
}

const periodRow = z.strictObject({ value: z.string(), period: z.string() });

/** Values that go into the figures of some periods and not of others: what changes may be who is counted. */
async function unevenColumns(
  { database }: Source,
  columns: readonly { name: string; cell: string }[],
  table: string,
): Promise<RowsTogether["uneven"]> {
  const uneven: RowsTogether["uneven"] = [];
  for (const { name, cell } of columns) {
    const rows = await database.rows(query("values-of-some-periods", { table, of: cell }), {}, periodRow);
    const [first] = rows;
    if (first === undefined) continue;
    const values = rows.filter(({ period }) => period === first.period).map(({ value }) => value);
    uneven.push({ column: name, values, period: first.period });
  }
  return uneven;
}

const speltRow = z.strictObject({ value: z.string(), other: z.string(), place: number, other_place: number });

/** Rows of one figure whose group is spelt in two ways, and which nothing else tells apart: they are one row twice. */
async function speltTwice(
  { indicator, database, located }: Source,
  column: string,
  { made, columns, looked: { groups } }: { made: string; columns: readonly Candidate[]; looked: Looked },
): Promise<Fault[]> {
  const alike = query("spellings-of-groups", { table: groups, owner: "value", fold: foldSql("value") });
  if ((await database.rows(alike, {}, z.object({}))).length === 0) return [];
  const figure = ["figure", ...columns.map((_, i) => `c${i}`)].join(", ");
  const sql = query("groups-spelt-twice", { table: made, figure, fold: foldSql("raw") });
  const found = new Map((await database.rows(sql, {}, speltRow)).map((row) => [`${row.value}\n${row.other}`, row]));
  return [...found.values()].map(({ value, other, place, other_place }) => ({
    where: located(...rowAt(other_place), column),
    must: "one spelling of each group in a period, whose rows are else added up",
    found: `${seen(other)}, beside ${seen(value)} in ${whereText({ ...located(...rowAt(place)), key: undefined })}`,
    fix: `mend the cells in a copy of the file and say so under changes, or narrow where in ${indicator.yaml.file}`,
  }));
}

const differs = (cell: string): string =>
  `(min(${cell}) is distinct from max(${cell}) or count(${cell}) not in (0, count(*)))`;

interface Candidate {
  name: string;
  isFiltered: boolean;
}

/** Columns that may tell rows of one figure apart, and whether a filter keeps several values of it by name. */
function candidates({ indicator, dataset }: Source, { filters, column }: Looked): Candidate[] {
  const { statistic, periods } = indicator.value;
  const used = new Set([
    ...columnsOfStatistic(statistic).map(({ column: name }) => name),
    ...alternativesOf(statistic).map(({ denominator }) => denominator),
    ...[periods.column, periods.last_column, column].filter((name) => name !== undefined),
  ]);
  const filtered = new Set(filters.flatMap((filter) => Object.keys(filter ?? {})));
  return Object.entries(dataset.columns).flatMap(([name, { type, record }]) =>
    used.has(name) || record || !(tells(type) || dataset.facts.unique.includes(name))
      ? []
      : [{ name, isFiltered: filtered.has(name) }],
  );
}

const tells = (type: Dataset["columns"][string]["type"]): boolean => type === "text" || type === "date";

/** The parts of each figure. */
function listed(rows: readonly PartRow[]): Part[][] {
  const figures = new Map<string, Part[]>();
  for (const { figure, value, numerator, denominator } of rows) {
    const parts = figures.get(figure) ?? [];
    if (parts.length === 0) figures.set(figure, parts);
    parts.push({ value, numerator, denominator });
  }
  return [...figures.values()];
}
