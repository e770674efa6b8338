import { beforeAll, expect, it } from "vitest";
import { allViolations, withAxe } from "./support/axe.ts";
import { describeInChromium } from "./support/chromium.ts";
import { writtenSampleton } from "./support/sampleton.ts";
import { Visits } from "./support/visits.ts";

describeInChromium("a word of the glossary", (browser) => {
  let visits: Visits;
  beforeAll(async () => {
    visits = new Visits(browser(), await writtenSampleton());
  });

  it.each([
    [1280, 900],
    [320, 700],
  ])(
    "opens by key without script where it stands, on a screen of %i by %i, and closes again",
    async (width, height) => {
      const page = await visits.open("report/method.html", { javaScriptEnabled: false, viewport: { width, height } });
      const word = page.locator("button.term").nth(1);
      const note = page.locator(".term-note:popover-open");
      expect(await note.count()).toBe(0);
      await word.focus();
      await page.keyboard.press("Enter");
      const [at, from] = [(await note.boundingBox())!, (await word.boundingBox())!];
      expect(at.x).toBeGreaterThanOrEqual(0);
      expect(at.x + at.width).toBeLessThanOrEqual(width);
      expect(at.y).toBeGreaterThanOrEqual(0);
      expect(at.y + at.height).toBeLessThanOrEqual(height);
      expect(Math.min(Math.abs(at.y - from.y - from.height), Math.abs(from.y - at.y - at.height))).toBeLessThan(12);
      await page.keyboard.press("Tab");
      expect(await note.locator("a:focus").count()).toBe(1);
      await page.keyboard.press("Escape");
      expect(await note.count()).toBe(0);
      await page.close();
    },
  );

  it("has no violation of axe while it is open", async () => {
    const page = await withAxe(await visits.tab());
    await page.goto((await visits.open("report/method.html")).url());
    await page.locator("button.term").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".term-note:popover-open").count()).toBe(1);
    expect(await allViolations(page)).toEqual([]);
    await page.close();
  });

  it("has its note nowhere on paper", async () => {
    const page = await visits.open("report/method.html");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".term-note").first().isVisible()).toBe(false);
    expect(await page.locator("button.term").first().isVisible()).toBe(true);
    await page.close();
  });
});
