import { parquetTypes, rowsInPlace } from "./in-place.ts";
import { plainCell, stored } from "./plain-cell.ts";
import type { Database } from "./port.ts";
import { onlyFile, type RawFile } from "./raw-file.ts";
import { query, quoted } from "./sql.ts";
import { parquetRefusal, rowsRefusal } from "./table-bounds.ts";

/** SQL of a Parquet file's rows; null, or an error of the database, where it is not plain. */
export async function plainParquet(file: RawFile, table: string, database: Database): Promise<string | null> {
  const types = await parquetTypes(file, database);
  // DuckDB takes names that differ in capitals for the same.
  if (file.columns.some((name) => !types.has(name))) return null;
  if ((await rowsRefusal(file, database)) !== null) return null;
  const inPlace = await rowsInPlace(file, types, database);
  if (inPlace !== null) return inPlace;
  if ((await parquetRefusal(file, types, database)) !== null) return null;
  const columns = file.columns.map((name) => plainCell(file.dataset, name, quoted(name), types.get(name)));
  await database.run(query("plain-parquet", { table, columns: columns.join(",\n  ") }), { path: onlyFile(file.path) });
  return stored(file, table);
}
