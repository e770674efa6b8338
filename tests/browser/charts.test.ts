import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launch } from "../../scripts/chromium.ts";
import { readAssets } from "../../src/assets.ts";
import { render } from "../../src/render/render.ts";
import { sampleton } from "../render/fixture.ts";
import { temporaryFolder } from "../support/command.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const executable = chromiumPath();
if (executable === undefined && process.env["CI"]) throw new Error("no Chromium, which CI must have");

describe.skipIf(executable === undefined)("charts in Chromium (skipped where there is none)", () => {
  const folder = temporaryFolder();
  const home = pathToFileURL(folder).href;
  let browser: Browser;
  let troubles: string[] = [];
  let asked: string[] = [];

  beforeAll(async () => {
    const build = { id: "b1d", version: "0.0.0" };
    for (const { path, content } of await render(sampleton, { build, assets: readAssets() }, () => {})) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    browser = await launch(executable as string);
  }, 60_000);
  afterAll(() => browser?.close());
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    expect(troubles).toEqual([]);
    troubles = [];
  });

  /** Opens a page from disk, with a note of every message, breach of the policy, and request. */
  async function open(page: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
    asked = [];
    tab.on("console", (message) => troubles.push(message.text()));
    tab.on("pageerror", (error) => troubles.push(error.message));
    tab.on("request", (request) => {
      asked.push(request.url().replace(`${home}/report/`, ""));
      if (!request.url().startsWith(home)) troubles.push(`asked for ${request.url()}`);
    });
    await tab.goto(pathToFileURL(join(folder, "report", page)).href);
    return tab;
  }

  const figure = (tab: Page, name: string) => tab.locator("figure", { has: tab.locator(`[data-chart="${name}"]`) });

  /** Opens a chart by keys alone. */
  async function explore(tab: Page, name: string) {
    const chart = figure(tab, name);
    const button = chart.getByRole("button", { name: /^Explore this chart/ });
    await button.focus();
    await tab.keyboard.press("Enter");
    await chart.locator(".live svg").waitFor();
    return { chart, button, tip: chart.locator(".tip"), said: chart.locator("[aria-live]") };
  }

  /** The rows of a chart's table as they are read. */
  const rows = (tab: Page, name: string): Promise<string[][]> =>
    figure(tab, name)
      .locator("tbody tr")
      .evaluateAll((list) =>
        list.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent ?? "")),
      );

  it("offers each of them for exploring, and has loaded nothing for it", async () => {
    const tab = await open("indicators/debt.html");
    const charts = await tab.locator("[data-chart]").count();
    expect(charts).toBeGreaterThanOrEqual(5);
    expect(await tab.getByRole("button", { name: /^Explore this chart ?: \w/ }).count()).toBe(charts);
    expect(asked.filter((path) => path.includes("script/"))).toEqual(["script/charts.js"]);
  });

  it.each(["debt--fifths--groups", "debt--fifths--gap-absolute", "debt--fifths--gap-relative"])(
    "steps through %s by arrow keys, in words that are those of its table",
    async (name) => {
      const tab = await open("indicators/debt.html");
      const { tip, said } = await explore(tab, name);
      const table = (await rows(tab, name)).filter(([, value]) => !value?.startsWith("["));
      expect(table.length).toBeGreaterThan(1);
      for (const [i, [heading, value, interval]] of table.entries()) {
        await tab.keyboard.press("ArrowRight");
        const text = await tip.innerText();
        expect(text.replace(/ ?(%|percentage points?)(?= \()/, "")).toBe(`${heading}: ${value} (${interval})`);
        expect(await said.innerText()).toBe(`${text}. ${i + 1} of ${table.length}.`);
      }
      await tab.keyboard.press("ArrowRight");
      expect(await said.innerText()).toContain(`1 of ${table.length}`);
      await tab.keyboard.press("End");
      expect(await said.innerText()).toContain(`${table.length} of ${table.length}`);
    },
  );

  it("steps through lines: every dot has its group, period and figure of the table", async () => {
    const name = "debt--fifths--over-time";
    const tab = await open("indicators/debt.html");
    const { tip, said } = await explore(tab, name);
    const head = await figure(tab, name).locator("thead th").allTextContents();
    const table = new Map((await rows(tab, name)).map(([group, ...cells]) => [group, cells]));
    await tab.keyboard.press("Home");
    const all = Number(/ of (\d+)\.$/.exec(await said.innerText())?.[1]);
    expect(all).toBeGreaterThan(6);
    for (let i = 0; i < all; i++) {
      const [, group, period, value] = /^(.+), ([^,:]+): ([\d.,]+)%/.exec(await tip.innerText()) ?? [];
      expect(table.get(group ?? "")?.[head.indexOf(period ?? "") - 1]).toBe(value);
      await tab.keyboard.press("ArrowDown");
    }
  });

  it("goes back to the picture and to the button with Escape", async () => {
    const tab = await open("indicators/debt.html");
    const { chart, button } = await explore(tab, "debt--fifths--groups");
    expect(await chart.locator(".picture > svg").isVisible()).toBe(false);
    await tab.keyboard.press("ArrowRight");
    await tab.keyboard.press("Escape");
    expect(await chart.locator(".live").count()).toBe(0);
    expect(await chart.locator(".picture > svg").isVisible()).toBe(true);
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
  });

  it("speaks under a pointer too, lights the mark up, and keeps what was said until the chart is left", async () => {
    const tab = await open("indicators/debt.html");
    const { chart, tip } = await explore(tab, "debt--fifths--groups");
    const mark = chart.locator(".live .mark-symbol path").last();
    const size = async () => (await mark.boundingBox())?.width ?? 0;
    const before = await size();
    await mark.hover();
    await expect.poll(size).toBeGreaterThan(1.3 * before);
    expect(await tip.innerText()).toMatch(/^Least deprived fifth: /);
    await tip.hover();
    expect(await tip.isVisible()).toBe(true);
    await tab.mouse.move(5, 5);
    expect(await tip.isVisible()).toBe(false);
  });

  it.each([
    { width: 1280, colorScheme: "light" },
    { width: 320, colorScheme: "dark" },
  ] as const)("is accessible while explored, at $width pixels in $colorScheme", async ({ width, colorScheme }) => {
    const tab = await open("indicators/debt.html", { viewport: { width, height: 800 }, colorScheme });
    const { tip } = await explore(tab, "debt--fifths--gap-absolute");
    await tab.keyboard.press("End");
    expect(await tip.isVisible()).toBe(true);
    await tab.evaluate(axe);
    const found = await tab.evaluate(
      "axe.run(document, { preload: false, resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((r) => r.violations.map((v) => v.id))",
    );
    expect(found).toEqual([]);
    expect(await tab.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
  });

  it("says so where its parts are missing, and leaves the picture", async () => {
    const tab = await open("indicators/debt.html");
    await tab.evaluate("document.querySelector('[data-chart]').dataset.chart = 'gone'");
    const picture = tab.locator('[data-chart="gone"]');
    await tab.locator(".explore").first().click();
    await tab.getByText("The chart could not be loaded.").waitFor();
    expect(await picture.locator("svg").isVisible()).toBe(true);
    expect(troubles.splice(0).join()).toContain("ERR_FILE_NOT_FOUND");
  });

  it("are whole without script, with nothing that would need it", async () => {
    const tab = await open("indicators/debt.html", { javaScriptEnabled: false });
    expect(await tab.locator(".explore").count()).toBe(0);
    expect(await tab.locator(".picture svg").count()).toBeGreaterThanOrEqual(5);
  });

  it("are lettered in the report's own typeface", async () => {
    const tab = await open("index.html");
    const faces = (await tab.evaluate(
      "document.fonts.ready.then((set) => [...set].map((face) => face.status))",
    )) as string[];
    expect(faces).toEqual(["loaded", "loaded"]);
  });
});
