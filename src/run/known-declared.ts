import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../model.ts";
import { codeHash } from "./code.ts";
import { fingerprintOf, outputsFolder } from "./fingerprint.ts";
import { sha256 } from "./hashes.ts";
import { keptBeside, readWhole, writeWhole } from "./whole-files.ts";

interface DeclaredTheme {
  theme: string;
  title: string;
  indicators: { id: string; title: string; dimensions: string[] }[];
}

export interface Declared {
  language: Language;
  themes: DeclaredTheme[];
}

const NAME = "declared";

/** All that reads definitions, beside the rooms that every room knows. */
export const reading = {
  own: ["define", "charts/layout/palette.ts", "error.ts", "model.ts", "programme-numbers.ts", "value/overlap.ts"],
  packages: ["markdown-it", "yaml", "zod"],
};

const listing = { ...reading, own: [...reading.own, "run/declared.ts", "run/known-declared.ts"] };

/** Where ordinary builds of a project keep things. */
export const keptOf = (root: string): string => keptBeside(join(root, outputsFolder(root), "any"));

/** What a project declares as the last build knows it, as long as every definition and the name of every file are as they were. */
export function keptDeclared(root: string) {
  const madeFromNow = (): string => {
    const { hash } = fingerprintOf(root, { isRead: (path) => /\.(ya?ml|md|txt)$/i.test(path) });
    return sha256(JSON.stringify([codeHash(listing), hash]));
  };
  const madeFrom = madeFromNow();
  const folder = keptOf(root);
  return {
    find(): Declared | null {
      const kept = readWhole(join(folder, NAME)) as { madeFrom: string; declared: Declared } | undefined;
      return kept?.madeFrom === madeFrom ? kept.declared : null;
    },
    keep(declared: Declared): void {
      const isThere = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
      // What was saved while the definitions were read may be of either state.
      if (isThere && madeFromNow() === madeFrom) writeWhole(folder, NAME, { madeFrom, declared });
    },
  };
}
