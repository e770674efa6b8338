/**
 * Trino on this machine: one coordinator and its workers on the loopback address, over made-up people. Options:
 * --rows 1000000, --workers 0,1,2 (each in turn; none where it is empty), --heap 1500 (megabytes of each machine that works), --rounds 2, --files (DuckDB alone on the
 * same rows, and whether the results are the same), --csv (DuckDB alone on a CSV of them), --lose (a worker is killed
 * during a build), --people FOLDER (the rows are left there, and taken from there the next time), --keep (the cluster stays until it is interrupted).
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chosen, hasMaven, unpacked } from "./java.ts";
import { layInLake, table } from "./lake.ts";
import { loseAWorker } from "./lose.ts";
import { asked, type Cluster, lakeIn, started } from "./machines.ts";
import { makePeople, type People, sha256Of, writePeopleProject } from "./people.ts";

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000" },
    workers: { type: "string", default: "2" },
    heap: { type: "string", default: "1500" },
    rounds: { type: "string", default: "2" },
    people: { type: "string" },
    files: { type: "boolean", default: false },
    csv: { type: "boolean", default: false },
    lose: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
});
const ROWS = Number(values.rows);
const say = (text: string): void => console.log(text);
const load = (): string => `load ${loadavg()[0]!.toFixed(1)}`;

interface Taken {
  seconds: number;
  /** Seconds of the processor, which a busy machine does not lengthen as much. */
  processor: number;
  peak: number;
  /** Hash of the results but for what names the input. */
  results: string;
}

/** Everything short of drawing, in a process of its own. */
async function taken(project: string, environment: Record<string, string> = {}): Promise<Taken> {
  const path = join(project, "results.json");
  const script = fileURLToPath(new URL("child.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, project, path], {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString("utf8");
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`${basename(script)} ended with ${code}`);
  const results = createHash("sha256").update(readFileSync(path)).digest("hex");
  return { ...(JSON.parse(out) as Omit<Taken, "results">), results };
}

const told = (what: string, { seconds, processor, peak, results }: Taken): void =>
  say(
    `${what.padEnd(88)} ${seconds.toFixed(1).padStart(8)} s, ${processor.toFixed(1)} s of processor here,  ${(peak / 1e6).toFixed(0).padStart(6)} MB  results ${results.slice(0, 16)}  ${load()}`,
  );

/** Seconds from the first statement of the last round to the end of its last one, by the engine's own clock. */
async function onEngine(origin: string): Promise<number> {
  const [row] = await asked(
    origin,
    `select date_diff('millisecond', min(created), max("end")) from system.runtime.queries
     where source = 'tempcheck' and created >= (select max(created) from system.runtime.queries where source = 'tempcheck' and query like '%information_schema%')`,
  );
  return Number(row?.[0]) / 1000;
}

/** The most memory that a query of the tool took on all machines together, in megabytes. */
async function peakOnEngine(origin: string): Promise<number> {
  const answer = await fetch(`${origin}/v1/query`, { headers: { "X-Trino-User": "admin" } });
  const queries = (await answer.json()) as Queried[];
  return Math.max(...queries.filter(({ session }) => session.source === "tempcheck").map(peakOf));
}
interface Queried {
  session: { source?: string };
  queryStats: { peakTotalMemoryReservation: string };
}
const units: Readonly<Record<string, number>> = { B: 1e-6, kB: 1e-3, MB: 1, GB: 1e3, TB: 1e6 };
function peakOf({ queryStats: { peakTotalMemoryReservation: peak } }: Queried): number {
  const [, size, unit = ""] = /^([\d.]+)([kMGT]?B)$/.exec(peak) ?? [];
  const factor = units[unit];
  if (factor === undefined) throw new Error(`a size that is not known: ${peak}`);
  return Number(size) * factor;
}

async function onFiles(folder: string, people: People, form: "parquet" | "csv"): Promise<Taken> {
  const project = join(folder, `project-${form}`);
  const data = join(project, "data-raw/people");
  const own = await makePeople(data, people.rows, { form });
  const files = await Promise.all(
    own.files.map(async (path) => ({ path: basename(path), sha256: await sha256Of(path) })),
  );
  writePeopleProject(project, people, { files, form });
  try {
    return await taken(project);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const choice = chosen();
if (typeof choice === "string" || !hasMaven()) {
  say(`no cluster: ${typeof choice === "string" ? choice : "looked for Maven as mvn on the path; found none"}`);
  process.exit(1);
}
const cache = fileURLToPath(new URL("../../node_modules/.cache/tempcheck-cluster", import.meta.url));
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "tempcheck-cluster-"));
let cluster: Cluster | null = null;
try {
  say(
    `Trino ${choice.trino} on Java ${choice.java.version} in ${choice.java.home}; ${ROWS.toLocaleString("en-GB")} rows; ${load()}`,
  );
  const server = await unpacked(choice, cache);
  const people = await makePeople(values.people ?? join(folder, "people"), ROWS);
  const results = new Set<string>();
  for (const workers of values.workers
    .split(",")
    .filter((one) => one !== "")
    .map(Number)) {
    const own = join(folder, `with-${workers}`);
    cluster = await started({ ...choice, server, folder: own, workers, heap: Number(values.heap) });
    await layInLake(cluster, own, people);
    const project = writePeopleProject(join(own, "project"), people, table);
    const environment = { TEMPCHECK_TRINO_URL: cluster.coordinator.origin, TEMPCHECK_TRINO_USER: "analyst" };
    // The first answer of a server that has just started is slow.
    for (let round = 1; round <= Number(values.rounds); round++) {
      const one = await taken(project, environment);
      results.add(one.results);
      const seconds = await onEngine(cluster.coordinator.origin);
      const peak = await peakOnEngine(cluster.coordinator.origin);
      told(
        `Trino, ${workers === 0 ? "the coordinator alone" : workers === 1 ? "one worker" : `${workers} workers`}, round ${round}, of which ${seconds.toFixed(1)} s and at most ${peak.toFixed(0)} MB on the engine`,
        one,
      );
    }
    if (values.lose && workers === 2) for (const line of await loseAWorker(cluster, project, environment)) say(line);
    if (values.keep) {
      say(
        `TEMPCHECK_TRINO_URL=${cluster.coordinator.origin} TEMPCHECK_TRINO_USER=analyst, a project in ${project}; interrupt to end it`,
      );
      await new Promise((resolve) => process.once("SIGINT", resolve));
    }
    await cluster.stop();
    cluster = null;
    rmSync(lakeIn(own), { recursive: true, force: true });
  }
  for (const form of [...(values.files ? ["parquet" as const] : []), ...(values.csv ? ["csv" as const] : [])]) {
    const one = await onFiles(folder, people, form);
    results.add(one.results);
    told(`DuckDB alone, ${form}`, one);
  }
  say(
    results.size === 1
      ? "every one gave the same results, to the last digit"
      : `the results differ: ${[...results].join(", ")}`,
  );
  if (results.size > 1) process.exitCode = 1;
} finally {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
}
