import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { workbookRefusal } from "../../src/ingest/workbook-bounds.ts";
import { temporaryFolder } from "../support/command.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (at: number, cells = `<c r="A${at}"><v>1</v></c>`): string => `<row r="${at}">${cells}</row>`;
const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

/** What a workbook of sheets S, T .. is refused for. */
function refused(sheets: readonly string[], more: Record<string, Uint8Array> = {}) {
  const names = sheets.map((_, i) => `<sheet name="${"STUV"[i]}" r:id="r${i}"/>`).join("");
  const parts = sheets.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/sheet${i}.xml"/>`).join("");
  const path = join(folder, "a.xlsx");
  const files = {
    "xl/workbook.xml": strToU8(`<workbook><sheets>${names}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(`<Relationships>${parts}</Relationships>`),
    ...Object.fromEntries(sheets.map((xml, i) => [`xl/worksheets/sheet${i}.xml`, strToU8(xml)])),
    ...more,
  };
  writeFileSync(path, zipSync(files));
  return workbookRefusal(path, "S");
}

describe("a workbook", () => {
  it("of some rows is read", () => {
    expect(refused([sheet(Array.from({ length: 1000 }, (_, i) => row(i + 1)).join(""))])).toBeNull();
  });

  it("has no cell far from all others", () => {
    const far = refused([sheet(row(1) + row(200_000, '<c r="XFD200000"><v>1</v></c>'))]);
    expect(far?.found).toBe("200000 rows by 16384 columns, because something stands in XFD200000");
    expect(refused([sheet(`${row(1)}<row r="99999999999"></row>`)])?.found).toContain("row 99999999999");
  });

  it("is not refused for what stands far away on another sheet", () => {
    expect(refused([sheet(row(1)), sheet('<row r="9999999"></row>')])).toBeNull();
  });

  it("holds at most two million cells", () => {
    expect(refused([sheet(`<row>${"<c/>".repeat(2_000_001)}</row>`)])?.found).toBe("more than 2000000");
  });

  it("unpacks to at most 64 MB of sheets, texts and styles, pictures aside", () => {
    const zeros = new Uint8Array(65 * 1024 * 1024);
    expect(refused([sheet(row(1))], { "xl/styles.xml": zeros })?.must).toContain("at most 64 MB");
    expect(refused([sheet(row(1))], { "xl/media/image1.png": zeros })).toBeNull();
  });

  it("holds at most two million texts", () => {
    expect(
      refused([sheet(row(1))], { "xl/sharedStrings.xml": strToU8(`<sst>${"<si/>".repeat(2_000_001)}</sst>`) })?.must,
    ).toContain("at most 2000000 texts");
  });

  it("nests at most 100 deep", () => {
    expect(refused([sheet("<a>".repeat(200))])?.must).toContain("XML at most 100 deep");
    expect(refused([sheet(`<row ${"a='b' ".repeat(50_000)}></row>`)])?.must).toContain("tags of at most");
  });
});

it("leaves what is no archive to the reader", () => {
  writeFileSync(join(folder, "b.xlsx"), "no archive");
  expect(workbookRefusal(join(folder, "b.xlsx"), "S")).toBeNull();
});
