import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { type Manifest, manifestSchema, sha256 } from "../src/export/manifest.ts";
import { hashes, temporaryFolder } from "./support/command.ts";
import { buildCopy, builtManchester } from "./support/manchester.ts";
import { asStored } from "./support/stored.ts";

const DATABASE = "data/tempcheck.duckdb";

/** Hash of a table as it stands in the file, in the order of its rows. */
async function storedHash(path: string, table: string): Promise<string> {
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(`select * from "${table}"`);
  const lines = [
    JSON.stringify(reader.columnNames()),
    ...reader.getRowsJS().map((row) => JSON.stringify(row.map(asStored))),
  ];
  connection.closeSync();
  instance.closeSync();
  return sha256(lines.join("\n"));
}

describe("two builds in different folders, time zones and locales", () => {
  const outputs: string[] = [];
  const manifests: Manifest[] = [];

  beforeAll(async () => {
    const folder = temporaryFolder();
    await buildCopy(folder, { TZ: "America/Los_Angeles", LANG: "C", LC_ALL: "C" });
    outputs.push(join(folder, "outputs/2026"), await builtManchester());
    for (const output of outputs)
      manifests.push(manifestSchema.parse(JSON.parse(readFileSync(join(output, "manifest.json"), "utf8"))));
  });

  it("give the same bytes in every file but the database", () => {
    const [first, second] = outputs.map((output) => {
      const { [DATABASE]: database, ...rest } = hashes(output);
      expect(database).toBeDefined();
      return rest;
    });
    expect(Object.keys(first!).length).toBeGreaterThan(100);
    expect(second).toEqual(first);
  });

  it("give databases with the same rows in the same order, as the manifest says", async () => {
    const { tables } = manifests[0]!.database;
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["figure", "observation", "estimate", "gap", "change", "verdict", "source"]),
    );
    for (const output of outputs)
      for (const { name, sha256: expected } of tables)
        expect(await storedHash(join(output, DATABASE), name), name).toBe(expected);
  });

  it("list every file in the manifest with its hash", () => {
    const { [DATABASE]: _, "manifest.json": __, ...files } = hashes(outputs[0]!);
    expect(Object.fromEntries(manifests[0]!.outputs.map(({ path, sha256: hash }) => [path, hash]))).toEqual(files);
  });

  it("name no folder of the machine", () => {
    for (const { path } of manifests[0]!.outputs)
      expect(readFileSync(join(outputs[0]!, path), "utf8")).not.toContain(outputs[0]!.slice(0, 12));
  });
});
