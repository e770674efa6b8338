import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { once } from "../../support/once.ts";
import { renderedSampleton } from "../../support/rendered.ts";

/** Folder with the report of a made-up small place, written once a run. */
export const writtenSampleton = (): Promise<string> =>
  once("written-sampleton", async (to) => {
    for (const { path, content } of await renderedSampleton()) {
      mkdirSync(dirname(join(to, path)), { recursive: true });
      writeFileSync(join(to, path), content);
    }
  });
