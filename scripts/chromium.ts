import { type Browser, chromium } from "playwright-core";

export { chromiumPath } from "../src/run/chromium.ts";

/** What Chromium leaves out here: guards of memory, and services that would look for a network. */
const without = [
  "PartitionAllocBackupRefPtr",
  "PartitionAllocMemoryReclaimer",
  "Translate",
  "OptimizationHints",
  "MediaRouter",
  "DialMediaRouteProvider",
];

/** A headless Chromium that makes no connection of its own, and starts few threads for tests that use every core already. */
export const launch = (executablePath: string, more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-gpu-compositing",
      "--disable-gpu-rasterization",
      "--disable-software-rasterizer",
      "--js-flags=--single-threaded",
      `--disable-features=${without.join(",")}`,
      ...more,
    ],
  });
