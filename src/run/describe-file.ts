import { statSync } from "node:fs";
import { basename } from "node:path";
import { UserError } from "../error.ts";
import { described, type Table } from "../ingest/described.ts";
import { gridsOf } from "../ingest/grids.ts";
import { sha256Of } from "../ingest/raw.ts";
import type { Description } from "../results/description.ts";

/** What is in a file that nobody has declared yet. Nothing of it is used: it helps to write a dataset.yaml. */
export async function describeFile(file: string): Promise<Description> {
  const { tables, ...about } = await lookedAt(file);
  return { ...about, tables: tables.map(({ table }) => table) };
}

/** The same, with the rows of each table. */
export async function lookedAt(file: string): Promise<Omit<Description, "tables"> & { tables: Table[] }> {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size === 0)
    throw new UserError({
      where: { file },
      must: "a file that holds something",
      found: stat === undefined ? "no such file" : stat.isFile() ? "an empty file" : "no plain file",
      fix: "name another",
    });
  const { format, grids, links } = await gridsOf(file);
  const sha256 = await sha256Of(file);
  return { file: basename(file), bytes: stat.size, sha256, format, links, tables: grids.map(described) };
}
