import { readdirSync, readFileSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { type Changes, changesSchema } from "../src/results/changes.ts";
import { type Manifest, manifestSchema } from "../src/results/manifest.ts";
import type { Table } from "../src/results/tables.ts";
import { sha256, tableHash } from "../src/run/hashes.ts";
import { temporaryFolder } from "./support/command.ts";
import { packed } from "./support/packed.ts";
import { builtSampleton, sampletonProject } from "./support/sampleton.ts";
import { asStored } from "./support/stored.ts";

const { build } = await packed("run/build.js");
const { check } = await packed("run/check.js");

let output: string;
let said: string;
let manifest: Manifest;

const read = (path: string): unknown => JSON.parse(readFileSync(join(output, path), "utf8"));

beforeAll(async () => {
  ({ output, said } = await builtSampleton());
  manifest = read("manifest.json") as Manifest;
});

describe("a build of Sampleton", () => {
  it("writes the results that check gives, with their words", async () => {
    const { told } = await packed("catalogue/told.js");
    const { results } = await check({ project: sampletonProject }, () => {});
    expect(read("data/results.json")).toEqual(JSON.parse(JSON.stringify(told(results))));
  });

  it("is no different from itself, and says so where it is compared", async () => {
    const again = join(temporaryFolder(), "again");
    const options = { project: sampletonProject, out: again, previous: output, indicators: ["life"] };
    const built = await build(options, () => {});
    const changes = JSON.parse(readFileSync(join(again, "data/changes.json"), "utf8")) as Changes;
    expect(changesSchema.parse(changes)).toMatchObject({
      previous: { build: manifest.build },
      current: { build: built.manifest.build },
      verdicts: [],
      revised: [],
      indicators: { added: [], dropped: [] },
      inputs: [],
      versions: [],
    });
    expect(built.manifest.previous).toBe(manifest.build);
    expect(readFileSync(join(again, "report/changes.html"), "utf8")).toContain("Nothing differs");
    expect(readFileSync(join(again, "report/sources.html"), "utf8")).toContain('href="changes.html"');
  }, 60_000);

  it("draws every chart without a warning", () => {
    expect(said).toMatch(/drew \d+ charts/);
    expect(said).not.toContain("warning");
  });

  it("has a manifest with the hash of every file that it read and wrote", () => {
    expect(manifestSchema.parse(manifest)).toEqual(manifest);
    for (const { path, sha256: hash } of manifest.inputs)
      expect([path, sha256(readFileSync(join(sampletonProject, path)))]).toEqual([path, hash]);
    for (const { path, sha256: hash } of manifest.outputs)
      expect([path, sha256(readFileSync(join(output, path)))]).toEqual([path, hash]);
    const written = new Set([...manifest.outputs.map(({ path }) => path), manifest.database.path, "manifest.json"]);
    expect(filesUnder(output).filter((path) => !written.has(path))).toEqual([]);
    expect(manifest.inputs.map(({ path }) => path)).toEqual(filesUnder(sampletonProject));
  });

  it("has a database whose tables, in order, have the hashes of the manifest", async () => {
    const instance = await DuckDBInstance.create(join(output, manifest.database.path), {
      access_mode: "READ_ONLY",
    });
    const connection = await instance.connect();
    const found = await connection.runAndReadAll("select table_name from duckdb_tables() order by table_name");
    const names = found.getRowsJS().map(([name]) => String(name));
    expect(names).toEqual(manifest.database.tables.map(({ name }) => name).sort());
    const tables = [];
    for (const { name } of manifest.database.tables) {
      const reader = await connection.runAndReadAll(`select * from "${name}" order by rowid`);
      const columns = Object.fromEntries(reader.columnNames().map((column) => [column, "VARCHAR" as const]));
      const rows = reader.getRowsJS().map((row) => row.map(asStored)) as Table["rows"];
      tables.push({ name, rows: rows.length, sha256: tableHash({ name, grain: "", columns, rows }) });
    }
    connection.closeSync();
    instance.closeSync();
    expect(tables).toEqual(manifest.database.tables);
  });

  it("has no link that leads nowhere, from a page or from what it says of its files", () => {
    const files = new Set(filesUnder(output));
    const pages = [...files].filter((path) => path.endsWith(".html"));
    for (const page of pages) {
      const html = readFileSync(join(output, page), "utf8");
      const links = [...html.matchAll(/(?: href="| src="|"contentUrl":")([^"#]+)/g)].map(([, link]) => link ?? "");
      const own = links.filter((link) => !/^(https?|data|mailto):/.test(link));
      for (const link of own) expect(files, `${page}: ${link}`).toContain(posix.join(posix.dirname(page), link));
    }
  });

  it("offers data on every page", () => {
    const pages = manifest.outputs.map(({ path }) => path).filter((path) => /^report\/.*\.html$/.test(path));
    const own = pages.filter((page) => !page.startsWith("report/embed/"));
    const without = own.filter((page) => !readFileSync(join(output, page), "utf8").includes('class="downloads"'));
    // These have no figures of their own.
    expect(without).toEqual(["report/accessibility.html", "report/easy-read.html", "report/glossary.html"]);
    const files = new Set(filesUnder(output));
    const charts = pages.filter((page) => page.startsWith("report/embed/"));
    expect(charts.length).toBeGreaterThan(0);
    for (const page of charts)
      expect(files, page).toContain(page.replace("report/embed/", "charts/").replace(/html$/, "csv"));
  });

  it("consists of these pages, charts and data files", async () => {
    const list = `${filesUnder(output).join("\n")}\n`;
    await expect(list).toMatchFileSnapshot(join(import.meta.dirname, "golden/sampleton.files.txt"));
  });
});

const filesUnder = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
