import { beforeAll, expect, it } from "vitest";
import { builtManchester } from "../../support/manchester.ts";
import { describeInChromium } from "./chromium.ts";
import { type Swept, sweep } from "./sweep.ts";

/** Holds one part of all pages to what every page must keep; two files of tests share them, so that both cores work. */
export function holdEveryPage(part: 0 | 1): void {
  describeInChromium(`every page of Manchester's report, part ${part + 1} of 2,`, (browser) => {
    let swept: Swept;
    beforeAll(async () => {
      swept = await sweep(browser(), await builtManchester(), (index) => index % 2 === part);
    });

    it("has no accessibility violation, light or dark", () => {
      expect(swept.pages.length).toBeGreaterThan(10);
      expect(swept.violations).toEqual([]);
    });

    it("fits 320 pixels, which is also 400 % of zoom, without sideways scrolling or text over text", () => {
      expect(swept.sideways).toEqual([]);
    });

    it("keeps all text whole when readers space it out", () => {
      expect(swept.spacing).toEqual([]);
    });

    it("logs nothing, breaks no rule of its own policy and asks for nothing outside its folder", () => {
      expect(swept.troubles).toEqual([]);
    });
  });
}
