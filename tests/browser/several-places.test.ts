import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { root, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";
import { violations, withAxe } from "./support/axe.ts";
import { describeInChromium } from "./support/chromium.ts";
import { Visits } from "./support/visits.ts";

describeInChromium("the page that compares places", (browser) => {
  const page = "report/index.html";
  const folder = temporaryFolder();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeAll(async () => {
    const project = join(root, "examples/greater-manchester");
    const { comparePlacesOf } = await packed("run/build-places.js");
    const { check } = await packed("run/check.js");
    const { readAssets } = await packed("run/read-assets.js");
    const { comparisonFiles } = await packed("report/places/comparison-document.js");
    const comparison = await comparePlacesOf({ project }, () => {});
    const { results: around } = await check({ project, place: "bury" }, () => {});
    const build = { id: "0123456789ab", version: "0" };
    for (const { path, content } of comparisonFiles({ comparison, around, build }, readAssets())) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  }, 300_000);

  it("has nothing that axe finds, in light and in dark, and asks for nothing but its own files", async () => {
    const visits = new Visits(browser(), folder);
    const tab = await withAxe(await visits.tab());
    await visits.go(tab, page);
    expect(await violations(tab)).toEqual([]);
    expect(visits.troubles).toEqual([]);
  });

  it.each([320, 360, 1280])("reflows at %s pixels: only tables scroll, each by itself", async (width) => {
    const tab = await new Visits(browser(), folder).open(page, { viewport: { width, height: 900 } });
    expect(await tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")).toBe(
      true,
    );
    expect(await tab.evaluate("document.querySelectorAll('.multiples svg').length")).toBe(50);
  });

  it("says in words and in a sign what its shades say, also in forced colours", async () => {
    const tab = await new Visits(browser(), folder).open(page, { forcedColors: "active" });
    const cells = (await tab.evaluate(
      "[...document.querySelectorAll('.heat td')].map((cell) => [cell.className, cell.textContent])",
    )) as [string, string][];
    expect(cells).toHaveLength(50);
    const words = { above: "above", below: "below", "may-be-chance": "may be chance", "not-tested": "not tested" };
    for (const [standing, text] of cells)
      expect(text).toContain(words[standing as keyof typeof words] ?? "no clear difference");
    expect(cells.some(([standing]) => standing === "below")).toBe(true);
  });
});
