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
  beforeAll(async () => {
    visits = new Visits(browser(), await builtManchester());
  });

  const listed = (tab: Page, what: string): Promise<string[]> => tab.evaluate(`audit.${what}()`);

  describe.each(kinds)("%s", (page) => {
    it("is reached and operated whole with the keyboard alone, and shows where the focus is", async () => {
      const tab = await visits.open(page);
      await tab.evaluate("audit.remember()");
      const { stops, faults } = await walk(tab);
      expect(faults).toEqual([]);
      expect(stops.length).toBeGreaterThan(8);
      await tab.close();
    });

    it("skips to its content with the first key", async () => {
      const tab = await visits.open(page);
      await tab.keyboard.press("Tab");
      const skip = "[document.activeElement.className, document.activeElement.getBoundingClientRect().top >= 0]";
      expect(await tab.evaluate(skip)).toEqual(["skip", true]);
      await tab.keyboard.press("Enter");
      expect(await tab.evaluate("document.activeElement.id")).toBe("content");
      await tab.keyboard.press("Tab");
      expect(await tab.evaluate("document.activeElement.closest('main, footer') !== null")).toBe(true);
      await tab.close();
    });

    it("says the same without script, which only adds controls", async () => {
      const [scripted, bare] = await Promise.all([visits.open(page), visits.open(page, { javaScriptEnabled: false })]);
      const [more, all] = (await Promise.all([scripted, bare].map((tab) => tab.evaluate("audit.texts()")))) as Text[][];
      expect(all!.length).toBeGreaterThan(30);
      expect(differences(more!, all!)).toEqual([]);
      await Promise.all([scripted.close(), bare.close()]);
    });

    it.each(["light", "dark"] as const)(
      "keeps its pictures apart from their background in forced colours, %s",
      async (colorScheme) => {
        const tab = await visits.open(page, { forcedColors: "active", colorScheme });
        expect(await listed(tab, "faded")).toEqual([]);
        await tab.close();
      },
    );

    it("moves nothing for readers who want no motion", async () => {
      const tab = await visits.open(page, { reducedMotion: "reduce" });
      expect(await listed(tab, "moving")).toEqual([]);
      await tab.close();
    });
  });

  it("logs nothing, breaks no rule of its own policy and asks for nothing outside its folder", () => {
    expect(visits.troubles).toEqual([]);
  });
});
