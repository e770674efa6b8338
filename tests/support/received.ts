import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type Dataset, datasetSchema } from "../../src/define/dataset.ts";
import { datasetFaults } from "../../src/define/dataset-references.ts";
import { readYaml } from "../../src/define/yaml-file.ts";
import { UserError } from "../../src/error.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { applyLookups } from "../../src/ingest/lookups.ts";
import { readPlain } from "../../src/ingest/plain.ts";
import { readRaw } from "../../src/ingest/raw.ts";
import { makeTable } from "../../src/ingest/table.ts";
import type { ReadingNote } from "../../src/results/reading-note.ts";

const about = {
  ...{ title: "D", publisher: "P", licence: "L", page: "https://example.org/d", period: "some years" },
  ...{ received: "2025-01-31", changes: "none" },
};
export const csv = { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8" };

const shownRow = ({ _file, _row, ...cells }: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [
      name,
      typeof cell === "bigint" ? Number(cell) : cell instanceof Date ? cell.toISOString().slice(0, 10) : cell,
    ]),
  );

async function rowsOf(database: BuildDatabase, dataset: string): Promise<Record<string, unknown>[]> {
  const rows = await database.rows(
    `select * from "data/${dataset}" order by _file, _row`,
    {},
    z.record(z.string(), z.unknown()),
  );
  return rows.map(shownRow);
}

/** What a dataset gives: its rows as objects of texts, or what is wrong, and what was done on the way. */
export interface Received {
  rows: Record<string, unknown>[];
  notes: ReadingNote[];
  faults: string;
}

/** Reads the files of a folder by what a definition says of them. */
export async function readDeclared(root: string, declared: object, files: readonly object[]): Promise<Received> {
  const columns = Object.keys((declared as { columns: object }).columns);
  const definition = { ...about, files, facts: { rows: 0, unique: columns.slice(0, 1) }, ...declared };
  const read = readYaml(JSON.stringify(definition), "dataset.yaml", datasetSchema);
  if ("faults" in read) return { rows: [], notes: [], faults: new UserError(read.faults).message };
  const dataset: Dataset = { ...read.value, id: "d", folder: "." };
  const { yaml } = read;
  const database = await BuildDatabase.open();
  try {
    const named = datasetFaults({ value: dataset, yaml }, []);
    if (named.length > 0) throw new UserError(named);
    let notes: ReadingNote[] = [];
    if (!(await readPlain(dataset, root, database))) {
      await readRaw(dataset, root, database);
      notes = await makeTable(dataset, root, database);
    }
    return { rows: await rowsOf(database, "d"), notes, faults: "" };
  } catch (error) {
    if (error instanceof UserError) return { rows: [], notes: [], faults: error.message };
    throw error;
  } finally {
    database.close();
  }
}

/** The same of files that are made for the test, by name. */
export async function readMade(
  declared: object,
  files: Readonly<Record<string, string | Uint8Array>>,
  more: (name: string) => object = () => ({}),
): Promise<Received> {
  const root = mkdtempSync(join(tmpdir(), "tempcheck-received-"));
  try {
    const list = Object.entries(files).map(([path, content]) => {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), content);
      return { path, sha256: createHash("sha256").update(content).digest("hex"), ...more(path) };
    });
    return await readDeclared(root, declared, list);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The rows of one of several datasets of a folder, with what it looks up in the others. */
export async function readLinked(
  root: string,
  declared: Readonly<Record<string, { path: string; columns: object; [key: string]: unknown }>>,
  wanted: string,
): Promise<Received> {
  const faults: string[] = [];
  const datasets = Object.entries(declared).flatMap(([id, { path, ...more }]) => {
    const columns = Object.keys(more.columns);
    const files = [{ path, sha256: "0".repeat(64) }];
    const definition = { ...about, files, facts: { rows: 0, unique: columns.slice(0, 1) }, ...more };
    const read = readYaml(JSON.stringify(definition), "dataset.yaml", datasetSchema);
    if ("faults" in read) faults.push(new UserError(read.faults).message);
    return "faults" in read ? [] : [{ value: { ...read.value, id, folder: "." } as Dataset, yaml: read.yaml }];
  });
  const database = await BuildDatabase.open();
  try {
    faults.push(
      ...datasets.flatMap((one) => datasetFaults(one, datasets)).map((fault) => new UserError([fault]).message),
    );
    if (faults.length > 0) return { rows: [], notes: [], faults: faults.join("\n") };
    const notes: ReadingNote[] = [];
    for (const { value } of datasets) {
      if (await readPlain(value, root, database)) continue;
      await readRaw(value, root, database);
      const own = await makeTable(value, root, database);
      if (value.id === wanted) notes.push(...own);
    }
    notes.push(...((await applyLookups(datasets, root, database)).get(wanted) ?? []));
    return { rows: await rowsOf(database, wanted), notes, faults: "" };
  } catch (error) {
    if (error instanceof UserError) return { rows: [], notes: [], faults: error.message };
    throw error;
  } finally {
    database.close();
  }
}
