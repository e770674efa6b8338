import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { builtManchester } from "../support/manchester.ts";
import { describeInChromium } from "./support/chromium.ts";
import { Visits } from "./support/visits.ts";

const address = "report/indicators/children-low-income.html";
const phone = { width: 360, height: 740 };

/** What a reader meets in each breakdown of the page, top down, with whether it is seen before anything is opened. */
const partsOf = (tab: Page): Promise<string[][]> =>
  tab.evaluate(() =>
    [...document.querySelectorAll("main .breakdown")].map((part) => {
      const told = [
        ...part.querySelectorAll(
          ".headline, figure[id$='--dumbbell'], figure[id$='--over-time'], .answering > .told:last-child, details.behind",
        ),
      ].filter((one) => one.parentElement?.closest(".behind") === null);
      return told.map((one) => {
        const name = one.matches("details")
          ? "behind"
          : one.matches("figure")
            ? one.id.split("--").at(-1)
            : one.className;
        return `${name}${one.matches("details") ? (one.open ? " open" : " closed") : one.checkVisibility() ? "" : " unseen"}`;
      });
    }),
  );

describeInChromium("the page of an indicator", (browser) => {
  let visits: Visits;
  beforeAll(async () => {
    visits = new Visits(browser(), await builtManchester());
  });

  it("answers first, then shows the groups, the years and how sure it is, and folds what is behind", async () => {
    const tab = await visits.open(address, { viewport: phone });
    const parts = await partsOf(tab);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts[0]).toEqual(["headline", "dumbbell", "over-time", "told", "behind closed"]);
    await tab.close();
  });

  it("comes to its fold within three and a half screens of a phone", async () => {
    const tab = await visits.open(address, { viewport: phone });
    const top = (await tab.evaluate(
      "document.querySelector('details.behind').getBoundingClientRect().top + scrollY",
    )) as number;
    expect(top / phone.height).toBeGreaterThan(1);
    expect(top / phone.height).toBeLessThanOrEqual(3.5);
    await tab.close();
  });

  it("opens the fold for a link to what is in it", async () => {
    const tab = await visits.open(address);
    const inFold = "document.querySelector('details.behind figure[id]')";
    const id = (await tab.evaluate(`${inFold}.id`)) as string;
    expect(await tab.evaluate(`${inFold}.checkVisibility({ contentVisibilityAuto: true })`)).toBe(false);
    await tab.close();
    const linked = await visits.open(`${address}`);
    await linked.evaluate(`location.hash = ${JSON.stringify(id)}`);
    await linked.waitForFunction(`document.getElementById(${JSON.stringify(id)}).closest("details.behind").open`);
    const y = `document.getElementById(${JSON.stringify(id)}).getBoundingClientRect()`;
    expect(await linked.evaluate(`${y}.top >= -1 && ${y}.top < innerHeight && ${y}.height > 100`)).toBe(true);
    await linked.close();
  });

  it("prints what is folded, and leaves it closed", async () => {
    const tab = await visits.open(address);
    const hidden = `[...document.querySelectorAll("details.behind *:not(details details *)")].filter((one) => one.matches("h2, h3, p, figure, table, li") && one.closest(".files, .acts, .explorer, .downloads, [hidden]") === null && !one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120))`;
    expect(((await tab.evaluate(hidden)) as string[]).length).toBeGreaterThan(5);
    await tab.emulateMedia({ media: "print" });
    expect(await tab.evaluate(hidden)).toEqual([]);
    expect(await tab.evaluate("document.querySelectorAll('details.behind[open]').length")).toBe(0);
    await tab.close();
  });

  it("troubles nobody", () => expect(visits.troubles).toEqual([]));
});

describeInChromium("the page of an area", (browser) => {
  it("answers first, shows where it is, then each figure, who lives there, and all in one chart behind a fold", async () => {
    const visits = new Visits(browser(), await builtManchester());
    const tab = await visits.open("report/wards/ardwick.html", { viewport: phone });
    const ids = await tab.evaluate("[...document.querySelectorAll('main h2[id]')].map((one) => one.id)");
    expect(ids).toEqual(expect.arrayContaining(["answer", "where", "figures", "lives-here", "all"]));
    expect((ids as string[]).slice(0, 5)).toEqual(["answer", "where", "figures", "lives-here", "all"]);
    const screens = "(one) => (one.getBoundingClientRect().top + scrollY) / innerHeight";
    expect(await tab.evaluate(`(${screens})(document.getElementById("answer"))`)).toBeLessThan(1);
    expect(await tab.evaluate("document.getElementById('all').closest('section').querySelector('details').open")).toBe(
      false,
    );
    expect(visits.troubles).toEqual([]);
    await tab.close();
  });
});
