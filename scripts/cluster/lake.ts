import { linkSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { asked, type Cluster, lakeIn } from "./machines.ts";
import { type People, peopleTypes } from "./people.ts";

export const table = { engine: "trino", catalog: "lake", schema: "health", table: "records" } as const;

/** Lays the files into the lake of a cluster, without copying them, and declares a table of them. */
export async function layInLake(
  { coordinator }: Pick<Cluster, "coordinator">,
  folder: string,
  { files }: People,
): Promise<void> {
  const at = join(lakeIn(folder), "health", "records");
  mkdirSync(at, { recursive: true });
  for (const path of files) linkSync(path, join(at, basename(path)));
  const columns = Object.entries(peopleTypes).map(([name, type]) => `${name} ${type}`);
  await asked(coordinator.origin, "create schema if not exists lake.health");
  await asked(
    coordinator.origin,
    `create table lake.health.records (${columns.join(", ")}) with (external_location = 'local:///health/records', format = 'PARQUET')`,
  );
}
