import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { chartsOf } from "../../src/charts/all-charts.ts";
import type { Chart, ChartKind } from "../../src/charts/chart.ts";
import { draw } from "../../src/charts/draw/draw.ts";
import { inThisThread } from "../../src/charts/draw/drawers.ts";
import { tableData } from "../../src/charts/table-data.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { notComputable } from "../../src/reasons-and-notes.ts";
import { tableText } from "../../src/report/pages/table-text.ts";
import type { Comparator, DimensionResult } from "../../src/results/results.ts";
import { sampleton } from "../support/fixture.ts";
import { labelFaults } from "../support/labels.ts";
import { withResults } from "../support/moved.ts";
import { pageSvg } from "../support/page-svg.ts";

const within = (value: number, by: number) => ({ value, lower: value - by, upper: value + by });
const bare = (value: number) => ({ value, lower: null, upper: null });
const none = notComputable("no-rows");

type Periods = NonNullable<Comparator["periods"]>;
const otherton: Periods = [
  { period: "2019", overall: bare(14), absolute: within(5, 1), relative: bare(1.3) },
  { period: "2020", overall: bare(14.5), absolute: within(4, 1), relative: bare(1.2) },
  { period: "2021", overall: bare(15), absolute: within(4.5, 1), relative: bare(1.2) },
  { period: "2022", overall: bare(15), absolute: within(4.1, 1), relative: bare(1.2) },
];
const thirdham: Periods = [
  { period: "2021", overall: none, absolute: within(17, 2), relative: none },
  { period: "2022", overall: bare(30), absolute: within(18, 2), relative: none },
];

const debtWith = (change: (result: DimensionResult) => Partial<DimensionResult>): Map<ChartKind, Chart> => {
  const results = withResults(sampleton, { debt: change });
  const [b] = breakdownsOf(results, results.indicators.find(({ id }) => id === "debt")!);
  return new Map(chartsOf(b!).map((chart) => [chart.kind, chart]));
};
const both = debtWith(({ comparators: [first, second] }) => ({
  comparators: [
    { ...first!, periods: otherton },
    { ...second!, periods: thirdham },
  ],
}));
const drawn = async (chart: Chart) => (await draw([chart], inThisThread()))[0]!;

describe("other places in a chart over time", () => {
  it.each<[ChartKind, string[]]>([
    ["gap-absolute", ["Otherton", "Thirdham"]],
    ["gap-relative", ["Otherton"]],
    ["over-time", ["Otherton"]],
  ])("%s names them at the end of their lines, where they have two periods or more", async (kind, names) => {
    const { files, warnings, ...chart } = await drawn(both.get(kind)!);
    expect(warnings).toEqual([]);
    const texts = [...files.svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
    expect(texts.filter((text) => ["Otherton", "Thirdham"].includes(text!)).sort()).toEqual(names);
    expect(labelFaults(pageSvg({ files, warnings, ...chart }))).toEqual([]);
    await expect(files.svg).toMatchFileSnapshot(join(import.meta.dirname, `golden/${kind}-places.svg`));
  });

  it("says in words what the lines are, and where they start and end", () => {
    const { key, description } = both.get("gap-absolute")!;
    expect(key).toMatch(/ Dotted: Otherton\. Long dashes: Thirdham\.$/);
    expect(description).toMatch(
      /Otherton: 5\.0 percentage points \(4\.0 to 6\.0\) in 2019, 4\.1 percentage points \(3\.1 to 5\.1\) in 2022\. Thirdham: 17\.0 .* in 2021, 18\.0 .* in 2022\.$/,
    );
    expect(both.get("over-time")!.description).toMatch(/Otherton: 14\.0% in 2019, 15\.0% in 2022\.$/);
  });

  it("has their figures in its table, with a marker where there is none", () => {
    const { table } = both.get("gap-absolute")!;
    const { head, rows } = tableText(sayIn(sampleton), table);
    expect(head).toEqual([
      "Period",
      "Gap",
      "Interval",
      "Otherton",
      "Interval, Otherton",
      "Thirdham",
      "Interval, Thirdham",
    ]);
    expect(rows.map(({ cells }) => cells.slice(2))).toEqual([
      ["5.0", "4.0 to 6.0", "[x]", "[x]"],
      ["4.0", "3.0 to 5.0", "[x]", "[x]"],
      ["4.5", "3.5 to 5.5", "17.0", "15.0 to 19.0"],
      ["4.1", "3.1 to 5.1", "18.0", "16.0 to 20.0"],
    ]);
    const data = tableData(table);
    const at = (name: string) => data.rows.map((row) => row[data.columns.indexOf(name)]);
    expect(at("otherton")).toEqual([5, 4, 4.5, 4.1]);
    expect(at("thirdham_upper")).toEqual([null, null, 19, 20]);
  });

  it("tells each of their figures to who goes through the chart by keys", async () => {
    const { script } = await drawn(both.get("gap-absolute")!);
    for (const text of ["Otherton, 2019: 5.0", "Otherton, 2022: 4.1", "Thirdham, 2021: 17.0"])
      expect(script).toContain(text);
  });

  it("has a published gap of theirs beside the published one", async () => {
    const values = [
      { period: "2015", value: 7 },
      { period: "2016", value: 8 },
    ];
    const gap = { measure: "Slope", source: "x", unit: "years", note: "Ranked within each." };
    const charts = debtWith(() => ({
      publishedGaps: [{ ...gap, judged: false, values }],
      publishedElsewhere: [
        {
          ...{ ...gap, period: "2016", own: 8 },
          places: [{ place: "otherton", value: 6, values: values.map(({ period }) => ({ period, value: 6 })) }],
        },
      ],
    }));
    const { key, table, description, spec: _, ...rest } = charts.get("published")!;
    expect(key).toBe("Ranked within each. Hollow squares: Otherton.");
    expect(description).toMatch(/Otherton: 6\.0 years in 2015, 6\.0 years in 2016\.$/);
    expect(tableText(sayIn(sampleton), table).rows.map(({ cells }) => cells)).toEqual([
      ["7.0", "6.0"],
      ["8.0", "6.0"],
    ]);
    expect(rest.title).not.toBe("");
  });

  it("is as it was where the places have the newest period alone", () => {
    for (const { key, table } of debtWith(() => ({})).values()) {
      expect(key).not.toContain("Otherton");
      expect(JSON.stringify(table)).not.toContain("Otherton");
    }
  });
});
