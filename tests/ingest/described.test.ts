import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Table, tableToIPC, vectorFromArray } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { described } from "../../src/ingest/described.ts";
import { gridsOf } from "../../src/ingest/grids.ts";
import { temporaryFolder } from "../support/command.ts";
import { madeOds, odsNumber, odsRow, odsTable, odsText } from "../support/made-ods.ts";
import { madeWorkbook } from "../support/made-workbook.ts";

const folder = temporaryFolder();
let files = 0;
async function look(content: string | Uint8Array) {
  const path = join(folder, `${++files}.file`);
  writeFileSync(path, content);
  const { format, grids } = await gridsOf(path);
  return { format, tables: grids.map((grid) => described(grid).table) };
}
const table = async (content: string | Uint8Array) => (await look(content)).tables[0]!;
const column = async (cells: readonly string[], name = "x") => {
  const found = await table(`n,${name}\n${cells.map((cell, i) => `${i},"${cell}"`).join("\n")}\n`);
  return found.columns[1]!;
};

const places = (row: (i: number) => string, count = 8): string =>
  Array.from({ length: count }, (_, i) => `${row(i)}\n`).join("");

describe("where the table is", () => {
  it("is below title lines and above notes", async () => {
    const found = await table(
      `"Table 1: claims, by area"\nSource: the council\n\narea,year,claims\n${places((i) => `A${i},2020,${i}`)}\n* provisional\n`,
    );
    expect(found).toMatchObject({
      header: 4,
      rows: 8,
      last: 12,
      titles: ["Table 1: claims, by area", "Source: the council"],
    });
    expect(found.notes).toEqual(["* provisional"]);
    expect(found.columns.map(({ name }) => name)).toEqual(["area", "year", "claims"]);
  });

  it("is the whole file where it has no header: none is made up", async () => {
    const found = await table(places((i) => `A${i},Place ${i},2019,${i * 3}`));
    expect(found).toMatchObject({ header: null, rows: 8 });
    expect(found.columns.map(({ name, type }) => [name, type])).toEqual([
      ["", "text"],
      ["", "text"],
      ["", "integer"],
      ["", "integer"],
    ]);
  });

  it("has a header of years, and of ages that run on", async () => {
    expect(await table(`area,2019,2020,2021\n${places((i) => `A${i},${i},${i + 1},${i + 2}`)}`)).toMatchObject({
      header: 1,
    });
    expect(await table(`area,0,1,2,3\n${places((i) => `A${i},10,20,30,${i}`)}`)).toMatchObject({ header: 1 });
  });

  it("has a header over texts alone, unless a text of it comes again", async () => {
    expect(await table(`code,name\n${places((i) => `A${i},Place ${i}`)}`)).toMatchObject({ header: 1, rows: 8 });
    expect(await table(places((i) => `A${i},Place ${i % 2}`))).toMatchObject({ header: null, rows: 8 });
  });

  it("names the other rows that could be the header, and rows with few cells between the others", async () => {
    const found = await table(
      `area,claims,people\nwhich,how many,of whom\n${places((i) => `A${i},${i},9`, 4)}North\n${places((i) => `B${i},${i},9`, 4)}`,
    );
    expect(found).toMatchObject({ header: 1, otherHeaders: [2], short: { rows: 1, first: 7 } });
  });

  it("has names in several rows, merged or not, which are joined", async () => {
    const row = (at: number, cells: string): string => `<row r="${at}">${cells}</row>`;
    const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const rows = [1, 2, 3, 4].map((i) =>
      row(
        i + 3,
        text(`A${i + 3}`, `Group ${i}`) +
          ["B", "C", "D", "E"].map((c, j) => `<c r="${c}${i + 3}"><v>${10 * i + j * j}</v></c>`).join(""),
      ),
    );
    const header =
      row(1, text("A1", "Table 1")) +
      row(2, text("B2", "2023") + text("D2", "2024")) +
      row(
        3,
        text("A3", "Group") + text("B3", "Has it") + text("C3", "People") + text("D3", "Has it") + text("E3", "People"),
      );
    const merged = '</sheetData><mergeCells><mergeCell ref="B2:C2"/><mergeCell ref="D2:E2"/></mergeCells><sheetData>';
    const names = ["Group", "2023 Has it", "2023 People", "2024 Has it", "2024 People"];
    const ofBook = await table(madeWorkbook(header + rows.join("") + merged));
    expect(ofBook).toMatchObject({ header: 2, headerRows: 2, headerFilled: false, rows: 4, titles: ["Table 1"] });
    expect(ofBook.columns.map(({ name }) => name)).toEqual(names);
    const ofText = await table(
      `Table 1,,,,\n,2023,,2024,\nGroup,Has it,People,Has it,People\n${places((i) => `Group ${i},${i},9,${i + 1},8`)}`,
    );
    expect(ofText).toMatchObject({ header: 2, headerRows: 2, headerFilled: true, rows: 8 });
    expect(ofText.columns.map(({ name }) => name)).toEqual(names);
  });

  it("is none in an empty sheet", async () => {
    expect(await table(madeWorkbook(""))).toMatchObject({ sheet: "S", rows: 0, header: null, columns: [] });
  });
});

