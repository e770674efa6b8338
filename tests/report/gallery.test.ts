import { beforeAll, describe, expect, it } from "vitest";
import { homes, showing } from "../../src/report/gallery.ts";
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

describe("homes", () => {
  it("finds the charts of each page, and of one that shows none no chart", () => {
    const found = homes(report.pages, report.charts);
    const ids = (file: string) =>
      found.find(({ page }) => page.file === file)?.places.map((place) => report.charts[place]?.id);
    expect(ids("index.html")).toEqual([]);
    expect(ids("indicators/debt.html")).toEqual(
      report.charts.map(({ id }) => id).filter((id) => id.startsWith("debt--")),
    );
    const places = found.flatMap((one) => one.places);
    expect(places.toSorted((a, b) => a - b)).toEqual([...report.charts.keys()]);
  });

  it("takes a chart that two pages claim for a bug, and names it", () => {
    const again = report.pages.filter(({ file }) => file === "indicators/debt.html");
    expect(() => inFolder({ ...report, pages: [...report.pages, ...again] })).toThrow(
      /^more than one page shows the chart debt--fifths--dumbbell$/,
    );
  });
});
