import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";

export type Options = NonNullable<Parameters<Browser["newPage"]>[0]>;

const audit = readFileSync(new URL("audit.js", import.meta.url), "utf8");

/** Pages of a built folder, by their paths there. */
export const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .sort();

/** Visits to the pages of a built folder, from disk and without a network. */
export class Visits {
  readonly #folder: string;
  readonly #browser: Browser;
  /** Every message, breach of the policy, failed or foreign request of the pages that were open. */
  readonly troubles: string[] = [];
  /** What the pages that were open asked for, by path in the folder. */
  readonly asked: string[] = [];

  constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  /** A tab whose every page will have what audit.js adds for looking at it. */
  async tab(options: Options = {}): Promise<Page> {
    const tab = await this.#browser.newPage({ viewport: { width: 1280, height: 900 }, offline: true, ...options });
    const home = `${pathToFileURL(this.#folder).href}/`;
    const note = (what: string): number => this.troubles.push(`${tab.url().replace(home, "")}: ${what}`);
    tab.on("console", (message) => note(message.text()));
    tab.on("pageerror", (error) => note(error.message));
    tab.on("requestfailed", (request) => note(`did not get ${request.url()}`));
    tab.on("request", (request) => {
      const url = request.url();
      if (url.startsWith(home)) this.asked.push(url.replace(home, ""));
      else if (!url.startsWith("data:")) note(`asked for ${url}`);
    });
    await tab.addInitScript({ content: audit });
    return tab;
  }

  async go(tab: Page, page: string): Promise<Page> {
    await tab.goto(pathToFileURL(join(this.#folder, page)).href);
    // A tab without script leaves out what it should add to its pages as well.
    if (await tab.evaluate("globalThis.audit === undefined")) await tab.evaluate(audit);
    return tab;
  }

  async open(page: string, options?: Options): Promise<Page> {
    return this.go(await this.tab(options), page);
  }
}
