import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { builtManchester } from "../support/manchester.ts";
import { describeInChromium } from "./support/chromium.ts";
import { walk } from "./support/keyboard.ts";
import { Visits } from "./support/visits.ts";

/** One page of each kind. */
const kinds = [
  "report/index.html",
  "report/themes/work.html",
  "report/indicators/claimants.html",
  "report/indicators/life-expectancy-male.html",
  "report/communities.html",
  "report/communities/women-and-girls.html",
  "report/wards/ardwick.html",
  "report/data-gaps.html",
  "report/method.html",
  "report/sources.html",
];

interface Text {
  text: string;
  isControl: boolean;
}

/** Texts that script takes away, changes or adds, other than controls. */
function differences(scripted: readonly Text[], bare: readonly Text[]): string[] {
  let at = 0;
  const added = scripted.filter(({ text, isControl }) => {
    if (text !== bare[at]?.text) return !isControl;
    at += 1;
    return false;
  });
  return [
    ...added.map(({ text }) => `added: ${text}`),
    ...bare.slice(at, at + 1).map(({ text }) => `missing: ${text}`),
  ];
}

describeInChromium("each kind of page of Manchester's report", (browser) => {
  let visits: Visits;
  let tab: Page;
  let bare: Page;
  beforeAll(async () => {
    visits = new Visits(browser(), await builtManchester());
    tab = await visits.tab();
    bare = await visits.tab({ javaScriptEnabled: false });
  });

  // One visit serves all checks of a page: the first look at it as it was loaded, the last change it.
  describe.each(kinds)("%s", (page) => {
    beforeAll(async () => {
      await visits.go(tab, page);
    });

    it("says the same without script, which only adds controls", async () => {
      await visits.go(bare, page);
      const [scripted, all] = [await tab.evaluate("audit.texts()"), await bare.evaluate("audit.texts()")] as Text[][];
      expect(all!.length).toBeGreaterThan(30);
      expect(differences(scripted!, all!)).toEqual([]);
    });

    it("moves nothing for readers who want no motion", async () => {
      await tab.emulateMedia({ reducedMotion: "reduce" });
      expect(await tab.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")).toBe(true);
      expect(await tab.evaluate("audit.moving()")).toEqual([]);
    });

    it.each(["light", "dark"] as const)(
      "keeps its pictures apart from their background in forced colours, %s",
      async (colorScheme) => {
        await tab.emulateMedia({ forcedColors: "active", colorScheme });
        expect(await tab.evaluate("matchMedia('(forced-colors: active)').matches")).toBe(true);
        expect(await tab.evaluate("audit.faded()")).toEqual([]);
      },
    );

    it("is reached and operated whole with the keyboard alone, and shows where the focus is", async () => {
      await tab.emulateMedia({ forcedColors: null, colorScheme: null, reducedMotion: null });
      const { stops, faults } = await walk(tab);
      expect(faults).toEqual([]);
      expect(stops.length).toBeGreaterThan(8);
      expect(stops[0]!.name).toContain("<a.skip>");
    });

    it("skips to its content with the first key", async () => {
      await tab.evaluate("document.querySelector('a[href]').focus()");
      const skip = "[document.activeElement.className, document.activeElement.getBoundingClientRect().top >= 0]";
      expect(await tab.evaluate(skip)).toEqual(["skip", true]);
      await tab.keyboard.press("Enter");
      expect(await tab.evaluate("document.activeElement.id")).toBe("content");
      await tab.keyboard.press("Tab");
      expect(await tab.evaluate("document.activeElement.closest('main, footer') !== null")).toBe(true);
    });
  });

  it("logs nothing, breaks no rule of its own policy and asks for nothing outside its folder", () => {
    expect(visits.troubles).toEqual([]);
  });
});
