import { appendFileSync, createReadStream, writeFileSync } from "node:fs";
import type { Part } from "../fetch/part.ts";

export interface FilePart extends Part {
  path: string;
}

/** Bytes that come in, in a file. */
export function inFile(path: string): FilePart {
  let size = 0;
  writeFileSync(path, "");
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
