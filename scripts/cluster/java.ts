import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";

export interface Java {
  home: string;
  version: number;
}

/** Versions of Trino whose server is fetched, the newest first, each with the least Java that it runs on. */
const servers = [
  { trino: "476", java: 24 },
  { trino: "470", java: 23 },
] as const;
const usualPlaces = ["/usr/lib/jvm", "/Library/Java/JavaVirtualMachines"];

/** Every Java that is named by JAVA_HOME, on the path or in a usual place, the newest first. */
export function javas(): Java[] {
  const onPath = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, "java"));
  const installed = usualPlaces.flatMap((place) =>
    existsSync(place)
      ? readdirSync(place).flatMap((name) => [join(place, name), join(place, name, "Contents/Home")])
      : [],
  );
  const named = process.env["JAVA_HOME"];
  const programs = [...(named ? [named] : []), ...installed].map((home) => join(home, "bin/java"));
  const homes = [...programs, ...onPath].filter(existsSync).map((path) => dirname(dirname(realpathSync(path))));
  return [...new Set(homes)]
    .flatMap((home): Java[] => {
      const { stderr } = spawnSync(join(home, "bin/java"), ["-version"], { encoding: "utf8" });
      const version = /version "(\d+)/.exec(stderr)?.[1];
      return version === undefined ? [] : [{ home, version: Number(version) }];
    })
    .sort((a, b) => b.version - a.version);
}

export interface Chosen {
  trino: string;
  java: Java;
}

/** The newest Trino that a Java of this machine runs; else why there is none, in words. */
export function chosen(found = javas()): Chosen | string {
  const [java] = found;
  const fits = servers.find((server) => java !== undefined && java.version >= server.java);
  if (java !== undefined && fits !== undefined) return { trino: fits.trino, java };
  const sought = servers.map((server) => `Java ${server.java} for Trino ${server.trino}`).join(", or ");
  const has = found.length === 0 ? "none" : found.map(({ home, version }) => `Java ${version} in ${home}`).join(", ");
  return `looked for ${sought}, under JAVA_HOME, on the path and in ${usualPlaces.join(" and ")}; found ${has}`;
}

/** Whether Maven is there, with which the server is fetched. */
export const hasMaven = (): boolean => spawnSync("mvn", ["-v"], { stdio: "ignore" }).status === 0;

/** Fetches an artefact, through Maven's own store, where it stays, into a folder. */
async function fetched(name: string, version: string, kind: string, into: string): Promise<string> {
  const artefact = `io.trino:${name}:${version}:${kind}`;
  const options = ["-q", "-B", "dependency:copy", `-Dartifact=${artefact}`, `-DoutputDirectory=${into}`];
  await run("mvn", options, { timeout: MOST_MS });
  return join(into, `${name}-${version}.${kind}`);
}

const run = promisify(execFile);
/** Half a gigabyte is fetched. */
const MOST_MS = 600_000;

/** Unpacks the server without its connectors, and the one that reads Parquet, into a folder, unless they are there. */
export async function unpacked({ trino, java }: Chosen, into: string): Promise<string> {
  const server = join(into, `trino-server-core-${trino}`);
  if (existsSync(join(server, "plugin/hive"))) return server;
  rmSync(server, { recursive: true, force: true });
  const parts = join(into, "fetched");
  const [core, hive] = await Promise.all([
    fetched("trino-server-core", trino, "tar.gz", parts),
    fetched("trino-hive", trino, "zip", parts),
  ]);
  await run("tar", ["xzf", core, "-C", into]);
  const jar = join(java.home, "bin/jar");
  if (existsSync(jar)) await run(jar, ["xf", hive], { cwd: parts });
  else await run("unzip", ["-q", hive, "-d", parts]);
  mkdirSync(join(server, "plugin"), { recursive: true });
  renameSync(join(parts, `trino-hive-${trino}`), join(server, "plugin/hive"));
  rmSync(parts, { recursive: true });
  return server;
}
