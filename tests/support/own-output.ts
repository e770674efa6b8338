import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A manifest as a build writes it, of files that a test makes up. */
export const manifestOf = (paths: readonly string[]): string =>
  JSON.stringify({
    format: "tempcheck.manifest.v1",
    build: "0123456789ab",
    title: "Sampleton",
    year: 2026,
    method: "2.0",
    previous: null,
    versions: {},
    definitions: [],
    inputs: [],
    outputs: paths.map((path) => ({ path, sha256: "0" })),
    database: { path: "data/tempcheck.duckdb", tables: [] },
  });

/** Writes files by their path below a folder, with the folders that they need. */
export function lay(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
