import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { told } from "../../src/catalogue/told.ts";
import { csv } from "../../src/csv/write.ts";
import { tables } from "../../src/export/all-tables.ts";
import { check } from "../../src/run/check.ts";

const CLI = fileURLToPath(new URL("../../bin/tempcheck.js", import.meta.url));

/** The real command, as a publisher runs it. */
export function build(project: string, out: string, previous: string | null): Promise<void> {
  const args = [CLI, "build", "--quiet", "--project", project, "--out", out];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, previous === null ? args : [...args, "--previous", previous], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`build of ${project} ended with ${code}`))));
  });
}

/** results.json and the whole report's CSV alone, by the same code, without charts and pages. */
export async function buildData(project: string, out: string, previous: string | null): Promise<void> {
  const { results } = await check({ project, ...(previous !== null && { previous }) }, () => undefined);
  mkdirSync(join(out, "data"), { recursive: true });
  const text = JSON.stringify(told(results));
  writeFileSync(join(out, "data/results.json"), text);
  // The next edition takes it for the earlier one.
  const sha256 = createHash("sha256").update(text).digest("hex");
  const outputs = [{ path: "data/results.json", sha256 }];
  const about = { format: "tempcheck.manifest.v1", build: "data", versions: {}, definitions: [], inputs: [], outputs };
  writeFileSync(join(out, "manifest.json"), JSON.stringify(about));
  for (const { name, fields, rows } of tables(results))
    writeFileSync(join(out, "data", `${name}.csv`), csv(Object.keys(fields), rows));
}
