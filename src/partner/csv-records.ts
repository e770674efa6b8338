/** A line of a table: its fields, and the line of the text where it begins, from 1. */
export interface CsvRecord {
  line: number;
  fields: string[];
  /** A quote opens in it and never closes, or text follows a closing quote. */
  slip: boolean;
}

/** A field in quotes, where doubled ones are text, or one without; then what ends it: a comma, a line end or the end. */
const FIELD = /[ \t]*"((?:[^"]|"")*)"([^,\r\n]*)(,|\r\n|\n|\r|$)|([^,\r\n]*)(,|\r\n|\n|\r|$)/y;

/** The records of a CSV text (RFC 4180); spaces around fields and lines without anything are passed over. */
export function csvRecords(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const record: CsvRecord = { line, fields: [], slip: false };
    let end = ",";
    while (end === ",") {
      FIELD.lastIndex = at;
      const [whole, quoted, after = "", quotedEnd, plain = "", plainEnd] = FIELD.exec(text)!;
      const field = quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"');
      record.fields.push(field);
      record.slip ||= after.trim() !== "" || (quoted === undefined && field.startsWith('"'));
      end = (quotedEnd ?? plainEnd)!;
      line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
      at += whole.length;
    }
    if (record.fields.length > 1 || record.fields[0] !== "") records.push(record);
  }
  return records;
}