describe("how it is written", () => {
  it.each([
    [";", "semicolons"],
    ["\t", "tabs"],
    ["|", "bars"],
    [",", "commas"],
  ])("%j (%s) stands between columns", async (delimiter) => {
    const text = `area,claims,share\n${places((i) => `A${i},${i + 100},1.5`)}`.replaceAll(",", delimiter);
    const { format, tables } = await look(text);
    expect(format).toMatchObject({ type: "csv", delimiter, encoding: "utf-8" });
    expect(tables[0]).toMatchObject({ header: 1, rows: 8 });
  });

  it("is Latin 1, or UTF-16 with its mark", async () => {
    const text = `area;share\n${places((i) => `Süd ${i};${i},5`)}`;
    const latin = await look(Buffer.from(text, "latin1"));
    expect(latin.format).toMatchObject({ encoding: "windows-1252", delimiter: ";" });
    expect(latin.tables[0]?.columns[0]?.examples[0]).toBe("Süd 0");
    expect(latin.tables[0]?.columns[1]).toMatchObject({ type: "number", decimalComma: true, least: 0.5 });
    const wide = await look(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]));
    expect(wide.format).toMatchObject({ encoding: "utf-16le" });
  });

  it("is a workbook whose cells are formatted as percent, and which holds formulas without values", async () => {
    const row = (i: number): string =>
      `<row r="${i + 2}"><c t="inlineStr"><is><t>A${i}</t></is></c><c s="1"><v>0.${i + 1}5</v></c><c><f>B${i}</f></c></row>`;
    const header = `<row r="1"><c t="inlineStr"><is><t>area</t></is></c><c t="inlineStr"><is><t>share</t></is></c><c t="inlineStr"><is><t>sum</t></is></c></row>`;
    const found = await table(madeWorkbook(header + [0, 1, 2].map(row).join(""), { formats: ["0%"] }));
    expect(found).toMatchObject({ sheet: "S", header: 1, rows: 3, unsaved: 3 });
    expect(found.columns[1]).toMatchObject({ type: "number", percentFormat: true, percentSign: false, most: 0.35 });
  });

  it("is an OpenDocument spreadsheet, whose copies of other workbooks are left out and counted", async () => {
    const rows = [1, 2, 3].map((i) => odsRow(odsText(`A${i}`) + odsNumber(i * 10)));
    const sheet = odsTable("Figures", odsRow(odsText("area") + odsText("claims")) + rows.join(""));
    const path = join(folder, "made.ods");
    writeFileSync(
      path,
      madeOds(odsTable("'file:///D:/old.xls'#Sheet", odsRow(odsText("old"))) + sheet + odsTable("Empty", "")),
    );
    const { format, links, grids } = await gridsOf(path);
    expect(format).toEqual({ type: "ods" });
    expect(links).toBe(1);
    expect(grids.map((grid) => described(grid).table)).toMatchObject([
      {
        sheet: "Figures",
        header: 1,
        rows: 3,
        columns: [{ name: "area" }, { name: "claims", type: "integer", most: 30 }],
      },
      { sheet: "Empty", header: null, rows: 0 },
    ]);
  });

  it("is GeoJSON, whose properties are a table", async () => {
    const features = [1, 2, 3].map((i) => ({
      ...{ type: "Feature", geometry: { type: "Point", coordinates: [0, 0] } },
      properties: { code: `E0500000${i}`, people: i * 100, more: null },
    }));
    const { format, tables } = await look(JSON.stringify({ type: "FeatureCollection", features }));
    expect(format).toEqual({ type: "geojson" });
    expect(tables[0]).toMatchObject({
      ...{ header: 0, rows: 3 },
      columns: [
        { name: "code", like: { what: "area" } },
        { name: "people", most: 300 },
        { name: "more", filled: 0 },
      ],
    });
  });

  it("is an Arrow file, which names its columns itself", async () => {
    const arrow = new Table({ area: vectorFromArray(["A", "B", null]), claims: vectorFromArray([1, 2, 3]) });
    const { format, tables } = await look(tableToIPC(arrow, "file"));
    expect(format).toEqual({ type: "arrow" });
    expect(tables[0]).toMatchObject({ header: 0, rows: 2 });
  });

  it.each([
    [
      `PK\u0003\u0004${"x".repeat(26)}mimetypeapplication/vnd.oasis.opendocument.spreadsheet, content.xml`,
      "OpenDocument",
    ],
    ['{ "type": "Topology" }', 'type "Topology"'],
    ["{ not JSON", "text that is not JSON"],
    ["\u00d0\u00cf\u0011\u00e0rest", "old kind"],
    ["<html><table></table></html>", "XML or a web page"],
    ["%PDF-1.7", "a PDF"],
    ["a\u0000b", "no text"],
    ["PAR1 and no more", "cut short"],
    ["ARROW1 and no more", "cut short"],
    ["PK\u0003\u0004 and no more", "cut short"],
  ])("is refused with what it is: %j", async (content, found) => {
    await expect(look(Buffer.from(content, "latin1"))).rejects.toThrow(found);
  });
});

