import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Root of the repository, which is itself the project for Manchester. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

export const temporaryFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), "tempcheck-test-")));

/** Starts the command line as a user would. */
export function start(args: readonly string[], environment: Record<string, string> = {}, cwd = root): ChildProcess {
  return spawn(process.execPath, [join(root, "bin/tempcheck.js"), ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export function run(args: readonly string[], environment: Record<string, string> = {}, cwd = root): Promise<Ran> {
  const child = start(args, environment, cwd);
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr?.on("data", (chunk) => {
    err += String(chunk);
  });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

/** Copies the definitions and data of the repository's own project. */
export function copyProject(to: string): void {
  for (const part of ["tempcheck.yaml", "indicators", "data-raw"])
    cpSync(join(root, part), join(to, part), { recursive: true });
}

/** Hash of every file below a folder, by its path there. */
export function hashes(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(join(folder, file)))
          .digest("hex"),
      ]),
  );
}
