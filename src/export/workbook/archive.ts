import { strToU8, type Zippable, zipSync } from "fflate";

interface Packed {
  path: string;
  /** In parts where it is long, which are never there as text all at once. */
  text: string | Iterable<string>;
  stored?: true;
}

/** Files in the order given as a ZIP archive without the hour at which it was made. */
export function archive(files: readonly Packed[]): Uint8Array {
  // Local on purpose: archives hold a date without a time zone.
  const mtime = new Date(1980, 0, 1, 12);
  const entries: Zippable = Object.fromEntries(
    files.map(({ path, text, stored }) => [path, [bytesOf(text), { mtime, level: stored ? 0 : 6 }]]),
  );
  return zipSync(entries);
}

function bytesOf(text: Packed["text"]): Uint8Array {
  if (typeof text === "string") return strToU8(text);
  const parts: Uint8Array[] = [];
  for (const part of text) parts.push(strToU8(part));
  return Buffer.concat(parts);
}
