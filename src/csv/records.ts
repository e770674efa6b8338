/** How a delimited text is written. */
export interface Dialect {
  /** One character. */
  delimiter: string;
  /** One character, another than the delimiter. */
  quote: string;
  /** Line with the column names, from 1. */
  header_row: number;
  /** Whether spaces and tabs around a field are no part of it, unless they stand in quotes. */
  padded?: boolean;
}

/** How people and programs write a table that they send: commas, the header first. */
export const commaSeparated: Dialect = { delimiter: ",", quote: '"', header_row: 1, padded: true };

/** One record of a delimited file. */
export interface CsvRecord {
  /** Line of the file on which it begins, from 1. */
  line: number;
  fields: string[];
  /** A quote that is never closed, or text that follows a closing quote, and the line of that quote. */
  slip: { kind: "unclosed" | "text-after-quote"; line: number } | null;
  /** What ends it: "\n", "\r\n", "\r", or "" at the end of the file. */
  end: string;
}

/**
 * The records of a delimited text from its header on, read as DuckDB reads them: a quote opens a field only at its
 * start, spaces before it aside, and lines without anything are passed over. Gives the lines that DuckDB does not tell.
 */
export function* csvRecords(text: string, dialect: Dialect): Generator<CsvRecord> {
  const { delimiter, quote, header_row, padded = false } = dialect;
  const filled = padded ? NOT_PADDING : NOT_SPACE;
  const special = new RegExp(`[\\r\\n${delimiter.replace(/[\\\]^-]/g, "\\$&")}]`, "g");
  const next = (pattern: RegExp, from: number): number => {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? text.length;
  };
  const endAt = (at: number): string => (text.startsWith("\r\n", at) ? "\r\n" : text.slice(at, at + 1));
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let line = 1;
  for (; line < header_row && at < text.length; line++) {
    at = next(LINE_END, at);
    at += endAt(at).length;
  }

  let columns = 0;
  while (at < text.length) {
    const record: CsvRecord = { line, fields: [], slip: null, end: "" };
    for (;;) {
      const open = delimiter === " " ? at : next(filled, at);
      if (text.startsWith(quote, open)) {
        const close = closingQuote(text, quote, open + 1);
        const inside = text.slice(open + 1, close);
        at = next(special, Math.min(close + 1, text.length));
        if (close === text.length) record.slip ??= { kind: "unclosed", line };
        else if (text.slice(close + 1, at).trim() !== "") record.slip ??= { kind: "text-after-quote", line };
        record.fields.push(inside.replaceAll(quote + quote, quote));
        line += inside.match(LINE_ENDS)?.length ?? 0;
      } else {
        const start = at;
        at = next(special, at);
        const field = text.slice(start, at);
        record.fields.push(padded ? field.trim() : field);
      }
      if (text.startsWith(delimiter, at)) {
        at += delimiter.length;
        continue;
      }
      record.end = endAt(at);
      at += record.end.length;
      line++;
      break;
    }
    if (columns > 1 && record.fields.length === 1 && record.fields[0] === "") continue;
    columns ||= record.fields.length;
    yield record;
  }
}

const LINE_END = /[\r\n]/g;
const LINE_ENDS = /\r\n|\n|\r/g;
const NOT_SPACE = /[^ ]/g;
const NOT_PADDING = /[^ \t]/g;

/** Where a quoted field closes, a doubled quote being text; the end of the text when it never does. */
function closingQuote(text: string, quote: string, from: number): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 2))
    if (!text.startsWith(quote, at + 1)) return at;
  return text.length;
}
