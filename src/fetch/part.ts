import { Readable } from "node:stream";

/** Bytes that come in, kept where whoever asked for them wants. */
export interface Part {
  readonly size: number;
  append(bytes: Uint8Array): void;
  clear(): void;
  read(): Readable;
}

/** Bytes of a file, of which an earlier run may have left some. */
export interface Beginning {
  part: Part;
  /** What tells the file that they are of from a later one; null where nothing can be added to them. */
  mark: string | null;
  /** Told what the bytes that come are of, before they come; null once they are whole or of no use. */
  note(mark: string | null): void;
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
