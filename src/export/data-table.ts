import type { Catalogue } from "../catalogue/catalogue.ts";
import type { Table, TableName } from "../results/tables.ts";

/** What a column holds, in words; each format has its own type for it. */
export type FieldType = "text" | "number" | "whole number" | "true or false" | "day" | "address";

/** What a column holds, whatever the language. */
export interface Column {
  type: FieldType;
  /** Never blank. */
  filled?: true;
  /** The only values there are. */
  oneOf?: readonly string[];
  /** The smallest and the largest value there can be. */
  from?: number;
  to?: number;
}

export type Columns = Readonly<Record<string, Column>>;

/** A column with what a reader must know to use it. */
export interface Field extends Column {
  title: string;
  about: string;
}

export type Fields = Readonly<Record<string, Field>>;

/** Columns whose values, row by row, are found as a row's key in another table. */
export interface Reference {
  columns: readonly string[];
  table: TableName;
}

export type Cell = string | number | boolean | null;

/** A table to hand out, with all that somebody who never saw the program must know of it. */
export interface DataTable extends Table {
  name: TableName;
  title: string;
  fields: Fields;
  /** Columns that together name a row. */
  key: readonly string[];
  references: readonly Reference[];
  /** Where the rows are some of the whole table's: which they are. */
  places?: readonly number[];
}

/** A table as it is declared: what it holds, without a word of any language. */
export type DeclaredTable = Omit<DataTable, "columns" | "title" | "grain" | "fields" | "places"> & { fields: Columns };

/** References to other tables are few, and may be left out. */
export const declaredTable = ({
  references = [],
  ...table
}: Omit<DeclaredTable, "references"> & { references?: readonly Reference[] }): DeclaredTable => ({
  ...table,
  references,
});

const stored = {
  text: "VARCHAR",
  number: "DOUBLE",
  "whole number": "INTEGER",
  "true or false": "BOOLEAN",
  day: "DATE",
  address: "VARCHAR",
} as const satisfies Record<FieldType, Table["columns"][string]>;

type Words = Readonly<Record<string, { title: string; about: string }>>;

/** A declared table with what it says of itself in a language. A column that nobody has described is a bug. */
export const dataTable = (table: DeclaredTable, { dataFiles }: Catalogue): DataTable => ({
  ...table,
  title: dataFiles.tables[table.name].title,
  grain: dataFiles.tables[table.name].grain,
  fields: Object.fromEntries(
    Object.entries(table.fields).map(([name, column]) => {
      const [own, shared]: readonly [Words, Words] = [dataFiles.tables[table.name].columns, dataFiles.shared];
      const words = own[name] ?? shared[name];
      if (words === undefined) throw new Error(`the catalogue does not say what ${name} of ${table.name} holds`);
      return [name, { ...column, ...words }];
    }),
  ),
  columns: Object.fromEntries(Object.entries(table.fields).map(([name, { type }]) => [name, stored[type]])),
});

/** The rows of a table that have one of the lists of values in some columns. */
export function partOf(
  table: DataTable,
  { columns, values }: { columns: readonly string[]; values: readonly (readonly string[])[] },
): DataTable {
  const found = placesOf(table, columns);
  const wanted = [...new Set(values.map((one) => JSON.stringify(one)))];
  const places = wanted.flatMap((one) => found.get(one) ?? []).sort((a, b) => a - b);
  return { ...table, rows: places.map((place) => table.rows[place]!), places };
}

/** Rows of each list of values in some columns, found once for all parts of a table. */
const found = new WeakMap<DataTable["rows"], Map<string, ReadonlyMap<string, number[]>>>();

function placesOf({ fields, rows }: DataTable, columns: readonly string[]): ReadonlyMap<string, number[]> {
  const ofTable = found.get(rows) ?? new Map<string, ReadonlyMap<string, number[]>>();
  found.set(rows, ofTable);
  const known = ofTable.get(JSON.stringify(columns));
  if (known !== undefined) return known;
  const names = Object.keys(fields);
  const at = columns.map((column) => names.indexOf(column));
  const places = new Map<string, number[]>();
  rows.forEach((row, place) => {
    const values = JSON.stringify(at.map((i) => row[i]));
    const same = places.get(values);
    if (same === undefined) places.set(values, [place]);
    else same.push(place);
  });
  ofTable.set(JSON.stringify(columns), places);
  return places;
}
