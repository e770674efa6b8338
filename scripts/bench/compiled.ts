import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Compiles the package as it is published into a folder of its own, because tsx slows every function that is made. */
export function compiled(): string {
  const folder = inRoot("node_modules/.cache/tempcheck-bench");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const tsc = inRoot("node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", inRoot("tsconfig.build.json"), "--outDir", folder], { stdio: "inherit" });
  return folder;
}
