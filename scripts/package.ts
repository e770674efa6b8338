import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Compiles src/ into a folder as the published package holds it: JavaScript, types, and the SQL files and browser scripts beside them. */
export function compileInto(folder: string, options: readonly string[] = []): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tsc = inRoot("node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", inRoot("tsconfig.build.json"), "--outDir", folder, ...options], {
    stdio: "inherit",
  });
  for (const part of ["ingest/sql", "report/script"])
    cpSync(inRoot(`src/${part}`), join(folder, part), { recursive: true });
}

/** Lays out the package as npm installs it: the compiled files with all that stands beside them. Returns its command. */
export function packInto(folder: string, options: readonly string[] = []): string {
  compileInto(join(folder, "dist"), options);
  for (const part of ["package.json", "bin", "schemas", "conformance", "clients", "templates"])
    cpSync(inRoot(part), join(folder, part), { recursive: true });
  return join(folder, "bin/tempcheck.js");
}
