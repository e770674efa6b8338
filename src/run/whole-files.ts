import { createHash, randomUUID } from "node:crypto";
import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";

/** Folder beside the outputs that holds whole builds; each output is a link to one of them. */
export const BUILDS = ".builds";

/** The folder beside an output where what was made is kept from build to build. */
export const keptBeside = (output: string): string => join(dirname(output), BUILDS, "kept");

/** Bytes of a sha256, which stands before what it is of. */
const SUM = 32;

const sum = (content: Uint8Array): Buffer => createHash("sha256").update(content).digest();

/** What was kept in a file; undefined where there is none, or where it is not whole. */
export function readWhole(path: string): unknown {
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return undefined;
    const bytes = readFileSync(path);
    const content = bytes.subarray(SUM);
    return sum(content).equals(bytes.subarray(0, SUM)) ? deserialize(content) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps something in a file, behind its sum. */
export function writeWhole(folder: string, name: string, value: unknown): void {
  tryTo(() => {
    const content = serialize(value);
    put(folder, name, Buffer.concat([sum(content), content]));
  });
}

/** Puts a whole file in place of what may stand there. */
export function put(folder: string, name: string, content: string | Uint8Array): void {
  const pending = join(folder, `${process.pid}.${randomUUID().slice(0, 8)}.pending`);
  tryTo(() => {
    try {
      writeFileSync(pending, content, { flag: "wx" });
      renameSync(pending, join(folder, name));
    } finally {
      rmSync(pending, { force: true });
    }
  });
}

/** What is kept saves time and nothing else: where it cannot be written, the build goes on. */
export function tryTo(act: () => void): void {
  try {
    act();
  } catch {
    // Made again next time.
  }
}
