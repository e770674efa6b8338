import { Readable } from "node:stream";

/** Bytes that come in, kept where whoever asked for them wants. */
export interface Part {
  readonly size: number;
  append(bytes: Uint8Array): void;
  clear(): void;
  read(): Readable;
}

export function inMemory(): Part {
  let pieces: Uint8Array[] = [];
  return {
    get size() {
      return pieces.reduce((sum, { length }) => sum + length, 0);
    },
    append: (bytes) => void pieces.push(bytes),
    clear: () => {
      pieces = [];
    },
    read: () => Readable.from(pieces, { objectMode: false }),
  };
}

export async function textOf(part: Part): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of part.read()) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces).toString("utf8");
}
