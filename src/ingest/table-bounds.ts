import { statSync } from "node:fs";
import { z } from "zod";
import { type Fault, UserError } from "../error.ts";
import type { Database } from "./port.ts";
import { onlyFile, type RawFile } from "./raw-file.ts";
import { query, quoted } from "./sql.ts";

/** Most columns of a table: nobody who lays one out by hand or exports it has a tenth of them. */
const MOST_COLUMNS = 10_000;
/** Most rows and cells, and most megabytes of text, that a small file may stand for; a large one as many as its bytes. */
const MOST_ROWS = 5_000_000;
const MOST_TEXT = 256 * 1024 * 1024;

type Refusal = Omit<Fault, "where">;

/** Refuses a table with more columns than any has. */
export function refuseColumns(file: RawFile, count: number, line?: number): void {
  if (count <= MOST_COLUMNS) return;
  throw new UserError({
    where: { file: file.name, line },
    must: `at most ${MOST_COLUMNS} columns`,
    found: String(count),
    fix: "save the columns that are needed in a copy of the file, and say so under changes",
  });
}

const inflated = (what: string, most: number, found: number): Refusal => ({
  must: `at most ${most} ${what}, because a file of this size does not hold more unless they repeat one another`,
  found: String(found),
  fix: "save the rows and columns that are needed in a copy of the file, added up where they repeat, and say so under changes",
});

/** What a file of so many cells, or of so many bytes of text, is refused for. */
export function inflatedRefusal(file: RawFile, { cells, text }: { cells: number; text: number }): Refusal | null {
  const { size } = statSync(file.path);
  const [mostCells, mostText] = [Math.max(MOST_ROWS, size), Math.max(MOST_TEXT, 8 * size)];
  if (cells > mostCells) return inflated("rows or cells", mostCells, cells);
  return text > mostText ? inflated("bytes of text", mostText, text) : null;
}

/** What a Parquet file is refused for, that says it has far more rows than its size; null where it is in order. */
export async function rowsRefusal(file: RawFile, database: Database): Promise<Refusal | null> {
  const bound = { path: onlyFile(file.path) };
  const [counted] = await database.rows(query("parquet-rows"), bound, z.strictObject({ rows: z.number() }));
  return inflatedRefusal(file, { cells: counted?.rows ?? 0, text: 0 });
}

/** What a Parquet file is refused for, that stands for far more rows or text than its size; null where it is in order. */
export async function parquetRefusal(
  file: RawFile,
  types: ReadonlyMap<string, string>,
  database: Database,
): Promise<Refusal | null> {
  const refusal = await rowsRefusal(file, database);
  const texts = file.columns.filter((name) => types.get(name) === "VARCHAR");
  if (refusal !== null || texts.length === 0) return refusal;
  const bytes = texts.map((name) => `coalesce(sum(strlen(${quoted(name)})), 0)`).join(" + ");
  const bound = { path: onlyFile(file.path) };
  const [held] = await database.rows(query("parquet-text", { bytes }), bound, z.strictObject({ bytes: z.number() }));
  return inflatedRefusal(file, { cells: 0, text: held?.bytes ?? 0 });
}
