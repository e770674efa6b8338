import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onCommonAreas } from "../../src/assess/common-areas.ts";
import { type Series, seriesOf } from "../../src/assess/series.ts";
import { load } from "../../src/define/load.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { check } = await packed("run/build.js");

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** The base of the broken projects, where Brook has so few people, and no row in 2023. */
function project(name: string, people: number, method = ""): string {
  const folder = join(temporary, name);
  cpSync(join(import.meta.dirname, "../problems/base"), folder, { recursive: true });
  const edit = (dataset: string, change: (text: string) => string, facts: [string, string][]) => {
    const csv = join(folder, `data-raw/${dataset}/${dataset}.csv`);
    writeFileSync(csv, change(readFileSync(csv, "utf8")));
    const yaml = join(folder, `data-raw/${dataset}/dataset.yaml`);
    const sha256 = createHash("sha256").update(readFileSync(csv)).digest("hex");
    const text = readFileSync(yaml, "utf8").replace(/sha256: \w+/, `sha256: ${sha256}`);
    writeFileSync(
      yaml,
      facts.reduce((all, [from, to]) => all.replace(from, to), text),
    );
  };
  edit("areas", (text) => text.replace(",5200,", `,${people},`), [["equals: 28000", `equals: ${22800 + people}`]]);
  edit("claims", (text) => text.replace("S02,2023,325,3910\n", ""), [["rows: 18", "rows: 17"]]);
  const file = join(folder, "tempcheck.yaml");
  writeFileSync(file, `${readFileSync(file, "utf8")}${method}`);
  return folder;
}

const thirdOf = async (folder: string) => {
  const { results } = await check({ project: folder }, () => {});
  return results.indicators
    .find(({ id }) => id === "claims")!
    .dimensions[0]!.periods.find(({ period }) => period.label === "2023")!.groups[0]!;
};

describe("a group of which one area has no figure", () => {
  it("has the figure of the others, where 95 per cent of its people live there, and says so", async () => {
    const group = await thirdOf(project("small", 440));
    expect(group).toMatchObject({ numerator: 538, denominator: 6640, marker: null });
    // 440 of 9,240 people.
    expect(group.notes).toContainEqual({ id: "areas-left-out", parts: { percent: 4.8 } });
  });

  it("has none where more live in the area without a figure, or in the first edition", async () => {
    for (const folder of [project("large", 500), project("first", 440, "method: 1\n")])
      expect(await thirdOf(folder)).toMatchObject({
        numerator: null,
        estimate: { reason: "blank", parts: { why: "Not available: 1 of 3 areas have no row" } },
      });
  });
});

describe("two periods with figures of other areas", () => {
  let series: Series;
  beforeAll(async () => {
    const database = await BuildDatabase.open();
    const definitions = load(project("pair", 440));
    const ingested = await ingest(definitions, areaCuts(), 2024, database);
    const claims = definitions.indicators.find(({ value }) => value.id === "claims")!.value;
    series = seriesOf(claims, "deprivation-third", definitions, ingested);
    database.close();
  });

  it("are given on the areas that both have, with the share of the people left out", () => {
    const { series: common, leftOut } = onCommonAreas(series, "2022", "2023")!;
    expect(leftOut).toBeCloseTo(440 / 23240, 12);
    const counts = common.observations
      .filter(({ group }) => group === "most")
      .map(({ period, figures }) => [period.label, figures.numerator, figures.denominator]);
    expect(counts).toEqual([
      ["2022", 550, 6600],
      ["2023", 538, 6640],
    ]);
    const others = (of: Series) =>
      of.observations.filter(({ group, period }) => group !== "most" && period.label < "2024");
    expect(others(common).map(({ figures }) => figures)).toEqual(others(series).map(({ figures }) => figures));
  });

  it("are as they were where they have the same ones", () => {
    expect(onCommonAreas(series, "2022", "2024")).toBeNull();
    expect(onCommonAreas({ ...series, byArea: null }, "2022", "2023")).toBeNull();
  });
});
