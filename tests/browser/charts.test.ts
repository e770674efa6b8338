import type { Page } from "playwright-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { allViolations, withAxe } from "./support/axe.ts";
import { describeInChromium } from "./support/chromium.ts";
import { writtenSampleton } from "./support/sampleton.ts";
import { Visits } from "./support/visits.ts";

describeInChromium(
  "charts",
  (browser) => {
    let visits: Visits;
    let tab: Page;

    beforeAll(async () => {
      visits = new Visits(browser(), await writtenSampleton());
      tab = await withAxe(await visits.tab());
    });
    afterEach(() => expect(visits.troubles.splice(0)).toEqual([]));

    /** Opens a page and, with Enter, each fold that charts stand in. */
    const open = async (page: string): Promise<Page> => {
      await visits.go(tab, `report/${page}`);
      for (const fold of await tab.locator("details.behind > summary").all()) await fold.press("Enter");
      return tab;
    };

    const figure = (name: string) => tab.locator("figure", { has: tab.locator(`[data-chart="${name}"]`) });

    /** Opens a chart by keys alone. */
    async function explore(name: string) {
      const chart = figure(name);
      const button = chart.getByRole("button", { name: /^Explore this chart/ });
      await button.focus();
      await tab.keyboard.press("Enter");
      await chart.locator(".stop:focus").waitFor();
      const words = async () => (await chart.locator(".tip").innerText()).split("\n");
      const heard = () => chart.locator(".stop:focus").getAttribute("aria-label");
      return { chart, button, tip: chart.locator(".tip"), words, heard };
    }

    /** The rows of a chart's table as they are read. */
    const rows = (name: string): Promise<string[][]> =>
      figure(name)
        .locator("tbody tr")
        .evaluateAll((list) =>
          list.map((row) => [...(row as HTMLTableRowElement).cells].map((cell) => cell.textContent ?? "")),
        );

    it("offers each of them for exploring, and has loaded nothing for it", async () => {
      visits.asked.length = 0;
      await open("indicators/debt.html");
      const charts = await tab.locator("[data-chart]").count();
      expect(charts).toBeGreaterThanOrEqual(5);
      expect(await tab.getByRole("button", { name: /^Explore this chart ?: \w/ }).count()).toBe(charts);
      expect(visits.asked.filter((path) => path.includes("script/"))).toEqual([
        "report/script/charts.js",
        "report/script/actions.js",
      ]);
    });

    describe("explored by keys and pointer", () => {
      beforeAll(() => open("indicators/debt.html"));
      afterEach(async () => {
        const live = tab.locator(".live");
        if ((await live.count()) > 0) await live.press("Escape");
      });

      it.each(["debt--fifths--groups", "debt--fifths--gap-absolute", "debt--fifths--gap-relative"])(
        "steps through %s by arrow keys, in words that are those of its table",
        async (name) => {
          const { words, heard } = await explore(name);
          const table = (await rows(name)).filter(([, value]) => !value?.startsWith("["));
          expect(table.length).toBeGreaterThan(1);
          const [, all = 0] = /of (\d+)/.exec((await words())[1] ?? "") ?? [];
          expect(Number(all)).toBeGreaterThanOrEqual(table.length);
          for (const [i, [heading, value, interval]] of table.entries()) {
            const [text = "", place] = await words();
            expect(await heard()).toBe(text);
            expect(text).toContain(heading);
            expect(text.replace(/ ?(%|percentage points?)(?= \()/, "").endsWith(`: ${value} (${interval})`)).toBe(true);
            expect(place).toBe(`${i + 1} of ${all}`);
            await tab.keyboard.press("ArrowRight");
          }
          await tab.keyboard.press("End");
          expect((await words())[1]).toBe(`${all} of ${all}`);
          await tab.keyboard.press("ArrowRight");
          expect((await words())[1]).toBe(`1 of ${all}`);
        },
      );

      it("steps through lines: every dot has its group, period and figure of the table", async () => {
        const name = "debt--fifths--over-time";
        const { words } = await explore(name);
        const head = await figure(name).locator("thead th").allTextContents();
        const table = new Map((await rows(name)).map(([group, ...cells]) => [group, cells]));
        await tab.keyboard.press("Home");
        const all = Number(/ of (\d+)$/.exec((await words())[1] ?? "")?.[1]);
        expect(all).toBeGreaterThan(6);
        for (let i = 0; i < all; i++) {
          const [, group, period, value] = /^(.+), ([^,:]+): ([\d.,]+)%/.exec((await words())[0] ?? "") ?? [];
          expect(table.get(group ?? "")?.[head.indexOf(period ?? "") - 1]).toBe(value);
          await tab.keyboard.press("ArrowRight");
        }
      });

      it("goes from line to line up and down, at the same time", async () => {
        const { chart, words } = await explore("debt--fifths--over-time");
        expect(await chart.locator("[role=group]").count()).toBeGreaterThan(2);
        const told = async () => /^(.+), ([^,:]+): /.exec((await words())[0] ?? "")?.slice(1) ?? [];
        const [group, period] = await told();
        await tab.keyboard.press("ArrowDown");
        const [next, same] = await told();
        expect(next).not.toBe(group);
        expect(same).toBe(period);
        await tab.keyboard.press("ArrowUp");
        expect(await told()).toEqual([group, period]);
      });

      it("says how, to be read and as the list is entered", async () => {
        const { chart } = await explore("debt--fifths--groups");
        const how = chart.getByText("Home and End go to the first and the last.");
        expect(await how.isVisible()).toBe(true);
        expect(await chart.locator("[role=listbox]").getAttribute("aria-describedby")).toBe(
          await how.getAttribute("id"),
        );
      });

      it("goes back to the picture and to the button with Escape", async () => {
        const { chart, button } = await explore("debt--fifths--groups");
        expect(await chart.locator(".picture > svg").isVisible()).toBe(false);
        await tab.keyboard.press("ArrowRight");
        await tab.keyboard.press("Escape");
        expect(await chart.locator(".live").count()).toBe(0);
        expect(await chart.locator(".picture > svg").isVisible()).toBe(true);
        expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
      });

      it("speaks under a pointer too, lights the mark up, and keeps what was said until the chart is left", async () => {
        const { chart, tip } = await explore("debt--fifths--groups");
        const mark = chart.locator(".live .mark-symbol").last().locator("path").nth(-2);
        const size = async () => (await mark.boundingBox())?.width ?? 0;
        const before = await size();
        await mark.hover();
        await expect.poll(size).toBeGreaterThan(1.3 * before);
        expect(await tip.innerText()).toMatch(/^Least deprived fifth, \d{4}: /);
        await tip.hover();
        expect(await tip.isVisible()).toBe(true);
        await tab.mouse.move(5, 5);
        expect(await tip.isVisible()).toBe(false);
      });
    });

    it.each([
      { width: 1280, colorScheme: "light" },
      { width: 320, colorScheme: "dark" },
    ] as const)("is accessible while explored, at $width pixels in $colorScheme", async ({ width, colorScheme }) => {
      await tab.setViewportSize({ width, height: 800 });
      await tab.emulateMedia({ colorScheme });
      await open("indicators/debt.html");
      const { tip } = await explore("debt--fifths--gap-absolute");
      await tab.keyboard.press("End");
      expect(await tip.isVisible()).toBe(true);
      expect(await allViolations(tab)).toEqual([]);
      expect(await tab.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    });

    it("says so where its parts are missing, and leaves the picture", async () => {
      await open("indicators/debt.html");
      await tab.evaluate("document.querySelector('[data-chart]').dataset.chart = 'gone'");
      const picture = tab.locator('[data-chart="gone"]');
      await tab.locator(".explore").first().click();
      await tab.getByText("The chart could not be loaded.").waitFor();
      expect(await picture.locator("svg").isVisible()).toBe(true);
      expect(visits.troubles.splice(0).join()).toContain("ERR_FILE_NOT_FOUND");
    });

    it("are whole without script, with nothing that would need it", async () => {
      const bare = await visits.open("report/indicators/debt.html", { javaScriptEnabled: false });
      expect(await bare.locator(".explore").count()).toBe(0);
      expect(await bare.locator(".picture svg").count()).toBeGreaterThanOrEqual(5);
    });

    it("are lettered in the report's own typeface", async () => {
      await open("index.html");
      const faces = (await tab.evaluate(
        "document.fonts.ready.then((set) => [...set].map((face) => face.status))",
      )) as string[];
      expect(faces).toEqual(["loaded", "loaded"]);
    });
  },
  "frames",
);
