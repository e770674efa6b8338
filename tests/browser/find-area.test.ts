import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { once } from "../support/once.ts";
import { packed } from "../support/packed.ts";
import { violations, withAxe } from "./support/axe.ts";
import { describeInChromium } from "./support/chromium.ts";
import { Visits } from "./support/visits.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const postcodes = "postcode,area_code\nSA1 1AA,S01\nsa11ab,S03\n SA2  9ZZ ,S03\nSA9 9ZZ,\n";
const dataset = `title: Postcodes of Sampleton
publisher: Office of Samples
licence: Open Government Licence v3.0
page: https://example.org/postcodes
period: May 2025
received: 2025-06-01
changes: none
files:
  - path: postcodes.csv
    sha256: ${createHash("sha256").update(postcodes).digest("hex")}
format: { type: csv, delimiter: ",", quote: '"', encoding: utf-8 }
columns:
  postcode: { type: text }
  area_code: { type: text }
blanks: { "": not-applicable }
facts:
  rows: 4
  unique: [postcode]
`;

/** A small place with shapes and postcodes of its areas, built by the package. */
const withPostcodes = (): Promise<string> =>
  once("sampleton-with-postcodes", async (to) => {
    const { build } = await packed("run/build.js");
    const project = join(to, "project");
    cpSync(here("../problems/base"), project, { recursive: true });
    cpSync(here("../support/sound-map/areas.geojson"), join(project, "data-raw/areas.geojson"));
    mkdirSync(join(project, "data-raw/postcodes"));
    writeFileSync(join(project, "data-raw/postcodes/postcodes.csv"), postcodes);
    writeFileSync(join(project, "data-raw/postcodes/dataset.yaml"), dataset);
    const declared = join(project, "tempcheck.yaml");
    const more = `    type: areas
    map: { file: areas.geojson, key: code, name: "Areas of Sampleton, 2025" }
    postcodes: { dataset: postcodes, postcode: postcode, area: area_code }
`;
    writeFileSync(declared, readFileSync(declared, "utf8").replace("    type: areas\n", more));
    await build({ project, out: join(to, "out"), singleFile: true }, () => {});
  });

describeInChromium(
  "the way to one's own area",
  (browser) => {
    let visits: Visits;
    let output: string;
    const address = "report/communities.html";
    const open = (options?: Parameters<Visits["open"]>[1]): Promise<Page> => visits.open(address, options);
    const endsWith = async (page: Page, file: string): Promise<void> => {
      await page.waitForURL((url) => url.pathname.endsWith(file));
      expect(await page.locator("h1").count()).toBe(1);
    };

    beforeAll(async () => {
      output = join(await withPostcodes(), "out");
      visits = new Visits(browser(), output);
    }, 120_000);

    it("keeps postcodes in a script for each first half, and no others", () => {
      const folder = join(output, "report/script/postcodes/area");
      expect(readdirSync(folder)).toEqual(["SA1.js", "SA2.js"]);
      expect(readFileSync(join(folder, "SA1.js"), "utf8")).toBe(
        'tempcheckPostcodes("SA1", {"abbey":"1AA","cafe-row":"1AB"});\n',
      );
    });

    it("finds an area by letters of its name, by keyboard alone", async () => {
      const page = await open();
      await page.getByLabel("Name of your area").focus();
      await page.keyboard.type("caf");
      expect(await page.locator(".matches a").allInnerTexts()).toEqual(["Café Row"]);
      expect(await page.getByRole("status").first().innerText()).toBe("Matches: 1");
      await page.keyboard.press("Enter");
      await endsWith(page, "/areas/cafe-row.html");
      await page.close();
    });

    it("says so where no name has the letters, and moves into the list by arrow", async () => {
      const page = await open();
      const name = page.getByLabel("Name of your area");
      await name.fill("zzz");
      expect(await page.getByRole("status").first().innerText()).toContain("Try fewer letters");
      await name.fill("");
      await name.fill("a");
      await name.press("ArrowDown");
      expect(await page.evaluate("document.activeElement.closest('.matches') !== null")).toBe(true);
      await page.close();
    });

    it("opens the page of an area that is chosen on the map, by mouse and by keyboard", async () => {
      const page = await open();
      const area = page.locator(".outlines a").first();
      const name = await area.getAttribute("aria-label");
      await area.click();
      await endsWith(page, ".html");
      expect(await page.locator("h1").innerText()).toBe(name);
      await page.goBack();
      await page.locator(".outlines a").nth(1).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/report\/areas\//);
      await page.close();
    });

    it("finds a postcode however it is typed, loading the one script and nothing else", async () => {
      const page = await open();
      const box = page.getByLabel("Your postcode");
      const status = page.getByRole("status").nth(1);
      visits.asked.length = 0;
      await box.fill(" sa1 1Ab");
      await page.getByRole("button", { name: "Find" }).click();
      await status.getByRole("link", { name: "Café Row" }).waitFor();
      expect(await status.innerText()).toBe("SA1 1AB is in Café Row");
      expect(visits.asked).toEqual(["report/script/postcodes/area/SA1.js"]);
      await box.fill("SA1 9QQ");
      await box.press("Enter");
      expect(await status.innerText()).toContain("This postcode is not in the list");
      await box.fill("SA9 9ZZ");
      await box.press("Enter");
      expect(await status.innerText()).toContain("This postcode is not in the list");
      await box.fill("SA1");
      await box.press("Enter");
      expect(await status.innerText()).toContain("not a whole postcode");
      expect(visits.asked).toHaveLength(1);
      expect(await page.getByText("It is not sent to anyone.").isVisible()).toBe(true);
      await page.close();
    });

    it("is a list and a map without script, with no box that does nothing", async () => {
      const page = await open({ javaScriptEnabled: false });
      expect(await page.locator(".find-area input, .find-area button").count()).toBe(0);
      expect(await page.locator(".find-area .names a").count()).toBe(6);
      expect(await page.locator(".outlines a").count()).toBe(6);
      await page.close();
    });

    it("has its list open on a wide screen, and closed on a phone until somebody opens it", async () => {
      const wide = await open({ viewport: { width: 1280, height: 800 } });
      expect(await wide.locator(".find-area .names a").first().isVisible()).toBe(true);
      await wide.close();
      const phone = await open({ viewport: { width: 360, height: 800 } });
      const names = phone.locator(".find-area .names");
      expect(await names.locator("a").first().isVisible()).toBe(false);
      await names.locator("summary").focus();
      await phone.keyboard.press("Enter");
      expect(await names.locator("a").first().isVisible()).toBe(true);
      await phone.close();
    });

    it("fits a screen of 320 pixels and has nothing that axe finds, like the pages of areas", async () => {
      for (const file of [address, "report/areas/cafe-row.html"]) {
        const narrow = await visits.open(file, { viewport: { width: 320, height: 800 } });
        expect(await narrow.evaluate("document.documentElement.scrollWidth")).toBe(320);
        await narrow.close();
        const tab = await withAxe(await visits.tab());
        await visits.go(tab, file);
        expect(await violations(tab), file).toEqual([]);
        await tab.close();
      }
    });

    it("leads to the parts of the report in one file", () => {
      const single = readdirSync(output).find((name) => name.endsWith(".html"))!;
      const text = readFileSync(join(output, single), "utf8");
      expect(text).toMatch(/<a class="there" href="#areas-cafe-row"/);
    });

    it("troubles nobody", () => expect(visits.troubles).toEqual([]));
  },
  "frames",
);
