import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Path of an installed Chromium: the variable CHROMIUM, else the usual places. */
export const chromiumPath = (): string | undefined =>
  [
    process.env["CHROMIUM"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((path) => path !== undefined && existsSync(path));

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
