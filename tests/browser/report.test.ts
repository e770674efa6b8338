import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launch } from "../../scripts/chromium.ts";
import { builtManchester } from "../support/manchester.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const executable = chromiumPath();
if (executable === undefined && process.env["CI"]) throw new Error("no Chromium, which CI must have");

interface Violation {
  id: string;
  nodes: { html: string }[];
}

describe.skipIf(executable === undefined)("the report of Manchester in Chromium (skipped where there is none)", () => {
  let browser: Browser;
  let pages: string[];
  let folder: string;
  const troubles: string[] = [];

  beforeAll(async () => {
    folder = await builtManchester();
    pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
    browser = await launch(executable as string);
  });

  afterAll(() => browser?.close());

  /** Opens a page from disk, with a note of every message and every request that leaves the folder. */
  async function open(page: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    const home = pathToFileURL(folder).href;
    tab.on("console", (message) => troubles.push(`${page}: ${message.text()}`));
    tab.on("pageerror", (error) => troubles.push(`${page}: ${error.message}`));
    tab.on("request", (request) => {
      if (!request.url().startsWith(home)) troubles.push(`${page}: asked for ${request.url()}`);
    });
    await tab.goto(pathToFileURL(join(folder, page)).href);
    return tab;
  }

  const violations = async (tab: Page): Promise<string[]> => {
    await tab.evaluate(axe);
    const found = await tab.evaluate(
      "axe.run(document, { preload: false, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations)",
    );
    return (found as Violation[]).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };

  it("has no accessibility violation on any page", async () => {
    expect(pages.length).toBeGreaterThan(20);
    for (const page of pages) {
      const tab = await open(page);
      expect(await violations(tab), page).toEqual([]);
      await tab.close();
    }
  });

  it.each(["report/index.html", "report/indicators/claimants.html", "report/data-gaps.html"])(
    "has none in dark mode either: %s",
    async (page) => {
      const tab = await open(page, { colorScheme: "dark" });
      expect(await violations(tab)).toEqual([]);
      await tab.close();
    },
  );

  it("fits a screen of 320 pixels without sideways scrolling, on every page", async () => {
    for (const page of pages) {
      const tab = await open(page, { viewport: { width: 320, height: 700 } });
      expect(await tab.evaluate("document.documentElement.scrollWidth"), page).toBeLessThanOrEqual(320);
      await tab.close();
    }
  });

  it("says the same without script", async () => {
    const page = "report/indicators/life-expectancy-male.html";
    const [on, off] = await Promise.all([open(page), open(page, { javaScriptEnabled: false })]);
    // Script adds a button to each chart, and nothing else.
    await on.evaluate("document.querySelectorAll('.explorer').forEach((one) => one.remove())");
    const text = (tab: Page): Promise<string> => tab.locator("body").innerText();
    expect(await text(off)).toBe(await text(on));
    expect(await text(off)).toContain("8.1 years");
  });

  it("draws the charts: marks that are seen, not empty frames", async () => {
    const tab = await open("report/indicators/claimants.html");
    const sizes = (await tab.evaluate(
      "[...document.querySelectorAll('figure svg')].map((svg) => [svg.getBoundingClientRect().width, svg.querySelectorAll('path').length])",
    )) as [number, number][];
    expect(sizes.length).toBeGreaterThanOrEqual(6);
    for (const [width, marks] of sizes) {
      expect(width).toBeGreaterThan(200);
      expect(marks).toBeGreaterThan(5);
    }
  });

  it("logs nothing and asks for nothing outside its folder", () => {
    expect(troubles).toEqual([]);
  });
});
