import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { onlyFile } from "../../src/ingest/raw-file.ts";
import { literal, quoted } from "../../src/ingest/sql.ts";
import type { Table } from "../../src/results/tables.ts";
import { temporaryFolder } from "../support/command.ts";

const csv = (path: string): string =>
  `select a from read_csv(${literal(onlyFile(path))}, columns = {'a': 'VARCHAR'}, auto_detect = false, header = true, delim = ',')`;
const table: Table = { name: "t", grain: "", columns: { a: "VARCHAR" }, rows: [["1"]] };
const row = z.strictObject({ a: z.string() });

async function confined<T>(folders: readonly string[], act: (database: BuildDatabase) => Promise<T>): Promise<T> {
  const database = await BuildDatabase.open();
  try {
    await database.confine(folders);
    return await act(database);
  } finally {
    database.close();
  }
}

describe("a database that is confined to folders", () => {
  const folder = temporaryFolder();
  const mine = join(folder, "mine");
  const others = join(folder, "others");
  for (const one of [mine, others]) {
    mkdirSync(one);
    writeFileSync(join(one, "x.csv"), "a\n1\n");
  }
  symlinkSync(others, join(mine, "link"));

  it("reads and writes there", () =>
    confined([mine], async (database) => {
      expect(await database.rows(csv(join(mine, "x.csv")), {}, row)).toEqual([{ a: "1" }]);
      await database.saveTables(join(mine, "t.duckdb"), [table], () =>
        database.saveParquet(join(mine, "t.parquet"), table, { title: "T" }),
      );
      expect(readdirSync(mine).sort()).toEqual(["link", "t.duckdb", "t.parquet", "x.csv"]);
    }));

  it.each([
    ["reads a file of others", csv(join(others, "x.csv"))],
    ["goes up by dots", csv(join(mine, "../others/x.csv"))],
    ["follows a link", csv(join(mine, "link/x.csv"))],
    ["reads a text", `select * from read_text(${literal(join(others, "x.csv"))})`],
    ["lists a folder", `select * from glob(${literal(join(others, "*"))})`],
    ["writes a file", `copy (select 1) to ${literal(join(others, "w.csv"))}`],
    ["writes through a link", `copy (select 1) to ${literal(join(mine, "link/w.csv"))}`],
    ["attaches a database", `attach ${literal(join(others, "d.duckdb"))} as d`],
    ["exports a database", `export database ${literal(join(others, "e"))}`],
    ["loads an extension", "load httpfs"],
    ["installs an extension", "install httpfs"],
    ["opens a folder again", `set allowed_directories = [${literal(others)}]`],
    ["opens everything again", "set enable_external_access = true"],
    ["unlocks its settings", "set lock_configuration = false"],
    ["reaches the network", "select * from read_csv('http://127.0.0.1:9/x.csv')"],
  ])("refuses a query that %s", async (_, sql) => {
    await confined([mine], (database) => expect(database.run(sql)).rejects.toThrow(/Error/));
    expect(readdirSync(others)).toEqual(["x.csv"]);
  });

  it.each(["q?x", "a*b", "a[1]b", "it's", 'say "x"', "a#b", "a%20b", "é 日", "a\nb", "a;b"])(
    "reads and writes in a folder that is called %j",
    async (name) => {
      const at = join(folder, name);
      mkdirSync(at);
      writeFileSync(join(at, "x.csv"), "a\n1\n");
      await confined([at], async (database) => {
        expect(await database.rows(csv(join(at, "x.csv")), {}, row)).toEqual([{ a: "1" }]);
        await database.saveTables(join(at, "t.duckdb"), [table], () =>
          database.saveParquet(join(at, "t.parquet"), table, { title: "T" }),
        );
      });
      expect(readdirSync(at).sort()).toEqual(["t.duckdb", "t.parquet", "x.csv"]);
      expect(readFileSync(join(at, "t.duckdb")).subarray(8, 12).toString()).toBe("DUCK");
    },
  );
});

describe("names and texts in SQL", () => {
  const payloads = [
    '"; drop table t; --',
    "'; drop table t; --",
    "a\" from t; copy (select 1) to '/tmp/x'; --",
    "$$; select 1; $$",
    "x' union select a from t --",
    "\\'; drop table t; --",
    "/* */ \"\"\"\" ''''",
    "a\0b",
    "{{table}}",
    "日本 \u202e \u0007",
  ];

  it.each(payloads)("takes %j for a text, whatever it says", (text) =>
    confined([], async (database) => {
      await database.run("create table t as select 'kept' as a");
      expect(await database.rows(`select ${literal(text)} as a`, {}, row)).toEqual([{ a: text }]);
      expect(await database.rows("select a from t", {}, row)).toEqual([{ a: "kept" }]);
    }),
  );

  it.each(payloads.filter((text) => !text.includes("\0")))("takes %j for the name of a column", (name) =>
    confined([], async (database) => {
      await database.run(`create table t as select 'kept' as ${quoted(name)}`);
      expect(await database.rows(`select ${quoted(name)} as a from t`, {}, row)).toEqual([{ a: "kept" }]);
    }),
  );
});
