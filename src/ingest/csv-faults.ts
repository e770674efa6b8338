import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { type CsvRecord, csvRecords } from "../csv/records.ts";
import { lineNotUtf8 } from "../define/utf8.ts";
import type { Fault, Where } from "../error.ts";
import type { CsvFile } from "./raw-file.ts";

/** Most faults of one file that are listed. */
export const MOST_FAULTS = 20;

/** DuckDB reads no longer line. */
const MOST_LETTERS = 2_000_000;

/** What is wrong with the form of a UTF-8 file that DuckDB could not read: line ends, quotes, number of fields. */
export function csvFaults(file: CsvFile): Fault[] {
  const { format } = file;
  const faults: Fault[] = [];
  let header: CsvRecord | undefined;
  let passed = 0;
  for (const record of csvRecords(readFileSync(file.path, "utf8"), format)) {
    if (record.line > (format.last_row ?? Number.POSITIVE_INFINITY)) break;
    // Upper lines of a header may be shorter.
    if (header === undefined || record.fields.length > header.fields.length)
      if (passed < format.header_rows) header = record;
    if (++passed < format.header_rows || header === undefined) continue;
    // Of several lines each is as long as it likes.
    if (passed === format.header_rows && format.header_rows > 1) continue;
    const { fields, slip, end } = record;
    const fault = (must: string, found: string, fix: string, line = record.line): void => {
      faults.push({ where: { file: file.name, line }, must, found, fix });
    };
    const length = fields.reduce((sum, field) => sum + field.length, fields.length);
    if (slip === null && length > MOST_LETTERS)
      fault(
        `lines of at most ${MOST_LETTERS} characters`,
        String(length),
        "mend the line, or save the columns that are needed in a copy of the file and say so under changes",
      );
    else if (slip?.kind === "unclosed")
      fault(
        `a field that a quote (${format.quote}) opens is closed by one`,
        "a quote that is never closed",
        "close it, or mend quote under format in dataset.yaml",
        slip.line,
      );
    else if (slip)
      fault(
        `after the quote (${format.quote}) that closes a field comes the delimiter or the end of the line`,
        "more text after it",
        "double the quotes that are part of the text, or mend quote under format in dataset.yaml",
        slip.line,
      );
    else if (fields.length !== header.fields.length)
      fault(
        `${header.fields.length} fields, as in the header`,
        `${fields.length} ${fields.length === 1 ? "field" : "fields"}: ${fields.join(format.delimiter).slice(0, 80)}`,
        "mend the line; a field that holds the delimiter needs quotes round it, and where notes follow the table, give last_row under format in dataset.yaml",
      );
    else if (end !== "" && end !== header.end)
      return [
        ...faults,
        {
          where: { file: file.name, line: record.line },
          must: `every line ends as the header does, in ${endWords[header.end]}`,
          found: `a line that ends in ${endWords[end]}`,
          fix: "save the file again with one kind of line end, and say so under changes",
        },
      ];
    if (faults.length === MOST_FAULTS) break;
  }
  return faults;
}

const endWords: Record<string, string> = {
  "\n": "LF (as on Linux)",
  "\r\n": "CR LF (as on Windows)",
  "\r": "CR (as on old Macs)",
};

/** Bytes that cannot be of the declared encoding. */
export function encodingFault(file: CsvFile, bytes: Buffer): Fault | null {
  const { encoding } = file.format;
  const fault = (line: number, must: string, found: string, other?: string): Fault => ({
    where: { file: file.name, line },
    must,
    found,
    fix: `${other ?? "mend encoding under format in dataset.yaml"}, or fetch the file again`,
  });
  const write = (name: typeof encoding): string => `write encoding: ${name} under format in dataset.yaml`;
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return fault(
      1,
      `text in ${encoding}`,
      "text in UTF-16 (big-endian)",
      "save a copy in UTF-8 and say so under changes",
    );
  switch (encoding) {
    case "utf-8": {
      if (bytes[0] === 0xff && bytes[1] === 0xfe) return fault(1, "text in UTF-8", "text in UTF-16", write("utf-16le"));
      if (bytes.includes(0)) return fault(1, "text in UTF-8", "zero bytes, as text in UTF-16 has");
      const line = lineNotUtf8(bytes);
      return line === null
        ? null
        : fault(
            line,
            "text in UTF-8",
            "bytes that are not UTF-8",
            `${write("windows-1252")}, in which Western programs save CSV`,
          );
    }
    case "windows-1252": {
      const special = bytes.findIndex((byte) => byte > 0x7f);
      if (special < 0 || !isUtf8(bytes)) return null;
      const line = bytes.subarray(0, special).filter((byte) => byte === 0x0a).length + 1;
      return fault(line, "text in windows-1252", "text in UTF-8", write("utf-8"));
    }
    case "utf-16le": {
      const must = "text in UTF-16 (little-endian) that begins with a byte-order mark";
      if (bytes[0] !== 0xff || bytes[1] !== 0xfe)
        return isUtf8(bytes) && !bytes.includes(0)
          ? fault(1, must, "text in UTF-8", write("utf-8"))
          : fault(1, must, "no byte-order mark");
      try {
        new TextDecoder(encoding, { fatal: true }).decode(bytes);
        return null;
      } catch {
        return fault(1, must, "bytes that are not UTF-16");
      }
    }
  }
}

/** Line in the file on which each row begins. */
export function csvLines({ name: file, path, format }: CsvFile): (row: number) => Where {
  const text = iconv.decode(readFileSync(path), format.encoding);
  const lines = Array.from(csvRecords(text, format), ({ line }) => line).slice(
    format.header_row === 0 ? 0 : format.header_rows,
  );
  return (row) => ({ file, line: lines[row - 1] });
}
