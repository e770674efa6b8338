import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { siteFiles } from "../../scripts/docs/site.tsx";
import { root, temporaryFolder } from "../support/command.ts";
import { violations, withAxe } from "./support/axe.ts";
import { describeInChromium } from "./support/chromium.ts";
import { pagesOf, Visits } from "./support/visits.ts";

describeInChromium("the site of the documentation", (browser) => {
  const folder = temporaryFolder();
  let visits: Visits;
  beforeAll(() => {
    for (const { path, content } of siteFiles(root)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    visits = new Visits(browser(), folder);
  });

  it("has nothing that axe finds, in light and dark", async () => {
    const tab = await withAxe(await visits.tab());
    const found: string[] = [];
    for (const page of pagesOf(folder)) {
      await visits.go(tab, page);
      found.push(...(await violations(tab)).map((one) => `${page}: ${one}`));
    }
    expect(found).toEqual([]);
    await tab.close();
  });

  it("fits screens of 320 and 360 pixels", async () => {
    const wide: string[] = [];
    const tab = await visits.tab();
    for (const page of pagesOf(folder)) {
      await visits.go(tab, page);
      for (const width of [320, 360]) {
        await tab.setViewportSize({ width, height: 800 });
        if ((await tab.evaluate("document.documentElement.scrollWidth")) !== width) wide.push(`${page} at ${width}`);
      }
    }
    await tab.close();
    expect(wide).toEqual([]);
  });

  it("fits a sheet of paper, with all of every block of code", async () => {
    const tab = await visits.tab({ viewport: { width: 700, height: 1000 } });
    await tab.emulateMedia({ media: "print" });
    const cut: string[] = [];
    for (const page of pagesOf(folder)) {
      await visits.go(tab, page);
      const hidden = await tab.evaluate(
        "[...document.querySelectorAll('.code')].filter((one) => one.scrollWidth > one.clientWidth + 1).length",
      );
      if (hidden !== 0) cut.push(`${page}: ${hidden}`);
    }
    expect(cut).toEqual([]);
    await tab.close();
  });

  it("asks for nothing outside of its folder", () => expect(visits.troubles).toEqual([]));
});
