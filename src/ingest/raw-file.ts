import { join } from "node:path";
import type { Dataset } from "../define/dataset.ts";

/** A file about to be read: where it is, how errors name it, and the columns wanted from it. */
export interface RawFile {
  path: string;
  /** Relative to the project, with forward slashes. */
  name: string;
  /** Position in the dataset's list. */
  index: number;
  columns: readonly string[];
  dataset: Dataset;
}

/** Path of a file as DuckDB must be given it, which else takes [, ? and * for patterns of several files. */
export const onlyFile = (path: string): string => path.replace(/[*?[]/g, "[$&]");

/** Table of a dataset before its cells are checked: _file, _row and text columns. */
export const rawTable = (id: string): string => `raw/${id}`;

/** Columns that the file itself must have. */
export function fileColumns({ columns, format }: Dataset): string[] {
  const { unpivot } = format;
  if (!unpivot) return Object.keys(columns);
  const kept = Object.keys(columns).filter((name) => name !== unpivot.name && name !== unpivot.value);
  return [...kept, ...unpivot.columns];
}

export const rawFiles = (dataset: Dataset, root: string): RawFile[] =>
  dataset.files.map(({ path }, index) => ({
    path: join(root, dataset.folder, path),
    name: `${dataset.folder}/${path}`,
    index,
    columns: fileColumns(dataset),
    dataset,
  }));
