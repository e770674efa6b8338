import type { CDPSession, Page } from "playwright-core";

interface Stop {
  /** Place among everything that the Tab key must reach. */
  index: number;
  name: string;
  tag: string;
  faults: string[];
}

const MOST_STOPS = 1000;
const TAB = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 };

/** Goes through a page with Tab, opening with Enter each part that folds; gives what it passed by or did not show. */
export async function walk(tab: Page): Promise<{ stops: Stop[]; faults: string[] }> {
  const stops: Stop[] = [];
  const faults: string[] = [];
  await tab.evaluate("audit.remember()");
  const keys = await tab.context().newCDPSession(tab);
  while (stops.length < MOST_STOPS) {
    const ahead = (await tab.evaluate("audit.ahead()")) as number;
    // Where nothing should be ahead, one more press shows that the focus leaves the page, or begins it again.
    await pressTab(keys, Math.max(1, ahead));
    const made = (await tab.evaluate("audit.taken()")) as Stop[];
    if (made.length === 0 || (ahead === 0 && made[0]?.index === 0)) break;
    for (const stop of made) {
      if (stop.index <= (stops.at(-1)?.index ?? -1)) faults.push(`${stop.name} is reached again, or out of order`);
      faults.push(...stop.faults.map((fault) => `${stop.name}: ${fault}`));
      stops.push(stop);
    }
    const last = made.at(-1);
    // Some stand open already; Enter would close them.
    if (last?.tag === "SUMMARY" && !(await tab.evaluate("document.activeElement.parentElement.open"))) {
      await tab.keyboard.press("Enter");
      if (!(await tab.evaluate("document.activeElement.parentElement.open")))
        faults.push(`${last.name} does not open with Enter`);
    }
  }
  await keys.detach();
  const missed = (await tab.evaluate(`audit.missed(${JSON.stringify(stops.map(({ index }) => index))})`)) as string[];
  return { stops, faults: [...faults, ...missed.map((name) => `${name} is never reached`)] };
}

/** Presses Tab so many times at once: keys are handled in the order in which they are sent. */
async function pressTab(keys: CDPSession, times: number): Promise<void> {
  const sent = Array.from({ length: times }, () =>
    (["rawKeyDown", "keyUp"] as const).map((type) => keys.send("Input.dispatchKeyEvent", { type, ...TAB })),
  );
  await Promise.all(sent.flat());
}
