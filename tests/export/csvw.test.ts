import { posix } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { csvwSchema } from "./csvw.schema.ts";
import type { Exported } from "./exported.ts";
import { contentAt, exported } from "./exported.ts";

type Datatype = string | { base: string; format?: string; minimum?: number; maximum?: number };

interface Metadata {
  tables: {
    url: string;
    tableSchema: {
      columns: { name: string; titles: string[]; datatype: Datatype; required?: boolean }[];
      primaryKey: string[];
      foreignKeys?: { columnReference: string[]; reference: { resource: string; columnReference: string[] } }[];
    };
  }[];
}

let data: Exported;
beforeAll(async () => {
  data = await exported();
}, 60_000);

const documents = (): { folder: string; metadata: Metadata }[] =>
  data.files
    .filter(({ path }) => path.endsWith("csv-metadata.json"))
    .map(({ path, content }) => ({ folder: posix.dirname(path), metadata: JSON.parse(String(content)) }));

const tablesOf = () =>
  documents().flatMap(({ folder, metadata }) =>
    metadata.tables.map((table) => ({ ...table, path: `${folder}/${table.url}`, ...read(folder, table.url) })),
  );

function read(folder: string, url: string): { header: string[]; rows: string[][] } {
  const text = String(contentAt(data, `${folder}/${url}`));
  const [header = [], ...rows] = parse(text, { record_delimiter: "\r\n" }) as string[][];
  return { header, rows };
}

/** Whether a cell that is not blank has the form that its datatype declares (Tabular Data Model, section 6.4). */
function fits(cell: string, datatype: Datatype): boolean {
  const { base, format, minimum, maximum } =
    typeof datatype === "string"
      ? ({ base: datatype } as never)
      : (datatype as { base: string; format?: string; minimum?: number; maximum?: number });
  if (minimum !== undefined && Number(cell) < minimum) return false;
  if (maximum !== undefined && Number(cell) > maximum) return false;
  switch (base) {
    case "string":
      return format === undefined || new RegExp(`^(?:${format})$`).test(cell);
    case "double":
      return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell);
    case "integer":
      return /^-?\d+$/.test(cell);
    case "boolean":
      return cell === "true" || cell === "false";
    case "date":
      return format === "yyyy-MM-dd" && /^\d{4}-\d{2}-\d{2}$/.test(cell) && !Number.isNaN(Date.parse(cell));
    case "anyURI":
      return URL.canParse(cell);
    default:
      return false;
  }
}

const columns = (table: { header: string[]; rows: string[][] }, names: readonly string[]): string[] =>
  table.rows.map((row) => JSON.stringify(names.map((name) => row[table.header.indexOf(name)])));

describe("the metadata of the CSV files", () => {
  it("stands under the name at which readers of CSV on the Web look for it, in every folder with CSV files", () => {
    const folders = new Set(
      data.files.filter(({ path }) => path.endsWith(".csv")).map(({ path }) => posix.dirname(path)),
    );
    expect(
      documents()
        .map(({ folder }) => folder)
        .sort(),
    ).toEqual([...folders].sort());
  });

  it("follows the W3C's metadata vocabulary", () => {
    const ajv = new Ajv2020({ allowUnionTypes: true });
    addFormats.default(ajv);
    const validate = ajv.compile(csvwSchema);
    for (const { folder, metadata } of documents()) {
      validate(metadata);
      expect(validate.errors, folder).toBeNull();
    }
    expect(validate({ ...documents()[0]!.metadata, colour: "red" })).toBe(false);
  });

  it("describes every CSV file of its folder, and none that is not there", () => {
    const described = tablesOf().map(({ path }) => path);
    expect(described.sort()).toEqual(
      data.files
        .map(({ path }) => path)
        .filter((path) => path.endsWith(".csv"))
        .sort(),
    );
  });

  it("names the columns that the header has, in its order", () => {
    for (const { path, header, tableSchema } of tablesOf()) {
      expect(
        tableSchema.columns.map(({ name }) => name),
        path,
      ).toEqual(header);
      expect(
        tableSchema.columns.map(({ titles }) => titles[0]),
        path,
      ).toEqual(header);
    }
  });

  it("declares a datatype that each cell fits, and what is never blank", () => {
    for (const { path, rows, tableSchema } of tablesOf())
      for (const row of rows)
        tableSchema.columns.forEach(({ name, datatype, required }, i) => {
          const cell = row[i] ?? "";
          const holds = cell === "" ? required !== true : fits(cell, datatype);
          expect(holds, `${path}, ${name}: ${cell}`).toBe(true);
        });
  });

  it("declares keys that no two rows share", () => {
    for (const table of tablesOf()) {
      const keys = columns(table, table.tableSchema.primaryKey);
      expect(new Set(keys).size, table.path).toBe(keys.length);
    }
  });

  it("declares references that lead to a row", () => {
    const all = tablesOf();
    const checked = all.flatMap((table) =>
      (table.tableSchema.foreignKeys ?? []).map(({ columnReference, reference }) => {
        const to = all.find(({ path }) => path === `${posix.dirname(table.path)}/${reference.resource}`)!;
        const keys = new Set(columns(to, reference.columnReference));
        expect(
          columns(table, columnReference).filter((key) => !keys.has(key)),
          `${table.path} to ${reference.resource}`,
        ).toEqual([]);
        return table.path;
      }),
    );
    expect(checked.length).toBeGreaterThan(10);
  });
});

describe("a CSV file", () => {
  it("ends each line with CR LF, has no byte order mark, and quotes only what must be quoted", () => {
    const csv = String(contentAt(data, "data/indicator.csv"));
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(csv.charCodeAt(0)).not.toBe(0xfeff);
    expect(csv.startsWith("indicator,title,question,")).toBe(true);
  });
});
