import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { chromiumPath, launch } from "../../scripts/chromium.ts";
import { readAssets } from "../../src/assets.ts";
import { render } from "../../src/render/render.ts";
import { singleFile } from "../../src/render/single/document.tsx";
import { sampleton } from "../render/fixture.ts";
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
    const build = { id: "b1d", version: "0.0.0" };
    const files = await render(sampleton, { build, assets: readAssets() }, () => {});
    const path = join(temporaryFolder(), "report.html");
    writeFileSync(path, singleFile(sampleton, build, files).content);
    address = pathToFileURL(path).href;
    browser = await launch(executable as string);
  }, 60_000);

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
    expect(await tab.getByRole("heading", { name: "Road accidents", exact: true }).isVisible()).toBe(true);
    await tab.close();
  });

  it("logs nothing and asks for nothing", () => expect(troubles).toEqual([]));
});
