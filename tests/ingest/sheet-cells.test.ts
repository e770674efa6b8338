import fc from "fast-check";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { shifted, shownBy } from "../../src/ingest/number-format.ts";
import { sheetCells } from "../../src/ingest/sheet-cells.ts";
import { openWorkbook, partsOf } from "../../src/ingest/workbook-parts.ts";
import { madeWorkbook, xmlText } from "../support/made-workbook.ts";
import { faultsOf, figuresOf, people, type SmallProject } from "../support/one-dataset.ts";

/** The cells of the sheet S as a table of texts, as long and as wide as they reach. */
function read(bytes: Uint8Array): (string | null)[][] {
  const workbook = openWorkbook(bytes);
  const path = workbook.sheets[0]!.path;
  const { sheet: cells } = sheetCells(partsOf(bytes, (name) => name === path).get(path)!, workbook);
  const width = Math.max(0, ...[...cells.values()].flatMap((row) => [...row.keys()]));
  return Array.from({ length: Math.max(0, ...cells.keys()) }, (_, row) =>
    Array.from({ length: width }, (_, column) => cells.get(row + 1)?.get(column + 1)?.text ?? null),
  );
}

const letters = (column: number): string => String.fromCharCode(65 + column);
type Made = { kind: "text" | "shared" | "number" | "day" | "none" | "flag"; text: string; number: number };
const cell = fc.record<Made>({
  kind: fc.constantFrom("text", "shared", "number", "day", "none", "flag"),
  text: fc
    .oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom("a & b", "<5", " x ", "é\u00a0", "constructor", "__proto__", "]]>"),
    )
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "")),
  number: fc.oneof(
    fc.integer({ min: 0, max: 60000 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }),
  ),
});

