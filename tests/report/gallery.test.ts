import { beforeAll, describe, expect, it } from "vitest";
import { showing } from "../../src/report/gallery.ts";
import { inFolder, type Report } from "../../src/report/render.ts";
import { singleFile } from "../../src/report/single/document.tsx";
import { sampleton } from "../support/fixture.ts";
import { renderedBuild, reportOfSampleton } from "../support/rendered.ts";

let report: Report;
beforeAll(async () => {
  report = await reportOfSampleton();
});

describe("showing", () => {
  it("finds charts by what they show, and by their ids", () => {
    const of = "debt--fifths";
    const ids = ["debt--fifths--groups", "debt--fifths--published-1"];
    const charts = report.charts.filter(({ id }) => ids.includes(id));
    const found = showing(charts, (gallery) => {
      expect(gallery.ids("groups", of)).toEqual(["debt--fifths--groups"]);
      expect(gallery.ids("published", of)).toEqual(["debt--fifths--published-1"]);
      return ids.map((id) => gallery.chart(id));
    });
    expect(found).toEqual(charts);
  });

  it("takes a chart that no page shows for a bug, and names it", () => {
    const pages = report.pages.filter(({ file }) => file !== "indicators/debt.html" && file !== "index.html");
    const whole =
      /^drawn, and shown on no page: debt--fifths--dumbbell, debt--fifths--groups, debt--fifths--over-time, /;
    expect(() => inFolder({ ...report, pages })).toThrow(whole);
    expect(() => singleFile(sampleton, renderedBuild, { ...report, pages })).toThrow(whole);
  });

  it("takes a chart that was never drawn for a bug, and names it", () =>
    expect(() => showing(report.charts, (gallery) => gallery.chart("debt--fifths--pie"))).toThrow(
      "a page shows the chart debt--fifths--pie, which was not drawn",
    ));
});
