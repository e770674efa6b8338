import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe } from "vitest";
import { chromiumPath, launch } from "../../../scripts/chromium.ts";

const executable = chromiumPath();
if (executable === undefined && process.env["CI"]) throw new Error("no Chromium, which CI must have");

/** Tests in a browser, which say by name that they were skipped where there is none. */
export function describeInChromium(what: string, tests: (browser: () => Browser) => void): void {
  describe.skipIf(executable === undefined)(`${what} in Chromium (skipped where there is none)`, () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launch(executable as string);
    });
    afterAll(() => browser?.close());
    tests(() => browser);
  });
}
