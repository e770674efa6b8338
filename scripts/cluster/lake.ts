import { linkSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { asked, type Cluster, lakeIn } from "./machines.ts";
import { type People, peopleTypes } from "./people.ts";

export const table = { engine: "trino", catalog: "lake", schema: "health", table: "records" } as const;

interface Laid {
  files: readonly string[];
  name: string;
  /** Types of the columns, as Trino has them. */
  types: Readonly<Record<string, string>>;
}

/** Lays files into the lake of a cluster, without copying them, and declares a table of them. */
export async function layTable(
  { coordinator }: Pick<Cluster, "coordinator">,
  folder: string,
  { files, name, types }: Laid,
): Promise<void> {
  const at = join(lakeIn(folder), "health", name);
  mkdirSync(at, { recursive: true });
  for (const path of files) linkSync(path, join(at, basename(path)));
  const columns = Object.entries(types).map(([column, type]) => `${column} ${type}`);
  await asked(coordinator.origin, "create schema if not exists lake.health");
  await asked(
    coordinator.origin,
    `create table lake.health.${name} (${columns.join(", ")}) with (external_location = 'local:///health/${name}', format = 'PARQUET')`,
  );
}

/** The same of the people. */
export const layInLake = (cluster: Pick<Cluster, "coordinator">, folder: string, { files }: People): Promise<void> =>
  layTable(cluster, folder, { files, name: table.table, types: peopleTypes });
