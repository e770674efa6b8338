import { gzipSync, strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readingNotes } from "../../src/catalogue/en-GB/reading-notes.ts";
import { rangeInWords } from "../../src/define/range-markers.ts";
import { periodOf, unitsOf } from "../../src/ingest/periods.ts";
import { madeOds, odsNumber, odsRow, odsTable, odsText } from "../support/made-ods.ts";
import { madeWorkbook } from "../support/made-workbook.ts";
import { csv, readMade } from "../support/received.ts";

const text = { type: "text" };
const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
const locked = Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(100)]);
const lockedOds = zipSync({
  mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
  "content.xml": [new Uint8Array([200, 3, 9, 77, 255, 0, 4]), { level: 0 }],
});

/** What a file is that stands under another format, and what its message says to do. */
const forms: [what: string, content: Uint8Array, found: RegExp, fix: RegExp][] = [
  ["a locked workbook", locked, /locked with a password/, /with its password and save/],
  [
    "a locked OpenDocument spreadsheet",
    lockedOds,
    /OpenDocument.*locked with a password/,
    /with its password and save/,
  ],
  ["an old workbook", old, /old kind \.xls/, /save the sheet as \.xlsx/],
  [
    "a workbook in XML of 2003",
    strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
    /XML of the year 2003/,
    /save the sheet as/,
  ],
  [
    "a table of a web page",
    strToU8("<html><body><table><tr><td>1</td></tr></table></body></html>"),
    /HTML\) with a table/,
    /save the sheet as/,
  ],
  ["a web page", strToU8("<!DOCTYPE html><title>Not found</title>"), /a web page \(HTML\)$/m, /fetch the file itself/],
  ["an archive", zipSync({ "data.csv": strToU8("g\nA\n") }), /an archive \(\.zip\) of "data\.csv"/, /unpack it/],
  ["a packed file", gzipSync(strToU8("g\nA\n")), /a packed file/, /unpack it/],
  ["a PDF", strToU8("%PDF-1.7 x"), /a PDF/, /as a spreadsheet or CSV/],
  [
    "a pointer of Git LFS",
    strToU8("version https://git-lfs.github.com/spec/v1\noid sha256:1\n"),
    /Git LFS/,
    /git lfs pull/,
  ],
  ["JSON", strToU8('[{"g":"A"}]'), /found: JSON/, /save the table as CSV/],
  ["blank lines", strToU8(" \n\n"), /nothing but blank lines/, /fetch the file itself/],
  ["a binary workbook", zipSync({ "xl/workbook.bin": strToU8("x") }), /\.xlsb/, /save the sheet as/],
  ["a Word document", zipSync({ "word/document.xml": strToU8("x") }), /a Word document/, /copy its table/],
];
const formats: Record<string, object> = {
  xlsx: { type: "xlsx", sheet: "S" },
  ods: { type: "ods", sheet: "S" },
  csv,
  parquet: { type: "parquet" },
  arrow: { type: "arrow" },
};

describe.each(Object.keys(formats))("declared as %s", (type) => {
  const read = (content: Uint8Array) =>
    readMade({ format: formats[type]!, columns: { g: text, h: text } }, { [`d.${type}`]: content });
  it.each(forms)("%s is told as what it is, with what to do", async (_, content, found, fix) => {
    const { faults } = await read(content);
    expect(faults).toMatch(found);
    expect(faults).toMatch(fix);
  });
  const own: Record<string, Uint8Array> = { xlsx: madeWorkbook(""), ods: madeOds(""), csv: strToU8("g,h\nA,B\n") };
  it.each(Object.keys(own).filter((other) => other !== type))("%s is told by its type", async (other) => {
    expect((await read(own[other]!)).faults).toContain(`write type: ${other}`);
  });
});

it("takes a CSV whose first cell looks like another form for what it is", async () => {
  const read = (header: string) =>
    readMade({ format: csv, columns: { [header]: text } }, { "d.csv": `${header},n\nA,1,2\n` });
  for (const header of ["PK", "[1] Notes", "{x}"])
    expect((await read(header)).faults).toMatch(/2 fields, as in the header/);
});

