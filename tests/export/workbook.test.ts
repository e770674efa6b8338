import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
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

  it("has no merged cell, nothing hidden, and starts in the first cell of the first sheet", () => {
    for (const sheet of under("xl/worksheets/sheet")) {
      expect(sheet).not.toMatch(/mergeCell|hidden=/);
      expect(sheet).toContain('<selection activeCell="A1" sqref="A1"/>');
    }
    expect(under("xl/worksheets/sheet1.xml")[0]).toContain('tabSelected="1"');
    expect(under("xl/workbook.xml")[0]).toContain('activeTab="0"');
  });

  it("keeps the headings of each table in sight, and repeats them on every printed page", () => {
    const names = under("xl/workbook.xml")[0] ?? "";
    for (const [i, { name, lines, table }] of all.entries()) {
      const sheet = under(`xl/worksheets/sheet${i + 1}.xml`)[0] ?? "";
      const top = lines.length + 2;
      const pane = `<pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/>`;
      const titles = `localSheetId="${i}">'${name}'!$${top}:$${top}<`;
      expect(sheet.includes(pane), name).toBe(table !== null);
      expect(names.includes(titles), name).toBe(table !== null);
    }
  });

  it("prints each sheet one page wide, across where it is wide, with its name and the page at the foot", () => {
    const turned = under("xl/worksheets/sheet").map((sheet) => {
      expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>');
      expect(sheet).toContain("<oddFooter>&amp;L&amp;A&amp;RPage &amp;P of &amp;N</oddFooter>");
      return /<pageSetup paperSize="9" orientation="(\w+)" fitToWidth="1" fitToHeight="0"\/>/.exec(sheet)?.[1];
    });
    const widths = all.map(({ table }) => (table?.columns ?? []).reduce((sum, { width }) => sum + width, 0));
    expect(turned).toEqual(widths.map((width) => (width > 110 ? "landscape" : "portrait")));
    expect(new Set(turned).size).toBe(2);
  });

  it("has columns wide enough for the longest word of their headings", () => {
    for (const { name, table } of withTables)
      for (const { header, width } of table.columns)
        expect(Math.max(...header.split(/[\s-]/).map((word) => word.length)), `${name}: ${header}`).toBeLessThanOrEqual(
          width,
        );
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

  it("prints and freezes as the other does", () => {
    const part = (name: string): string => ods.find(({ path }) => path === name)?.text ?? "";
    expect([...part("content.xml").matchAll(/<table:table-header-rows>/g)]).toHaveLength(withTables.length);
    expect([...part("settings.xml").matchAll(/"VerticalSplitMode" config:type="short">2</g)]).toHaveLength(
      withTables.length,
    );
    expect([...part("styles.xml").matchAll(/style:scale-to-X="1" style:scale-to-Y="0"/g)]).toHaveLength(2);
  });
});

/** LibreOffice, where there is one. */
const office = ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0);

describe.skipIf(office === undefined)("printed by LibreOffice (skipped where there is none)", () => {
  it.each(["xlsx", "ods"] as const)("the %s file is one page wide, sheet by sheet", (format) => {
    const folder = mkdtempSync(join(tmpdir(), "workbook-"));
    const file = join(folder, `book.${format}`);
    writeFileSync(file, book[format]);
    const home = `-env:UserInstallation=${pathToFileURL(join(folder, "home")).href}`;
    const made = spawnSync(office ?? "", [home, "--headless", "--convert-to", "pdf", "--outdir", folder, file]);
    expect(made.status, String(made.stderr)).toBe(0);
    const pdf = readFileSync(join(folder, "book.pdf"), "latin1");
    const boxes = [...pdf.matchAll(/\/Type\s*\/Page\b[\s\S]*?\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)].map(
      ([, width, height]) => Number(width) > Number(height),
    );
    rmSync(folder, { recursive: true });
    // A sheet that fits the width takes as many pages as its rows do: were it wider, there would be as many again beside them.
    expect(boxes.length).toBeGreaterThanOrEqual(all.length);
    expect(boxes.length).toBeLessThan(1.6 * all.length);
    expect(new Set(boxes).size).toBe(2);
  });
});

describe("both files", () => {
  it("are the same bytes when they are made again", () => {
    const again = workbook(made);
    expect(Buffer.from(again.xlsx).equals(Buffer.from(book.xlsx))).toBe(true);
    expect(Buffer.from(again.ods).equals(Buffer.from(book.ods))).toBe(true);
  });
});
