import { randomUUID } from "node:crypto";
import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Puts a file in place with one rename, behind a link where one stands there: whatever happens, one whole file is there. */
export function swap(path: string, fill: (pending: string) => void): void {
  const place = existsSync(path) ? realpathSync(path) : path;
  const pending = join(place, "..", `.${basename(place).slice(0, 200)}.${randomUUID()}.pending`);
  try {
    fill(pending);
    const open = openSync(pending, "r+");
    fsyncSync(open);
    closeSync(open);
    renameSync(pending, place);
  } finally {
    rmSync(pending, { force: true });
  }
}

export const swapText = (path: string, text: string): void =>
  swap(path, (pending) => writeFileSync(pending, text, { flag: "wx" }));
