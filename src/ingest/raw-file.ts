import { join } from "node:path";
import { columnsNotInFiles, type Dataset, type Format, type FormatOf, unpivotedRows } from "../define/dataset.ts";
import type { Where } from "../error.ts";
import type { Database } from "./port.ts";

/** A file about to be read: where it is, how errors name it, and the columns wanted from it. */
export interface RawFile<F extends Format = Format> {
  path: string;
  /** Relative to the project, with forward slashes. */
  name: string;
  /** Position in the dataset's list. */
  index: number;
  columns: readonly string[];
  dataset: Dataset;
  format: F;
}

export type CsvFile = RawFile<FormatOf<"csv">>;

/** How files of one format are read. */
export interface Reader<F extends Format = Format> {
  /** Reads a file into the raw table, cells as text. */
  read(file: RawFile<F>, table: string, database: Database): Promise<void>;
  /**
   * SQL of the rows of a file that were read with their types, into a table of the name or in their place; null, or an
   * error of the database, where anything is not as declared. Null for a format that is always read as text.
   */
  plain: { read(file: RawFile<F>, table: string, database: Database): Promise<string | null> } | null;
  /** Where the records of a file stand: their line, row or number. */
  places(file: RawFile<F>): (row: number) => Where;
  /** Whether files list the texts of a column, so that few of them are found without reading every row. */
  listsTexts: boolean;
}

/** Path of a file as DuckDB must be given it, which else takes [, ? and * for patterns of several files. */
export const onlyFile = (path: string): string => path.replace(/[*?[]/g, "[$&]");

/** Table of a dataset before its cells are checked: _file, _row and text columns. */
export const rawTable = (id: string): string => `raw/${id}`;

/** Columns that the file itself must have. */
export function fileColumns(dataset: Dataset): string[] {
  const { unpivot } = dataset.format;
  const others = columnsNotInFiles(dataset);
  const own = Object.keys(dataset.columns).filter((name) => !others.includes(name));
  if (!unpivot) return own;
  const rows = unpivotedRows(unpivot);
  const made = [unpivot.name, ...rows.flatMap(({ cells }) => cells.map(({ column }) => column))];
  const old = rows.flatMap(({ cells }) => cells.map((cell) => cell.old));
  return [...own.filter((name) => !made.includes(name)), ...new Set(old)];
}

/** The other names of a column that a file holds, and where it stands when that is declared. */
export const namesOf = ({ columns }: Dataset, name: string): { names: string[]; position: number | undefined } => {
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  return { names: [name, ...(column?.aliases ?? [])], position: column?.position };
};

export const rawFiles = (dataset: Dataset, root: string): RawFile[] =>
  dataset.files.map(({ path }, index) => ({
    path: join(root, dataset.folder, path),
    name: `${dataset.folder}/${path}`,
    index,
    columns: fileColumns(dataset),
    dataset,
    format: dataset.format,
  }));
