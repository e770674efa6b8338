import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launch } from "../../scripts/chromium.ts";
import { builtManchester } from "../support/manchester.ts";

const executable = chromiumPath();
if (executable === undefined && process.env["CI"]) throw new Error("no Chromium, which CI must have");

describe.skipIf(executable === undefined)("the report of Manchester in Chromium (skipped where there is none)", () => {
  let browser: Browser;
  let folder: string;
  const troubles: string[] = [];

  beforeAll(async () => {
    folder = await builtManchester();
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
