import { rmSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { told } from "../../src/catalogue/told.ts";
import { groupsChart } from "../../src/charts/groups-chart.ts";
import { tableData } from "../../src/charts/table-data.ts";
import { tables } from "../../src/export/all-tables.ts";
import { sheets } from "../../src/export/workbook/workbook.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { levelKind } from "../../src/narrate/level.ts";
import { working } from "../../src/narrate/working.ts";
import { tableText } from "../../src/report/pages/table-text.ts";
import { type Publishable, resultsSchema } from "../../src/results/results.ts";
import { temporaryFolder } from "../support/command.ts";
import { groupsDimension, publishableOf, small } from "../support/ranges-project.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// 20 + (1 to 9) of 1,000 to 1,020, beside 10 of 1,000.
let results: Publishable;
beforeAll(async () => {
  const rows = [
    [1, 2024, "A", 20, 700],
    [1, 2024, "B", "1-9", "300-320"],
    [2, 2024, "A", 10, 1000],
  ];
  results = await publishableOf(
    folder,
    small(rows, {
      dimensions: groupsDimension(2, "type: pair"),
      blanks: '{ "1-9": { from: 1, to: 9 }, "300-320": { from: 300, to: 320 } }',
    }),
  );
});

const rowsOf = (name: string): Record<string, unknown>[] => {
  const { fields, rows } = tables(results).find((table) => table.name === name)!;
  return rows.map((row) => Object.fromEntries(Object.keys(fields).map((column, i) => [column, row[i]])));
};
const firstOf = () => breakdownsOf(results, results.indicators[0]!)[0]!;

describe("a count that is known as a range", () => {
  it("has no number and both ends in results.json, which keeps its shape", () => {
    const written = told(results);
    expect(resultsSchema.safeParse(written).error).toBeUndefined();
    expect(written.indicators[0]!.dimensions[0]!.periods[0]!.groups[0]).toMatchObject({
      numerator: null,
      numeratorRange: { lower: 21, upper: 29 },
      denominator: null,
      denominatorRange: { lower: 1000, upper: 1020 },
    });
  });

  it("has both ends in the tables of figures and counts", () => {
    for (const name of ["figure", "observation"]) {
      const [first, second] = rowsOf(name);
      expect(first).toMatchObject({
        ...{ numerator: null, numerator_lower: 21, numerator_upper: 29, marker: null },
        ...{ denominator: null, denominator_lower: 1000, denominator_upper: 1020 },
      });
      expect(second).toMatchObject({ numerator: 10, numerator_lower: null, numerator_upper: null, denominator: 1000 });
    }
  });

  it("is told as a range in the workbook, in charts' tables and in the working", () => {
    const book = sheets({ results, whole: tables(results), build: "b1d" });
    const { columns, rows } = book.find(({ name }) => name === "thing")!.table!;
    const at = (header: string) => columns.findIndex((column) => column.header === header);
    expect([at("Count"), at("Out of")].map((column) => rows[0]![column])).toEqual(["21 to 29", "1,000 to 1,020"]);

    const b = firstOf();
    const { table } = groupsChart(b)!;
    expect(tableText(b.say, table).rows[0]!.cells.slice(-2)).toEqual(["21 to 29", "1,000 to 1,020"]);
    const data = tableData(table);
    const of = (row: number) => Object.fromEntries(data.columns.map((column, i) => [column, data.rows[row]![i]]));
    expect(of(0)).toMatchObject({ number: null, number_lower: 21, number_upper: 29, out_of: null, out_of_upper: 1020 });
    expect(of(1)).toMatchObject({ number: 10, number_lower: null, out_of: 1000 });

    const steps = working(results, results.indicators[0]!, "dep").steps;
    const [groups] = steps[0]!.parts;
    expect(typeof groups === "object" && groups.rows[0]!.slice(1, 3)).toEqual(["21 to 29", "1,000 to 1,020"]);
  });

  it("leaves the level that of the groups added up", () => {
    expect(levelKind(firstOf().latest)).toBe("pooled");
  });
});

describe("what ranges make of a gap", () => {
  const least = (100 * 21) / 1020 - 1;

  it("stands beside the gap in the tables and in the workbook", () => {
    const [absolute] = rowsOf("gap");
    expect(absolute).toMatchObject({
      oriented_least: expect.closeTo(least, 9),
      oriented_most: expect.closeTo(1.9, 9),
      notes: expect.stringContaining("gap-in-a-range"),
    });
    const { columns } = sheets({ results, whole: tables(results), build: "b1d" }).find(({ name }) => name === "Gaps")!
      .table!;
    expect(columns.map(({ header }) => header)).toEqual(expect.arrayContaining(["Gap, least", "Gap, most"]));
  });

  it("is said in the working, and as a note", () => {
    const steps = working(results, results.indicators[0]!, "dep").steps;
    const lines = steps.flatMap(({ parts }) => parts.filter((part) => typeof part === "string"));
    expect(lines.filter((line) => line.includes("range"))).toMatchInlineSnapshot(`
      [
        "Difference [d.extreme-groups.v1]: raw −1.4752; oriented 1.4752 (0.2252 to 2.7253) percentage points; 1.0588 to 1.9000 with the counts anywhere in their ranges",
        "Ratio [r.extreme-groups.v1]: raw 0.4040; oriented 2.4752 (1.1397 to 5.3758); 2.0588 to 2.9000 with the counts anywhere in their ranges",
        "counts-in-ranges: 2 of the counts are given as ranges. The middle of each is taken, and the interval allows for the rest.",
        "gap-in-a-range: The counts held back or given as ranges could make the absolute gap anything from 1.0 to 1.9 percentage points.",
        "gap-in-a-range: The counts held back or given as ranges could make the relative gap anything from 2.0 to 2.9 times.",
      ]
    `);
  });
});
