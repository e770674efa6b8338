import type { Format, FormatOf } from "../define/dataset.ts";
import { readArrow } from "./arrow-file.ts";
import { csvLines } from "./csv-faults.ts";
import { readCsv } from "./csv-file.ts";
import { plainCsv } from "./csv-plain.ts";
import { readShapesTable } from "./geojson-file.ts";
import { readOds } from "./ods-file.ts";
import { readParquet } from "./parquet-file.ts";
import { plainParquet } from "./parquet-plain.ts";
import type { RawFile, Reader } from "./raw-file.ts";
import { readWorkbook, sheetRow } from "./workbook-file.ts";

/** Where a record stands in a file that numbers them. */
const record =
  ({ name: file }: RawFile) =>
  (row: number) => ({ file, record: row });

const readers = {
  csv: { read: readCsv, plain: { read: plainCsv }, places: csvLines, listsTexts: false },
  xlsx: { read: readWorkbook, plain: null, places: sheetRow, listsTexts: false },
  ods: { read: readOds, plain: null, places: sheetRow, listsTexts: false },
  parquet: { read: readParquet, plain: { read: plainParquet }, places: record, listsTexts: true },
  arrow: { read: readArrow, plain: null, places: record, listsTexts: false },
  geojson: { read: readShapesTable, plain: null, places: record, listsTexts: false },
  // Rows of an engine are never read one by one: readAll asks for their sums.
  trino: {
    read: () => Promise.reject(new Error("an engine's table is no file")),
    plain: null,
    places: record,
    listsTexts: false,
  },
} satisfies { [Type in Format["type"]]: Reader<FormatOf<Type>> };

/** The reader of a format, which takes files of that format alone. */
export const readerOf = ({ type }: Format): Reader => readers[type];
