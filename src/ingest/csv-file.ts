import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import iconv from "iconv-lite";
import { type CsvRecord, csvRecords } from "../csv/records.ts";
import { UserError } from "../error.ts";
import { csvFaults, encodingFault } from "./csv-faults.ts";
import { joinedNames, positions } from "./header.ts";
import { otherForm } from "./other-form.ts";
import type { Database } from "./port.ts";
import { type CsvFile, onlyFile } from "./raw-file.ts";
import { literal, query, quoted } from "./sql.ts";
import { refuseColumns } from "./table-bounds.ts";

/** Longest header that is looked for, in bytes. */
const HEADER_BYTES = 1 << 20;

/** Reads a delimited file into the raw table. Everything about its form is declared and nothing sniffed. */
export async function readCsv(file: CsvFile, table: string, database: Database): Promise<void> {
  if (file.format.encoding !== "utf-8") return readTranscoded(file, table, database);
  try {
    await readUtf8(file, table, database);
  } catch (error) {
    const bytes = readFileSync(file.path);
    const other = otherForm(bytes, "csv");
    if (other) throw new UserError({ where: { file: file.name }, must: "a delimited text file (CSV)", ...other });
    const encoding = encodingFault(file, bytes);
    if (encoding) throw new UserError(encoding);
    if (error instanceof UserError) throw error;
    const faults = csvFaults(file);
    if (faults.length > 0) throw new UserError(faults);
    throw new UserError({
      where: { file: file.name },
      must: "a delimited file of the form that dataset.yaml states",
      found: firstLine(error).replaceAll(file.path, file.name),
      fix: "compare delimiter, quote, encoding and header_row with the file",
    });
  }
}

async function readUtf8(file: CsvFile, table: string, database: Database): Promise<void> {
  const { format } = file;
  const header = csvHeader(file);
  const at = positions(header, file.columns, { file: file.name, line: format.header_row || 1 }, file.dataset);
  const sql = query("read-csv", {
    table: quoted(table),
    columns: header.map((_, index) => `'c${index}': 'VARCHAR'`).join(", "),
    selected: at.map((index) => `c${index}`).join(", "),
    delimiter: literal(format.delimiter),
    quote: literal(format.quote),
    header: String(startsWithHeader(format)),
  });
  await fromHeader(file, database, (path) => database.run(sql, { path: onlyFile(path), file: file.index }));
}

/** Whether what is handed on begins with the header: of one in several lines nothing is, because some may be shorter. */
const startsWithHeader = ({ header_row, header_rows }: CsvFile["format"]): boolean =>
  header_row > 0 && header_rows === 1;

/**
 * Hands on a file that begins with the header, or below one of several lines, and ends with the table. Lines above and
 * below are left out of a copy: DuckDB would count them in its own way, in which a title of two lines in quotes is one.
 */
