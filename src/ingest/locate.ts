import type { Dataset } from "../define/dataset.ts";
import type { Where } from "../error.ts";
import { lineOfRows } from "./csv-faults.ts";
import { type RawFile, rawFiles } from "./raw-file.ts";

/** Where a row stands in its file: the line of a delimited file, the row of a sheet, else the number of the record. */
export function rowLocator(dataset: Dataset, root: string): (file: number, row: number, column?: string) => Where {
  const files = rawFiles(dataset, root);
  const lines = new Map<number, number[]>();
  return (index, row, column) => {
    const file = files[index] as RawFile;
    const key = column === undefined ? undefined : `column ${column}`;
    switch (dataset.format.type) {
      case "csv": {
        const known = lines.get(index) ?? lineOfRows(file, dataset.format);
        lines.set(index, known);
        return { file: file.name, line: known[row - 1], key };
      }
      case "xlsx":
        return { file: file.name, sheet: dataset.format.sheet, line: dataset.format.header_row + row, key };
      default:
        return { file: file.name, record: row, key };
    }
  };
}
