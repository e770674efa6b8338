import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { builtManchester } from "../support/manchester.ts";
import { describeInChromium } from "./support/chromium.ts";
import { Visits } from "./support/visits.ts";

describeInChromium("the report of Manchester", (browser) => {
  let visits: Visits;
  beforeAll(async () => {
    visits = new Visits(browser(), await builtManchester());
  });

  it("says the same without script", async () => {
    const page = "report/indicators/life-expectancy-male.html";
    const [on, off] = await Promise.all([visits.open(page), visits.open(page, { javaScriptEnabled: false })]);
    // Script adds a button to each chart and one to copy its figures, and nothing else.
    await on.evaluate("document.querySelectorAll('.explorer, .acts > button').forEach((one) => one.remove())");
    const text = (tab: Page): Promise<string> => tab.locator("body").innerText();
    expect(await text(off)).toBe(await text(on));
    expect(await text(off)).toContain("8.7 years");
  });

  it("draws the charts: marks that are seen, not empty frames", async () => {
    const tab = await visits.open("report/indicators/claimants.html");
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
    expect(visits.troubles).toEqual([]);
  });
});
