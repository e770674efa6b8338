import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Fault } from "../error.ts";
import { type CsvFormat, parserOptions } from "./csv-format.ts";
import type { RawFile } from "./raw-file.ts";

/** Most faults of one file that are listed. */
export const MOST_FAULTS = 20;

/**
 * What is wrong with the form of a file that DuckDB could not read: encoding, quotes, number of fields.
 * Reads the file again, by another parser, and only then.
 */
export function csvFaults(file: RawFile, format: CsvFormat, fields: number): Fault[] {
  const bytes = readFileSync(file.path);
  const encoding = encodingFault(file, format, bytes);
  if (encoding) return [encoding];
  try {
    return records(bytes.toString("utf8"), format)
      .filter(({ record }) => record.length !== fields)
      .slice(0, MOST_FAULTS)
      .map(({ record, line }) => ({
        where: { file: file.name, line },
        must: `${fields} fields, as in the header`,
        found: `${record.length} fields: ${record.join(format.delimiter).slice(0, 80)}`,
        fix: "mend the line; a field that holds the delimiter needs quotes round it",
      }));
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    return [
      {
        where: { file: file.name, line: lines },
        must: `every quote (${format.quote}) that opens a field closes it`,
        found: message,
        fix: "mend the line, or the quote under format",
      },
    ];
  }
}

/** Bytes that cannot be of the declared encoding. */
export function encodingFault(file: RawFile, { encoding }: CsvFormat, bytes: Buffer): Fault | null {
  const fault = (line: number, must: string, found: string): Fault => ({
    where: { file: file.name, line },
    must,
    found,
    fix: "mend encoding under format in dataset.yaml, or fetch the file again",
  });
  if (encoding === "utf-8") {
    if (isUtf8(bytes)) return null;
    let start = 0;
    for (let line = 1; ; line++) {
      const next = bytes.indexOf(0x0a, start);
      const end = next < 0 ? bytes.length : next;
      if (!isUtf8(bytes.subarray(start, end))) return fault(line, "text in UTF-8", "bytes that are not UTF-8");
      start = end + 1;
    }
  }
  if (encoding === "windows-1252" && isUtf8(bytes) && bytes.some((byte) => byte > 0x7f)) {
    const before = bytes.subarray(
      0,
      bytes.findIndex((byte) => byte > 0x7f),
    );
    return fault(before.filter((byte) => byte === 0x0a).length + 1, "text in windows-1252", "text in UTF-8");
  }
  if (encoding === "utf-16le" && (bytes[0] !== 0xff || bytes[1] !== 0xfe))
    return fault(1, "text in UTF-16, which begins with a byte-order mark", "no byte-order mark");
  return null;
}

/** Line in the file on which each row begins; `rows` count from 1 after the header. */
export function lineOfRows(file: RawFile, format: CsvFormat): number[] {
  const text = new TextDecoder(format.encoding).decode(readFileSync(file.path));
  return records(text, format).map(({ line }) => line);
}

function records(text: string, format: CsvFormat): { record: string[]; line: number }[] {
  const parsed = parse(text, {
    ...parserOptions(format),
    from_line: format.header_row,
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as { record: string[]; info: { lines: number } }[];
  let before = format.header_row - 1;
  return parsed
    .map(({ record, info }) => {
      const line = before + 1;
      before = info.lines;
      return { record, line };
    })
    .slice(1);
}
