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
import { readPlain } from "../../src/ingest/plain.ts";
import { readRaw } from "../../src/ingest/raw.ts";
import { makeTable } from "../../src/ingest/table.ts";
import type { ReadingNote } from "../../src/results/reading-note.ts";

const about = {
  ...{ title: "D", publisher: "P", licence: "L", page: "https://example.org/d", period: "some years" },
  ...{ received: "2025-01-31", changes: "none" },
};
export const csv = { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8" };

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
    const rows = await database.rows(
      'select * from "data/d" order by _file, _row',
      {},
      z.record(z.string(), z.unknown()),
    );
    const shown = rows.map(({ _file, _row, ...cells }) =>
      Object.fromEntries(
        Object.entries(cells).map(([name, cell]) => [
          name,
          typeof cell === "bigint" ? Number(cell) : cell instanceof Date ? cell.toISOString().slice(0, 10) : cell,
        ]),
      ),
    );
    return { rows: shown, notes, faults: "" };
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
