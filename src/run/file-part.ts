import { appendFileSync, createReadStream, statSync, writeFileSync } from "node:fs";
import type { Part } from "../fetch/part.ts";

export interface FilePart extends Part {
  path: string;
}

/** Bytes that come in, in a file; after those that stand there where they are to be kept. */
export function inFile(path: string, isKept = false): FilePart {
  writeFileSync(path, "", { flag: isKept ? "a" : "w" });
  let { size } = statSync(path);
  return {
    path,
    get size() {
      return size;
    },
    append: (bytes) => {
      appendFileSync(path, bytes);
      size += bytes.length;
    },
    clear: () => {
      writeFileSync(path, "");
      size = 0;
    },
    read: () => createReadStream(path),
  };
}
