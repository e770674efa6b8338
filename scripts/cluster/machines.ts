import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Chosen } from "./java.ts";
import type { Security } from "./security.ts";

export interface Machine {
  /** Address on the loopback. */
  origin: string;
  process: ChildProcess;
}

export interface Cluster {
  coordinator: Machine;
  workers: Machine[];
  /** Address of the coordinator over TLS, where callers prove who they are; null where there is none. */
  secureOrigin: string | null;
  /** Ends every machine and waits for it. */
  stop(): Promise<void>;
}

interface Wanted extends Chosen {
  /** Folder of the unpacked server. */
  server: string;
  /** Folder for what the machines write, and for their tables. */
  folder: string;
  workers: number;
  /** Memory of each machine that works, in megabytes. */
  heap: number;
  /** A second address of the coordinator, over TLS; the first stays as it is, for the machines among themselves. */
  security?: Security;
  /** What else the coordinator is told, and the files that it is told of, by their names. */
  more?: { properties: Record<string, string>; files?: Record<string, string> };
}

/** The part of a folder that tables lie in. */
export const lakeIn = (folder: string): string => join(folder, "lake");

const START_MS = 600_000;
/** Enough for a coordinator that leaves the work to others. */
const COORDINATOR_MB = 2_000;
/** The part of a machine's memory that a query may have. */
const QUERY_SHARE = 0.7;

