import { beforeAll, describe, expect, it } from "vitest";
import type { DrawnChart } from "../../src/charts/chart.ts";
import { pageSvg } from "../support/page-svg.ts";
import { reportOfSampleton } from "../support/rendered.ts";

let people: DrawnChart[];
beforeAll(async () => {
  people = (await reportOfSampleton()).charts.filter(({ kind }) => kind === "people");
}, 60_000);

describe("the picture of a hundred people on a page", () => {
  it("writes each shape once, and draws what the file draws", () => {
    expect(people.length).toBeGreaterThan(0);
    for (const chart of people) {
      const svg = pageSvg(chart);
      const shapes = new Map([...svg.matchAll(/<path id="(s\d+-\w+)" d="([^"]+)"\/>/g)].map(([, id, d]) => [id, d]));
      expect(shapes.size).toBeGreaterThan(0);
      expect(svg.match(/<use /g)!.length).toBeGreaterThanOrEqual(100);
      const written = svg
        .replace(/<defs><path id="s\d.*?<\/defs>/, "")
        .replace(
          /<use href="#([^"]+)"([^>]*)\/>/g,
          (_, id: string, own: string) => `<path${own} d="${shapes.get(id)}"/>`,
        );
      const sorted = (text: string): string[] =>
        [...text.matchAll(/<path([^>]*)\/>/g)].map(([, own = ""]) =>
          own
            .match(/[\w-]+="[^"]*"/g)!
            .sort()
            .join(" "),
        );
      expect(sorted(written)).toEqual(sorted(chart.drawing.inner.replaceAll("url(#", `url(#chart-${chart.id}-`)));
      expect(svg.length).toBeLessThan(0.6 * written.length);
    }
  });

  it("has names of shapes that no two charts share", () => {
    const ids = people.flatMap((chart) => pageSvg(chart).match(/ id="s\d+-\w+"/g) ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
