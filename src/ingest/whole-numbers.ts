import { createReadStream } from "node:fs";
import type { FormatOf } from "../define/dataset.ts";

const code = (character: string): number => character.charCodeAt(0);
const [PLUS, MINUS, ZERO, NINE, LF, CR] = [code("+"), code("-"), code("0"), code("9"), code("\n"), code("\r")];
const MOST_DIGITS = 18;

/**
 * True when a UTF-8 file has no quotes after its header and the named fields of each record hold a whole number: an
 * optional sign and up to 18 digits. DuckDB reads "1.5", "1e3" and " 12" as whole numbers too, so it cannot tell.
 */
export async function holdsWholeNumbers(
  path: string,
  format: FormatOf<"csv">,
  fields: readonly boolean[],
): Promise<boolean> {
  const [delimiter, quote] = [code(format.delimiter), code(format.quote)];
  if (delimiter > 0x7f || quote > 0x7f) return false;
  const form = { delimiter, quote, whole: Uint8Array.from(fields, Number) };
  let toSkip = format.header_row;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    let from = 0;
    for (; toSkip > 0; toSkip--) {
      const end = bytes.indexOf(LF, from);
      if (end < 0) break;
      // A carriage return alone ends a line for DuckDB.
      const carriageReturn = bytes.subarray(from, end).indexOf(CR);
      if (carriageReturn >= 0 && from + carriageReturn !== end - 1) return false;
      from = end + 1;
    }
    const to = toSkip > 0 ? from : Math.max(from, bytes.lastIndexOf(LF) + 1);
    if (!linesHold(bytes.subarray(from, to), form)) return false;
    rest = bytes.subarray(to);
  }
  return toSkip === 0 && (rest.length === 0 || linesHold(Buffer.concat([rest, Buffer.from([LF])]), form));
}

/** Whether whole lines, each with its end, are of the form. */
function linesHold(
  bytes: Uint8Array,
  { delimiter, quote, whole }: { delimiter: number; quote: number; whole: Uint8Array },
): boolean {
  let at = 0;
  let field = 0;
  while (at < bytes.length) {
    let byte = bytes[at]!;
    if (whole[field] === 1) {
      if (byte === PLUS || byte === MINUS) byte = bytes[++at]!;
      const first = at;
      while (byte >= ZERO && byte <= NINE) byte = bytes[++at]!;
      if (at === first || at - first > MOST_DIGITS) return false;
    } else {
      while (byte !== delimiter && byte !== LF && byte !== CR && byte !== quote) byte = bytes[++at]!;
    }
    if (byte === delimiter) {
      field++;
    } else {
      if (byte === CR) byte = bytes[++at]!;
      if (byte !== LF) return false;
      field = 0;
    }
    at++;
  }
  return true;
}
