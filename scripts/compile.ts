/** Compiles src/ to dist/ for the published package: JavaScript, types, and the SQL files beside them. */
import { execFileSync } from "node:child_process";
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(inRoot("dist"), { recursive: true, force: true });
execFileSync(process.execPath, [inRoot("node_modules/typescript/bin/tsc"), "-p", inRoot("tsconfig.build.json")], {
  stdio: "inherit",
});
cpSync(inRoot("src/ingest/sql"), inRoot("dist/ingest/sql"), { recursive: true });
