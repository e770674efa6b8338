import type { Dataset } from "../define/dataset.ts";
import { isInEngine } from "../define/engine-columns.ts";
import type { Where } from "../error.ts";
import { rawFiles } from "./raw-file.ts";
import { readerOf } from "./readers.ts";

/** Where cells are mended, since neither the files as received nor a table of others is. */
export const copyOf = (dataset: Dataset): string =>
  isInEngine(dataset) ? "a view of the table" : "a copy of the file";

/** Where a row stands in its file: the line of a delimited file, the row of a sheet, else the number of the record. */
export function rowLocator(dataset: Dataset, root: string): (file: number, row: number, column?: string) => Where {
  // The rows of an engine's table have no numbers.
  if (isInEngine(dataset))
    return (_file, _row, column) => ({
      file: `${dataset.folder}/dataset.yaml`,
      key: column === undefined ? "table" : `column ${column}`,
    });
  const files = rawFiles(dataset, root);
  const reader = readerOf(dataset.format);
  const places = new Map<number, (row: number) => Where>();
  return (index, row, column) => {
    const place = places.get(index) ?? reader.places(files[index]!);
    places.set(index, place);
    return { ...place(row), key: column === undefined ? undefined : `column ${column}` };
  };
}
