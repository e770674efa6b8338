import type { Page } from "playwright-core";

interface Stop {
  /** Place among everything that the Tab key must reach. */
  index: number;
  name: string;
  tag: string;
  faults: string[];
}

const MOST_STOPS = 1000;

/** Goes through a page with Tab, opening with Enter each part that folds; gives what it passed by or did not show. */
export async function walk(tab: Page): Promise<{ stops: Stop[]; faults: string[] }> {
  const stops: Stop[] = [];
  const faults: string[] = [];
  for (let count = 0; count < MOST_STOPS; count++) {
    await tab.keyboard.press("Tab");
    const stop = (await tab.evaluate("audit.focus()")) as Stop | null;
    // After the last stop the focus leaves the page.
    if (stop === null) break;
    if (stop.index <= (stops.at(-1)?.index ?? -1)) faults.push(`${stop.name} is reached again, or out of order`);
    faults.push(...stop.faults.map((fault) => `${stop.name}: ${fault}`));
    stops.push(stop);
    if (stop.tag === "SUMMARY") {
      await tab.keyboard.press("Enter");
      if (!(await tab.evaluate("document.activeElement.parentElement.open")))
        faults.push(`${stop.name} does not open with Enter`);
    }
  }
  const missed = (await tab.evaluate(`audit.missed(${JSON.stringify(stops.map(({ index }) => index))})`)) as string[];
  return { stops, faults: [...faults, ...missed.map((name) => `${name} is never reached`)] };
}
