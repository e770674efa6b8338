import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInChromium } from "./support/chromium.ts";
import { writtenSampleton } from "./support/sampleton.ts";
import { Visits } from "./support/visits.ts";

describeInChromium("the frame of the report", (browser) => {
  let folder: string;
  let elsewhere: string;
  beforeAll(async () => {
    folder = await writtenSampleton();
    elsewhere = mkdtempSync(join(tmpdir(), "elsewhere-"));
  });
  afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

  /** Lightness of what is drawn on the page where colours are light or dark, from 0 to 1. */
  const paperOf = `(() => {
    const light = (css) => {
      const [r, g, b] = css.match(/[\\d.]+/g).map(Number);
      return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
    };
    return [...document.querySelectorAll(".picture > svg > g > rect:first-child")].map((rect) => light(getComputedStyle(rect).fill));
  })()`;

  it.each([
    ["light", "screen", 0.9, 1],
    ["dark", "screen", 0, 0.2],
    ["dark", "print", 0.9, 1],
  ] as const)("draws charts on %s paper as the reader has it (%s)", async (colorScheme, media, from, to) => {
    const visits = new Visits(browser(), folder);
    const tab = await visits.open("report/indicators/debt.html", { colorScheme });
    await tab.emulateMedia({ media });
    const papers = (await tab.evaluate(paperOf)) as number[];
    expect(papers.length).toBeGreaterThan(2);
    for (const paper of papers) {
      expect(paper).toBeGreaterThanOrEqual(from);
      expect(paper).toBeLessThanOrEqual(to);
    }
    expect(visits.troubles).toEqual([]);
  });

  it("shows a chart by itself from another folder, inside of a page", async () => {
    const [chart = ""] = readdirSync(join(folder, "report/embed"));
    copyFileSync(join(folder, "report/embed", chart), join(elsewhere, "chart.html"));
    writeFileSync(
      join(elsewhere, "host.html"),
      `<!doctype html><html lang="en"><title>host</title><iframe src="chart.html" title="chart" width="520" height="600"></iframe></html>`,
    );
    const visits = new Visits(browser(), elsewhere);
    const tab = await visits.tab();
    await tab.goto(pathToFileURL(join(elsewhere, "host.html")).href);
    const frame = tab.frames().find((one) => one !== tab.mainFrame());
    await frame?.waitForLoadState();
    expect(
      await frame?.evaluate("document.querySelector('.picture svg').getBoundingClientRect().height"),
    ).toBeGreaterThan(100);
    expect(await frame?.evaluate("getComputedStyle(document.body).marginTop")).toBe("0px");
    expect(visits.troubles).toEqual([]);
    expect(visits.asked.sort()).toEqual(["chart.html", "host.html"]);
  });

  it("offers to copy the figures with script, and leaves the table without", async () => {
    const visits = new Visits(browser(), folder);
    const tab = await visits.open("report/indicators/debt.html");
    expect(await tab.evaluate("document.querySelectorAll('.acts > button:not([hidden])').length")).toBeGreaterThan(0);
    const bare = await visits.open("report/indicators/debt.html", { javaScriptEnabled: false });
    expect(await bare.evaluate("document.querySelectorAll('.acts > button:not([hidden])').length")).toBe(0);
    expect(await bare.evaluate("document.querySelectorAll('figure table').length")).toBeGreaterThan(0);
  });
});
