import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { chartsIn, chartsOf } from "../../src/charts/all-charts.ts";
import type { Chart, DrawnChart } from "../../src/charts/chart.ts";
import { draw } from "../../src/charts/draw/draw.ts";
import { inThisThread } from "../../src/charts/draw/drawers.ts";
import { marks } from "../../src/charts/draw/marks.ts";
import { published } from "../../src/charts/draw/published.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { tableText } from "../../src/report/pages/table-text.ts";
import { sampleton } from "../support/fixture.ts";
import { labelFaults, labelsOf } from "../support/labels.ts";
import { pageSvg } from "../support/page-svg.ts";

const charts = chartsIn(sampleton).map((chart) => [chart.id, chart] as const);

const drawnAnew = async (chart: Chart): Promise<DrawnChart> => {
  const [drawn] = await draw([chart], inThisThread());
  return drawn!;
};

const drawings = new Map<Chart, Promise<DrawnChart>>();
function drawnAlone(chart: Chart): Promise<DrawnChart> {
  const drawing = drawings.get(chart) ?? drawnAnew(chart);
  drawings.set(chart, drawing);
  return drawing;
}

describe.each(charts)("chart %s", (_, chart) => {
  it("is drawn without a warning from vega-lite or vega", async () => {
    expect((await drawnAlone(chart)).warnings).toEqual([]);
  });

  it("comes out the same twice", async () => {
    const [first, second] = [await drawnAnew(chart), await drawnAlone(chart)];
    expect(second).toEqual(first);
  });

  it("has no label cut off or on top of another, on the page and on its own", async () => {
    const drawn = await drawnAlone(chart);
    const svg = pageSvg(drawn);
    expect(labelsOf(svg).length).toBeGreaterThan(2);
    expect(labelFaults(svg)).toEqual([]);
    expect(labelFaults(drawn.files.svg)).toEqual([]);
  });

  it("is published as a spec that draws with its title, without a warning", async () => {
    const { inner, width, height, warnings } = await marks(published(chart));
    const svg = `<svg viewBox="0 0 ${width} ${height}">${inner}</svg>`;
    expect(warnings).toEqual([]);
    expect(labelFaults(svg)).toEqual([]);
    expect(labelsOf(svg).length).toBeGreaterThan(labelsOf(pageSvg(await drawnAlone(chart))).length);
  });

  it("has a name, a description and a table of full rows", () => {
    expect(chart.title).not.toMatch(/undefined|NaN|null/);
    expect(chart.description).not.toMatch(/undefined|NaN|null/);
    expect(chart.description.length).toBeGreaterThan(30);
    const { head, rows } = tableText(sayIn(sampleton), chart.table);
    expect(rows.length).toBeGreaterThan(0);
    for (const { cells } of rows) expect(cells).toHaveLength(head.length - 1);
  });

  it("is announced by title and description, and carries no style that the policy would block", async () => {
    const svg = pageSvg(await drawnAlone(chart));
    expect(svg).toMatch(/^<svg[^>]* role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)">/);
    for (const [, id] of svg.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g))
      expect(svg).toContain(`id="${id}"`);
    expect(svg).not.toMatch(/ style=|<style|NaN|undefined/);
  });
});

describe("a drawing", () => {
  it("that vega-lite warns about is told", async () => {
    const { warnings } = await marks({
      data: { values: [{ a: 1 }] },
      mark: "point",
      encoding: { x: { field: "a", type: "quantitative", scale: { type: "log", zero: true } } },
    });
    expect(warnings.join()).toContain("log scale");
  });
});

describe("labelFaults", () => {
  const svg = (...texts: string[]) => `<svg viewBox="0 0 100 40">${texts.join("")}</svg>`;
  const text = (x: number, y: number, words: string) =>
    `<g transform="translate(${x},${y})"><text font-size="10px" transform="translate(0,0)">${words}</text></g>`;
  it("finds labels cut off and labels on top of one another", () => {
    expect(labelFaults(svg(text(5, 20, "here"), text(40, 20, "there")))).toEqual([]);
    expect(labelFaults(svg(text(5, 20, "here"), text(15, 22, "there")))).toEqual(["overlap: here / there"]);
    expect(labelFaults(svg(text(90, 20, "here")))).toEqual(["cut off: here"]);
  });
});

describe("chartsOf", () => {
  const names = (id: string) =>
    breakdownsOf(sampleton, sampleton.indicators.find((one) => one.id === id)!).flatMap((b) =>
      chartsOf(b).map(({ id }) => id),
    );

  it("draws every kind where there are several periods and a published gap", () =>
    expect(names("debt")).toEqual([
      "debt--fifths--dumbbell",
      "debt--fifths--groups",
      "debt--fifths--over-time",
      "debt--fifths--gap-absolute",
      "debt--fifths--gap-relative",
      "debt--fifths--published-1",
      "debt--fifths--people",
    ]));
  it("draws areas as tiles, and every group against the rest", () =>
    expect(names("accidents")).toEqual([
      "accidents--districts--dumbbell",
      "accidents--districts--groups",
      "accidents--districts--over-time",
      "accidents--districts--gap-absolute",
      "accidents--districts--gap-relative",
      "accidents--districts--who",
      "accidents--districts--map",
    ]));
  it("draws no gap that could not be computed", () =>
    expect(names("asthma")).toEqual([
      "asthma--fifths--dumbbell",
      "asthma--fifths--groups",
      "asthma--fifths--over-time",
    ]));
});
