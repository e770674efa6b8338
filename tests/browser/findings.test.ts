import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { describeInChromium } from "./support/chromium.ts";
import { writtenSampleton } from "./support/sampleton.ts";
import { Visits } from "./support/visits.ts";

/** Sampleton is small: this is about the script, not about the figures. */
describeInChromium(
  "the list of topics",
  (browser) => {
    let visits: Visits;
    let page: Page;
    const address = "report/index.html";

    beforeAll(async () => {
      visits = new Visits(browser(), await writtenSampleton());
    });
    beforeEach(async () => {
      page = await visits.open(address);
    });
    afterAll(() => expect(visits.troubles).toEqual([]));

    const all = ["School scores", "Problem debt", "Road accidents", "Asthma in childhood"];
    const shown = (): Promise<string[]> => page.locator(".topic h3 a:visible").allInnerTexts();
    const choose = (name: string, option: string) =>
      page.getByRole("combobox", { name }).selectOption({ label: option });
    const status = () => page.locator(".topic-list").getByRole("status").innerText();
    const reset = () => page.getByRole("button", { name: "Show all 4 topics" });

    it("is whole without script: core topics, the others behind a fold, and no dead control", async () => {
      const bare = await visits.open(address, { javaScriptEnabled: false });
      expect(await bare.locator(".topic").count()).toBe(4);
      // A term opens what it means without script too.
      expect(await bare.locator("main button:not(.term), main select, main input").count()).toBe(0);
      for (const term of await bare.locator("main button.term").all())
        expect(await bare.locator(`#${await term.getAttribute("popovertarget")}[popover]`).count()).toBe(1);
      await bare.locator(".more-topics > summary").click();
      expect(await bare.locator(".topic:visible").count()).toBe(4);
      await bare.close();
    });

    it("chooses by theme, who, what became of the gap, and core, together, and says how many are left", async () => {
      expect(await status()).toBe("4 of 4 topics shown");
      await choose("Theme", "Learning");
      expect(await shown()).toEqual(["School scores", "Asthma in childhood"]);
      expect(await status()).toBe("2 of 4 topics shown");
      await choose("Which topics", "Core topics only");
      expect(await shown()).toEqual(["School scores"]);
      expect(await status()).toBe("1 of 4 topics shown");
      await reset().click();
      expect(await shown()).toEqual(all);
      await choose("What became of the gap", "Gap shrank");
      expect(await shown()).toEqual(["Problem debt"]);
      await reset().click();
      await choose("Who is compared", "Places");
      expect(await shown()).toEqual(["Road accidents"]);
    });

    it("says in words that nothing fits, with the way back beside it", async () => {
      await choose("Theme", "Streets");
      await choose("What became of the gap", "Gap shrank");
      expect(await shown()).toEqual([]);
      expect(await page.getByText("No topic fits these choices.").isVisible()).toBe(true);
      await reset().click();
      expect(await shown()).toEqual(all);
      expect(await page.getByText("No topic fits these choices.").isVisible()).toBe(false);
    });

    it("keeps what is chosen in the address, which opens the same list anywhere", async () => {
      await choose("Theme", "Learning");
      await choose("What became of the gap", "Change: not compared");
      const chosen = new URL(page.url()).hash;
      expect(chosen).toBe("#topics?theme=learning&verdict=not-compared");
      const other = await visits.tab();
      await other.goto(page.url());
      expect(await other.locator(".topic h3 a:visible").allInnerTexts()).toEqual(await shown());
      await other.close();
    });

    it("goes back and forth with the browser's own buttons", async () => {
      await choose("Theme", "Learning");
      await choose("Theme", "Money");
      await page.goBack();
      expect(await shown()).toEqual(["School scores", "Asthma in childhood"]);
      expect(await page.getByRole("combobox", { name: "Theme" }).inputValue()).toBe("learning");
      await page.goForward();
      expect(await shown()).toEqual(["Problem debt"]);
    });

    it("chooses nothing by an address that names no choice of the report", async () => {
      const other = await visits.tab();
      await other.goto(`${page.url()}#topics?theme=no-such&verdict=larger"><i>`);
      expect(await other.locator(".topic").count()).toBe(4);
      expect(await other.locator(".topic-list").getByRole("status").innerText()).toBe("4 of 4 topics shown");
      await other.close();
    });

    it("reaches every control with the Tab key, and is worked by keys", async () => {
      await page.getByRole("combobox", { name: "Theme" }).focus();
      const names: string[] = [];
      for (let i = 0; i < 6; i++) {
        names.push((await page.evaluate("document.activeElement.tagName")) as string);
        await page.keyboard.press("Tab");
      }
      expect(names).toEqual(["SELECT", "SELECT", "SELECT", "SELECT", "BUTTON", "A"]);
      await reset().focus();
      await page.keyboard.press("Enter");
      expect(await shown()).toEqual(all);
    });

    it.each([320, 360])(
      "stands in one column at %i pixels, what became of the gap first, and nothing beside the page",
      async (width) => {
        const narrow = await visits.open(address, { viewport: { width, height: 800 } });
        expect(await narrow.evaluate("document.documentElement.scrollWidth")).toBe(width);
        const [badge, name, facts] = await Promise.all(
          [".badge", "h3", "dl"].map((part) => narrow.locator(`.topic ${part}`).first().boundingBox()),
        );
        expect(badge!.y).toBeLessThan(name!.y);
        expect(name!.y).toBeLessThan(facts!.y);
        const columns = await narrow
          .locator(".topic dl > div:visible")
          .evaluateAll((parts) => [...new Set(parts.map((part) => Math.round(part.getBoundingClientRect().left)))]);
        expect(columns).toHaveLength(1);
        await narrow.close();
      },
    );

    it("is printed whole, without its controls", async () => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".controls").isVisible()).toBe(false);
      expect(
        await page
          .locator(".topic")
          .evaluateAll((parts) => parts.filter((part) => part.getBoundingClientRect().height > 0).length),
      ).toBe(4);
      await page.emulateMedia({ media: "screen" });
    });
  },
  "frames",
);
