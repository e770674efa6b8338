import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { tableFormats, tablesSchema } from "../../src/results/tables.ts";
import { temporaryFolder } from "../support/command.ts";
import { looseRow } from "../support/loose-row.ts";
import { asStored } from "../support/stored.ts";
import type { Exported } from "./exported.ts";
import { contentAt, exported } from "./exported.ts";

let data: Exported;
beforeAll(async () => {
  data = await exported();
}, 60_000);

const names = (): string[] =>
  data.files.flatMap(({ path }) => (path.endsWith(".csv") ? [path.slice(0, -".csv".length)] : []));

/** Cells as CSV writes them. */
const asText = (value: unknown): string => (value === null || value === undefined ? "" : String(asStored(value)));
const csvRows = (name: string): string[][] =>
  parse(String(contentAt(data, `${name}.csv`)), { record_delimiter: "\r\n" });

describe("the formats of a table", () => {
  it("are the same for each", () => {
    const paths = new Set(data.files.map(({ path }) => path));
    expect(names().length).toBeGreaterThan(20);
    for (const name of names())
      for (const format of tableFormats) expect(paths).toContain(`${name}.${format.toLowerCase()}`);
  });

  it("hold the same cells as Arrow", () => {
    for (const name of names()) {
      const table = tableFromIPC(contentAt(data, `${name}.arrow`) as Uint8Array);
      const columns = table.schema.fields.map((field, i) => {
        const isDay = String(field.type).startsWith("Date");
        return Array.from(table.getChildAt(i)!, (cell) => (isDay && cell !== null ? new Date(Number(cell)) : cell));
      });
      const rows = Array.from({ length: table.numRows }, (_, row) => columns.map((column) => asText(column[row])));
      expect([table.schema.fields.map((field) => field.name), ...rows], name).toEqual(csvRows(name));
    }
  });

  it("hold the same cells as Parquet, in the same order", async () => {
    const database = await BuildDatabase.open();
    const folder = temporaryFolder();
    for (const name of names()) {
      const file = join(folder, `${name.replaceAll("/", "_")}.parquet`);
      writeFileSync(file, contentAt(data, `${name}.parquet`));
      const found = await database.rows(`from '${file}'`, {}, looseRow);
      const [header = [], ...rows] = csvRows(name);
      expect(Object.keys(found[0] ?? {}), name).toEqual(rows.length === 0 ? [] : header);
      expect(
        found.map((row) => Object.values(row).map(asText)),
        name,
      ).toEqual(rows);
    }
    database.close();
  });

  it("hold the same cells in a page's JSON", () => {
    const paths = data.files
      .map(({ path }) => path)
      .filter((path) => /^data\/(indicators|themes)\/.*[^a]\.json$/.test(path));
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths.filter((one) => !one.endsWith("csv-metadata.json"))) {
      const { tables } = tablesSchema.parse(JSON.parse(String(contentAt(data, path))));
      const figures = tables["figure"];
      if (figures === undefined) continue;
      const rows = figures.rows.map((row) => Object.values(row).map(asText));
      expect([Object.keys(figures.columns), ...rows], path).toEqual(csvRows(path.slice(0, -".json".length)));
    }
  });

  it("say in Arrow and Parquet what they are, under which licence", async () => {
    const { metadata, fields } = tableFromIPC(contentAt(data, "data/gap.arrow") as Uint8Array).schema;
    expect(Object.fromEntries(metadata)).toMatchObject({
      title: "Gaps: All tables: Sampleton Temperature Check 2024",
      publisher: "Sampleton Council",
      license: "https://example.org/licence",
    });
    expect(fields.find(({ name }) => name === "oriented")?.metadata.get("title")).toBe("Gap");
    const file = join(temporaryFolder(), "gap.parquet");
    writeFileSync(file, contentAt(data, "data/gap.parquet"));
    const database = await BuildDatabase.open();
    const found = await database.rows(
      `select decode(key) as name, decode(value) as said from parquet_kv_metadata('${file}')`,
      {},
      looseRow,
    );
    database.close();
    expect(found).toContainEqual({ name: "license", said: "https://example.org/licence" });
  });

  it("are the same bytes when they are made again", async () => {
    const again = await exported();
    expect(again.files.map(({ path }) => path)).toEqual(data.files.map(({ path }) => path));
    for (const { path, content } of again.files)
      expect(Buffer.from(content).equals(Buffer.from(contentAt(data, path))), path).toBe(true);
  });
});

describe("the data of a page", () => {
  it("are those of its own indicators and no others", () => {
    for (const name of names().filter((path) => path.startsWith("data/indicators/") && !/-[a-z]+$/.test(path))) {
      const id = name.split("/")[2];
      const [, ...rows] = csvRows(name);
      expect(new Set(rows.map(([indicator]) => indicator)), name).toEqual(new Set([id]));
    }
  });

  it("are offered with their size", () => {
    for (const [page, offered] of data.downloads)
      for (const { path, bytes } of offered)
        expect(Buffer.byteLength(contentAt(data, path)), `${page}: ${path}`).toBe(bytes);
    expect([...data.downloads.keys()]).toEqual(
      expect.arrayContaining(["index.html", "data-gaps.html", "sources.html", "method.html"]),
    );
  });
});
