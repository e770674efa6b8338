import { describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { colours } from "../../src/charts/layout/chart-theme.ts";
import { whoChart } from "../../src/charts/who-chart.ts";
import { breakdownsOf } from "../../src/narrate/breakdown.ts";
import { pageOf } from "../../src/narrate/page-of.ts";
import { tableText } from "../../src/report/pages/table-text.ts";
import { sampleton } from "../support/fixture.ts";

const of = (id: string) => breakdownsOf(sampleton, sampleton.indicators.find((one) => one.id === id)!)[0]!;

describe("whoChart", () => {
  const chart = whoChart(of("accidents"))!;
  const table = tableText(sayIn(sampleton), chart.table);
  const rows = (chart.spec as unknown as { data: { values: { fill: string; value: number; y: number }[] } }).data
    .values;

  it("puts the worst off first, in the picture and in its table", () => {
    const values = rows.map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => b - a));
    expect(table.rows.map(({ heading }) => heading).slice(0, 2)).toEqual(["Docks & Old Harbour", "North Ham"]);
  });

  it("fills the dots of clear differences alone", () => {
    for (const { fill, value } of rows)
      expect(fill, String(value)).toBe(Math.abs(value) > 12 ? colours.blue : colours.paper);
  });

  it("names the clear ones of both sides in its title", () =>
    expect(chart.title).toBe("Clearly worse off than the rest: Docks & Old Harbour; better off: University"));

  it("shows zero on its axis, and a sign with every difference", () => {
    expect(JSON.stringify(chart.spec)).toContain('"values":[{"zero":0}]');
    expect(table.rows.map(({ cells }) => cells[0]?.charAt(0))).toEqual(["+", "+", "+", "−", "−", "−", "−"]);
  });

  it("leads from its table to the page of each group", () =>
    expect(table.rows.map(({ page }) => page).slice(0, 2)).toEqual([
      "districts/docks-old-harbour.html",
      "districts/north-ham.html",
    ]));

  it("is drawn of groups without an order alone", () => expect(whoChart(of("debt"))).toBeNull());
});

describe("pageOf", () => {
  it("finds an area's page, a community's page, and none where there is none", () => {
    expect(pageOf(of("accidents"), "d3")).toBe("districts/university.html");
    expect(pageOf(of("scores"), "poor")).toBe("communities/poor-pupils.html");
    expect(pageOf(of("scores"), "other")).toBe("communities/meals--other.html");
    expect(pageOf(of("debt"), "most")).toBeNull();
  });
});