describe("a cell of a sheet", () => {
  const one = (cells: string, more: object = {}) =>
    readMade(
      { format: { type: "xlsx", sheet: "S" }, columns: { x: text } },
      { "d.xlsx": madeWorkbook(`<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>${cells}`, more) },
    );
  it("keeps the noughts of a code that its format shows", async () => {
    const { rows } = await one('<row r="2"><c r="A2" s="1"><v>7</v></c></row>', { formats: ["000"] });
    expect(rows).toEqual([{ x: "007" }]);
    const ods = madeOds(odsTable("S", odsRow(odsText("x")) + odsRow(odsNumber(7, "007"))));
    expect(
      (await readMade({ format: { type: "ods", sheet: "S" }, columns: { x: text } }, { "d.ods": ods })).rows,
    ).toEqual([{ x: "007" }]);
  });
  it("is a time of day, of no day", async () => {
    const { rows } = await one('<row r="2"><c r="A2" s="1"><v>0.604166666666667</v></c></row>', { formats: [20] });
    expect(rows).toEqual([{ x: "14:30" }]);
  });
  it("counts days from 1900 or 1904 on", async () => {
    const day = (serial: number) => `<row r="2"><c r="A2" s="1"><v>${serial}</v></c></row>`;
    expect((await one(day(45291), { formats: [14] })).rows).toEqual([{ x: "2023-12-31" }]);
    const from1904 = { formats: [14], properties: '<workbookPr date1904="1"/>' };
    expect((await one(day(43829), from1904)).rows).toEqual([{ x: "2023-12-31" }]);
  });
});

it.each<[string, string, RegExp]>([
  ["a line end", '"Number\nof people"\n1\n', /"Number\\nof people"/],
  ["a space that does not break", "Number\u00a0of people\n1\n", /"Number\\u00a0of people"/],
  ["a sign that cannot be seen", "Number of people\u200b\n1\n", /"Number of people\\u200b"/],
])("shows %s in the name of a column", async (_, content, shown) => {
  expect((await readMade({ format: csv, columns: { "Number of people": text } }, { "d.csv": content })).faults).toMatch(
    shown,
  );
});

it.each<[string, string, string, string]>([
  ["2018/19 - 20/21", "financial-year", "2018-04-01", "2021-03-31"],
  ["1998/99 - 00/01", "financial-year", "1998-04-01", "2001-03-31"],
  ["Year ending 31 March 2022", "year-ending", "2021-04-01", "2022-03-31"],
  ["April 2021 to March 2022", "year-ending", "2021-04-01", "2022-03-31"],
  ["Nov 2020 - Oct 2021", "year-ending", "2020-11-01", "2021-10-31"],
  ["October 2022", "year-ending", "2021-11-01", "2022-10-31"],
  ["2022M03", "month", "2022-03-01", "2022-03-31"],
  ["03/2022", "month", "2022-03-01", "2022-03-31"],
])("reads %s as a period of the unit %s", (cell, unit, start, end) => {
  expect(periodOf(cell, unit as Parameters<typeof periodOf>[1])).toMatchObject({ start, end });
});

it.each(["Year ending 30 March 2022", "April 2021 to April 2022", "March 2022 to March 2021", "13/2022", "2022M13"])(
  "takes %s for no period",
  (cell) => {
    expect(unitsOf(cell)).toEqual([]);
  },
);

it.each([
  [124, 2000, "124 of 2000 (6%)"],
  [3, 2000, "3 of 2000 (under 1%)"],
  [0, 2000, "0 of 2000 (0%)"],
])("says how much was shared out among areas", (count, of, words) => {
  const note = { kind: "shared-out", count, of, column: "claims", marker: "changes", meaning: null } as const;
  expect(readingNotes.note(note, (value) => String(Math.round(value)))).toContain(words);
});

it("knows the units that read a cell", () => {
  expect(unitsOf("2021/22")).toEqual(["financial-year", "academic-year"]);
});

it.each<[string, [number, number] | null]>([
  ["<5", [1, 4]],
  ["≤5", [1, 5]],
  ["fewer than 5", [1, 4]],
  ["5 or fewer", [1, 5]],
  ["1-9", [1, 9]],
  ["[1 to 4]", [1, 4]],
  ["9-1", null],
  [">95", null],
  ["c", null],
])("reads the marker %s as the counts it may stand for", (marker, ends) => {
  expect(rangeInWords(marker)).toEqual(ends && { from: ends[0], to: ends[1] });
});
