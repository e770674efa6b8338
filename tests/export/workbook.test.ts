import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { enGB } from "../../src/catalogue/en-GB.ts";
import { tables } from "../../src/export/all-tables.ts";
import { sheetNamer } from "../../src/export/workbook/sheet-namer.ts";
import { sheets, workbook } from "../../src/export/workbook/workbook.ts";
import { sampleton } from "../support/fixture.ts";

const made = { results: sampleton, whole: tables(sampleton), build: "b1d" };
const all = sheets(made);
const book = workbook(made);
const xlsx = Object.entries(unzipSync(book.xlsx)).map(([path, bytes]) => ({ path, text: strFromU8(bytes) }));
const ods = Object.entries(unzipSync(book.ods)).map(([path, bytes]) => ({ path, text: strFromU8(bytes) }));
const under = (folder: string): string[] => xlsx.filter(({ path }) => path.startsWith(folder)).map(({ text }) => text);
const withTables = all.flatMap((sheet) => (sheet.table === null ? [] : [{ ...sheet, table: sheet.table }]));

describe("the workbook", () => {
  it("begins with a cover, contents and notes, in this order", () => {
    expect(all.slice(0, 3).map(({ name }) => name)).toEqual(["Cover", "Contents", "Notes"]);
  });

  it("says on its cover who published what, for when, and under which licence", () => {
    const [{ title, lines }] = all as [(typeof all)[0]];
    expect(title).toBe("Sampleton Temperature Check 2024");
    const text = lines.join("\n");
    for (const part of [
      "Published by: Sampleton Council",
      "Licence: Open Sample Licence",
      "Figures are for periods from",
      "Build: b1d",
    ])
      expect(text).toContain(part);
    expect(text).not.toContain("Contact:");
    const results = { ...sampleton, contact: "figures@example.org" };
    expect(sheets({ ...made, results })[0]?.lines.join("\n")).toContain("Contact: figures@example.org");
  });

  it("lists every other sheet in the contents, with a link to it", () => {
    const linked = all[1]?.table?.rows.map(([cell]) => (typeof cell === "object" ? cell.sheet : cell));
    expect([...(linked ?? []), "Contents"].sort()).toEqual(all.map(({ name }) => name).sort());
  });

  it("has sheet names that are short and differ by more than capitals", () => {
    const names = all.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9_-]{1,31}$/);
    const nameFor = sheetNamer(["Notes"]);
    expect(["notes", "a".repeat(40), "a".repeat(35)].map(nameFor)).toEqual([
      "notes_2",
      "a".repeat(31),
      `${"a".repeat(29)}_2`,
    ]);
  });

  it("has one table on each sheet but the cover, with headings that differ and no blank cell", () => {
    for (const { name, table } of withTables) {
      const headers = table.columns.map(({ header }) => header);
      expect(new Set(headers).size, name).toBe(headers.length);
      expect(headers, name).not.toContain("");
      for (const row of table.rows) {
        expect(row.length, name).toBe(headers.length);
        for (const cell of row) expect(cell, name).not.toBe("");
      }
    }
    expect(withTables).toHaveLength(all.length - 1);
  });

  it("explains on the notes sheet every shorthand and every note that its tables use", () => {
    const used = withTables
      .filter(({ name }) => name !== "Notes")
      .flatMap(({ table }) => table.rows.flat())
      .flatMap((cell) => (typeof cell === "string" ? (cell.match(/\[(?:[a-z]|note \d+)\]/g) ?? []) : []));
    const explained = new Set(all[2]?.table?.rows.map(([mark]) => mark));
    expect(used.length).toBeGreaterThan(10);
    for (const mark of used) expect(explained).toContain(mark);
    for (const mark of Object.keys(enGB.workbook.shorthand)) expect(explained).toContain(mark);
  });

  it("marks a figure that is held back as confidential, and what cannot apply as not applicable", () => {
    const cells = withTables.flatMap(({ table }) => table.rows.flat());
    expect(cells).toContain("[c]");
    expect(cells).toContain("[z]");
  });
});

