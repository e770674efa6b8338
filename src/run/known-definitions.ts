import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Definitions } from "../define/definitions.ts";
import type { KnownDefinitions } from "../define/known.ts";
import { codeHash } from "./code.ts";
import { declaredBy } from "./declared.ts";
import { sha256 } from "./hashes.ts";
import { keptDeclared, keptOf, reading } from "./known-declared.ts";
import { readWhole, writeWhole } from "./whole-files.ts";

const NAME = "definitions";

/**
 * The definitions of a project as the last build read them, by file, text and what reads them: reading YAML takes longer
 * than most of what is done with it. `save` keeps them for the next, where builds of the project keep things.
 */
export function knownDefinitions(
  root: string,
  { fresh }: { fresh: boolean } = { fresh: false },
): KnownDefinitions & { save(definitions: Definitions): void } {
  const folder = keptOf(root);
  const read = fresh ? undefined : readWhole(join(folder, NAME));
  const before = read instanceof Map ? (read as ReadonlyMap<unknown, unknown>) : new Map<unknown, unknown>();
  const now = new Map<unknown, unknown>();
  const code = codeHash(reading);
  const declared = keptDeclared(root);
  const nameOf = (file: string, text: string): string => sha256(JSON.stringify([code, file, text]));
  return {
    find: (file, text) => {
      const name = nameOf(file, text);
      const value = before.get(name);
      if (value !== undefined) now.set(name, value);
      return value;
    },
    keep: (file, text, value) => void now.set(nameOf(file, text), value),
    save: (definitions) => {
      declared.keep(declaredBy(definitions));
      const isSame = now.size === before.size && [...now.keys()].every((name) => before.has(name));
      const isThere = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
      if (!isSame && isThere) writeWhole(folder, NAME, now);
    },
  };
}
