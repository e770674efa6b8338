import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { describeInChromium } from "./support/chromium.ts";
import { writtenSampleton } from "./support/sampleton.ts";
import { Visits } from "./support/visits.ts";

/** Sampleton is small: this is about the script, not about the figures. */
describeInChromium(
  "the table of every comparison",
  (browser) => {
    let visits: Visits;
    let page: Page;
    const address = "report/index.html";

    beforeAll(async () => {
      visits = new Visits(browser(), await writtenSampleton());
      page = await visits.open(address);
    });

    const columns = { indicator: 0, theme: 1, by: 2, change: 7, verdict: 8 };
    const shown = async (column: keyof typeof columns): Promise<string[]> =>
      (await page.evaluate(
        `[...document.querySelectorAll(".findings tbody tr")].filter((row) => row.offsetHeight > 0).map((row) => row.cells[${columns[column]}].dataset.value ?? row.cells[${columns[column]}].dataset.order ?? "")`,
      )) as string[];
    const status = () => page.getByRole("status").innerText();
    const reset = () => page.getByRole("button", { name: "Show all again" }).click();

    it("is whole without script, and has no dead control", async () => {
      const bare = await visits.open(address, { javaScriptEnabled: false });
      expect(await bare.locator(".findings tbody tr").count()).toBe((await shown("indicator")).length);
      expect(await bare.locator("main button, main select, main input").count()).toBe(0);
      await bare.close();
    });

    it("filters by theme, dimension and verdict, together, and says how many rows are left", async () => {
      const all = await shown("theme");
      for (const [name, column] of [
        ["Theme", "theme"],
        ["By", "by"],
        ["Verdict", "verdict"],
      ] as const) {
        const values = await shown(column);
        const [wanted] = values;
        await page.getByRole("combobox", { name: name, exact: true }).selectOption(wanted!);
        expect(await shown(column)).toEqual(values.filter((value) => value === wanted));
        await reset();
      }
      const [theme, verdict] = [(await shown("theme")).at(-1)!, (await shown("verdict"))[0]!];
      const both = all.filter((one) => one === theme).length;
      await page.getByRole("combobox", { name: "Theme", exact: true }).selectOption(theme);
      expect(await status()).toBe(`${both} of ${all.length} comparisons shown`);
      await page.getByRole("combobox", { name: "Verdict", exact: true }).selectOption(verdict);
      expect(new Set(await shown("theme")).size).toBeLessThanOrEqual(1);
      expect((await shown("verdict")).every((one) => one === verdict)).toBe(true);
      await reset();
      expect(await status()).toBe(`${all.length} of ${all.length} comparisons shown`);
    });

    it("sorts by a heading with the keyboard, both ways, and says so", async () => {
      const before = await shown("indicator");
      const heading = page.getByRole("columnheader", { name: "Indicator" });
      await heading.getByRole("button").focus();
      await page.keyboard.press("Enter");
      expect(await heading.getAttribute("aria-sort")).toBe("ascending");
      const up = await shown("indicator");
      expect(up).toEqual([...before].sort((a, b) => a.localeCompare(b, "en-GB")));
      await page.keyboard.press("Space");
      expect(await heading.getAttribute("aria-sort")).toBe("descending");
      expect((await shown("indicator"))[0]).toBe(up.at(-1));
      await page.getByRole("columnheader", { name: "Theme" }).getByRole("button").click();
      expect(await page.locator(".findings [aria-sort]").count()).toBe(1);
      await reset();
      expect(await shown("indicator")).toEqual(before);
      expect(await page.locator(".findings [aria-sort]").count()).toBe(0);
    });

    it("sorts changes by size, and leaves those that cannot be told at the end both ways", async () => {
      const button = page.getByRole("columnheader", { name: "Change of the gaps" }).getByRole("button");
      for (const direction of [1, -1]) {
        await button.click();
        const values = await shown("change");
        const known = values.filter((value) => value !== "");
        expect(known.length).toBeGreaterThan(1);
        expect(values.slice(0, known.length)).toEqual([...known].sort((a, b) => direction * (Number(a) - Number(b))));
      }
      await reset();
    });

    it("reaches every control with the Tab key", async () => {
      await page.getByRole("combobox", { name: "Theme", exact: true }).focus();
      const names: string[] = [];
      for (let i = 0; i < 10; i++) {
        names.push((await page.evaluate("document.activeElement.tagName")) as string);
        await page.keyboard.press("Tab");
      }
      // Three lists, the button that resets, the table that scrolls, five headings that sort.
      expect(names).toEqual(["SELECT", "SELECT", "SELECT", "BUTTON", "SECTION", ...Array(5).fill("BUTTON")]);
    });

    it("logs nothing", () => expect(visits.troubles).toEqual([]));
  },
  "frames",
);
