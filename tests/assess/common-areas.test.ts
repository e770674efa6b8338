import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assessSeries } from "../../src/assess/assess-series.ts";
import { withCommonAreas } from "../../src/assess/common-areas.ts";
import { dimensionResult } from "../../src/assess/dimension-result.ts";
import { judgeAll } from "../../src/assess/judge-all.ts";
import { uncovered } from "../../src/assess/publishable-figures.ts";
import { type Series, seriesOf } from "../../src/assess/series.ts";
import type { Indicator } from "../../src/define/indicator.ts";
import { load } from "../../src/define/load.ts";
import type { Dimension, Project } from "../../src/define/project.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import type { Judged } from "../../src/judge/judged.ts";
import { noFigures, type Observation } from "../../src/model.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import type { DimensionResult } from "../../src/results/results.ts";
import { temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { check } = await packed("run/check.js");

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** The base of the broken projects, where Brook has so few people, and no row in some years. */
function project(name: string, people: number, method = "", without: readonly string[] = ["2023"]): string {
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
  edit("claims", (text) => text.replace(new RegExp(`S02,(${without.join("|")}),.*\\n`, "g"), ""), [
    ["rows: 18", `rows: ${18 - without.length}`],
    ["equals: 1249", `equals: ${without.includes("2024") ? 1249 - 310 : 1249}`],
  ]);
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

/** The claims of a project as they are assessed, over thirds of the areas or over each area. */
async function assessed(folder: string, dimension: string) {
  const database = await BuildDatabase.open();
  const definitions = load(folder);
  const ingested = await ingest(definitions, areaCuts(), 2024, database);
  const claims = definitions.indicators.find(({ value }) => value.id === "claims")!.value;
  database.close();
  return { claims, one: withCommonAreas(assessSeries(seriesOf(claims, dimension, definitions, uncovered(ingested)))) };
}

const resultOf = async (folder: string, dimension: string): Promise<DimensionResult> => {
  const { results } = await check({ project: folder }, () => {});
  return results.indicators.find(({ id }) => id === "claims")!.dimensions.find((one) => one.dimension === dimension)!;
};
const changeOf = ({ change }: DimensionResult) => {
  if (isMissing(change)) throw new Error(change.reason);
  if (isMissing(change.absolute) || isMissing(change.overall)) throw new Error("no gap");
  return { ...change, absolute: change.absolute, overall: change.overall };
};
const gapIn = ({ periods }: DimensionResult, label: string): number => {
  const { absolute } = periods.find(({ period }) => period.label === label)!;
  if (isMissing(absolute)) throw new Error(absolute.reason);
  return absolute.oriented.value;
};

describe("two periods with figures of other areas", () => {
  it("are compared on the areas that both have, by their counts there", async () => {
    const { one } = await assessed(project("pair", 440, "", ["2022"]), "deprivation-third");
    expect(one.common!.leftOut).toEqual({ share: expect.closeTo(440 / 23240, 12), of: "people" });
    const counts = (group: number) =>
      one.common!.periods.map(({ measured, estimated }) => {
        const { estimate } = estimated.groups[group]!;
        if (isMissing(estimate)) throw new Error(estimate.reason);
        return [measured.period.label, estimate.numerator, estimate.denominator];
      });
    // Without Brook: Abbey with Café Row.
    expect(counts(0)).toEqual([
      ["2022", 310 + 240, 3000 + 3600],
      ["2024", 280 + 230, 3050 + 3610],
    ]);
    expect(counts(1)).toEqual([
      ["2022", 210, 3800],
      ["2024", 204, 3830],
    ]);
  });

  it("are not compared under a disclosure policy: the sum over some areas would give the others back", async () => {
    const covered = project("covered", 440, "", ["2022"]);
    const yaml = join(covered, "tempcheck.yaml");
    writeFileSync(
      yaml,
      readFileSync(yaml, "utf8").replace(/^disclosure:.*$/m, "disclosure: { threshold: 5, covers: all }"),
    );
    const { change, verdict } = await resultOf(covered, "deprivation-third");
    const told = isMissing(change) ? change : change.absolute;
    expect(isMissing(told) ? told.reason : "compared").not.toBe("compared");
    expect(verdict.id).toBe("not-compared");
  });

  it("are compared as they are where they have the same areas, or by the first edition", async () => {
    for (const folder of [project("same", 440, "", ["2023"]), project("old", 440, "method: 1\n", ["2022"])])
      for (const dimension of ["deprivation-third", "area"])
        expect((await assessed(folder, dimension)).one.common).toBeNull();
  });

  it("says what is left out, and takes the change, its parts and the level on what is left", async () => {
    const result = await resultOf(project("note", 440, "", ["2022"]), "deprivation-third");
    expect(result.notes).toContainEqual({ id: "areas-in-common", parts: { percent: 1.9, of: "people" } });
    const { absolute, overall, decomposition, baseline } = changeOf(result);
    expect(baseline.label).toBe("2022");
    const neither = await resultOf(project("neither", 440, "", ["2022", "2024"]), "deprivation-third");
    expect([absolute.from, absolute.to]).toEqual(["2022", "2024"].map((year) => gapIn(neither, year)));
    expect(absolute.to).not.toBe(gapIn(result, "2024"));
    expect(overall.to).toBeCloseTo((100 * (280 + 230 + 204 + 128 + 97)) / (3050 + 3610 + 3830 + 3320 + 3400), 10);
    expect(neither.notes.map(({ id }) => id)).not.toContain("areas-in-common");
    if (isMissing(decomposition)) throw new Error(decomposition.reason);
    const parts = decomposition.reduce((sum, { level, composition }) => sum + level + composition, 0);
    expect(parts).toBeCloseTo(overall.to - overall.from, 10);
  });

  it("are so too in parts of the nation, of which a place may have none in some", async () => {
    const folder = project("national", 440, "", ["2022"]);
    const edit = (file: string, change: (text: string) => string) =>
      writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
    // Brook alone is the second quarter.
    edit("data-raw/areas/areas.csv", (text) =>
      text.replace(/,3$/gm, ",4").replace(/,2$/gm, ",3").replace("36.5,1", "36.5,2"),
    );
    const sha256 = createHash("sha256")
      .update(readFileSync(join(folder, "data-raw/areas/areas.csv")))
      .digest("hex");
    edit("data-raw/areas/dataset.yaml", (text) => text.replace(/sha256: \w+/, `sha256: ${sha256}`));
    edit("tempcheck.yaml", (text) =>
      text
        .replace("ranking: local", "ranking: national")
        .replace('["2", "3"]', '["2", "3", "4"]')
        .replace(
          "cut: equal-population\n    score: score\n    population: population",
          "cut: published\n    high_score: least-disadvantaged\n    quantile: third",
        )
        .replace(
          "      - { id: middle",
          "      - { id: second, label: Second, phrase: the second quarter }\n      - { id: middle",
        ),
    );
    const { one } = await assessed(folder, "deprivation-third");
    expect(one.common!.leftOut).toEqual({ share: expect.closeTo(1 / 6, 12), of: "areas" });
    const measured = one.common!.periods.map(({ measured: { stratum } }) => (isMissing(stratum) ? [] : stratum.ids));
    expect(measured).toEqual([
      ["most", "middle", "least"],
      ["most", "middle", "least"],
    ]);
  });
});

const rules = { edition: 2, confidence: 0.95, materiality: 0, same: 0.2, false_discovery_rate: 0.1 };
const judgedOf = (series: Series) => {
  const one = withCommonAreas(assessSeries(series));
  return { one, judged: judgeAll([one], rules as Project["method"]).judged[0]! };
};

describe("areas beside one another, of which one has no figure in one period", () => {
  const pair = (areas: number) => judgedOf(ofAreas(areas, { years: [2020, 2021], without: { 2021: 7 }, counts: true }));

  it("are compared without it, and say so", () => {
    const { one, judged } = pair(30);
    expect(judged.notes).toContainEqual({ id: "areas-in-common", parts: { percent: 3.3, of: "people" } });
    const { absolute, decomposition } = changeOf(dimensionResult(one, judged, []));
    const gaps = one.periods.map(({ measured }) =>
      isMissing(measured.absolute) ? null : measured.absolute.oriented.value,
    );
    expect(absolute.from).not.toBe(gaps[0]);
    expect(absolute.to).toBe(gaps[1]);
    if (isMissing(decomposition)) throw new Error(decomposition.reason);
    const groups = decomposition.map(({ group }) => group);
    expect(groups).toHaveLength(29);
    expect(groups).not.toContain("A7");
  });

  it("are not compared where it has more than one in twenty of the people", () => {
    const { judged } = pair(19);
    const why = { reason: "areas-differ", parts: { earlier: "2020", later: "2021", percent: 5.3, of: "people" } };
    expect(judged).toMatchObject({ change: why, verdict: { id: "not-compared", basis: "none", because: why } });
    expect(judged.notes).toEqual([]);
    expect(pair(20).judged.change).not.toHaveProperty("reason");
  });

  it("have a share of the areas left out where nobody says how many people they have", () => {
    const { one } = judgedOf(ofAreas(30, { years: [2020, 2021], without: { 2021: 7 }, weight: null }));
    expect(one.common!.leftOut).toEqual({ share: expect.closeTo(1 / 30, 12), of: "areas" });
  });
});

describe("a trend over periods of which two have other areas", () => {
  const years = [2016, 2017, 2018, 2019, 2020, 2021];
  const judged = (without: Record<number, number>, areas: number) =>
    judgedOf(ofAreas(areas, { years, without, weight: 100 })).judged;

  it("is that of the periods as they stand, and decides where the areas in common are enough", () => {
    const [whole, without] = [judged({}, 30), judged({ 2020: 7 }, 30)];
    expect(whole.verdict).toMatchObject({ id: "closing", basis: "trend" });
    expect(without.verdict).toMatchObject({ id: "closing", basis: "trend" });
    const trendOf = ({ trends: { absolute } }: Judged) => (isMissing(absolute) ? null : absolute);
    expect(trendOf(without)!.periods).toEqual(trendOf(whole)!.periods);
    expect(trendOf(without)!.to).not.toBe(trendOf(whole)!.to);
  });

  it("decides nothing where they are not", () => {
    const { verdict, trends } = judged({ 2020: 7 }, 10);
    expect(verdict).toMatchObject({ id: "not-compared", basis: "none", because: { reason: "areas-differ" } });
    expect(trends.absolute).toMatchObject({ decides: false, adjustedP: expect.any(Number) });
  });
});

interface Years {
  years: readonly number[];
  /** The area that has no figure in a year. */
  without: Record<number, number>;
  counts?: boolean;
  weight?: number | null;
}

/** So many areas that draw together: counts of 1,000 people each, or published figures without intervals. */
function ofAreas(areas: number, { years, without, counts = false, weight = null }: Years): Series {
  const groups = [...Array(areas).keys()].map((i) => ({ id: `A${i}`, label: `Area ${i}` }));
  const points = { kind: "published", value: "value", scale: "identity", unit: "points" };
  const share = { kind: "proportion", numerator: "x", denominator: "n", per: 100, unit: "%" };
  const figures = (value: number) =>
    counts ? { numerator: 10 * Math.round(value), denominator: 1000 } : { value, weight };
  return {
    indicator: {
      statistic: counts ? share : points,
      better: "lower",
      periods: {},
      subjects: [],
      sentence: { events: false },
    } as unknown as Indicator,
    dimension: { id: "area", type: "areas", made_of: [] } as unknown as Dimension,
    groups,
    observations: years.flatMap((year, t) =>
      groups.flatMap(({ id }, i): Observation[] =>
        without[year] === i
          ? []
          : [
              {
                period: { label: `${year}`, start: `${year}-01-01`, end: `${year}-12-31` },
                group: id,
                figures: { ...noFigures, ...figures(50 + (i - areas / 2) * (2 - 0.2 * t)) },
                ...{ bands: null, rows: 1, blank: null },
              },
            ],
      ),
    ),
    ...{
      withEveryone: false,
      byArea: null,
      together: 0,
      rowsTogether: { groups: null, everyone: null },
      everyone: [],
      pooled: [],
      joinedBands: null,
      bands: 0,
      unsaid: [],
      roundTo: null,
      standard: null,
      standardEvents: null,
      breaks: [],
      targets: [],
    },
    ...{ published: null, edition: 2, confidence: 0.95, materiality: 0, reliableDenominator: 0 },
  };
}
