import { open } from "node:fs/promises";
import type { FormatOf } from "../define/dataset.ts";

const code = (character: string): number => character.charCodeAt(0);
const [PLUS, MINUS, ZERO, NINE, LF, CR] = [code("+"), code("-"), code("0"), code("9"), code("\n"), code("\r")];
const MOST_DIGITS = 18;
/** Bytes that are read at a time. */
const AT_ONCE = 1 << 20;

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
  const file = await open(path);
  try {
    let toSkip = format.header_row;
    let buffer = Buffer.allocUnsafe(2 * AT_ONCE);
    let rest = 0;
    for (;;) {
      if (buffer.length - rest < AT_ONCE) buffer = Buffer.concat([buffer], 2 * buffer.length);
      const { bytesRead } = await file.read(buffer, rest, AT_ONCE - 1);
      if (bytesRead === 0) break;
      const bytes = buffer.subarray(0, rest + bytesRead);
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
      bytes.copyWithin(0, to);
      rest = bytes.length - to;
    }
    buffer[rest] = LF;
    return toSkip === 0 && (rest === 0 || linesHold(buffer.subarray(0, rest + 1), form));
  } finally {
    await file.close();
  }
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
