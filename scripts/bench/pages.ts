import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromiumPath, launch } from "../chromium.ts";
import { median } from "./median.ts";

/** Resolves when the page has drawn itself and its thread is free to answer, with the seconds since it was asked for. */
const ANSWERS =
  "new Promise((answer) => requestAnimationFrame(() => setTimeout(() => answer(performance.now() / 1000))))";

/**
 * Seconds in Chromium until the largest page of a built report is loaded, drawn and answers; null where there is no
 * Chromium. Each load is in a tab of its own, with nothing in its cache.
 */
export async function pageSpeed(report: string): Promise<{ page: string; seconds: number } | null> {
  const path = chromiumPath();
  if (path === undefined) return null;
  const pages = readdirSync(report, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  const page = pages.reduce((a, b) => (statSync(join(report, a)).size >= statSync(join(report, b)).size ? a : b));
  const browser = await launch(path);
  try {
    const times: number[] = [];
    for (let round = 0; round < 6; round++) {
      const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, offline: true });
      await tab.goto(pathToFileURL(join(report, page)).href, { waitUntil: "load" });
      times.push((await tab.evaluate(ANSWERS)) as number);
      await tab.close();
    }
    // The first load also starts the process that draws.
    return { page, seconds: median(times.slice(1)) };
  } finally {
    await browser.close();
  }
}