/** Starts one coordinator and its workers on the loopback alone; where there is no worker the coordinator does the work. */
export async function started(wanted: Wanted): Promise<Cluster> {
  mkdirSync(lakeIn(wanted.folder), { recursive: true });
  const [port, securePort, ...others] = await freePorts(2 + wanted.workers);
  const shared = { coordinator: port!, securePort: securePort! };
  const coordinator = machine(wanted, { ...shared, name: "coordinator", port: port! });
  const workers = others.map((own, i) => machine(wanted, { ...shared, name: `worker-${i + 1}`, port: own }));
  const all = [coordinator, ...workers];
  const stop = async (): Promise<void> => {
    await Promise.all(all.map(ended));
  };
  // Whoever ends this process ends the machines with it.
  const kill = (): void => {
    for (const { process: one } of all) one.kill("SIGKILL");
  };
  process.once("exit", kill);
  process.once("SIGTERM", () => process.exit(1));
  try {
    await ready(coordinator, wanted);
    return {
      ...{ coordinator, workers },
      secureOrigin: wanted.security === undefined ? null : `https://${wanted.security.host}:${securePort}`,
      stop: async () => {
        await stop();
        process.removeListener("exit", kill);
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function machine(
  { java, server, folder, heap: each, workers, security, more }: Wanted,
  { name, port, coordinator, securePort }: { name: string; port: number; coordinator: number; securePort: number },
): Machine {
  const home = join(folder, name);
  mkdirSync(join(home, "catalog"), { recursive: true });
  const isCoordinator = port === coordinator;
  const heap = isCoordinator && workers > 0 ? Math.min(each, COORDINATOR_MB) : each;
  write(join(home, "config.properties"), {
    coordinator: String(isCoordinator),
    ...(isCoordinator && { "node-scheduler.include-coordinator": String(workers === 0) }),
    "node.bind-ip": "127.0.0.1",
    "node.internal-address": "127.0.0.1",
    "http-server.http.port": String(port),
    "discovery.uri": `http://127.0.0.1:${coordinator}`,
    // Machines of a cluster in which callers prove who they are prove it to one another.
    ...(security && { "internal-communication.shared-secret": security.secret }),
    ...(security &&
      isCoordinator && {
        "http-server.https.enabled": "true",
        "http-server.https.port": String(securePort),
        "http-server.https.keystore.path": security.keystore,
        "http-server.https.keystore.key": security.password,
        "http-server.authentication.type": "JWT,PASSWORD",
        "http-server.authentication.jwt.key-file": security.tokenKey,
        "password-authenticator.config-files": join(home, "password-authenticator.properties"),
        "http-server.authentication.allow-insecure-over-http": "true",
      }),
    ...(isCoordinator && more?.properties),
    "query.max-memory-per-node": `${Math.floor(heap * QUERY_SHARE)}MB`,
    "query.max-memory": `${Math.floor(each * QUERY_SHARE) * Math.max(workers, 1)}MB`,
    "memory.heap-headroom-per-node": `${Math.floor(heap * 0.2)}MB`,
    "task.concurrency": "2",
    // A machine that is gone is given up after seconds, not after minutes.
    "query.remote-task.max-error-duration": "10s",
    "exchange.max-error-duration": "10s",
    "exchange.client-threads": "4",
  });
  if (isCoordinator)
    for (const [path, text] of Object.entries(more?.files ?? {})) {
      mkdirSync(dirname(join(home, path)), { recursive: true });
      writeFileSync(join(home, path), text);
    }
  if (security && isCoordinator)
    write(join(home, "password-authenticator.properties"), {
      "password-authenticator.name": "file",
      "file.password-file": security.passwords,
    });
  write(join(home, "catalog/lake.properties"), {
    "connector.name": "hive",
    "hive.metastore": "file",
    "hive.metastore.catalog.dir": "local:///",
    "fs.native-local.enabled": "true",
    "local.location": lakeIn(folder),
    "hive.security": "allow-all",
  });
  const log = openSync(join(home, "server.log"), "w");
  const options = [
    `-Xmx${heap}m`,
    "-XX:+UseG1GC",
    // The faster of the two compilers alone starts a server that lives for minutes in half the time.
    ...(heap < 2000 ? ["-XX:TieredStopAtLevel=1"] : []),
    "--add-modules=jdk.incubator.vector",
    "--enable-native-access=ALL-UNNAMED",
    `-Dconfig=${join(home, "config.properties")}`,
    "-Dnode.environment=tempcheck",
    // Nobody's own zone: what hangs on that of the engine shows.
    "-Duser.timezone=Pacific/Chatham",
    `-Dnode.id=${name}`,
    `-Dnode.data-dir=${join(home, "data")}`,
    `-Dplugin.dir=${join(server, "plugin")}`,
    `-Dcatalog.config-dir=${join(home, "catalog")}`,
  ];
  const process = spawn(
    join(java.home, "bin/java"),
    [...options, "-cp", join(server, "lib/*"), "io.trino.server.TrinoServer"],
    {
      cwd: home,
      stdio: ["ignore", log, log],
    },
  );
  return { origin: `http://127.0.0.1:${port}`, process };
}

const write = (path: string, properties: Record<string, string>): void =>
  writeFileSync(
    path,
    Object.entries(properties)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );

/** Waits until the coordinator answers and knows every worker. */
async function ready({ origin, process }: Machine, { folder, workers }: Wanted): Promise<void> {
  const until = Date.now() + START_MS;
  while (Date.now() < until) {
    if (process.exitCode !== null)
      throw new Error(`the coordinator ended: ${lastOf(join(folder, "coordinator/server.log"))}`);
    if ((await nodesOf(origin).catch(() => 0)) >= Math.max(workers, 1)) return;
    await wait(500);
  }
  throw new Error(`no cluster after ${START_MS / 1000} seconds: ${lastOf(join(folder, "coordinator/server.log"))}`);
}

/** How many machines take work. */
async function nodesOf(origin: string): Promise<number> {
  const info = (await (await fetch(`${origin}/v1/info`)).json()) as { starting: boolean };
  if (info.starting) return 0;
  const [row] = await asked(
    origin,
    "select count(*) from system.runtime.nodes where state = 'active' and (not coordinator or (select count(*) from system.runtime.nodes) = 1)",
  );
  return Number(row?.[0] ?? 0);
}

/** Puts a statement to a coordinator as its administrator, and gives the rows. */
export async function asked(origin: string, sql: string): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  const options = { method: "POST", body: sql, headers: { "X-Trino-User": "admin" } };
  let answer = (await (await fetch(`${origin}/v1/statement`, options)).json()) as Page;
  for (;;) {
    if (answer.error) throw new Error(`${answer.error.errorName}: ${answer.error.message}\n${sql}`);
    rows.push(...(answer.data ?? []));
    if (answer.nextUri === undefined) return rows;
    answer = (await (await fetch(answer.nextUri)).json()) as Page;
  }
}
interface Page {
  nextUri?: string;
  data?: unknown[][];
  error?: { errorName: string; message: string };
}

async function ended({ process }: Machine): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => process.once("exit", () => resolve()));
  process.kill("SIGTERM");
  await Promise.race([gone, wait(15_000, undefined, { ref: false })]);
  process.kill("SIGKILL");
  await gone;
}

const lastOf = (path: string): string => readFileSync(path, "utf8").trim().split("\n").slice(-5).join("\n");

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  await Promise.all(servers.map((one) => new Promise((resolve) => one.once("listening", resolve))));
  const ports = servers.map((one) => (one.address() as { port: number }).port);
  await Promise.all(servers.map((one) => new Promise((resolve) => one.close(resolve))));
  return ports;
}
