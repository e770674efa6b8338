import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packInto } from "../../scripts/package.ts";
import { once } from "./once.ts";

/** Root of the repository, which is itself the project for Manchester. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

export const temporaryFolder = (): string => realpathSync(mkdtempSync(join(tmpdir(), "tempcheck-test-")));

/** The command line of a checkout, which runs the sources. */
export const checkoutCommand = join(root, "bin/tempcheck.js");

/**
 * The command line of the package as it is published, compiled once a run; it starts in a sixth of the time that sources
 * take. Types are left to `npm run types`.
 */
export async function packedCommand(): Promise<string> {
  const folder = await once("packed", async (to) => {
    packInto(to, ["--noCheck", "--declaration", "false"]);
  });
  return join(folder, "bin/tempcheck.js");
}

export interface Where {
  environment?: Record<string, string>;
  cwd?: string;
  /** Text for standard input, which is closed where there is none. */
  input?: string;
  command?: string;
}

/** Starts the command line as a user would. */
export async function start(args: readonly string[], where: Where = {}): Promise<ChildProcess> {
  const command = where.command ?? (await packedCommand());
  const child = spawn(process.execPath, [command, ...args], {
    cwd: where.cwd ?? root,
    env: { ...process.env, NO_COLOR: "1", ...where.environment },
    stdio: [where.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  // A command that refuses its arguments may end before it has read its input.
  child.stdin?.on("error", () => {});
  child.stdin?.end(where.input);
  return child;
}

export interface Ran {
  code: number | null;
  out: string;
  err: string;
}

export async function run(args: readonly string[], where: Where = {}): Promise<Ran> {
  const child = await start(args, where);
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
