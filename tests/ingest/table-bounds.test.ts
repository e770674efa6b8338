import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { Dictionary, Int8, makeData, makeVector, Table, tableToIPC, Utf8, vectorFromArray } from "apache-arrow";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArrow } from "../../src/ingest/arrow-file.ts";
import { csvFaults } from "../../src/ingest/csv-faults.ts";
import { csvHeader } from "../../src/ingest/csv-file.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { readParquet } from "../../src/ingest/parquet-file.ts";
import type { CsvFile, RawFile } from "../../src/ingest/raw-file.ts";
import { temporaryFolder } from "../support/command.ts";

const folder = temporaryFolder();
let database: BuildDatabase;
beforeAll(async () => {
  database = await BuildDatabase.open();
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const file = (name: string, columns: string[]): RawFile =>
  ({
    path: join(folder, name),
    name,
    index: 0,
    columns,
    format: { header_row: 1, header_rows: 1 },
    dataset: { columns: {} },
  }) as unknown as RawFile;

/** A Parquet file of what a query gives. */
async function parquet(name: string, sql: string): Promise<RawFile> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (${sql}) to '${join(folder, name)}' (format parquet, compression zstd)`);
  connection.closeSync();
  instance.closeSync();
  return file(name, ["a"]);
}

const texts = (count: number, length: number) =>
  new Table({
    a: makeVector(
      makeData({
        type: new Dictionary(new Utf8(), new Int8(), 0),
        length: count,
        data: new Int8Array(count),
        dictionary: vectorFromArray(["A".repeat(length)], new Utf8()),
      }),
    ),
  });

describe("a small file", () => {
  it("in Parquet stands for at most five million rows", async () => {
    const one = await parquet("rows.parquet", "select 'A' as a from range(5000001)");
    await expect(readParquet(one, "t", database)).rejects.toThrow(/at most 5000000 rows or cells(.|\n)*found: 5000001/);
  });

  it("in Parquet stands for at most 256 MB of text", async () => {
    const one = await parquet("text.parquet", "select repeat('A', 100000) as a from range(3000)");
    await expect(readParquet(one, "t", database)).rejects.toThrow(/bytes of text(.|\n)*found: 300000000/);
  });

  it("in Arrow stands for at most 256 MB of text", async () => {
    writeFileSync(join(folder, "text.arrow"), tableToIPC(texts(30_000, 10_000), "file"));
    await expect(readArrow(file("text.arrow", ["a"]), "t", database)).rejects.toThrow(
      /at most 268435456 bytes of text/,
    );
  });

  it("in CSV has at most ten thousand columns, and lines of two million characters", () => {
    const format = { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8", header_row: 1, header_rows: 1 };
    const csv = { ...file("a.csv", ["a", "b"]), format } as CsvFile;
    writeFileSync(csv.path, `a,b${",c".repeat(10_000)}\n`);
    expect(() => csvHeader(csv)).toThrow(/at most 10000 columns(.|\n)*found: 10002/);
    writeFileSync(csv.path, `a,b\n1,${"2".repeat(3e6)}\n`);
    expect(csvFaults(csv)).toMatchObject([{ where: { line: 2 }, must: "lines of at most 2000000 characters" }]);
  });
});