export async function fromHeader<T>(file: CsvFile, database: Database, act: (path: string) => Promise<T>): Promise<T> {
  const { header_row, header_rows, last_row } = file.format;
  if (header_row <= 1 && header_rows === 1 && last_row === undefined) return act(file.path);
  const line = header_rows === 1 ? Math.max(header_row, 1) : lineBelow(file);
  const start = lineStart(firstBytes(file.path), line);
  const end = last_row === undefined ? undefined : lineStart(readFileSync(file.path), last_row + 1);
  if (end !== undefined && end <= start) throw endsBefore(file);
  const folder = mkdtempSync(join(database.scratch(), "from-header-"));
  try {
    const path = join(folder, "from-header.csv");
    const part = end === undefined ? { start } : { start, end: end - 1 };
    await pipeline(createReadStream(file.path, part), createWriteStream(path));
    return await act(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The line on which the first row below a header of several lines begins. */
function lineBelow(file: CsvFile): number {
  let passed = 0;
  for (const { line } of csvRecords(firstBytes(file.path).toString("utf8"), file.format))
    if (++passed > file.format.header_rows) return line;
  throw endsBefore(file);
}

/** The lines of a header, as records. */
function headerRecords(file: CsvFile): CsvRecord[] {
  const { header_rows } = file.format;
  const records: CsvRecord[] = [];
  for (const record of csvRecords(firstBytes(file.path).toString("utf8"), file.format)) {
    records.push(record);
    if (records.length === header_rows) return records;
  }
  throw endsBefore(file);
}

const endsBefore = (file: CsvFile): UserError =>
  new UserError({
    where: { file: file.name, line: file.format.header_row || 1 },
    must: "a header with the column names",
    found: "the file ends before it",
    fix: "mend header_row under format in dataset.yaml, or fetch the file again",
  });

const [LF, CR] = [0x0a, 0x0d];

/** Where a line of a text begins, from 1: after so many line ends, whether LF, CR LF or CR. */
function lineStart(bytes: Buffer, line: number): number {
  let at = 0;
  for (let before = 1; before < line && at < bytes.length; before++) {
    while (at < bytes.length && bytes[at] !== LF && bytes[at] !== CR) at++;
    at += bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1;
  }
  return at;
}

/** The beginning of a file, in which its header stands. */
function firstBytes(path: string): Buffer {
  const descriptor = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(Math.min(HEADER_BYTES, fstatSync(descriptor).size));
    readSync(descriptor, buffer, 0, buffer.length, 0);
    return buffer;
  } finally {
    closeSync(descriptor);
  }
}

/** DuckDB reads UTF-8; other encodings go through a copy that is removed afterwards. */
async function readTranscoded(file: CsvFile, table: string, database: Database): Promise<void> {
  const bytes = readFileSync(file.path);
  const other = otherForm(bytes, "csv");
  if (other) throw new UserError({ where: { file: file.name }, must: "a delimited text file (CSV)", ...other });
  const fault = encodingFault(file, bytes);
  if (fault) throw new UserError(fault);
  const folder = mkdtempSync(join(database.scratch(), "utf-8-"));
  try {
    const path = join(folder, "utf-8.csv");
    writeFileSync(path, iconv.decode(bytes, file.format.encoding));
    await readCsv({ ...file, path, format: { ...file.format, encoding: "utf-8" } }, table, database);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Column names of a delimited file. */
export function csvHeader(file: CsvFile): string[] {
  const { format } = file;
  const where = { file: file.name, line: format.header_row || 1 };
  const records = headerRecords(file);
  const widest = Math.max(...records.map(({ fields }) => fields.length));
  const slip = records.find((record) => record.slip)?.slip;
  refuseColumns(file, widest, format.header_row || 1);
  if (slip || (widest === 1 && file.columns.length > 1))
    throw new UserError({
      where,
      must: `column names with the delimiter ${JSON.stringify(format.delimiter)} between them`,
      found: slip
        ? `a quote (${format.quote}) that is not closed`
        : records[0]!.fields[0] === ""
          ? "an empty line"
          : `one name: ${JSON.stringify(records[0]!.fields[0]?.slice(0, 120))}`,
      fix:
        slip === undefined
          ? delimiterFix(records[0]!.fields[0] ?? "")
          : "mend delimiter, quote or header_row under format in dataset.yaml",
    });
  const lines = records.map(({ fields }) => fields);
  return format.header_row === 0 ? lines[0]!.map(() => "") : joinedNames(lines, format.fill_header === true);
}

/** What to do about a header of one name, by the other signs that stand in it. */
function delimiterFix(line: string): string {
  const signs: [string, string][] = [
    [";", '";"'],
    ["\t", '"\\t"'],
    ["|", '"|"'],
    [",", '","'],
  ];
  const other = signs.find(([sign]) => line.includes(sign));
  return other === undefined
    ? "mend delimiter, quote or header_row under format in dataset.yaml"
    : `write delimiter: ${other[1]} under format in dataset.yaml, or mend quote or header_row there`;
}

const firstLine = (error: unknown): string => String((error as Error).message ?? error).split("\n")[0] ?? "";
