import { z } from "zod";
import { type ColumnType, meaningsOf } from "../define/dataset.ts";
import { blankColumn } from "./marked-cells.ts";
import type { Database } from "./port.ts";
import { onlyFile, type RawFile } from "./raw-file.ts";
import { literal, query, quoted } from "./sql.ts";
import { inflatedRefusal } from "./table-bounds.ts";

/** Name under which DuckDB numbers the rows of a file; it refuses to in one that has a column of that name. */
const ROW_NUMBER = "file_row_number";

/** Types of DuckDB that hold whole numbers and nothing else. */
export const WHOLE_TYPES = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"];

const describedColumn = z.strictObject({ name: z.string(), type: z.string() });

/** Types of a Parquet file's columns, by name. */
export async function parquetTypes({ path }: RawFile, database: Database): Promise<Map<string, string>> {
  const described = await database.rows(query("describe-parquet"), { path: onlyFile(path) }, describedColumn);
  return new Map(described.map(({ name, type }) => [name, type]));
}

/** How a column is read where it stands: its value, and a condition that is true of cells to be read as text instead. */
interface Cell {
  value: string;
  strange: string;
}

const heldRow = z.strictObject({ strange: z.boolean().nullable(), bytes: z.number().nullable() });

/**
 * SQL of the rows of a Parquet file where they stand, without a copy, when its columns have the declared types and each
 * cell is what cells.ts says or an empty one that is declared as a blank; else null, also for one with too much text.
 */
export async function rowsInPlace(
  file: RawFile,
  types: ReadonlyMap<string, string>,
  database: Database,
): Promise<string | null> {
  if ([...types.keys()].some((name) => name.toLowerCase() === ROW_NUMBER)) return null;
  const path = literal(onlyFile(file.path));
  const columns: string[] = [];
  const strange: string[] = [];
  const bytes: string[] = [];
  for (const name of file.columns) {
    const meanings = meaningsOf(file.dataset, name);
    const stored = types.get(name);
    const cell = cellInPlace(quoted(name), file.dataset.columns[name]!.type, stored);
    const reason = meanings[""];
    if (cell === null || typeof reason === "object" || Object.keys(meanings).some((marker) => marker !== ""))
      return null;
    const column = quoted(name);
    const isText = stored === "VARCHAR";
    if (isText) bytes.push(`coalesce(sum(strlen(${column})), 0)`);
    if (reason === undefined) {
      columns.push(`${cell.value} as ${column}`);
      strange.push(`count(${column}) < count(*)`, anyIn(column, stored, cell));
    } else {
      const blank = isText ? `coalesce(${column}, '') = ''` : `${column} is null`;
      columns.push(
        `case when not (${blank}) then ${cell.value} end as ${column}`,
        `case when ${blank} then ${literal(reason)} end as ${quoted(blankColumn(name))}`,
      );
      if (!isText) strange.push(anyIn(column, stored, cell));
    }
  }
  // Reads every cell, so that damage anywhere is found here: the database takes no file's word for what its columns hold.
  const parts = { path, strange: strange.join(" or ") || "false", bytes: bytes.join(" + ") || "0" };
  const [found] = await database.rows(query("parquet-cells", parts), {}, heldRow);
  if (found?.strange === true || inflatedRefusal(file, { cells: 0, text: found?.bytes ?? 0 }) !== null) return null;
  return query("rows-in-place", { index: String(file.index), columns: columns.join(",\n  "), path });
}

/** SQL, of all cells at once, of whether any of a column is to be read as text instead: ends are found faster than each is tried. */
function anyIn(column: string, stored: string | undefined, { strange }: Cell): string {
  if (stored === "VARCHAR") return `min(strlen(${column})) = 0`;
  return stored !== undefined && WHOLE_TYPES.includes(stored)
    ? `min(${column}) < -${LARGEST} or max(${column}) > ${LARGEST}`
    : `bool_or(${strange})`;
}

/** Null where a stored type has to be read as text to know what its cells are. */
export function cellInPlace(column: string, declared: ColumnType, stored: string | undefined): Cell | null {
  const isWhole = stored !== undefined && WHOLE_TYPES.includes(stored);
  switch (declared) {
    case "text":
      return stored === "VARCHAR" ? { value: column, strange: `${column} = ''` } : null;
    case "integer":
      return isWhole ? { value: `cast(${column} as BIGINT)`, strange: tooLong(column) } : null;
    case "number":
      if (isWhole) return { value: `cast(${column} as DOUBLE)`, strange: tooLong(column) };
      return stored === "DOUBLE"
        ? { value: column, strange: `not (${column} = 0 or abs(${column}) between 1e-99 and 1e99)` }
        : null;
    case "date":
      return stored === "DATE"
        ? { value: column, strange: `${column} not between DATE '0001-01-01' and DATE '9999-12-31'` }
        : null;
  }
}

/** The largest number of eighteen digits. */
const LARGEST = "999999999999999999";
const tooLong = (column: string): string => `${column} not between -${LARGEST} and ${LARGEST}`;
