import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { load } from "../../src/define/load.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import type { Edition } from "../../src/model.ts";
import { temporaryFolder } from "../support/command.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = fileURLToPath(new URL("../problems/base/", import.meta.url));
const people = "population: { who: residents, ages: all, sex: all, at: 2024-06-30, area: area_code }";

/** Passes in six areas: a cell of each, and 100 who took the test. */
async function observed(cells: readonly string[], type: string, edition: Edition) {
  const project = join(folder, `${cells.join("")}-${type}-${edition}`.replaceAll("*", "s"));
  cpSync(base, project, { recursive: true });
  const csv = `area_code,passes,tested\n${cells.map((cell, i) => `S0${i + 1},${cell},100\n`).join("")}`;
  const to = join(project, "data-raw/passes");
  mkdirSync(to);
  writeFileSync(join(to, "it.csv"), csv);
  writeFileSync(
    join(to, "dataset.yaml"),
    `title: Passes
publisher: Sampleton Council
licence: made up
page: https://example.org/passes
period: the year 2024
received: 2025-01-31
changes: none
files: [{ path: it.csv, sha256: ${createHash("sha256").update(csv).digest("hex")} }]
format: { type: csv, delimiter: ",", quote: '"', encoding: utf-8 }
columns: { area_code: { type: text }, passes: { type: ${type} }, tested: { type: ${type}, ${people} } }
blanks: { z: not-applicable, "*": suppressed }
facts: { rows: 6, unique: [area_code] }
`,
  );
  writeFileSync(
    join(project, "indicators/passes.yaml"),
    `title: Passes
question: Who passes?
theme: work
dataset: passes
statistic: { kind: proportion, numerator: passes, denominator: tested, unit: "%" }
better: higher
sentence: { people: residents, state: pass, measure: the share who pass }
periods: { fixed: { label: "2024", start: 2024-01-01, end: 2024-12-31 } }
dimensions: [{ dimension: area }, { dimension: deprivation-third }]
`,
  );
  if (edition === 1)
    writeFileSync(
      join(project, "tempcheck.yaml"),
      `${readFileSync(join(project, "tempcheck.yaml"), "utf8")}method: 1\n`,
    );
  const database = await BuildDatabase.open();
  try {
    const { observations, groups } = await ingest(load(project), areaCuts(edition), 2025, database);
    const third = groups.get("deprivation-third")!.groups.find(({ codes }) => codes.includes("S01"))!;
    const at = (dimension: string, id: string) =>
      observations.get(`passes/${dimension}`)!.find(({ group }) => group === id)!;
    return { area: at("area", "S01"), third: at("deprivation-third", third.id), codes: third.codes };
  } finally {
    database.close();
  }
}

describe("a row that is marked not applicable", () => {
  it.each(["integer", "number"])("is left out of numerator and denominator, of %s columns", async (type) => {
    const { area, third, codes } = await observed(["z", "10", "20", "30", "40", "50"], type, 2);
    const passes = codes
      .filter((code) => code !== "S01")
      .reduce((sum, code) => sum + 10 * (Number(code.at(-1)) - 1), 0);
    expect(codes.length).toBeGreaterThan(1);
    expect(third.blank).toBeNull();
    expect(third.figures).toMatchObject({ numerator: passes, denominator: 100 * (codes.length - 1) });
    expect(area.blank).toEqual({ marker: "[z]", text: "Not applicable" });
  });

  it("is a blank where the count is held back", async () => {
    const { area, third } = await observed(["*", "10", "20", "30", "40", "50"], "integer", 2);
    expect([area.blank?.marker, third.blank?.marker]).toEqual(["[c]", "[c]"]);
  });

  it("is a blank in the first edition", async () => {
    const { area, third } = await observed(["z", "10", "20", "30", "40", "50"], "integer", 1);
    expect([area.blank?.marker, third.blank?.marker]).toEqual(["[z]", "[z]"]);
  });
});
