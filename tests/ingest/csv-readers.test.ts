import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { csvRecords } from "../../src/csv/records.ts";
import type { Dataset, FormatOf } from "../../src/define/dataset.ts";
import { datasetSchema } from "../../src/define/dataset.ts";
import { UserError } from "../../src/error.ts";
import { csvLines } from "../../src/ingest/csv-faults.ts";
import { readCsv } from "../../src/ingest/csv-file.ts";
import { plainCsv } from "../../src/ingest/csv-plain.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import type { CsvFile } from "../../src/ingest/raw-file.ts";
import { quoted } from "../../src/ingest/sql.ts";

const database = await BuildDatabase.open();
const folder = mkdtempSync(join(tmpdir(), "tempcheck-readers-"));
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const columns = {
  grp: { type: "text" },
  note: { type: "text", blanks: { "": "not-available" } },
  x: { type: "integer" },
};
const declared: Dataset = {
  ...datasetSchema.parse({
    ...{ title: "D", publisher: "P", licence: "L", page: "https://example.org/", period: "2022" },
    ...{ received: "2025-01-31", changes: "none", columns, facts: { rows: 1, unique: ["grp"] } },
    files: [{ path: "d.csv", sha256: "0".repeat(64) }],
    format: { type: "csv", delimiter: ",", quote: '"', encoding: "utf-8" },
  }),
  id: "d",
  folder: "d",
};

const cells = z.array(
  z.strictObject({
    line: z.number(),
    grp: z.string().nullable(),
    note: z.string().nullable(),
    x: z.string().nullable(),
  }),
);
const tableRow = z.object({
  row: z.union([z.number(), z.bigint().transform(Number)]),
  grp: z.string().nullable(),
  note: z.string().nullable(),
  x: z.string().nullable(),
});

let files = 0;
/** What both readers of DuckDB give of a text, and what its records are; null for a reader that refuses it. */
async function readings(text: string, headerRow: number) {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, text);
  const format: FormatOf<"csv"> = {
    type: "csv",
    delimiter: ",",
    quote: '"',
    encoding: "utf-8",
    header_row: headerRow,
    header_rows: 1,
  };
  const dataset = { ...declared, format };
  const file: CsvFile = { path, name: "d.csv", index: 0, columns: Object.keys(columns), dataset, format };
  const select = "grp, note, cast(x as VARCHAR) as x";
  const [raw, plain] = [`raw-${files}`, `plain-${files}`];
  const lines = csvLines(file);
  const rows = async (from: string) =>
    cells.parse(
      (await database.rows(`select _row as row, ${select} from ${from} order by _row`, {}, tableRow)).map(
        ({ row, ...cell }) => ({ line: lines(row).line, ...cell }),
      ),
    );
  const refusedOr = async <T>(act: () => Promise<T>): Promise<T | null> =>
    act().catch((error: unknown) => {
      if (error instanceof UserError || /not plain|CSV|column|Invalid|Conver/i.test(String(error))) return null;
      throw error;
    });
  await database.run(`create table ${quoted(raw)} (_file INTEGER, _row BIGINT, grp VARCHAR, note VARCHAR, x VARCHAR)`);
  const asText = await refusedOr(async () => {
    await readCsv(file, raw, database);
    return rows(quoted(raw));
  });
  const typed = await refusedOr(async () => {
    const sql = await plainCsv(file, quoted(plain), database);
    return sql === null ? null : rows(`(${sql})`);
  });
  for (const table of [raw, plain]) await database.run(`drop table if exists ${quoted(table)}`);
  rmSync(path);
  const [header, ...records] = csvRecords(text, format);
  const at = Object.keys(columns).map((name) => header?.fields.indexOf(name) ?? -1);
  const [grp, note, x] = at as [number, number, number];
  const blank = (cell: string | undefined): string | null => (cell === undefined || cell === "" ? null : cell);
  const own = records.map(({ line, fields }) => ({
    line,
    grp: blank(fields[grp]),
    note: blank(fields[note]),
    x: blank(fields[x]),
  }));
  return { asText, typed, own };
}

const end = fc.constantFrom("\n", "\r\n", "\r");
const inQuotes = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const piece = fc.constantFrom("Claims", ", 2022", '"', '""', "\n", " ", "5 of 6", "é", "\u00a0", ";", "#", "'");
const free = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(""));
const title = fc.oneof(free, free.map(inQuotes), fc.constant(""));
const cell = fc.oneof(fc.constantFrom("A", "B b", "c,d", "e\nf", 'g"h', "é"), fc.stringMatching(/^[a-z]{1,5}$/));
const field = (text: string): string => (/[,"\n\r]/.test(text) ? inQuotes(text) : text);

const file = fc.record({
  end,
  mark: fc.boolean(),
  titles: fc.array(title, { maxLength: 4 }),
  header: fc.constantFrom("grp,note,x", "x,grp,note", '"grp","note",x', "grp,note,other,x"),
  rows: fc.array(fc.tuple(cell, fc.oneof(cell, fc.constant("")), fc.integer({ min: 0, max: 99999 })), {
    minLength: 1,
    maxLength: 5,
  }),
  gaps: fc.boolean(),
  shift: fc.constantFrom(0, 0, 0, 0, -1, 1),
  closed: fc.boolean(),
});

describe("the readers of CSV", () => {
  it("give the same rows and lines, or a fault, whatever stands above the header", async () => {
    const seen = { read: 0, typed: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(file, async ({ end: eol, mark, titles, header, rows, gaps, shift, closed }) => {
        const order = header.replaceAll('"', "").split(",");
        const lines = rows.map(([grp, note, x]) =>
          order.map((name) => field({ grp, note, x: String(x) }[name] ?? "z")).join(","),
        );
        const above = titles.map((one) => `${one.replaceAll("\n", eol)}${eol}`).join("");
        const body = [header, ...lines].map((one) => one.replaceAll("\n", eol)).join(gaps ? `${eol}${eol}` : eol);
        const physical = above.split(/\r\n|\n|\r/).length;
        const text = `${mark ? "\ufeff" : ""}${above}${body}${closed ? eol : ""}`;
        const { asText, typed, own } = await readings(text, Math.max(1, physical + shift));
        if (asText !== null) expect(asText).toEqual(own);
        if (typed !== null) expect(typed).toEqual(own);
        if (shift === 0 && !gaps) {
          expect(asText).toHaveLength(rows.length);
          expect(asText!.map(({ x }) => Number(x))).toEqual(rows.map(([, , x]) => x));
        }
        seen[asText === null ? "refused" : "read"]++;
        if (typed !== null) seen.typed++;
      }),
      { numRuns: 400, seed: 2026 },
    );
    expect(seen.read).toBeGreaterThan(200);
    expect(seen.typed).toBeGreaterThan(25);
    expect(seen.refused).toBeGreaterThan(20);
  });

  it("take the line that is named for the header, where a title of two lines stands in quotes", async () => {
    const text = '"Title\nmore"\ngrp,note,x\nA,a,1\nB,b,2\n';
    const rows = [
      { line: 4, grp: "A", note: "a", x: "1" },
      { line: 5, grp: "B", note: "b", x: "2" },
    ];
    expect(await readings(text, 3)).toEqual({ asText: rows, typed: rows, own: rows });
    expect(await readings(text, 2)).toMatchObject({ asText: null, typed: null });
    expect(await readings(text, 4)).toMatchObject({ asText: null, typed: null });
  });
});
