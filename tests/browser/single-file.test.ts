import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launch } from "../../scripts/chromium.ts";
import { singleFile } from "../../src/render/single/document.tsx";
import { sampleton } from "../render/fixture.ts";
import { renderedBuild, renderedSampleton } from "../render/rendered.ts";
import { temporaryFolder } from "../support/command.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const executable = chromiumPath();
if (executable === undefined && process.env["CI"]) throw new Error("no Chromium, which CI must have");

describe.skipIf(executable === undefined)("the report in one file in Chromium (skipped where there is none)", () => {
  let browser: Browser;
  let address: string;
  const troubles: string[] = [];

  beforeAll(async () => {
    const files = await renderedSampleton();
    const path = join(temporaryFolder(), "report.html");
    writeFileSync(path, singleFile(sampleton, renderedBuild, files).content);
    address = pathToFileURL(path).href;
    browser = await launch(executable as string);
  }, 240_000);

  afterAll(() => browser?.close());

  /** Opens the file from disk without a network, with a note of every message and every request. */
  async function open(options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
    tab.on("console", (message) => troubles.push(message.text()));
    tab.on("request", (request) => {
      if (request.url() !== address && !request.url().startsWith("data:")) troubles.push(`asked for ${request.url()}`);
    });
    await tab.goto(address);
    return tab;
  }

  it.each(["light", "dark"] as const)("has no accessibility violation, %s", async (colorScheme) => {
    const tab = await open({ colorScheme });
    await tab.evaluate(axe);
    const found = (await tab.evaluate(
      `axe.run(document, { preload: false, resultTypes: ["violations"], runOnly: ${JSON.stringify(rules)} }).then((r) => r.violations)`,
    )) as { id: string; nodes: { html: string }[] }[];
    expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await tab.close();
  });

  it("fits a screen of 320 pixels without sideways scrolling", async () => {
    const tab = await open({ viewport: { width: 320, height: 700 } });
    expect(await tab.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await tab.close();
  });

  it("is set in the typeface that it carries, and its style applies under its own policy", async () => {
    const tab = await open();
    await tab.evaluate("document.fonts.ready");
    expect(await tab.evaluate("[...document.fonts].map(({ family, status }) => [family, status].join(' '))")).toEqual([
      "Arimo loaded",
      "Arimo loaded",
    ]);
    expect(await tab.evaluate("getComputedStyle(document.querySelector('.cover')).backgroundColor")).toBe(
      "rgb(18, 67, 109)",
    );
    await tab.close();
  });

  it("leads from its contents to the place named", async () => {
    const tab = await open();
    await tab.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "Road accidents" }).click();
    expect(new URL(tab.url()).hash).toBe("#indicators-accidents");
    expect(await tab.locator("#indicators-accidents").isVisible()).toBe(true);
    await tab.close();
  });

  it("opens every table on paper, hides what only a screen can use, and prints the addresses of links", async () => {
    const tab = await open();
    const shown = (selector: string): Promise<unknown> =>
      tab.evaluate(
        `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility()).length`,
      );
    const tables = await tab.locator("main table").count();
    expect(await shown("main table")).toBeLessThan(tables);
    await tab.emulateMedia({ media: "print" });
    expect(await shown("main table")).toBe(tables - (await tab.locator(".on-screen table").count()));
    expect(await shown(".skip, .explorer, .files, .on-screen, button, select, input")).toBe(0);
    const address = "getComputedStyle(document.querySelector('.foot a[href^=http]'), '::after').content";
    expect(await tab.evaluate(address)).toMatch(/https:\/\/www\.nationalarchives\.gov\.uk/);
    expect(await tab.evaluate("getComputedStyle(document.querySelector('.cover')).backgroundColor")).toBe(
      "rgb(255, 255, 255)",
    );
    await tab.close();
  });

  it("logs nothing and asks for nothing", () => expect(troubles).toEqual([]));
});
