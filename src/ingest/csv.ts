import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { UserError } from "../error.ts";
import type { Database } from "../model.ts";
import { csvFaults, encodingFault } from "./csv-faults.ts";
import { type CsvFormat, parserOptions } from "./csv-format.ts";
import { positions } from "./header.ts";
import type { RawFile } from "./raw-file.ts";
import { literal, query, quoted } from "./sql.ts";

/** Longest header that is looked for, in bytes. */
const HEADER_BYTES = 1 << 20;

/** Reads a delimited file into the raw table. Everything about its form is declared and nothing sniffed. */
export async function readCsv(file: RawFile, format: CsvFormat, table: string, database: Database): Promise<void> {
  if (format.encoding !== "utf-8") return readTranscoded(file, format, table, database);
  const header = headerOf(file.path, format, file);
  const at = positions(header, file.columns, { file: file.name, line: format.header_row });
  const sql = query("read-csv", {
    table: quoted(table),
    columns: header.map((_, index) => `'c${index}': 'VARCHAR'`).join(", "),
    selected: at.map((index) => `c${index}`).join(", "),
    delimiter: literal(format.delimiter),
    quote: literal(format.quote),
    skip: String(format.header_row - 1),
  });
  try {
    await database.run(sql, { path: file.path, file: file.index });
  } catch (error) {
    const faults = csvFaults(file, format, header.length);
    if (faults.length > 0) throw new UserError(faults);
    throw new UserError({
      where: { file: file.name },
      must: "a delimited file of the form that dataset.yaml states",
      found: firstLine(error),
      fix: "compare delimiter, quote, encoding and header_row with the file",
    });
  }
}

/** DuckDB reads UTF-8; other encodings go through a copy that is removed afterwards. */
async function readTranscoded(file: RawFile, format: CsvFormat, table: string, database: Database): Promise<void> {
  const bytes = readFileSync(file.path);
  const fault = encodingFault(file, format, bytes);
  if (fault) throw new UserError(fault);
  const folder = mkdtempSync(join(tmpdir(), "tempcheck-"));
  try {
    const path = join(folder, "utf-8.csv");
    writeFileSync(path, new TextDecoder(format.encoding).decode(bytes));
    await readCsv({ ...file, path }, { ...format, encoding: "utf-8" }, table, database);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function headerOf(path: string, format: CsvFormat, file: RawFile): string[] {
  const buffer = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(path, "r");
  const length = readSync(descriptor, buffer, 0, HEADER_BYTES, 0);
  closeSync(descriptor);
  const lines = buffer.toString("utf8", 0, length);
  let header: string[] | undefined;
  try {
    [header] = parse(lines, {
      ...parserOptions(format),
      from_line: format.header_row,
      to: 1,
      relax_column_count: true,
    }) as string[][];
  } catch (error) {
    throw new UserError({
      where: { file: file.name, line: format.header_row },
      must: "a header in the delimiter and quote that dataset.yaml states",
      found: firstLine(error),
      fix: "compare delimiter, quote and header_row with the file",
    });
  }
  if (header === undefined)
    throw new UserError({
      where: { file: file.name, line: format.header_row },
      must: "a header with the column names",
      found: "the file ends before it",
      fix: "mend header_row under format, or fetch the file again",
    });
  return header;
}

const firstLine = (error: unknown): string => String((error as Error).message ?? error).split("\n")[0] ?? "";
