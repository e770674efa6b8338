import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Dataset, FormatOf } from "../define/dataset.ts";
import { UserError } from "../error.ts";
import { readArrow } from "./arrow-file.ts";
import { BuildDatabase } from "./database.ts";
import type { Grid } from "./grid.ts";
import { parquetTypes } from "./in-place.ts";
import { readParquet } from "./parquet-file.ts";
import type { Database } from "./port.ts";
import type { RawFile } from "./raw-file.ts";
import { number } from "./row.ts";
import { query, quoted } from "./sql.ts";

type Stored = "parquet" | "arrow";
type Named = (path: string, database: Database) => Promise<string[]>;

const TABLE = "looked-at";
const wholeRow = z.strictObject({ _row: number, cells: z.array(z.string().nullable()) });

/** The table of a Parquet file as text, its header on line 0. */
export const gridOfParquet = (path: string): Promise<Grid> =>
  gridOfStored("parquet", path, async (_, database) => [
    ...(await parquetTypes(fileOf("parquet", path), database)).keys(),
  ]);

/** The table of an Arrow file or stream as text. */
export const gridOfArrow = (path: string): Promise<Grid> =>
  gridOfStored("arrow", path, async () => {
    const { tableFromIPC } = await import("apache-arrow");
    return tableFromIPC(readFileSync(path)).schema.fields.map(({ name }) => name);
  });

async function gridOfStored(type: Stored, path: string, named: Named): Promise<Grid> {
  const database = await BuildDatabase.open();
  try {
    const columns = await named(path, database).catch((): string[] => []);
    if (columns.length === 0)
      throw new UserError({
        where: { file: path },
        must: `a whole file of the kind that it begins as (${type}), with columns`,
        found: "a file that is cut short, damaged, packed or empty",
        fix: "fetch it again, or save it without packing",
      });
    const table = quoted(TABLE);
    await database.run(
      query("raw-table", { table, columns: columns.map((name) => `${quoted(name)} VARCHAR`).join(", ") }),
    );
    const file = { ...fileOf(type, path), columns };
    if (type === "parquet") await readParquet(file, TABLE, database);
    else await readArrow({ ...file, format: { type: "arrow" } }, TABLE, database);
    const sql = query("listed-rows", { table, columns: columns.map(quoted).join(", ") });
    const rows = await database.rows(sql, {}, wholeRow);
    return {
      sheet: null,
      rows: [
        { at: 0, cells: columns },
        ...rows.map(({ _row, cells }) => ({ at: _row, cells: cells.map((cell) => cell?.trim() ?? "") })),
      ],
      percent: new Set(),
      merged: [],
      unsaved: 0,
    };
  } finally {
    database.close();
  }
}

/** A file as readers take it, of a dataset that nobody has declared. */
function fileOf<Type extends Stored>(type: Type, path: string): RawFile<FormatOf<Type>> & { columns: string[] };
function fileOf(type: Stored, path: string) {
  const format = { type };
  const dataset: Dataset = {
    ...{ id: "", folder: "", title: "", publisher: "", licence: "", page: "", period: "", received: "", changes: "" },
    ...{ notes: [], files: [], format, columns: {}, blanks: {}, total_rows: [], lookups: [] },
    facts: { rows: 0, unique: [], totals: [], ranges: [] },
  };
  return { path, name: path, index: 0, columns: [], dataset, format };
}
