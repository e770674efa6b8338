import { isUtf8 } from "node:buffer";

/** First line (from 1) with bytes that are no UTF-8; null where all are. */
export function lineNotUtf8(bytes: Buffer): number | null {
  if (isUtf8(bytes)) return null;
  let start = 0;
  for (let line = 1; ; line++) {
    const next = bytes.indexOf(0x0a, start);
    const end = next < 0 ? bytes.length : next;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
