import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { chromiumPath, launch } from "../../../scripts/chromium.ts";

const executable = chromiumPath();
if (executable === undefined && process.env["CI"]) throw new Error("no Chromium, which CI must have");

/** Whether pages are drawn frame by frame, which a click waits for and a look at the page does not. */
type Frames = "frames" | "no frames";

const shared = new Map<Frames, Promise<Browser>>();

/** One browser for all test files of a worker: starting it costs more than most files do in it. */
async function sharedBrowser(frames: Frames): Promise<Browser> {
  const running = shared.get(frames);
  if (running !== undefined && (await running).isConnected()) return running;
  // The end of a worker is told by this signal, and a process that exits takes its browsers along.
  if (shared.size === 0) process.once("SIGTERM", () => process.exit());
  const launched = launch(executable as string, frames === "frames" ? [] : ["--disable-threaded-compositing"]);
  shared.set(frames, launched);
  return launched;
}

/** Tests in a browser, which say by name that they were skipped where there is none. */
export function describeInChromium(
  what: string,
  tests: (browser: () => Browser) => void,
  frames: Frames = "no frames",
): void {
  describe.skipIf(executable === undefined)(`${what} in Chromium (skipped where there is none)`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await sharedBrowser(frames);
    });
    afterAll(() => Promise.all(browser.contexts().map((context) => context.close())));
    tests(() => browser);
  });
}
