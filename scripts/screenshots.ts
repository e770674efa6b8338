/** Draws pages of the built report at the widths people read them at: screenshots/*.png, and docs/report.png for the README. */
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { load } from "../src/define/load.ts";
import { chromiumPath, launch } from "./chromium.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const { project } = load(root);
const report = join(root, project.value.paths.outputs, String(project.value.year), "report");
const folder = join(root, "screenshots");
const [theme] = readdirSync(join(report, "themes"));
const [ward] = readdirSync(join(report, "wards"));
const pages = ["index.html", "indicators/claimants.html", `themes/${theme}`, `wards/${ward}`, "data-gaps.html"];

const path = chromiumPath();
if (!path) throw new Error("no Chromium: install it, or name it in CHROMIUM");
mkdirSync(folder, { recursive: true });
mkdirSync(join(root, "docs"), { recursive: true });

const browser = await launch(path);
const shoot = async (page: string, name: string, options: Parameters<typeof browser.newPage>[0], print = false) => {
  const tab = await browser.newPage(options);
  if (print) await tab.emulateMedia({ media: "print" });
  await tab.goto(pathToFileURL(join(report, page)).href);
  await tab.screenshot({
    path: join(folder, `${page.replace(/\.html$/, "").replace("/", "-")}-${name}.png`),
    fullPage: true,
  });
  await tab.close();
};
for (const page of pages) {
  for (const width of [360, 768, 1440]) await shoot(page, String(width), { viewport: { width, height: 900 } });
  await shoot(page, "dark", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" });
  await shoot(page, "print", { viewport: { width: 794, height: 1123 } }, true);
}
const explored = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
await explored.goto(pathToFileURL(join(report, "indicators/claimants.html")).href);
await explored.locator(".explore").nth(1).click();
await explored.locator(".live svg").waitFor();
for (const key of ["End", "ArrowLeft"]) await explored.keyboard.press(key);
await explored.locator("figure", { has: explored.locator(".live") }).screenshot({ path: join(folder, "explored.png") });
const first = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
await first.goto(pathToFileURL(join(report, "index.html")).href);
await first.screenshot({ path: join(root, "docs/report.png") });
await browser.close();
