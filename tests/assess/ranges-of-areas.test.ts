import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assess } from "../../src/assess/assess.ts";
import { assessSeries } from "../../src/assess/assess-series.ts";
import { withCommonAreas } from "../../src/assess/common-areas.ts";
import { uncovered } from "../../src/assess/publishable-figures.ts";
import { seriesOf } from "../../src/assess/series.ts";
import { load } from "../../src/define/load.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { known } from "../support/check.ts";
import { temporaryFolder } from "../support/command.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The base of the broken projects: Abbey, Brook (of 440 people) and Café Row are its most deprived third. */
async function claims(change: (csv: string) => string) {
  const root = mkdtempSync(join(folder, "p"));
  cpSync(join(import.meta.dirname, "../problems/base"), root, { recursive: true });
  const edit = (dataset: string, edited: (text: string) => string, facts: (text: string) => string): void => {
    const csv = join(root, `data-raw/${dataset}/${dataset}.csv`);
    writeFileSync(csv, edited(readFileSync(csv, "utf8")));
    const yaml = join(root, `data-raw/${dataset}/dataset.yaml`);
    const sha256 = createHash("sha256").update(readFileSync(csv)).digest("hex");
    writeFileSync(yaml, facts(readFileSync(yaml, "utf8").replace(/sha256: \w+/, `sha256: ${sha256}`)));
  };
  edit(
    "areas",
    (text) => text.replace(",5200,", ",440,"),
    (text) => text.replace("equals: 28000", "equals: 23240"),
  );
  edit("claims", change, (text) => {
    const rows = readFileSync(join(root, "data-raw/claims/claims.csv"), "utf8").trim().split("\n").length - 1;
    return text
      .replace("rows: 18", `rows: ${rows}`)
      .replace(/ {2}totals:\n.*\n/, "")
      .replace("facts:", 'blanks: { "200 to 260": { from: 200, to: 260 }, "*": suppressed }\nfacts:');
  });
  const database = await BuildDatabase.open();
  try {
    const definitions = load(root);
    const ingested = await ingest(definitions, areaCuts(2), 2025, database);
    const indicator = definitions.indicators.find(({ value }) => value.id === "claims")!.value;
    const { results } = assess(definitions, ingested, 2025, { log: () => {}, closing: null });
    const thirds = results.indicators.find(({ id }) => id === "claims")!.dimensions[0]!;
    const series = seriesOf(indicator, "deprivation-third", definitions, uncovered(ingested));
    const { common } = withCommonAreas(assessSeries(series));
    return { thirds, common };
  } finally {
    database.close();
  }
}

const first = ({ thirds }: Awaited<ReturnType<typeof claims>>, label: string) =>
  thirds.periods.find(({ period }) => period.label === label)!.groups[0]!;

describe("a range in an area of a third", () => {
  const cafe = (text: string) => text.replace("S03,2023,238,", "S03,2023,200 to 260,");

  it("is in the figure of the third", async () => {
    expect(first(await claims(cafe), "2023")).toMatchObject({
      numerator: null,
      numeratorRange: { lower: 300 + 325 + 200, upper: 300 + 325 + 260 },
      denominator: 3020 + 3910 + 3620,
    });
  });

  it("covers its area where another has no figure", async () => {
    for (const lack of [
      (text: string) => text.replace(/S02,2023,.*\n/, ""),
      (text: string) => text.replace("S02,2023,325,3910", "S02,2023,*,*"),
    ]) {
      const group = first(await claims((text) => lack(cafe(text))), "2023");
      expect(group).toMatchObject({
        numeratorRange: { lower: 300 + 200, upper: 300 + 260 },
        denominator: 3020 + 3620,
      });
      expect(known(group.estimate).value).toBeCloseTo((100 * 530) / 6640, 10);
      expect(group.notes.map(({ id }) => id).sort()).toEqual(["areas-left-out", "counts-in-ranges"]);
    }
  });

  it("goes with its area where two periods are compared on those that both have", async () => {
    const { common } = await claims((text) =>
      text.replace(/S02,2022,.*\n/, "").replace("S03,2024,230,", "S03,2024,200 to 260,"),
    );
    const counted = common!.periods.map(({ measured, estimated }) => {
      const { numerator, denominator, bounds } = known(estimated.groups[0]!.estimate);
      return [measured.period.label, numerator, denominator, bounds ?? null];
    });
    expect(counted).toEqual([
      ["2022", 310 + 240, 6600, null],
      ["2024", 280 + 230, 6660, { lower: 480, upper: 540, variance: 300, rows: 1 }],
    ]);
  });
});
