import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { periodOf } from "../../src/ingest/periods.ts";
import { readDeclared } from "../support/received.ts";

// Small real situations that went wrong once, in ../shared/cases, outside the repository: each reads with the key that its
// message names.
const cases = new URL("../../../shared/cases/", import.meta.url);

interface Definition {
  files: { path: string }[];
  columns: Record<string, object>;
  format: object;
}

/** Reads the dataset of a case as it stands, or with some keys more. */
async function read(name: string, more: (given: Definition) => object = () => ({})) {
  const folder = new URL(`${name}/data-raw/figures/`, cases);
  const given = parse(readFileSync(new URL("dataset.yaml", folder), "utf8")) as Definition;
  const { files, ...rest } = { ...given, ...more(given) };
  return readDeclared(fileURLToPath(folder), rest, files);
}

interface Case {
  name: string;
  /** What the message names as the file is declared in the folder. */
  names: RegExp;
  more: (given: Definition) => object;
  rows: number;
  first: object;
}

const ods = { type: "xlsx", sheet: "Export" };
const listed: Case[] = [
  {
    name: "csv-footnotes",
    names: /last_row/,
    more: ({ format }) => ({ format: { ...format, last_row: 14 } }),
    rows: 10,
    first: { n: 90, pop: 1000 },
  },
  {
    name: "decimal-comma",
    names: /decimal: ","/,
    more: () => ({ cells: { decimal: "," } }),
    rows: 10,
    first: { v: 9.5 },
  },
  {
    name: "thousands-separators",
    names: /thousands: ","/,
    more: () => ({ cells: { thousands: "," } }),
    rows: 10,
    first: { n: 1500, pop: 12001 },
  },
  {
    name: "values-with-flags",
    names: /flags/,
    more: () => ({ cells: { flags: { "[p]": "provisional" } } }),
    rows: 10,
    first: { v: 9.5 },
  },
  {
    name: "renamed-column-between-releases",
    names: /aliases/,
    more: ({ columns }) => ({
      columns: { ...columns, "Fully vaccinated": { type: "integer", aliases: ["Completed primary course"] } },
    }),
    rows: 10,
    first: { "Fully vaccinated": 90 },
  },
  {
    name: "xlsx-multirow-header",
    names: /header_rows/,
    more: () => ({
      format: {
        ...{ ...ods, header_row: 2, header_rows: 3, last_row: 9, fill_header: true },
        unpivot: {
          name: "year",
          names: ["2023", "2024"],
          values: { has: ["2023 Has it", "2024 Has it"], people: ["2023 People", "2024 People"] },
        },
      },
      columns: {
        Group: { type: "text", position: 1 },
        year: { type: "text" },
        has: { type: "integer" },
        people: { type: "integer" },
      },
    }),
    rows: 10,
    first: { Group: "1", year: "2023", has: 90, people: 1000 },
  },
];

describe.skipIf(!existsSync(cases))("a case of ../shared/cases", () => {
  it.each(listed)("$name names its key, and reads with it", async ({ name, names, more, rows, first }) => {
    expect((await read(name)).faults).toMatch(names);
    const outcome = await read(name, more);
    expect(outcome.faults).toBe("");
    expect(outcome.rows).toHaveLength(rows);
    expect(outcome.rows[0]).toMatchObject(first);
  });

  it("period-in-file-name reads with a form of the names", async () => {
    const { rows } = await read("period-in-file-name", ({ columns }) => ({
      file_name: "{year}.csv",
      columns: { ...columns, year: { type: "integer" } },
    }));
    expect(rows.map(({ year }) => year)).toEqual([...Array(5).fill(2023), ...Array(5).fill(2024)]);
  });

  it("ods-file, which is a shell, is told to be no whole spreadsheet, and what it is where it is called a workbook", async () => {
    const { format } = parse(readFileSync(new URL("ods-file/data-raw/figures/dataset.yaml", cases), "utf8")) as {
      format: { sheet: string };
    };
    expect((await read("ods-file")).faults).toMatch(/type: ods|OpenDocument/);
    const asOds = await read("ods-file", () => ({ format: { type: "ods", sheet: format.sheet ?? "S" } }));
    expect(asOds.faults).toMatch(/a whole OpenDocument spreadsheet|the sheets/);
  });

  it("xlsx-formula says what to do", async () => {
    expect((await read("xlsx-formula")).faults).toMatch(/a formula without a stored value(.|\n)*save it there/);
  });

  it.each<[string, string, Parameters<typeof periodOf>[1]]>([
    ["quarters", "q", "calendar-quarter"],
    ["dfe-six-digit-period", "time_period", "academic-year"],
    ["rolling-periods", "period", "calendar-year"],
  ])("the periods of %s are read by their unit", async (name, column, unit) => {
    const { rows, faults } = await read(name);
    expect(faults).toBe("");
    const cells = rows.map((row) =>
      String(row[column] ?? Object.values(row).find((cell) => /\d{4} - \d{2}/.test(String(cell)))),
    );
    expect(cells.filter((cell) => periodOf(cell, unit) === null)).toEqual([]);
  });
});
