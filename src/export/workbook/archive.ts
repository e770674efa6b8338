import { strToU8, type Zippable, zipSync } from "fflate";

/** Files in the order given as a ZIP archive without the hour at which it was made. */
export function archive(files: readonly { path: string; text: string; stored?: true }[]): Uint8Array {
  // Local on purpose: archives hold a date without a time zone.
  const mtime = new Date(1980, 0, 1, 12);
  const entries: Zippable = Object.fromEntries(
    files.map(({ path, text, stored }) => [path, [strToU8(text), { mtime, level: stored ? 0 : 6 }]]),
  );
  return zipSync(entries);
}
