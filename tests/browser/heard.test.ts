import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Heard, walkPage } from "../../scripts/heard/walk.ts";
import { builtManchester } from "../support/manchester.ts";
import { describeInChromium } from "./support/chromium.ts";
import { writtenSampleton } from "./support/sampleton.ts";
import { pagesOf, Visits } from "./support/visits.ts";

const faultsOf = (heard: readonly Heard[]): string[] =>
  heard.flatMap(({ chart, faults }) => faults.map((one) => `${chart}: ${one}`));

describeInChromium("every mark of every chart", (browser) => {
  let spoilt: string;

  afterAll(() => rmSync(spoilt, { recursive: true, force: true }));

  async function walked(folder: string, pages: readonly string[]): Promise<Heard[]> {
    const visits = new Visits(browser(), folder);
    const tab: Page = await visits.tab();
    const heard: Heard[] = [];
    for (const page of pages) {
      await visits.go(tab, page);
      heard.push(...(await walkPage(tab)));
    }
    await tab.close();
    expect(visits.troubles).toEqual([]);
    return heard;
  }

  beforeAll(async () => {
    spoilt = mkdtempSync(join(tmpdir(), "heard-"));
    cpSync(await writtenSampleton(), spoilt, { recursive: true });
  });

  it("of Sampleton is reached by keys, and says whose figure, when and how much", async () => {
    const folder = await writtenSampleton();
    const heard = await walked(
      folder,
      pagesOf(folder).filter((page) => page !== "report.html"),
    );
    expect(faultsOf(heard)).toEqual([]);
    expect(heard.length).toBeGreaterThan(10);
    for (const { name, how } of heard) {
      expect(name).not.toBe("");
      expect(how).toContain("Escape goes back");
    }
  });

  it.each(["attainment-8", "children-low-income", "smoking-adults"])(
    "of %s in Manchester does so too",
    async (indicator) => {
      const heard = await walked(await builtManchester(), [`report/indicators/${indicator}.html`]);
      expect(heard.length).toBeGreaterThan(2);
      expect(faultsOf(heard)).toEqual([]);
    },
  );

  it("that says nothing, or what another says, would be found", async () => {
    const name = "debt--fifths--groups";
    const file = join(spoilt, `report/script/charts/${name}.js`);
    const page = ["report/indicators/debt.html"];
    const script = readFileSync(file, "utf8");
    const first = /"said":"([^"]+)"/.exec(script.slice(script.indexOf("Most deprived")))?.[1] ?? "";
    expect(script).toContain(first);
    writeFileSync(file, script.replaceAll(/"said":"Most deprived[^"]*"/g, '"said":" "'));
    expect(faultsOf(await walked(spoilt, page)).join("\n")).toMatch(
      /has no words[\s\S]*a figure of the table is never spoken/,
    );
    writeFileSync(file, script.replaceAll(/"said":"Most deprived fifth, [^:"]*/g, '"said":"Most deprived fifth'));
    expect(faultsOf(await walked(spoilt, page)).join("\n")).toContain("lacks a name, a figure or a time");
  });
});
