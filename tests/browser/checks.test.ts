import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { temporaryFolder } from "../support/command.ts";
import { describeInChromium } from "./support/chromium.ts";
import { walk } from "./support/keyboard.ts";
import { type Swept, sweep } from "./support/sweep.ts";
import { Visits } from "./support/visits.ts";

/** A page with one fault of each sort: in a row that is like those before it but in the dark, in space, in order. */
const page = `<!doctype html><html lang="en"><head><title>Faults</title><link rel="icon" href="data:,"><style>
  .late { color: #000 }
  @media (prefers-color-scheme: dark) { body { color: #fff; background: #000 } .late { color: #222 } }
  .wide { width: 400px }
  .cut { overflow: hidden; height: 1.2em; line-height: 1.2; width: 22em }
  a { color: inherit }
  .bare { outline: none }
  .moves { transition: color 2s }
</style></head><body><main><h1>Faults</h1>
<table><tr><th>Row</th><th>Value</th></tr>${"<tr><td>a</td><td>1</td></tr>".repeat(8)}<tr><td>b</td><td class="late">20</td></tr></table>
<p class="wide">wide</p><p class="cut">Text that fills its one line as it is set here, no more</p>
<a href="#one" class="bare">one</a> <a href="#two">two</a> <button tabindex="2" class="moves">first</button>
<details><summary onclick="return false">shut</summary><a href="#in">in</a></details>
<img src="gone.png" alt="gone"><img src="https://example.org/far.png" alt="far">
<svg class="faint" width="9" height="9"><rect width="9" height="9" fill="#fefefe"/></svg>
</main><script>console.log("said")</script></body></html>`;

describeInChromium("the checks of pages", (browser) => {
  let swept: Swept;
  let visits: Visits;
  beforeAll(async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "faults.html"), page);
    swept = await sweep(browser(), folder, () => true);
    visits = new Visits(browser(), folder);
  });

  it("find poor contrast that is in the dark only", () =>
    expect(swept.violations.filter((one) => one.includes("color-contrast"))).toEqual([
      'faults.html: dark: color-contrast, 1 times: <td class="late">20</td>',
    ]));

  it("find what a narrow window and spaced text do not show", () => {
    expect(swept.sideways.join()).toMatch(/\d+ pixels beyond 320/);
    expect(swept.spacing.join()).toContain("<p.cut>");
  });

  it("find messages, missing files and requests that leave the folder", () => {
    const said = swept.troubles.join("\n");
    for (const part of ["said", "did not get", "asked for https://example.org/far.png"]) expect(said).toContain(part);
  });

  it("find what the keyboard passes by, does not show or cannot open, what moves and what fades", async () => {
    const tab = await visits.open("faults.html");
    expect(await tab.evaluate("audit.moving()")).toEqual(["<button.moves> first"]);
    expect(await tab.evaluate("audit.faded()")).toEqual([expect.stringContaining("faint")]);
    const { faults } = await walk(tab);
    for (const part of ["out of order", "<a.bare> one: no ring", "<summary> shut does not open with Enter"])
      expect(faults.join("\n")).toContain(part);
  });
});
