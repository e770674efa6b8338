import type { Dataset } from "../define/dataset.ts";
import { isInEngine } from "../define/engine-columns.ts";
import { alternativesOf, columnsOfStatistic, isAddedUp, isAveraged, isBanded } from "../define/kinds.ts";
import type { RowFilter } from "../define/schema.ts";
import type { HeldFigures } from "./key-sums.ts";
import { isSharedOut } from "./lookups.ts";
import type { Source } from "./source.ts";
import { among, literal, ofData, query, quoted } from "./sql.ts";
import { countOf, timesOf } from "./times.ts";
import { PLACE } from "./total-fault.ts";

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
  /** Values that are left outside. */
  outside: readonly string[];
  /** Whether its groups may hold everyone beside the others. */
  withEveryone: boolean;
}

/** A column that may tell rows of one figure apart. */
export interface Candidate {
  name: string;
  /** Its name in the tables of rows. */
  cell: string;
  /** Whether a filter keeps several values of it by name. */
  isFiltered: boolean;
}

/** The rows that go into the figures of a breakdown: SQL that looks at them without a copy of them all. */
export interface FigureRows {
  /** The table of whole counts of each pair of period cells and value of the breakdown's column; null of other figures. */
  added: string | null;
  /** Whether the declared key tells the rows of each figure apart in all columns. */
  isAllToldApart: boolean;
  /** SQL that gathers whether rows of a cell, of which there are so many, differ in the columns. */
  ends(count: string): string;
  /** The table of what rows come to for each pair of period cells and value of the breakdown's column. */
  made: string;
  /** The part of it that is of the largest figures that several rows go into. */
  largest: string;
  /** The table of their rows. */
  several: string;
  /** What the queries are bound to. */
  bound: { indicator: string };
  columns: readonly Candidate[];
  /** Whether the second table has one row for each figure. */
  isOneEach: boolean;
  /** Makes the second table, out of sums such as the first holds where there are any. */
  cells(sums: string | null): string;
  ofSeveralRows(): string;
  /** Makes the table of the largest figures that several rows go into, of so many rows, where each has so many at least. */
  largestCells(most: number, fewest: number): string;
  /** Makes the table of these rows, with the cells of some columns. */
  intoSeveral(columns: readonly Candidate[]): string;
  /** The values of a column in each period, out of sums where there are some that hold them. */
  valuesByPeriod(column: string, held: HeldFigures | null): string;
  /** One by one. */
  one(): string;
}