describe("what a column holds", () => {
  it.each([
    [["1", "2", "30"], { type: "integer", least: 1, most: 30 }],
    [["1.0", "2.0"], { type: "number" }],
    [["1,234", "12,345,678"], { type: "integer", thousands: ",", decimalComma: false, most: 12_345_678 }],
    [["1 234", "2 345"], { type: "integer", thousands: " ", least: 1234 }],
    [["12,5", "3,25"], { type: "number", decimalComma: true, most: 12.5 }],
    [["1.234,5", "2.345,6"], { type: "number", decimalComma: true, thousands: ".", least: 1234.5 }],
    [["1.234", "12,5"], { type: "number", decimalComma: true, thousands: ".", most: 1234 }],
    [["1,234", "9,5", "8,25"], { type: "number", decimalComma: true, thousands: null, least: 1.234 }],
    [["1'234", "23"], { type: "integer", thousands: "'", most: 1234 }],
    [
      ["9.5 [p]", "8.5", "12*", "7", "6"],
      {
        type: "number",
        flags: [
          { text: "[p]", times: 1 },
          { text: "*", times: 1 },
        ],
        most: 12,
      },
    ],
    [["1 a", "2 a", "3 a"], { type: "text", flags: [] }],
    [["12%", "7.5 %"], { type: "number", percentSign: true, most: 12 }],
    [["\u22125", "3"], { type: "integer", least: -5 }],
    [["2020-01-31", "2020-02-29"], { type: "date" }],
    [["007", "012"], { type: "text" }],
    [["1e5", "202006E172817"], { type: "text" }],
    [["5", "6", "7", "8", "ALL"], { type: "text", totals: ["ALL"] }],
  ])("%j", async (cells, expected) => {
    expect(await column(cells)).toMatchObject(expected);
  });

  it("tells markers, blanks and what is far from the others", async () => {
    const cells = [...Array.from({ length: 20 }, (_, i) => String(10 + i)), "*", "*", "<5", "", "9000"];
    expect(await column(cells)).toMatchObject({
      ...{ type: "integer", blank: 1, filled: 24, distinct: 23 },
      markers: [
        { text: "*", times: 2 },
        { text: "<5", times: 1 },
      ],
      outliers: [9000],
    });
  });

  it.each([
    ["code", ["E05000001", "E05000002"], "ward (United Kingdom)"],
    ["lsoa", ["E01000001", "W01000002"], "LSOA (England and Wales)"],
    ["x", ["S01000001", "S01000002"], "data zone (Scotland)"],
    ["SA2_code", ["100100", "100200"], "statistical area 2 (New Zealand)"],
    ["SA1_2023", ["7000001", "7000002"], "statistical area 1 (New Zealand)"],
    ["sa2_main", ["101021007", "101021008"], "statistical area 2 (Australia)"],
    ["geo", ["DE1", "FRK2"], "NUTS region (Europe)"],
    ["GEOID", ["01001950100", "01001950200"], "census tract (United States)"],
    ["fips", ["01001", "36061"], "county FIPS (United States)"],
    ["code_insee", ["75056", "2A004"], "commune (France)"],
    ["AGS", ["05315000", "09162000"], "municipality (Germany)"],
    ["x", ["GM0363", "GM0599"], "municipality (Netherlands)"],
    ["x", ["N20000001", "95AA01S1"], "small area or data zone (Northern Ireland)"],
    ["area", ["County Durham 001A", "King\u2019s Lynn 012B"], "name of an LSOA (England and Wales)"],
  ])("knows the areas of %s", async (name, cells, area) => {
    expect((await column(cells, name)).like).toMatchObject({ what: "area", name: area });
  });

  it("takes digits and short words for codes only where the column is called so", async () => {
    expect((await column(["100100", "100200"], "people")).like).toBeNull();
    for (const cells of [
      ["01001", "36061"],
      ["01001950100", "36061000100"],
    ])
      expect((await column(cells, "code")).like).toBeNull();
    expect((await column(["ITEM", "ESSEX"], "word")).like).toBeNull();
  });

  it.each([
    [["2019", "2020"], "year"],
    [["2019-20", "2020/21"], "two years"],
    [["2015 - 17", "2016 to 2018"], "several years"],
    [["2019 Q1", "Q2 2019"], "quarter"],
    [["2019-07", "2019-12"], "month"],
    [["Jul 2019", "August 2020"], "month"],
  ])("knows periods: %j", async (cells, name) => {
    expect((await column(cells)).like).toMatchObject({ what: "period", name });
  });

  it("knows years across a new year in six digits where the column is called so", async () => {
    expect((await column(["201819", "201920"], "time_period")).like?.name).toBe("six digits");
    expect((await column(["201819", "201920"], "pupils")).like).toBeNull();
  });
});

