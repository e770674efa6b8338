import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../support/command.ts";
import { violations, withAxe } from "./support/axe.ts";
import { describeInChromium } from "./support/chromium.ts";
import { writtenSampleton } from "./support/sampleton.ts";
import { Visits } from "./support/visits.ts";

describeInChromium(
  "the report in one file",
  (browser) => {
    let visits: Visits;
    let tab: Page;
    const name = "report.html";

    beforeAll(async () => {
      const folder = temporaryFolder();
      // Alone in its folder, so that nothing it needs can come from beside it.
      cpSync(join(await writtenSampleton(), name), join(folder, name));
      visits = new Visits(browser(), folder);
      tab = await visits.open(name);
    });

    it("is set in the typeface that it carries, and its style applies under its own policy", async () => {
      await tab.evaluate("document.fonts.ready");
      expect(await tab.evaluate("[...document.fonts].map(({ family, status }) => [family, status].join(' '))")).toEqual(
        ["Arimo loaded", "Arimo loaded"],
      );
      expect(await tab.evaluate("getComputedStyle(document.querySelector('.cover')).backgroundColor")).toBe(
        "rgb(18, 67, 109)",
      );
    });

    it("leads from its contents to the place named", async () => {
      await tab.getByRole("navigation", { name: "Contents" }).getByRole("link", { name: "Road accidents" }).click();
      expect(new URL(tab.url()).hash).toBe("#indicators-accidents");
      expect(await tab.locator("#indicators-accidents").isVisible()).toBe(true);
    });

    it("opens every table on paper, hides what only a screen can use, and prints the addresses of links", async () => {
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
      expect(await tab.evaluate(address)).toContain("https://example.org/licence");
      expect(await tab.evaluate("getComputedStyle(document.querySelector('.cover')).backgroundColor")).toBe(
        "rgb(255, 255, 255)",
      );
    });

    it("fits a screen of 320 pixels without sideways scrolling", async () => {
      await tab.emulateMedia({ media: null });
      await tab.setViewportSize({ width: 320, height: 700 });
      expect(await tab.evaluate("audit.beyond()")).toEqual([]);
    });

    it("has no accessibility violation, light or dark", async () => {
      tab = await visits.go(await withAxe(await visits.tab()), name);
      expect(await violations(tab)).toEqual([]);
    });

    it("logs nothing and asks for nothing but itself", () => {
      expect(visits.troubles).toEqual([]);
      expect(new Set(visits.asked)).toEqual(new Set([name]));
    });
  },
  "frames",
);