/** The rows of a breakdown's figures; null of published figures, which are never put together. */
export function figureRows(source: Source, looked: Looked, isExact: boolean): FigureRows | null {
  const { indicator, dataset, applicable, value, last, bands } = source;
  const { statistic, periods } = indicator.value;
  const { where, column, groups, outside } = looked;
  const size = sizeOf(statistic);
  if (size === null) return null;
  const columns = candidates(source, looked);
  const cell = column === null ? "''" : `coalesce(cast(${ofData(column)} as VARCHAR), '')`;
  const unit = looked.isOfAreas || column === null ? cell : `coalesce(g.group_id, ${cell})`;
  const age = bands && isBanded(statistic) ? [statistic.age] : [];
  const name = `together/${indicator.value.id}/${looked.id}`;
  const made = quoted(name);
  const largest = quoted(`${name}/largest`);
  const several = quoted(`${name}/several`);
  const added = isExact && isAddedUp(statistic) && age.length === 0 ? quoted(`${name}/added`) : null;
  const periodKeys = [periods.column, periods.last_column].filter((key) => key !== undefined);
  const keys = [...new Set([...(column === null ? [] : [column]), ...age, ...periodKeys])];
  const isOneEach = looked.isOfAreas && age.length === 0 && periods.named === undefined;
  const isToldApart = (one: Candidate): boolean => isOneEach && isKeyWith(dataset, [...keys, one.name]);
  const parts = {
    ...{ made, table: applicable.table, where, value, last, groups, unit, place: PLACE },
    numerator: isAddedUp(statistic) ? ofData(statistic.numerator) : "0",
    // What is averaged is that of each row; counts are those of all rows that one stands for.
    denominator: isAveraged(statistic) ? `(${ofData(size)} * ${timesOf(dataset)})` : ofData(size),
    column: column === null ? "''" : `cast(${ofData(column)} as VARCHAR)`,
    figure: [unit, ...age.map((one) => `cast(${ofData(one)} as VARCHAR)`)].join(", "),
  };
  const keysSql = (of: readonly string[]): string => of.map(ofData).join(", ") || "true as everything";
  const cellsSql = (of: readonly Candidate[]): string =>
    of.map((one) => `, cast(${ofData(one.name)} as VARCHAR) as ${one.cell}`).join("");
  const endsSql = (of: (one: Candidate, i: number) => [lowest: string, highest: string], as: string): string =>
    columns
      .map((one, i) => of(one, i))
      .map(([lowest, highest], i) => `, ${lowest} as ${as}l${i}, ${highest} as ${as}h${i}`)
      .join("");
  const ends = (count: string): string =>
    endsSql(
      (candidate) =>
        isToldApart(candidate)
          ? ["1", count]
          : [`min(hash(${ofData(candidate.name)}))`, `max(hash(${ofData(candidate.name)}))`],
      "_",
    );
  return {
    ...{
      added,
      ends,
      isAllToldApart: columns.every(isToldApart),
      made,
      largest,
      several,
      columns,
      isOneEach,
      bound: { indicator: indicator.value.id },
    },
    cells: (sums) =>
      query("cells-of-figures", {
        ...parts,
        cells: keys.map((key, i) => `${ofData(key)} as k${i}`).join(", ") || "true as everything",
        ends: endsSql((_, i) => [`d._l${i}`, `d._h${i}`], ""),
        rows:
          sums === null
            ? query("sums-by-cells", {
                ...{ ...parts, keys: keysSql(keys), count: countOf(dataset) },
                gathered: `, min(${PLACE}) as _place${ends(countOf(dataset))}`,
              })
            : `select *, _rows as _times, ${parts.numerator} as _numerator, ${parts.denominator} as _denominator from ${sums} d`,
      }),
    ofSeveralRows: () =>
      query("figures-of-several-rows", {
        figures: isOneEach
          ? `select times as _rows${columns.map((_, i) => `, l${i} <> h${i} as d${i}`).join("")} from ${made}`
          : `select sum(times) as _rows${columns.map((_, i) => `, min(l${i}) <> max(h${i}) as d${i}`).join("")} from ${made} group by figure`,
        any_differs: columns.map((_, i) => `, bool_or(d${i}) filter (where _rows > 1) as d${i}`).join(""),
      }),
    largestCells: (most, fewest) =>
      query("largest-cells", {
        ...{ made, largest, most_rows: String(most), most_figures: String(Math.max(20, Math.floor(most / fewest))) },
        figures: isOneEach
          ? `select figure, times as rows, cast(denominator as DOUBLE) as whole from ${made}`
          : `select figure, sum(times) as rows, cast(sum(denominator) as DOUBLE) as whole from ${made} group by figure`,
      }),
    intoSeveral: (of) =>
      query("rows-of-largest", {
        ...{ ...parts, rows: several, largest, columns: cellsSql(of) },
        same_cells: keys.map((key, i) => `l.k${i} is not distinct from ${ofData(key)}`).join(" and ") || "true",
      }),
    valuesByPeriod: (of, held) => {
      const from = { ...parts, keys: keysSql(periodKeys), outside: among(parts.column, outside) };
      if (held === null) return query("values-by-period", { ...from, of: `cast(${ofData(of)} as VARCHAR)` });
      const { bits, values } = held.told;
      const numbered = values.map(([text, number]) => `(${literal(text)}, ${number})`);
      return query("values-in-sums", { ...from, table: held.table, bits, values: numbered.join(", ") });
    },
    one: () => query("rows-of-figures", { ...parts, columns: cellsSql(columns) }),
  };
}

/** Column with how many people rows are of, or how many figures a mean is made from. */
const sizeOf = (statistic: Source["indicator"]["value"]["statistic"]): string | null =>
  isAddedUp(statistic) ? statistic.denominator : isAveraged(statistic) ? (statistic.count ?? statistic.value) : null;

/** Whether no two rows are alike in all of these columns, because the declared key is among them: facts.ts has looked. */
const isKeyWith = (dataset: Dataset, columns: readonly string[]): boolean =>
  !isInEngine(dataset) && !isSharedOut(dataset) && dataset.facts.unique.every((name) => columns.includes(name));

/** Columns that may tell rows of one figure apart. */
function candidates({ indicator, dataset }: Source, { filters, column }: Looked): Candidate[] {
  const { statistic, periods } = indicator.value;
  const used = new Set([
    ...columnsOfStatistic(statistic).map(({ column: name }) => name),
    ...alternativesOf(statistic).map(({ denominator }) => denominator),
    ...[periods.column, periods.last_column, column].filter((name) => name !== undefined),
  ]);
  const filtered = new Set(filters.flatMap((filter) => Object.keys(filter ?? {})));
  return Object.entries(dataset.columns)
    .filter(
      ([name, { type, record }]) => !used.has(name) && !record && (tells(type) || dataset.facts.unique.includes(name)),
    )
    .map(([name], i) => ({ name, cell: `c${i}`, isFiltered: filtered.has(name) }));
}

const tells = (type: Dataset["columns"][string]["type"]): boolean => type === "text" || type === "date";
