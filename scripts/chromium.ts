import { type Browser, chromium } from "playwright-core";

export { chromiumPath } from "../src/chromium.ts";

/** A headless Chromium that makes no connection of its own. */
export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
