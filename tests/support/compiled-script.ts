import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { packedCommand, root } from "./command.ts";
import { once } from "./once.ts";

/**
 * A script of scripts/ as JavaScript, by its path there, compiled once a run. What computes for minutes takes a third
 * longer as tsx runs it, which wraps each function to keep its name. The command that it starts is the package's.
 */
export async function compiledScript(path: string): Promise<string> {
  const command = await packedCommand();
  const folder = await once("scripts", async (to) => {
    mkdirSync(to, { recursive: true });
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "false", "--incremental", "false", "--noCheck", "--rootDir", root, "--outDir", to];
    execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.json"), ...options], { stdio: "inherit" });
    for (const part of ["ingest/sql", "report/script"])
      cpSync(join(root, "src", part), join(to, "src", part), { recursive: true });
    cpSync(join(root, "package.json"), join(to, "package.json"));
    for (const part of ["bin", "schemas", "conformance", "clients", "templates"])
      symlinkSync(join(dirname(command), "..", part), join(to, part));
  });
  return join(folder, "scripts", path.replace(/\.ts$/, ".js"));
}
