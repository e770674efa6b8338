import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.0, 2.1 and 2.2, levels A and AA, and what axe's makers hold to be good practice. */
const held = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The only rules whose answer can change with the colour scheme: every other looks at structure, names and sizes. */
const ofColour = ["color-contrast", "link-in-text-block"];

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** Violations of a page in light and in dark, loaded once. Pictures lose what is inside them: it is their name that counts. */
export async function violations(tab: Page): Promise<string[]> {
  await tab.evaluate("for (const one of document.querySelectorAll('svg[role=img] > :not(title, desc)')) one.remove()");
  await tab.evaluate(axe);
  const light = await run(tab, { type: "tag", values: held });
  await tab.emulateMedia({ colorScheme: "dark" });
  const dark = await run(tab, { type: "rule", values: ofColour });
  await tab.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((one) => `dark: ${one}`)];
}

async function run(tab: Page, runOnly: { type: "tag" | "rule"; values: string[] }): Promise<string[]> {
  const options = { runOnly, preload: false, resultTypes: ["violations"], selectors: false };
  const found = await tab.evaluate(`axe.run(document, ${JSON.stringify(options)}).then((all) => all.violations)`);
  return (found as Violation[]).map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html.slice(0, 200)}`);
}
