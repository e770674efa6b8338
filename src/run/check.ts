import { resolve } from "node:path";
import type { Earlier } from "../assess/printed-counts.ts";
import type { ComparedBuild } from "../compare/previous.ts";
import type { BuildDatabase } from "../ingest/database.ts";
import type { Checked } from "./checked.ts";
import { compute } from "./compute.ts";
import { isKept } from "./kept-figures.ts";
import { keptOf } from "./known-declared.ts";
import { type Log, opened, type RunOptions } from "./opened.ts";
import { readPrevious } from "./read-previous.ts";
import { before } from "./unchanged.ts";

export interface CheckOptions extends RunOptions {
  /** Folder of an earlier output: what it tells is known. */
  previous?: string | undefined;
}

/** Everything short of rendering. */
export async function check(options: CheckOptions, log: Log): Promise<Checked> {
  const folder = keptOf(resolve(options.project));
  const begun = isKept(folder) ? { ...before(options), folder } : null;
  const earlier = await earlierIn(options.previous === undefined ? null : readPrevious(options.previous));
  const project = opened({ ...options, earlier }, log);
  let database: BuildDatabase | undefined;
  try {
    const checked = await compute(project, begun, log, async () => {
      const [{ BuildDatabase }, { confine }] = await Promise.all([
        import("../ingest/database.ts"),
        import("./compute-anew.ts"),
      ]);
      database = await BuildDatabase.open();
      await confine(database, project, []);
      return database;
    });
    project.known?.save(project.definitions);
    return checked;
  } finally {
    database?.close();
  }
}

/** Nothing is known where there is no earlier edition. */
export async function earlierIn(previous: ComparedBuild | null): Promise<Earlier> {
  if (previous === null) return () => null;
  const { earlierCounts } = await import("./earlier-counts.ts");
  return earlierCounts(previous.results);
}
