import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { type Manifest, manifestSchema } from "../src/results/manifest.ts";
import { sha256 } from "../src/run/hashes.ts";
import { hashes, run, temporaryFolder } from "./support/command.ts";
import { builtManchester } from "./support/manchester.ts";
import { builtSampleton, sampletonProject } from "./support/sampleton.ts";
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

/** Everything but the database, whose file DuckDB fills as it likes. */
function withoutDatabase(output: string): Record<string, string> {
  const { [DATABASE]: database, ...rest } = hashes(output);
  expect(database).toBeDefined();
  return rest;
}

describe("two builds in different folders, time zones and locales", () => {
  it("give the same bytes in every file but the database", async () => {
    const folder = temporaryFolder();
    cpSync(sampletonProject, join(folder, "project"), { recursive: true });
    const environment = { TZ: "America/Los_Angeles", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" };
    expect(
      (await run(["build", "--quiet", "--pictures", "--out", "out"], { environment, cwd: join(folder, "project") }))
        .code,
    ).toBe(0);
    const first = withoutDatabase(join(folder, "project/out"));
    expect(Object.keys(first).length).toBeGreaterThan(1000);
    expect(withoutDatabase((await builtSampleton()).output)).toEqual(first);
  });
});

describe("the build of Manchester's report", () => {
  let output: string;
  let manifest: Manifest;
  beforeAll(async () => {
    output = await builtManchester();
    manifest = manifestSchema.parse(JSON.parse(readFileSync(join(output, "manifest.json"), "utf8")));
  });

  it("has a database with the rows in the order of which the manifest has the hash", async () => {
    const { tables } = manifest.database;
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["figure", "observation", "estimate", "gap", "change", "verdict", "source"]),
    );
    for (const { name, sha256: expected } of tables)
      expect(await storedHash(join(output, DATABASE), name), name).toBe(expected);
  });

  it("lists every file in the manifest with its hash", () => {
    const { "manifest.json": _, ...files } = withoutDatabase(output);
    expect(Object.fromEntries(manifest.outputs.map(({ path, sha256: hash }) => [path, hash]))).toEqual(files);
  });

  it("names no folder of the machine", () => {
    for (const { path } of manifest.outputs)
      expect(readFileSync(join(output, path), "utf8")).not.toContain(output.slice(0, 12));
  });
});