describe("totals beside parts", () => {
  it("are found in rows, by their name or by their sums", async () => {
    const [men, women] = [(i: number) => 211 + 17 * i, (i: number) => 307 + 29 * i];
    const rows = (total: string): string =>
      places((i) => `A${i},men,${men(i)}\nA${i},women,${women(i)}\nA${i},${total},${men(i) + women(i)}`, 25);
    for (const total of ["Persons", "whole"])
      expect((await table(`area,sex,claims\n${rows(total)}`)).sums).toMatchObject([
        { kind: "rows", column: "sex", value: total, parts: null, of: "claims", matched: 25, tried: 25 },
      ]);
  });

  it("are found in columns", async () => {
    const found = await table(
      `area,Total,0 to 15,16 and over\n${places((i) => `A${i},${30 + 3 * i},${10 + i},${20 + 2 * i}`)}`,
    );
    expect(found.sums).toMatchObject([
      { kind: "columns", column: "Total", parts: ["0 to 15", "16 and over"], matched: 8 },
    ]);
  });

  it("are not made up where nothing adds up", async () => {
    const found = await table(
      `area,sex,claims\n${places((i) => `A${i},men,${100 + i * i}\nA${i},women,${117 + 7 * i}\nA${i},x,${120 + i}`, 25)}`,
    );
    expect(found.sums).toEqual([]);
  });
});
