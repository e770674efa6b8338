/** Walks every mark of every chart of a build by keys and listens: npm run heard -- outputs/2026 */
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromiumPath, launch } from "../chromium.ts";
import { type Heard, walkPage } from "./walk.ts";

const [folder] = process.argv.slice(2);
const path = chromiumPath();
if (folder === undefined) throw new Error("which build? npm run heard -- DIR, a folder with report/ in it");
if (!path) throw new Error("no Chromium: install it, or name it in CHROMIUM");

const report = join(resolve(folder), "report");
const pages = readdirSync(report, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
const browser = await launch(path);
const tab = await browser.newPage({ viewport: { width: 1280, height: 900 }, offline: true });
const heard: (Heard & { page: string })[] = [];
for (const page of pages.sort()) {
  await tab.goto(pathToFileURL(join(report, page)).href);
  for (const one of await walkPage(tab)) heard.push({ page, ...one });
}
await browser.close();

const faults = heard.flatMap(({ page, chart, faults: own }) => own.map((fault) => `${page}, ${chart}: ${fault}`));
const stops = heard.reduce((n, { spoken }) => n + spoken.length, 0);
process.stdout.write(`${heard.length} charts, ${stops} stops, ${faults.length} faults\n`);
for (const fault of faults) process.stdout.write(`${fault}\n`);
if (faults.length > 0 || heard.length === 0) process.exitCode = 1;
