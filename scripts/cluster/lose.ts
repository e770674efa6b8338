import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { asked, type Cluster } from "./machines.ts";

const command = fileURLToPath(new URL("../../bin/tempcheck.js", import.meta.url));

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
}

/** What only the statement that adds rows up has in it. */
const SUMS = "#largest";

/** A build of a project by the command, and what is done while the engine is at a statement of it. */
export async function built(
  project: string,
  environment: Record<string, string>,
  meanwhile?: { origin: string; during?: string; act: (child: ReturnType<typeof spawn>) => void },
): Promise<Ended> {
  const out = join(project, "outputs/report");
  const child = spawn(process.execPath, [command, "build", "--fresh", "--out", out], {
    cwd: project,
    env: { ...process.env, ...environment },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
    });
  const ended = new Promise<Ended>((resolve) =>
    child.once("exit", (code, signal) => resolve({ code, signal, out: said })),
  );
  if (meanwhile !== undefined) {
    const { origin, during = "", act } = meanwhile;
    const running = `select count(*) from system.runtime.queries where state = 'RUNNING' and source = 'tempcheck' and query like '%${during}%'`;
    while (child.exitCode === null && child.signalCode === null) {
      const [row] = await asked(origin, running);
      if (Number(row?.[0]) > 0) {
        act(child);
        break;
      }
      await wait(20);
    }
  }
  return ended;
}

/** One hash of all that lies in a folder. */
export function hashOf(folder: string): string {
  const hash = createHash("sha256");
  for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
    if (statSync(join(folder, path)).isFile()) hash.update(path).update(readFileSync(join(folder, path)));
  return hash.digest("hex");
}

/** What a report says of itself: the hash of every file and table of it. The bytes of a database are not always the same. */
export const manifestOf = (folder: string): string => readFileSync(join(folder, "manifest.json"), "utf8");

/** Builds, kills a worker during the next build, and builds once more with those that are left. */
export async function loseAWorker(
  { coordinator, workers }: Cluster,
  project: string,
  environment: Record<string, string>,
): Promise<string[]> {
  const out = join(project, "outputs/report");
  const first = await built(project, environment);
  if (first.code !== 0) throw new Error(`the first build failed: ${first.out}`);
  const [before, manifest] = [hashOf(out), manifestOf(out)];
  const act = (): void => {
    workers[0]!.process.kill("SIGKILL");
  };
  const lost = await built(project, environment, { origin: coordinator.origin, during: SUMS, act });
  const after = hashOf(out);
  await left(coordinator.origin, workers.length - 1);
  const again = await built(project, environment);
  return [
    `a worker killed during the sums: the build ended with ${lost.code}`,
    ...lost.out.split("\n").filter((line) => /must:|found:|do:/.test(line)),
    `the last output ${before === after ? "stands as it was" : "WAS TOUCHED"}`,
    `built again on ${workers.length - 1} of ${workers.length} workers: ended with ${again.code}, ${manifestOf(out) === manifest ? "the same report" : "ANOTHER REPORT"}`,
  ];
}

/** Waits until a coordinator has noticed how many workers it has left. It may put this very question to the one that is lost. */
export async function left(origin: string, workers: number): Promise<void> {
  for (;;) {
    const rows = await asked(
      origin,
      "select count(*) from system.runtime.nodes where state = 'active' and not coordinator",
    ).catch((error: unknown) => {
      if (/^(PAGE_TRANSPORT|REMOTE|TOO_MANY_REQUESTS_FAILED|NO_NODES)/.test((error as Error).message)) return [];
      throw error;
    });
    if (Number(rows[0]?.[0]) === workers) return;
    await wait(500);
  }
}