/** The XML of a table, its cells with or without where they stand. */
function rowsOf(table: readonly (readonly Made[])[], said: boolean, strings: string[]): string {
  const cellXml = ({ kind, text, number }: Made, at: string): string => {
    switch (kind) {
      case "text":
        return `<c${at} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
      case "shared":
        strings.push(
          `<r><t xml:space="preserve">${xmlText(text)}</t></r><r><rPr/><t>!</t></r><rPh sb="0"><t>read aloud</t></rPh>`,
        );
        return `<c${at} t="s"><v>${strings.length - 1}</v></c>`;
      case "number":
        return `<c${at}><v>${number}</v></c>`;
      case "day":
        return `<c${at} s="1"><v>${(Math.abs(Math.trunc(number)) % 60000) + 61}</v></c>`;
      case "flag":
        return `<c${at} t="b"><v>${number > 0 ? 1 : 0}</v></c>`;
      case "none":
        return `<c${at}/>`;
    }
  };
  return table
    .map(
      (row, r) =>
        `<row${said ? ` r="${r + 1}"` : ""}>${row.map((one, c) => cellXml(one, said ? ` r="${letters(c)}${r + 1}"` : "")).join("")}</row>`,
    )
    .join("");
}

describe("sheetCells", () => {
  it("reads what another reader does, and the same where cells do not say where they stand", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        async (table) => {
          const strings: string[] = [];
          const bytes = madeWorkbook(rowsOf(table, true, strings), { formats: [14], strings });
          const mine = read(bytes);
          const others = ((await readSheet(Buffer.from(bytes), "S")) as unknown[][]).map((row) =>
            row.map((one) =>
              one === null ? null : one instanceof Date ? one.toISOString().slice(0, 10) : String(one).trim(),
            ),
          );
          const padded = (rows: (string | null)[][]) =>
            rows.map((row) => [...row, ...Array<null>(5 - row.length).fill(null)]);
          // The other one drops rows without anything at the end.
          expect(padded(mine)).toEqual(padded(others.slice(0, mine.length)));
          const again: string[] = [];
          expect(read(madeWorkbook(rowsOf(table, false, again), { formats: [14], strings: again }))).toEqual(mine);
        },
      ),
      { numRuns: 300, seed: 2026 },
    );
  });

  it.each<[string, string, (string | null)[][]]>([
    ["a prefix", '<x:row xmlns:x="u"><x:c><x:v>1</x:v></x:c></x:row>', [["1"]]],
    [
      "rows that are left out",
      '<row r="3"><c r="B3"><v>1</v></c></row><row><c><v>2</v></c></row>',
      [
        [null, null],
        [null, null],
        [null, "1"],
        ["2", null],
      ],
    ],
    ["an error", '<row><c t="e"><v>#N/A</v></c></row>', [["#N/A"]]],
    ["a formula whose value is stored", '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1</f><v></v></c></row>', [["2"]]],
    ["signs that XML cannot hold", '<row><c t="inlineStr"><is><t>a_x000A_b</t></is></c></row>', [["a\nb"]]],
  ])("reads %s", (_, rows, expected) => {
    expect(read(madeWorkbook(rows))).toEqual(expected);
  });

  it("counts days from 1900 or from 1904", () => {
    const rows =
      '<row><c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c><c s="1"><v>45291.75</v></c></row>';
    expect(read(madeWorkbook(rows, { formats: [14] }))).toEqual([
      ["1900-01-01", "1900-02-28", "1900-03-01", "2023-12-31"],
    ]);
    const from1904 = madeWorkbook('<row><c s="1"><v>0</v></c></row>', {
      formats: ["dd/mm/yyyy"],
      properties: '<workbookPr date1904="1"/>',
    });
    expect(read(from1904)).toEqual([["1904-01-01"]]);
  });
});

describe("shownBy", () => {
  it.each([
    "0%",
    "0.0%",
    "0.0 %",
    "[Red]0%",
    "0%;[Red]-0%",
    "#,##0.00%",
    "[>=0]0.0%;General",
    '0" "%',
    '"about "0%',
    "_-0%_-",
    "* 0%",
    "[$-809]0%",
    "?0%",
  ])("knows %s for percent", (format) => {
    expect(shownBy(format, 0.15)).toEqual({ as: "percent" });
  });

  it.each([
    ["General", false],
    ["0.0", false],
    ["#,##0", false],
    ["# ?/?", false],
    ["0.00E+00", false],
    ["@", false],
    ["£#,##0;[Red]-£#,##0", false],
    ['0"%"', true],
    ["0\\%", true],
    ['0.0" %"', true],
    ["0_%", false],
    ["0*%", false],
    ['0" per 100"', false],
    ["[>1]0;0%", false],
    ["[<1]0%;0", false],
  ])("knows that %s shows 15 as it is stored", (format, withPercentSign) => {
    expect(shownBy(format, 15)).toEqual({ as: "stored", withPercentSign });
  });

  it.each([
    ["0,", 1500000],
    ["0,,", 1500000],
    ['#,##0.0,"k"', 1500000],
    ["0%%", 0.15],
    ['"c"', 3],
    [";;;", 3],
    ['[<5]"c";0', 3],
    ['0"000"', 5],
    ['"1"0', 5],
    ["#,##0;-#,##0;", 0],
  ])("knows that %s does not show %d", (format, value) => {
    expect(shownBy(format, value).as).toBe("other");
  });

  it.each([
    ["yyyy", 2023],
    ["dd/mm/yyyy", 45000],
    ["[h]:mm", 1.5],
    ["mmm yy", 45000],
  ])("takes %s for a day or time", (format, value) => {
    expect(shownBy(format, value).as).toBe("day");
  });

  it("shows nought as a dash", () => {
    expect(shownBy('#,##0;-#,##0;"-"', 0).as).toBe("stored");
    expect(shownBy('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', 0).as).toBe("stored");
  });
});

describe("shifted", () => {
  it.each([
    ["0.15", 2, "15"],
    ["0.1905", 2, "19.05"],
    ["-0.005", 2, "-0.5"],
    ["1e-7", 2, "0.00001"],
    ["1.5e21", 2, "150000000000000000000000"],
    ["1500000", -3, "1500"],
    ["5", -3, "0.005"],
    ["0", 2, "0"],
    ["-0", 2, "0"],
  ])("moves the point of %s by %d", (number, places, moved) => {
    expect(shifted(number, places)).toBe(moved);
  });
});

describe("a workbook's figures", () => {
  const header = ["grp", "year", "x", "n"];
  const text = (one: string): string => `<c t="inlineStr"><is><t>${one}</t></is></c>`;
  const data: [string, number, string, number][] = [
    ["A", 2022, "0.15", 200],
    ["B", 2022, "0.1905", 210],
    ["C", 2022, "0.19049999999999997", 190],
    ["A", 2024, "0.122", 205],
    ["B", 2024, "0.2047", 215],
    ["C", 2024, "0", 195],
  ];
  const made = (
    format: string | number,
    column: object,
    more: Partial<SmallProject> = {},
    cells = data,
  ): SmallProject => ({
    file: {
      name: "d.xlsx",
      content: madeWorkbook(
        `<row>${header.map(text).join("")}</row>${cells.map(([grp, year, x, n]) => `<row>${text(grp)}<c><v>${year}</v></c>${/^[\d.]+$/.test(x) ? `<c s="1"><v>${x}</v></c>` : x}<c><v>${n}</v></c></row>`).join("")}`,
        { formats: [format] },
      ),
    },
    format: { type: "xlsx", sheet: "S" },
    columns: {
      grp: { type: "text" },
      year: { type: "integer" },
      x: { type: "number", ...column },
      n: { type: "integer", population: people },
    },
    unique: ["grp", "year"],
    rows: cells.length,
    indicator: {
      statistic: {
        kind: "published",
        value: "x",
        scale: "logit",
        per: 100,
        unit: "%",
        denominator: "n",
        accepted: "As it is.",
      },
    },
    ...more,
  });
  const values = async (project: SmallProject): Promise<unknown[]> =>
    (await figuresOf(project)).figures.map(([, , , , estimate]) => ("value" in estimate ? estimate.value : null));

  it.each(["0%", "0.0 %", "[Red]0%", 9, 10])(
    "formatted as percent (%s) are read as shown, or refused",
    async (format) => {
      expect(await values(made(format, { percent: true }))).toEqual([15, 19.05, 19.05, 12.2, 20.47, 0]);
      const refused = await faultsOf(made(format, {}));
      expect(refused).toContain("data-raw/d/d.xlsx [S]:2  column x");
      expect(refused).toMatch(/found: 0.15 stored, shown by the format ".*" as 15%/);
      expect(refused).toContain("add percent: true to the column in dataset.yaml");
    },
  );

  it("with a % sign beside them are as they are stored", async () => {
    const cells = data.map(([grp, year, x, n]): [string, number, string, number] => [
      grp,
      year,
      String(Number(x) * 100),
      n,
    ]);
    expect(await values(made('0.0"%"', {}, {}, cells))).toEqual(
      await values(made('0.0"%"', { percent: true }, {}, cells)),
    );
  });

  it("without one are refused where the column says percent", async () => {
    expect(await faultsOf(made("0.00", { percent: true }))).toMatch(/must: {2}a cell that is shown with a % sign/);
  });

  it("of whole numbers are held to the same", async () => {
    const counts = data.map(([grp, year, , n], i): [string, number, string, number] => [grp, year, String(20 + i), n]);
    const statistic = {
      indicator: {},
      columns: {
        grp: { type: "text" },
        year: { type: "integer" },
        x: { type: "integer" },
        n: { type: "integer", population: people },
      },
    };
    expect(await faultsOf(made("0%", {}, statistic, counts))).toContain("found: 20 stored");
    expect(await faultsOf(made("0,", {}, statistic, counts))).toContain("scaled by its format");
    expect(await faultsOf(made('[<22]"c";0', {}, statistic, counts))).toContain('as "c"');
    expect(await faultsOf(made("#,##0", {}, statistic, counts))).toBe("");
  });

  it("turned from columns into rows are held to the same", async () => {
    const rows = ["A", "B", "C"].map(
      (grp, i) => `<row>${text(grp)}<c s="1"><v>0.1${i}</v></c><c s="1"><v>0.2${i}</v></c></row>`,
    );
    const wide = (column: object): SmallProject => ({
      ...made("0%", {}),
      file: {
        name: "d.xlsx",
        content: madeWorkbook(`<row>${["grp", "2022", "2024"].map(text).join("")}</row>${rows.join("")}`, {
          formats: [9],
        }),
      },
      format: { type: "xlsx", sheet: "S", unpivot: { columns: ["2022", "2024"], name: "year", value: "x" } },
      columns: { grp: { type: "text" }, year: { type: "integer" }, x: { type: "number", ...column } },
      indicator: { statistic: { kind: "published", value: "x", scale: "logit", per: 100, unit: "%" } },
    });
    expect(await values(wide({ percent: true }))).toEqual([10, 11, 12, 20, 21, 22]);
    expect(await faultsOf(wide({}))).toContain("column 2022");
  });

  it("may not be percent in a column of text", async () => {
    expect(await faultsOf(made("0%", { percent: true, type: "text" }))).toContain("found: x, of type text");
  });

  it("that a formula would give are refused where none is stored", async () => {
    const cells = data.map((row, i) =>
      i === 1 ? ([row[0], row[1], "<c><f>1+1</f></c>", row[3]] as (typeof data)[number]) : row,
    );
    expect(await faultsOf(made("0.0", {}, {}, cells))).toMatch(
      /\[S\]:3 {2}column x\n.*\n.*a formula without a stored value/,
    );
  });
});
