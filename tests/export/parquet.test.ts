import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type About, textsOf } from "../../src/export/about.ts";
import { type Cell, type DataTable, type Field, type FieldType, partOf } from "../../src/export/data-table.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { temporaryFolder } from "../support/command.ts";
import { looseRow } from "../support/loose-row.ts";
import { asStored } from "../support/stored.ts";

const types = ["text", "number", "whole number", "true or false", "day", "address"] as const satisfies FieldType[];
const columns = Object.fromEntries(types.map((type) => [type.replaceAll(" ", "_"), type]));

const stored: DataTable["columns"] = {
  ...{ text: "VARCHAR", number: "DOUBLE", whole_number: "INTEGER", true_or_false: "BOOLEAN", day: "DATE" },
  address: "VARCHAR",
};

const field = (type: FieldType): Field => ({ type, title: type, about: type });
const tableOf = (rows: Cell[][]): DataTable => ({
  ...{ name: "gap", title: "Gaps", grain: "one row per gap", key: [], references: [], rows },
  columns: stored,
  fields: Object.fromEntries(Object.entries(columns).map(([name, type]) => [name, field(type)])),
});
const about: About = {
  ...{ title: "Ünïcode", description: "", publisher: "P", language: "en-GB", year: 2024, licence: null },
  ...{ url: null, build: "b1d", csvNote: "" },
};

const words = fc.oneof(fc.constantFrom("", "a", "b", "日本", "x".repeat(300)), fc.string({ unit: "binary" }));
const day = fc
  .integer({ min: -40_000, max: 40_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const cells = {
  text: words,
  number: fc.double({ noNaN: true, noDefaultInfinity: true }),
  "whole number": fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  "true or false": fc.boolean(),
  day,
  address: words,
} satisfies Record<FieldType, fc.Arbitrary<Cell>>;
/** Rows that come in runs, as those of our tables do, with blanks among their cells. */
const rows = fc
  .array(
    fc.record({
      row: fc.tuple(...types.map((type) => fc.option<Cell>(cells[type], { freq: 3 }))),
      times: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 40 })),
    }),
    { maxLength: 60 },
  )
  .map((runs) => runs.flatMap(({ row, times }) => Array.from({ length: times }, () => row)));

describe("a Parquet file", () => {
  const folder = temporaryFolder();
  const path = join(folder, "t.parquet");
  let database: BuildDatabase;
  beforeAll(async () => {
    database = await BuildDatabase.open();
  });
  afterAll(() => database.close());

  const read = async (table: DataTable, part = table): Promise<unknown[][]> => {
    const whole = join(folder, "t.duckdb");
    rmSync(whole, { force: true });
    await database.saveTables(whole, [table], () => database.saveParquet(path, part, textsOf(about, part)));
    const found = await database.rows(`from '${path}'`, {}, looseRow);
    return found.map((row) => Object.values(row).map(asStored));
  };

  it("holds the cells of a table, row by row, as DuckDB reads them", () =>
    fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        expect(await read(tableOf(cells))).toEqual(cells);
      }),
      { numRuns: 60 },
    ));

  it("holds the rows of a part in the order of the whole table, however many there are", async () => {
    const many = Array.from({ length: 9000 }, (_, i): Cell[] => [
      ["a", "b", "c"][Math.floor(i / 3000)]!,
      ...[i / 7, i, i % 2 === 0, "2024-02-29", `https://example.org/${i}`],
    ]);
    const whole = tableOf(many);
    const part = partOf(whole, { columns: ["text"], values: [["c"], ["a"]] });
    expect(await read(whole, part)).toEqual(many.filter(([text]) => text !== "b"));
  });

  it("holds no row of a part without any", async () => {
    const whole = tableOf([["a", 1, 1, true, "2024-02-29", ""]]);
    expect(await read(whole, partOf(whole, { columns: ["text"], values: [["b"]] }))).toEqual([]);
  });

  it("has the declared types and what the table says of itself, also without a row", async () => {
    expect(await read(tableOf([]))).toEqual([]);
    const described = await database.rows(
      `select column_name, column_type from (describe from '${path}')`,
      {},
      looseRow,
    );
    expect(described.map((row) => Object.values(row))).toEqual([
      ["text", "VARCHAR"],
      ["number", "DOUBLE"],
      ["whole_number", "INTEGER"],
      ["true_or_false", "BOOLEAN"],
      ["day", "DATE"],
      ["address", "VARCHAR"],
    ]);
    const said = await database.rows(
      `select decode(key) as key, decode(value) as value from parquet_kv_metadata('${path}')`,
      {},
      looseRow,
    );
    expect(said).toContainEqual({ key: "title", value: "Gaps: Ünïcode" });
  });
});
