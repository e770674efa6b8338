import type { Browser, Page } from "playwright-core";
import { violations } from "./axe.ts";
import { pagesOf, Visits } from "./visits.ts";

/** What is wrong on the pages looked at, each with its page: by what must hold. */
export interface Swept {
  pages: string[];
  violations: string[];
  sideways: string[];
  spacing: string[];
  troubles: string[];
}

const LANES = 2;

/** Looks at pages of a folder, each loaded once: at 320 pixels, spaced out, light and dark. */
export async function sweep(browser: Browser, folder: string, isMine: (index: number) => boolean): Promise<Swept> {
  const visits = new Visits(browser, folder);
  const pages = pagesOf(folder).filter((_, index) => isMine(index));
  const swept: Swept = { pages, violations: [], sideways: [], spacing: [], troubles: visits.troubles };
  const waiting = [...pages];
  const lane = async (): Promise<void> => {
    const tab = await visits.tab();
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      const note = (list: string[], found: readonly string[]) => list.push(...found.map((one) => `${page}: ${one}`));
      const laidOut = await layout(visits, tab, page);
      note(swept.sideways, laidOut.sideways);
      note(swept.spacing, laidOut.spacing);
      note(swept.violations, await violations(tab));
    }
    await tab.close();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return swept;
}

/** A window of 1280 by 1024 pixels shows a page enlarged to 400 % as one of 320 by 256. */
const narrow = { width: 320, height: 256 };
const wide = { width: 1280, height: 900 };

/** Takes the tab to a page and looks at it narrow as it is, then wide with its text spaced out. */
async function layout(visits: Visits, tab: Page, page: string): Promise<Pick<Swept, "sideways" | "spacing">> {
  await tab.setViewportSize(narrow);
  await visits.go(tab, page);
  const sideways = await misplaced(tab);
  await tab.setViewportSize(wide);
  await tab.evaluate("audit.spaceText(true)");
  const spacing = await misplaced(tab);
  await tab.evaluate("audit.spaceText(false)");
  return { sideways, spacing };
}

const misplaced = async (tab: Page): Promise<string[]> =>
  (await tab.evaluate("[...audit.beyond(), ...audit.cutText(), ...audit.overlaps()]")) as string[];