describe("the Excel file", () => {
  it("reads back with the same cells", async () => {
    const read = await readWorkbook(Buffer.from(book.xlsx));
    expect(read.map(({ sheet }) => sheet)).toEqual(all.map(({ name }) => name));
    for (const { name, title, lines, table } of withTables) {
      const rows = (read.find(({ sheet }) => sheet === name)?.data ?? []) as unknown[][];
      const shown = table.rows.map((row) => row.map((cell) => (typeof cell === "object" ? cell.text : cell)));
      expect(rows[0]?.[0], name).toBe(title);
      expect(
        rows.slice(1, lines.length + 1).map(([first]) => first),
        name,
      ).toEqual([...lines]);
      expect(rows.slice(lines.length + 1), name).toEqual([table.columns.map(({ header }) => header), ...shown]);
    }
  });

  it("has a marked-up table for each, with a name and no filter buttons", () => {
    const parts = under("xl/tables/");
    expect(parts).toHaveLength(withTables.length);
    for (const part of parts) {
      expect(part).toMatch(/ displayName="table_\w+"/);
      expect(part).not.toContain("autoFilter");
    }
  });

  it("has no merged cell, no frozen pane, nothing hidden, and starts in the first cell of the first sheet", () => {
    for (const sheet of under("xl/worksheets/sheet")) {
      expect(sheet).not.toMatch(/mergeCell|<pane|hidden=/);
      expect(sheet).toContain('<selection activeCell="A1" sqref="A1"/>');
    }
    expect(under("xl/worksheets/sheet1.xml")[0]).toContain('tabSelected="1"');
    expect(under("xl/workbook.xml")[0]).toContain('activeTab="0"');
  });

  it("has a title, an author, a language, and the day of the data in place of a clock", () => {
    const core = under("docProps/core.xml")[0];
    expect(core).toContain("<dc:title>Sampleton Temperature Check 2024</dc:title>");
    expect(core).toContain("<dc:creator>Sampleton Council</dc:creator>");
    expect(core).toContain("<dc:language>en-GB</dc:language>");
    const received = sampleton.sources
      .map((source) => source.received)
      .sort()
      .at(-1);
    expect(core).toContain(`<dcterms:created xsi:type="dcterms:W3CDTF">${received}T00:00:00Z`);
  });

  it("refers only to parts that it has, each with a type", () => {
    const paths = new Set(xlsx.map(({ path }) => path));
    const types = under("[Content_Types].xml")[0] ?? "";
    for (const [, part = ""] of types.matchAll(/PartName="\/([^"]+)"/g)) expect(paths).toContain(part);
    for (const path of paths) if (/^xl\/(worksheets|tables)\/[^_]/.test(path)) expect(types).toContain(`"/${path}"`);
    expect(under("xl/worksheets/_rels/").join("")).not.toContain("External");
  });
});

describe("the OpenDocument file", () => {
  it("says first, uncompressed, what it is", () => {
    expect(strFromU8(book.ods.subarray(30, 38))).toBe("mimetype");
    expect(strFromU8(book.ods.subarray(38, 84))).toBe("application/vnd.oasis.opendocument.spreadsheet");
  });

  it("has the same sheets, the same numbers and a marked-up table for each", () => {
    const content = ods.find(({ path }) => path === "content.xml")?.text ?? "";
    expect([...content.matchAll(/<table:table table:name="([^"]+)"/g)].map(([, name]) => name)).toEqual(
      all.map(({ name }) => name),
    );
    const numbers = [...content.matchAll(/office:value="([^"]+)"/g)].map(([, value]) => Number(value));
    const wanted = withTables.flatMap(({ table }) => table.rows.flat().filter((cell) => typeof cell === "number"));
    expect(numbers).toEqual(wanted);
    expect([...content.matchAll(/<table:database-range /g)]).toHaveLength(withTables.length);
    expect(content).not.toMatch(/number-(?:columns|rows)-spanned/);
  });
});

describe("both files", () => {
  it("are the same bytes when they are made again", () => {
    const again = workbook(made);
    expect(Buffer.from(again.xlsx).equals(Buffer.from(book.xlsx))).toBe(true);
    expect(Buffer.from(again.ods).equals(Buffer.from(book.ods))).toBe(true);
  });
});
