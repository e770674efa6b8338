/** Compiles src/ to dist/ for the published package: JavaScript, types, and the SQL files and browser scripts beside them. */
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(inRoot("dist"), { recursive: true, force: true });
execFileSync(process.execPath, [inRoot("node_modules/typescript/bin/tsc"), "-p", inRoot("tsconfig.build.json")], {
  stdio: "inherit",
});
for (const folder of ["ingest/sql", "render/script"])
  cpSync(inRoot(`src/${folder}`), inRoot(`dist/${folder}`), { recursive: true });
