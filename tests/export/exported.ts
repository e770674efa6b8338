import { readFileSync } from "node:fs";
import { join } from "node:path";
import { told } from "../../src/catalogue/told.ts";
import { tables } from "../../src/export/all-tables.ts";
import type { Parquet } from "../../src/export/data-files.ts";
import { type Downloads, exportResults, exportTables, type Put } from "../../src/export/export.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { temporaryFolder } from "../support/command.ts";
import { sampleton } from "../support/fixture.ts";

export type Results = typeof sampleton;

export interface Exported {
  files: { path: string; content: string | Uint8Array }[];
  downloads: Downloads;
}

/** The data of a report, made with a real DuckDB. */
export async function exported(results: Results = sampleton): Promise<Exported> {
  const database = await BuildDatabase.open();
  try {
    const folder = temporaryFolder();
    const whole = tables(results);
    const files: Exported["files"] = [];
    const parquet: Parquet = async (path, table, texts) => {
      const file = join(folder, path.replaceAll("/", "_"));
      await database.saveParquet(file, table, texts);
      return readFileSync(file);
    };
    const exporting = { results, written: told(results), whole, build: "b1d" };
    const put: Put = (file) => void files.push(file);
    const offered = await database.saveTables(join(folder, "tempcheck.duckdb"), whole, () =>
      exportTables(exporting, { parquet, put }),
    );
    const downloads = exportResults(exporting, { offered, put });
    return { downloads, files };
  } finally {
    database.close();
  }
}

export const contentAt = ({ files }: Pick<Exported, "files">, path: string): string | Uint8Array => {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Error(`no file ${path}`);
  return file.content;
};
