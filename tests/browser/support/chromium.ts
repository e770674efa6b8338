import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { chromiumPath, launch } from "../../../scripts/chromium.ts";

const executable = chromiumPath();
if (executable === undefined && process.env["CI"]) throw new Error("no Chromium, which CI must have");

let shared: Promise<Browser> | undefined;

/** One browser for all test files of a worker: starting it costs more than most files do in it. */
async function sharedBrowser(): Promise<Browser> {
  if ((await shared)?.isConnected()) return shared as Promise<Browser>;
  // The end of a worker is told by this signal, and a process that exits takes its browser along.
  if (shared === undefined) process.once("SIGTERM", () => process.exit());
  shared = launch(executable as string);
  return shared;
}

/** Tests in a browser, which say by name that they were skipped where there is none. */
export function describeInChromium(what: string, tests: (browser: () => Browser) => void): void {
  describe.skipIf(executable === undefined)(`${what} in Chromium (skipped where there is none)`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await sharedBrowser();
    });
    afterAll(() => Promise.all(browser.contexts().map((context) => context.close())));
    tests(() => browser);
  });
}
