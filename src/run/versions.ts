import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

const versionIn = (file: string | URL): string =>
  (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;

/** Version of this program. */
export const version = (): string => versionIn(new URL("../../package.json", import.meta.url));

/** Version of an installed package, found from its main file upwards. */
function packageVersion(name: string): string {
  let folder = dirname(require.resolve(name));
  for (;;) {
    const file = join(folder, "package.json");
    try {
      const found = JSON.parse(readFileSync(file, "utf8")) as { name?: string; version?: string };
      if (found.name === name && found.version) return found.version;
    } catch {
      // Not here; look further up.
    }
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`${name} has no package.json`);
    folder = parent;
  }
}

/** Versions of everything whose figures or drawing end up in the outputs. */
export const versions = (): Record<string, string> => ({
  tempcheck: version(),
  node: process.versions.node,
  duckdb: packageVersion("@duckdb/node-api"),
  vega: packageVersion("vega"),
  "vega-lite": packageVersion("vega-lite"),
});
