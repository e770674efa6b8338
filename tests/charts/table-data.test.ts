import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { formatOf } from "../../src/catalogue/format.ts";
import type { Say } from "../../src/catalogue/say.ts";
import { chartsIn, chartsOf } from "../../src/charts/all-charts.ts";
import type { BreakdownChart, Chart } from "../../src/charts/chart.ts";
import { groupsChart } from "../../src/charts/groups-chart.ts";
import { tableData } from "../../src/charts/table-data.ts";
import { csv } from "../../src/csv/write.ts";
import { type Breakdown, breakdownsOf } from "../../src/narrate/breakdown.ts";
import { notComputable } from "../../src/reasons-and-notes.ts";
import { tableText } from "../../src/report/pages/table-text.ts";
import type { Publishable } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";

const breakdowns = sampleton.indicators.flatMap((indicator) => breakdownsOf(sampleton, indicator));
const breakdown = (name: string): Breakdown => breakdowns.find((b) => b.name === name)!;
const rowsOf = (chart: Chart): Record<string, string | number | boolean | null>[] => {
  const { columns, rows } = tableData(chart.table);
  return rows.map((row) => Object.fromEntries(columns.map((id, i) => [id, row[i] ?? null])));
};
const dataOf = (b: Breakdown, kind: BreakdownChart) => rowsOf(chartsOf(b).find((chart) => chart.kind === kind)!);

describe("tableData", () => {
  it("has a value with every digit, and one column for each limit", () => {
    const b = breakdown("debt--fifths");
    const estimate = { value: 100_000 / 3, lower: 100_000 / 7, upper: 200_000 / 3 };
    const groups = b.latest.groups.map((group) => ({ ...group, estimate, numerator: 1_234_567 }));
    const [first] = rowsOf(groupsChart({ ...b, latest: { ...b.latest, groups } })!);
    expect(first).toMatchObject({ ...estimate, unit: "%", number: 1_234_567, marker: null });
    expect(csv(["value"], [[first!["value"]!]])).toBe("value\r\n33333.333333333336\r\n");
  });

  it("has a row for each group and period of lines that a page sets side by side", () => {
    const rows = dataOf(breakdown("debt--fifths"), "over-time");
    expect(new Set(rows.map(({ group, period }) => `${group} ${period}`)).size).toBe(rows.length);
    expect(new Set(rows.map(({ period }) => period))).toEqual(new Set(["2019", "2020", "2021", "2022"]));
  });

  it("leaves blank what is missing, and says so beside it", () => {
    const rows = dataOf(breakdown("accidents--districts"), "map");
    expect(rows.find(({ marker }) => marker !== null)).toMatchObject({ value: null, lower: null, marker: "[c]" });
    const b = breakdown("debt--fifths");
    const periods = b.result.periods.map((one, i) =>
      i === 1 ? { ...one, absolute: notComputable("no-overall", { of: "groups" }) } : one,
    );
    const [, second] = dataOf({ ...b, result: { ...b.result, periods } }, "gap-absolute");
    expect(second).toMatchObject({ value: null, marker: "[x]", reason: "no-overall" });
  });

  it("turns words of the catalogue into ids", () => {
    const rows = dataOf(breakdown("debt--fifths"), "people");
    expect(rows.map(({ people, out_of }) => [people, out_of])).toEqual([
      ["now", 100],
      ["fewer", 100],
    ]);
  });

  it("is read back by another reader, names with commas too", () => {
    const b = breakdown("accidents--districts");
    const groups = b.latest.groups.map((group, i) => (i === 0 ? { ...group, label: 'Docks, "old" Harbour' } : group));
    const dimension = {
      ...b.dimension,
      groups: b.dimension.groups.map((one, i) => ({ ...one, label: groups[i]!.label })),
    };
    const chart = groupsChart({ ...b, dimension, latest: { ...b.latest, groups } })!;
    const { columns, rows } = tableData(chart.table);
    const read = parse(csv(columns, rows), { record_delimiter: "\r\n", columns: true }) as Record<string, string>[];
    expect(read.map((row) => (row["value"] === "" ? null : Number(row["value"])))).toEqual(
      rowsOf(chart).map((row) => row["value"]),
    );
    expect(read.map((row) => row["group"])).toContain('Docks, "old" Harbour');
  });
});

const everyChart = chartsIn(sampleton);

describe.each(everyChart.map((chart, i) => [chart.id, chart, i] as const))("the data of %s", (_, chart, i) => {
  const { columns, rows } = tableData(chart.table);

  it("have a name for each column, once, and full rows", () => {
    expect(new Set(columns).size).toBe(columns.length);
    for (const id of columns) expect(id).toMatch(/^[a-z_]+$/);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  it("have numbers alone where figures stand, the same in another language", () => {
    const translated = chartsIn({ ...sampleton, language: "en-XA" } as Publishable)[i]!;
    const other = tableData(translated.table);
    expect(other.columns).toEqual(columns);
    const words = [
      "group",
      "period",
      "indicator",
      "comparison",
      "people",
      "since",
      "until",
      "unit",
      "worse_by_unit",
      "earlier_unit",
    ];
    const ids = ["compared_with", "marker", "reason"];
    columns.forEach((id, at) => {
      const values = rows.map((row) => row[at]);
      if (!words.includes(id)) expect(other.rows.map((row) => row[at])).toEqual(values);
      if (![...words, ...ids].includes(id))
        for (const value of values) expect(["number", "object"]).toContain(typeof value);
    });
  });
});

describe("a language with other marks", () => {
  it("writes the same figures, which its pages show otherwise", () => {
    const texts = breakdowns.flatMap((b) => {
      const marks = { ...b.say.writing, locale: new Intl.Locale("de-DE") };
      const say: Say = { ...b.say, writing: marks, ...formatOf({ ...b.say, writing: marks }) };
      return chartsOf(b).map((chart, i) => {
        const other = chartsOf({ ...b, say })[i]!;
        expect(tableData(other.table), chart.id).toEqual(tableData(chart.table));
        return [tableText(b.say, chart.table), tableText(say, other.table)].map(({ rows }) => rows[0]!.cells.join(" "));
      });
    });
    expect(texts.filter(([here, there]) => here !== there).length).toBeGreaterThan(10);
    expect(texts.map(([, there]) => there).join(" ")).toMatch(/\d,\d/);
  });
});
