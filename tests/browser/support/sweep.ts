import type { Browser, Page } from "playwright-core";
import { violations, withAxe } from "./axe.ts";
import { pagesOf, Visits } from "./visits.ts";

/** What is wrong on the pages looked at, each with its page: by what must hold. */
export interface Swept {
  pages: string[];
  violations: string[];
  sideways: string[];
  spacing: string[];
  troubles: string[];
}

/** Looks at pages of a folder, each loaded once: at 320 pixels, spaced out, light and dark. */
export async function sweep(browser: Browser, folder: string, isMine: (index: number) => boolean): Promise<Swept> {
  const visits = new Visits(browser, folder);
  const pages = pagesOf(folder).filter((_, index) => isMine(index));
  const swept: Swept = { pages, violations: [], sideways: [], spacing: [], troubles: visits.troubles };
  const tab = await withAxe(await visits.tab());
  for (const page of pages) {
    const note = (list: string[], found: readonly string[]) => list.push(...found.map((one) => `${page}: ${one}`));
    const laidOut = await layout(visits, tab, page);
    note(swept.sideways, laidOut.sideways);
    note(swept.spacing, laidOut.spacing);
    note(swept.violations, await violations(tab));
  }
  await tab.close();
  return swept;
}

/** A window of 1280 by 1024 pixels shows a page enlarged to 400 % as one of 320 by 256. */
const narrow = { width: 320, height: 256 };
const wide = { width: 1280, height: 900 };

const misplaced = "...audit.beyond(), ...audit.cutText(), ...audit.overlaps()";

/** Takes the tab to a page and looks at it narrow as it is, then wide with its text spaced out. */
async function layout(visits: Visits, tab: Page, page: string): Promise<Pick<Swept, "sideways" | "spacing">> {
  await tab.setViewportSize(narrow);
  await visits.go(tab, page);
  const sideways = (await tab.evaluate(`[${misplaced}]`)) as string[];
  await tab.setViewportSize(wide);
  const spacing = (await tab.evaluate(`audit.spaced(() => [${misplaced}])`)) as string[];
  return { sideways, spacing };
}
