import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { madeOds, odsNumber, odsRow, odsTable, odsText } from "../support/made-ods.ts";
import { madeWorkbook } from "../support/made-workbook.ts";
import { csv, readMade } from "../support/received.ts";

const text = { type: "text" };
const integer = { type: "integer" };
const number = { type: "number" };

/** The cells of one column of figures, one in each line. */
const cellsOf = (lines: readonly string[], column: object, more: object = {}) =>
  readMade({ format: csv, columns: { x: column }, ...more }, { "d.csv": `x\n${lines.join("\n")}\n` });

describe("cells by declaration", () => {
  it.each<[string, string[], object, unknown[]]>([
    ["thousands", ['"1,500"', '"12,345,678"', "7"], { ...integer, cells: { thousands: "," } }, [1500, 12345678, 7]],
    [
      "thousands in spaces",
      ["1 500", "12\u00a0345", "1\u202f000"],
      { ...integer, cells: { thousands: " " } },
      [1500, 12345, 1000],
    ],
    [
      "a decimal comma",
      ['"9,5"', "10", '"1.234,25"'],
      { ...number, cells: { decimal: ",", thousands: "." } },
      [9.5, 10, 1234.25],
    ],
    ["percent signs", ["9.5%", "12 %", "0"], { ...number, percent: true }, [9.5, 12, 0]],
    ["spaces", [" 12", "13\u00a0", "\u00a014 "], { ...integer, cells: { trimmed: true } }, [12, 13, 14]],
    [
      "flags",
      ["9.5 [p]", "12*", "13 [p] *", "7"],
      { ...number, cells: { flags: { "[p]": "provisional", "*": "low base" } } },
      [9.5, 12, 13, 7],
    ],
    [
      "days",
      ["31/12/2023", "1.2.2024", "2024-03-05"],
      { type: "date", cells: { dates: "day-month-year" } },
      ["2023-12-31", "2024-02-01", "2024-03-05"],
    ],
    [
      "days with the names of months",
      ["3 May 2024", "03-Sep-2024", "21st March 2021", "1 SEPT 2020 00:00:00", "2/1/2024"],
      { type: "date", cells: { dates: "day-month-year" } },
      ["2024-05-03", "2024-09-03", "2021-03-21", "2020-09-01", "2024-01-02"],
    ],
    [
      "American days with the names of months",
      ['"May 3, 2024"', "Dec 31 2023"],
      { type: "date", cells: { dates: "month-day-year" } },
      ["2024-05-03", "2023-12-31"],
    ],
    [
      "days that begin with the year and name the month",
      ["2024 Feb 29"],
      { type: "date", cells: { dates: "year-month-day" } },
      ["2024-02-29"],
    ],
    ["American days", ["12/31/2023"], { type: "date", cells: { dates: "month-day-year" } }, ["2023-12-31"]],
    [
      "days without marks",
      ["20231231", "2023/1/5"],
      { type: "date", cells: { dates: "year-month-day" } },
      ["2023-12-31", "2023-01-05"],
    ],
  ])("reads %s", async (_, lines, column, expected) => {
    const { rows, faults } = await cellsOf(lines, column);
    expect(faults).toBe("");
    expect(rows.map(({ x }) => x)).toEqual(expected);
  });

  it("keeps what flags mean, counted", async () => {
    const { notes } = await cellsOf(["9 [p]", "8 [p]", "7*"], {
      ...integer,
      cells: { flags: { "[p]": "provisional", "*": "low base" } },
    });
    expect(notes.map(({ marker, count, meaning }) => [marker, count, meaning])).toEqual([
      ["[p]", 2, "provisional"],
      ["*", 1, "low base"],
    ]);
  });

  it("takes a marker for what it stands for, beside flags and marks", async () => {
    const column = {
      ...integer,
      blanks: { "*": "suppressed", "<5": { from: 1, to: 4 } },
      cells: { flags: { "*": "low base" } },
    };
    const { rows } = await cellsOf(["*", "12*", "<5", "<5*"], column);
    expect(rows.map((row) => [row["x"], row["x#blank"], row["x#lowest"]])).toEqual([
      [null, "suppressed", null],
      [12, null, 12],
      [null, null, 1],
      [null, null, 1],
    ]);
  });

  it.each<[string, string, object, RegExp]>([
    ["thousands", '"1,500"', integer, /thousands: ","/],
    ["thousands in spaces", "1\u00a0500", integer, /thousands: " "/],
    ["a decimal comma", '"9,5"', number, /decimal: ","/],
    ["a percent sign", "9.5%", number, /percent: true/],
    ["a flag", "9.5 [p]", number, /flags: \{ "\[p\]"/],
    ["spaces", "12\u00a0", integer, /trimmed: true/],
    ["a day", "31/12/2023", { type: "date" }, /dates: day-month-year/],
    ["a day with the name of a month", "3 May 2024", { type: "date" }, /dates: day-month-year/],
    ["an American day with the name of a month", '"May 3, 2024"', { type: "date" }, /dates: month-day-year/],
    ["a month in another language", "3 mai 2024", { type: "date" }, /read in English alone/],
    [
      "a day that its month has not",
      "31 June 2024",
      { type: "date", cells: { dates: "day-month-year" } },
      /a day that exists/,
    ],
    ["a range", "<5", integer, /from: 1, to: 4/],
    ["a point where the decimal mark is a comma", "9.5", { ...number, cells: { decimal: "," } }, /"," for decimals/],
    ["thousands that are none", '"1,50"', { ...integer, cells: { thousands: "," } }, /"," between thousands/],
    ["a share without its sign", "9.5", { ...number, percent: true }, /take percent: true out/],
    ["a flag nobody declared", "9 [r]", { ...number, cells: { flags: { "[p]": "provisional" } } }, /flags/],
    ["a month beyond twelve", "31/13/2023", { type: "date", cells: { dates: "day-month-year" } }, /a day that exists/],
  ])("names the key that helps with %s", async (_, line, column, words) => {
    expect((await cellsOf([line], column)).faults).toMatch(words);
  });

  it("prints twenty faults, and how many more there are", async () => {
    const { faults } = await cellsOf(
      Array.from({ length: 57 }, (_, i) => `${i}%`),
      integer,
    );
    expect(faults.match(/must:/g)).toHaveLength(21);
    expect(faults).toMatch(/and 37 more/);
  });
});

describe("tables by declaration", () => {
  const columns = { group: text, n: integer };

  it("leaves notes below a table out of CSV", async () => {
    const file = 'Title\n\ngroup,n\nA,1\nB,2\n\n"[1] Rounded, all"\nSwapped\n';
    const read = (last: object) => readMade({ format: { ...csv, header_row: 3, ...last }, columns }, { "d.csv": file });
    expect((await read({ last_row: 5 })).rows).toEqual([
      { group: "A", n: 1 },
      { group: "B", n: 2 },
    ]);
    expect((await read({})).faults).toMatch(/last_row/);
    expect((await read({ last_row: 3 })).faults).toMatch(/a line after the header/);
  });

  it("joins names over several lines, filled to the right where that is declared", async () => {
    const file = "Group,2023,,2024,\n,Has,All,Has,All\nA,9,10,8,11\n";
    const joined = { Group: text, "2023 Has": integer, "2024 All": integer };
    const read = (more: object) =>
      readMade({ format: { ...csv, header_rows: 2, ...more }, columns: joined }, { "d.csv": file });
    expect((await read({ fill_header: true })).rows).toEqual([{ Group: "A", "2023 Has": 9, "2024 All": 11 }]);
    expect((await read({})).faults).toMatch(/one column named 2024 All/);
  });

  it("takes several measures from wide to long", async () => {
    const file = "Group,2023 Has,2023 All,2024 Has,2024 All\nA,9,10,8,11\nB,1,20,2,21\n";
    const unpivot = {
      name: "year",
      names: [2023, 2024],
      values: { has: ["2023 Has", "2024 Has"], all: ["2023 All", "2024 All"] },
    };
    const declared = { format: { ...csv, unpivot }, columns: { Group: text, year: text, has: integer, all: integer } };
    const { rows, faults } = await readMade(declared, { "d.csv": file });
    expect(faults).toBe("");
    expect(rows).toEqual([
      { Group: "A", year: "2023", has: 9, all: 10 },
      { Group: "A", year: "2024", has: 8, all: 11 },
      { Group: "B", year: "2023", has: 1, all: 20 },
      { Group: "B", year: "2024", has: 2, all: 21 },
    ]);
    const bad = await readMade(declared, { "d.csv": file.replace("21", "2x1") });
    expect(bad.faults).toMatch(/d\.csv:3.*column 2024 All/);
  });

  it("takes names by position, also where a file has none", async () => {
    const named = await readMade(
      { format: csv, columns: { group: text, n: { ...integer, position: 3 } } },
      { "d.csv": "group,,\nA,7,1\n" },
    );
    expect(named.rows).toEqual([{ group: "A", n: 1 }]);
    const bare = await readMade(
      {
        format: { ...csv, header_row: 0 },
        columns: { group: { ...text, position: 1 }, n: { ...integer, position: 2 } },
      },
      { "d.csv": "A,1\nB,x\n" },
    );
    expect(bare.faults).toMatch(/d\.csv:2/);
    expect((await readMade({ format: { ...csv, header_row: 0 }, columns }, { "d.csv": "A,1\n" })).faults).toMatch(
      /position/,
    );
  });

  it("reads releases with other names of a column, and a period from the name of the file", async () => {
    const declared = {
      format: csv,
      file_name: "figures-{year}.csv",
      columns: { group: text, year: integer, n: { ...integer, aliases: ["count"] } },
    };
    const { rows } = await readMade(declared, {
      "figures-2023.csv": "group,n\nA,1\n",
      "figures-2024.csv": "count,group\n2,A\n",
    });
    expect(rows).toEqual([
      { group: "A", year: 2023, n: 1 },
      { group: "A", year: 2024, n: 2 },
    ]);
    expect((await readMade(declared, { "other.csv": "group,n\nA,1\n" })).faults).toMatch(
      /a name of the form figures-\{year\}.csv/,
    );
  });

  it("adds a constant to each file, or says which lacks it", async () => {
    const files = { "a.csv": "group,n\nA,1\n", "b.csv": "group,n\nA,2\n" };
    const declared = { format: csv, columns: { ...columns, year: integer } };
    const { rows } = await readMade(declared, files, (name) => ({ add: { year: name === "a.csv" ? 2023 : 2024 } }));
    expect(rows.map(({ year }) => year)).toEqual([2023, 2024]);
    const lacking = await readMade(declared, files, (name) => (name === "a.csv" ? { add: { year: 2023 } } : {}));
    expect(lacking.faults).toMatch(/no year for b\.csv/);
  });

  it("fills merged labels down within a file, and says how many", async () => {
    const { rows, notes } = await readMade(
      { format: { ...csv, fill_down: ["group"] }, columns: { group: text, sex: text, n: integer } },
      { "d.csv": "group,sex,n\nA,F,1\n,M,2\nB,F,3\n \u00a0,M,4\n" },
    );
    expect(rows.map(({ group }) => group)).toEqual(["A", "A", "B", "B"]);
    expect(notes).toMatchObject([{ kind: "filled-down", count: 2, of: 4 }]);
  });

  it("numbers rows that nothing else tells apart", async () => {
    const { rows } = await readMade(
      { format: csv, columns: { row: { ...text, row_number: true }, group: text } },
      { "d.csv": "group\nA\nA\n" },
    );
    expect(rows.map(({ row }) => row)).toEqual(["1-1", "1-2"]);
  });

  it.each<[string, object, string[]]>([
    ["not", { group: { not: ["A", "B"] } }, ["C1", "C2", "E"]],
    ["a beginning", { group: { prefix: "C" } }, ["C1", "C2"]],
    ["a beginning, but not one", { group: { prefix: "C", not: "C1" } }, ["C2"]],
    ["no blank", { mark: { blank: false } }, ["A", "C1"]],
    ["blanks", { mark: { blank: true } }, ["B", "C2", "E"]],
    ["a list", { group: ["A", "E"] }, ["A", "E"]],
  ])("keeps rows by %s, and says how many it leaves out", async (_, where, expected) => {
    const { rows, notes, faults } = await readMade(
      { format: csv, columns: { group: text, mark: text }, blanks: { "": "not-applicable" }, where },
      { "d.csv": "group,mark\nA,x\nB,\nC1,x\nC2,\nE,\n" },
    );
    expect(faults).toBe("");
    expect(rows.map(({ group }) => group)).toEqual(expected);
    expect(notes).toMatchObject([{ kind: "left-out", count: 5 - expected.length, of: 5 }]);
  });

  const totals = (sum: number, more: object = {}) =>
    readMade(
      {
        format: csv,
        columns: { area: text, sex: text, n: integer },
        facts: { rows: 0, unique: ["area", "sex"] },
        total_rows: [{ where: { sex: "All" }, over: ["sex"], sums: ["n"], ...more }],
      },
      { "d.csv": `area,sex,n\nX,All,${sum}\nX,F,2\nX,M,3\nY,All,9\nY,F,4\nY,M,5\n` },
    );
  it("holds total rows against their parts, and leaves them out", async () => {
    const { rows, notes } = await totals(5);
    expect(rows.map(({ n }) => n)).toEqual([2, 3, 4, 5]);
    expect(notes).toMatchObject([{ kind: "total-rows", count: 2, of: 6 }]);
    expect((await totals(6)).faults).toMatch(/d\.csv:2(.|\n)*6, and 5 in its parts(.|\n)*within/);
    expect((await totals(6, { within: 1 })).faults).toBe("");
  });
});

describe("points", () => {
  const square = (x: number, code: string, hole: number[][][] = []) => ({
    type: "Feature",
    properties: { code },
    geometry: {
      type: "Polygon",
      coordinates: [
        [
          [x, 0],
          [x + 1, 0],
          [x + 1, 1],
          [x, 1],
          [x, 0],
        ],
        ...hole,
      ],
    },
  });
  const hole = [
    [
      [1.4, 0.4],
      [1.6, 0.4],
      [1.6, 0.6],
      [1.4, 0.6],
      [1.4, 0.4],
    ],
  ];
  const geojson = JSON.stringify({ type: "FeatureCollection", features: [square(0, "W"), square(1, "E", hole)] });
  const place = async (lines: string) => {
    const declared = {
      format: csv,
      columns: { id: text, lon: number, lat: number, area: text },
      points: { file: "areas.geojson", key: "code", longitude: "lon", latitude: "lat", area: "area" },
      blanks: { "": "not-available" },
    };
    const { mkdtempSync, writeFileSync } = await import("node:fs");
    const { tmpdir } = await import("node:os");
    const { join } = await import("node:path");
    const { readDeclared } = await import("../support/received.ts");
    const root = mkdtempSync(join(tmpdir(), "tempcheck-points-"));
    writeFileSync(join(root, "areas.geojson"), geojson);
    writeFileSync(join(root, "d.csv"), `id,lon,lat\n${lines}`);
    return readDeclared(root, declared, [{ path: "d.csv", sha256: "0".repeat(64) }]);
  };
  it("are placed in areas; those in none are counted and left out", async () => {
    const { rows, notes, faults } = await place("a,0.5,0.5\nb,1.5,0.5\nc,1.2,0.2\nd,1,0.5\ne,3,3\nf,,\n");
    expect(faults).toBe("");
    expect(rows.map(({ id, area }) => `${id} ${area}`)).toEqual(["a W", "c E", "d E"]);
    expect(notes.map(({ kind, count, of }) => [kind, count, of])).toEqual([
      ["not-placed", 1, 6],
      ["outside", 2, 6],
    ]);
  });
  it("are numbers", async () => {
    expect((await place("a,x,0.5\n")).faults).toMatch(/column lon/);
  });
});

describe("OpenDocument", () => {
  const header = odsRow(odsText("group") + odsText("n"));
  const read = (rows: string, more: object = {}, columns: object = { group: text, n: number }) =>
    readMade(
      { format: { type: "ods", sheet: "S", ...more }, columns },
      { "d.ods": madeOds(odsTable("'file:///D:/x'#S", odsRow(odsText("no"))) + odsTable("S", rows)) },
    );

  it("is read: repeated rows and cells, covered ones, comments and footnotes, kinds of numbers", async () => {
    const { rows, faults } = await read(
      header +
        odsRow(
          odsText(
            'A <text:s text:c="1"/>1<text:note><text:note-citation>2</text:note-citation><text:note-body><text:p>not this</text:p></text:note-body></text:note>',
          ) + odsNumber(1589, "1,589"),
        ) +
        odsRow(
          `<table:table-cell office:value-type="string"><office:annotation><text:p>said</text:p></office:annotation><text:p>B</text:p></table:table-cell>` +
            odsNumber(0, "-"),
        ) +
        odsRow(odsText("C") + odsNumber(12.5, "£12.50", "currency"), ' table:number-rows-repeated="2"') +
        odsRow("<table:table-cell/>", ' table:number-rows-repeated="1048000"') +
        odsRow(
          `<table:covered-table-cell office:value-type="string"><text:p>hidden</text:p></table:covered-table-cell>${odsNumber(3)}`,
          ' table:visibility="collapse"',
        ),
      { fill_down: ["group"] },
    );
    expect(faults).toBe("");
    expect(rows).toEqual([
      { group: "A  1", n: 1589 },
      { group: "B", n: 0 },
      { group: "C", n: 12.5 },
      { group: "C", n: 12.5 },
      { group: "C", n: 3 },
    ]);
  });

  it.each<[string, string, object, RegExp | number]>([
    ["15% where the column says so", odsNumber(0.15, "15%", "percentage"), { ...number, percent: true }, 15],
    ["15% where it does not", odsNumber(0.15, "15%", "percentage"), number, /percent: true/],
    ["a number that is shown scaled", odsNumber(1589, "1.6"), number, /stored as it is shown/],
    ["a number behind a text", odsNumber(3, "[c]"), number, /stored as it is shown/],
    ["a formula without a value", `<table:table-cell table:formula="of:=[.A1]"/>`, number, /without a stored value/],
    ["an error", odsText("#N/A"), number, /declare "#N\/A"/],
    [
      "a day",
      `<table:table-cell office:value-type="date" office:date-value="2023-01-31T00:00:00"><text:p>31 Jan</text:p></table:table-cell>`,
      { type: "date" },
      /^$/,
    ],
  ])("reads %s, or says what to do", async (_, cell, column, expected) => {
    const { rows, faults } = await read(header + odsRow(odsText("A") + cell), {}, { group: text, n: column });
    if (typeof expected === "number") expect(rows[0]?.["n"]).toBe(expected);
    else expect(faults).toMatch(expected);
  });

  it("joins names of merged cells over several rows", async () => {
    const { rows } = await read(
      odsRow(
        odsText("Group", ' table:number-rows-spanned="2"') +
          odsText("2023", ' table:number-columns-spanned="2"') +
          "<table:covered-table-cell/>",
      ) +
        odsRow(`<table:covered-table-cell/>${odsText("Has")}${odsText("All")}`) +
        odsRow(odsText("A") + odsNumber(1) + odsNumber(2)),
      { header_rows: 2 },
      { Group: text, "2023 Has": integer, "2023 All": integer },
    );
    expect(rows).toEqual([{ Group: "A", "2023 Has": 1, "2023 All": 2 }]);
  });

  it("has bounds, a sheet of the name, and a whole file", async () => {
    const wide = odsRow(
      odsNumber(1, "1", "float", ' table:number-columns-repeated="16000"'),
      ' table:number-rows-repeated="1000000"',
    );
    expect((await read(header + wide)).faults).toMatch(/at most 2000000 cells/);
    expect((await read(header, { sheet: "T" })).faults).toMatch(/the sheets S$/m);
    const broken = (content: Uint8Array) =>
      readMade({ format: { type: "ods", sheet: "S" }, columns: { group: text } }, { "d.ods": content });
    expect((await broken(madeOds("").subarray(0, 200))).faults).toMatch(/a whole OpenDocument spreadsheet/);
    expect((await broken(strToU8("no archive"))).faults).toMatch(/a whole OpenDocument spreadsheet/);
    expect((await broken(madeWorkbook(""))).faults).toMatch(/type: xlsx/);
  });
});

it("joins names of merged cells of a workbook, whose notes lie below", async () => {
  const cell = (at: string, text: string | number): string =>
    typeof text === "number"
      ? `<c r="${at}"><v>${text}</v></c>`
      : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const rows = [
    `<row r="2">${cell("B2", "2023")}${cell("D2", "2024")}</row>`,
    `<row r="3">${["B", "C", "D", "E"].map((at, i) => cell(`${at}3`, i % 2 === 0 ? "Has it" : "People")).join("")}</row>`,
    `<row r="4">${cell("A4", "Group")}</row>`,
    `<row r="5">${cell("A5", "1")}${cell("B5", 90)}${cell("C5", 1000)}${cell("D5", 88)}${cell("E5", 1000)}</row>`,
    `<row r="7">${cell("A7", "A note")}</row>`,
  ];
  const workbook = madeWorkbook(
    `${rows.join("")}</sheetData><mergeCells><mergeCell ref="B2:C2"/><mergeCell ref="D2:E2"/></mergeCells><sheetData>`,
  );
  const declared = {
    format: {
      ...{ type: "xlsx", sheet: "S", header_row: 2, header_rows: 3, last_row: 5 },
      unpivot: {
        name: "year",
        names: ["2023", "2024"],
        values: { has: ["2023 Has it", "2024 Has it"], people: ["2023 People", "2024 People"] },
      },
    },
    columns: { Group: text, year: text, has: integer, people: integer },
  };
  const { rows: read, faults } = await readMade(declared, { "d.xlsx": workbook });
  expect(faults).toBe("");
  expect(read).toEqual([
    { Group: "1", year: "2023", has: 90, people: 1000 },
    { Group: "1", year: "2024", has: 88, people: 1000 },
  ]);
});
