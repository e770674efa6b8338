import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const forAxe = readFileSync(new URL("for-axe.js", import.meta.url), "utf8");

/** WCAG 2.0, 2.1 and 2.2, levels A and AA, and what axe's makers hold to be good practice. */
const held = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The only rules whose answer can change with the colour scheme: every other looks at structure, names and sizes. */
const ofColour = ["color-contrast", "link-in-text-block"];

interface Violation {
  id: string;
  nodes: { html: string }[];
}

/** Has a tab carry axe into every page, which costs a fraction of sending it to each. */
export async function withAxe(tab: Page): Promise<Page> {
  await tab.addInitScript({ content: `${axe};${forAxe}` });
  return tab;
}

/** Violations of a page in light and in dark, loaded once in a tab with axe. */
export async function violations(tab: Page): Promise<string[]> {
  // Of pictures it is the name that counts, and of rows alike axe says the same.
  await tab.evaluate("forAxe.emptyPictures(); forAxe.thinTables()");
  const light = await allViolations(tab);
  await tab.emulateMedia({ colorScheme: "dark" });
  const dark = await colourViolations(tab);
  await tab.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((one) => `dark: ${one}`)];
}

/** Violations in the scheme that the tab is in, by every rule. */
export const allViolations = (tab: Page): Promise<string[]> => run(tab, "document", { type: "tag", values: held });

/** Violations by the rules of colour, looked for once for each look that text has on the page. */
export const colourViolations = (tab: Page): Promise<string[]> =>
  run(tab, "{ include: forAxe.looks() }", { type: "rule", values: ofColour });

async function run(tab: Page, where: string, runOnly: { type: "tag" | "rule"; values: string[] }): Promise<string[]> {
  const options = { runOnly, preload: false, resultTypes: ["violations"], selectors: false };
  const found = await tab.evaluate(`axe.run(${where}, ${JSON.stringify(options)}).then((all) => all.violations)`);
  return (found as Violation[]).map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html.slice(0, 200)}`);
}
