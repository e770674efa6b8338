import type { Dataset } from "../define/dataset.ts";
import { blankColumn, blanksOf, cellTypes } from "./cells.ts";
import { csvHeader } from "./csv-file.ts";
import type { CsvFormat } from "./csv-format.ts";
import { positions } from "./header.ts";
import { parquetTypes, rowsInPlace, WHOLE_TYPES } from "./in-place.ts";
import type { Database } from "./port.ts";
import { onlyFile, type RawFile, rawFiles } from "./raw-file.ts";
import { literal, query, quoted } from "./sql.ts";
import { dataTable } from "./table.ts";
import { holdsWholeNumbers } from "./whole-numbers.ts";

/**
 * Reads a dataset straight into typed tables, in one parallel pass without row numbers of its own, or leaves it in its
 * Parquet file where that is as good as a table. Cells are held to exactly what cells.ts says. Gives false, and leaves
 * nothing behind, where anything at all is not as declared: then the dataset is read as text instead, which is slower
 * and can say what is wrong where.
 */
export async function readPlain(dataset: Dataset, root: string, database: Database): Promise<boolean> {
  const { format } = dataset;
  if (format.unpivot || !(format.type === "parquet" || (format.type === "csv" && format.encoding === "utf-8")))
    return false;
  // Rows of a table are counted by its rowid, which a column of that name would hide.
  if (Object.keys(dataset.columns).some((name) => name.toLowerCase() === "rowid")) return false;
  const files = rawFiles(dataset, root);
  const table = (index: number): string => quoted(`plain/${dataset.id}/${index}`);
  const rows: string[] = [];
  try {
    for (const file of files) {
      const read =
        format.type === "csv"
          ? await plainCsv(file, format, table(file.index), database)
          : await plainParquet(file, table(file.index), database);
      if (read === null) throw new Error("not plain");
      rows.push(read);
    }
  } catch {
    for (const { index } of files) await database.run(`drop table if exists ${table(index)}`);
    return false;
  }
  await database.run(query("data-view", { table: quoted(dataTable(dataset.id)), rows: rows.join("\nunion all\n") }));
  return true;
}

/** SQL of the rows that a table holds of a file: it stores them in their order, so that rowid counts the file's records. */
const stored = ({ index }: RawFile, table: string): string =>
  `select ${index} as _file, rowid + 1 as _row, * from ${table}`;

/** SQL of a Parquet file's rows; null, or an error of the database, where it is not plain. */
async function plainParquet(file: RawFile, table: string, database: Database): Promise<string | null> {
  const types = await parquetTypes(file, database);
  // DuckDB takes names that differ in capitals for the same.
  if (file.columns.some((name) => !types.has(name))) return null;
  const inPlace = await rowsInPlace(file, types, database);
  if (inPlace !== null) return inPlace;
  const columns = file.columns.map((name) => plainCell(file.dataset, name, quoted(name), types.get(name)));
  await database.run(query("plain-parquet", { table, columns: columns.join(",\n  ") }), { path: onlyFile(file.path) });
  return stored(file, table);
}

/** SQL of a CSV file's rows; null, or an error of the database, where it is not plain. */
async function plainCsv(file: RawFile, format: CsvFormat, table: string, database: Database): Promise<string | null> {
  const header = csvHeader(file, format);
  const at = positions(header, file.columns, { file: file.name });
  const whole = header.map((_, index) => isWhole(file.dataset, file.columns[at.indexOf(index)]));
  const types = whole.map((is, index) => `'c${index}': '${is ? "BIGINT" : "VARCHAR"}'`);
  const columns = file.columns.map((name, i) =>
    plainCell(file.dataset, name, `c${at[i]}`, whole[at[i]!] ? "DIGITS" : "VARCHAR"),
  );
  const [checked] = await Promise.all([
    whole.includes(true) ? holdsWholeNumbers(file.path, format, whole) : true,
    database.run(
      query("plain-csv", {
        table,
        types: types.join(", "),
        columns: columns.join(",\n  "),
        delimiter: literal(format.delimiter),
        quote: literal(format.quote),
        skip: String(format.header_row - 1),
      }),
      { path: onlyFile(file.path) },
    ),
  ]);
  return checked ? stored(file, table) : null;
}

/** Whether every cell of a column must be a whole number. */
const isWhole = (dataset: Dataset, name: string | undefined): boolean =>
  name !== undefined && dataset.columns[name]?.type === "integer" && Object.keys(blanksOf(dataset, name)).length === 0;

/** SQL that casts a cell, stopping the query at one that is neither of its type nor a marker. */
function plainCell(dataset: Dataset, name: string, cell: string, stored: string | undefined): string {
  const column = quoted(name);
  const { type } = dataset.columns[name]!;
  const markers = Object.entries(blanksOf(dataset, name));
  const stop = "error('not plain')";
  if (stored === "DIGITS") return `${cell} as ${column}`;
  if (isWhole(dataset, name) && stored !== undefined && WHOLE_TYPES.includes(stored))
    return `case when ${cell} between -999999999999999999 and 999999999999999999 then cast(${cell} as BIGINT) else ${stop} end as ${column}`;

  const { sql, pattern } = cellTypes[type];
  const text = stored === "VARCHAR" ? cell : `cast(${cell} as VARCHAR)`;
  const good = type === "text" ? `${text} <> ''` : `regexp_full_match(${text}, ${literal(pattern)})`;
  const cast = `case when ${good} then cast(${text} as ${sql}) else ${stop} end`;
  if (markers.length === 0) return `${cast} as ${column}`;
  const known = `coalesce(${text}, '')`;
  const list = markers.map(([marker]) => literal(marker)).join(", ");
  const reasons = markers.map(([marker, reason]) => `when ${literal(marker)} then ${literal(reason)}`).join(" ");
  return `case when ${known} not in (${list}) then ${cast} end as ${column},
  case ${known} ${reasons} end as ${quoted(blankColumn(name))}`;
}
