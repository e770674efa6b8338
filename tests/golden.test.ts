import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Results, resultsSchema } from "../src/results/results.ts";
import { differences, type Expected, seriesOf } from "./support/golden-compare.ts";
import { builtSampleton } from "./support/sampleton.ts";

const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, "golden/sampleton.expected.json"), "utf8"),
) as Expected;

let results: Results;

beforeAll(async () => {
  const { output } = await builtSampleton();
  results = JSON.parse(readFileSync(join(output, "data/results.json"), "utf8")) as Results;
});

describe("Sampleton", () => {
  it("has results that the published schema allows", () => {
    expect(resultsSchema.parse(results)).toEqual(results);
  });

  it("holds the series that the oracle works out, and no others", () => {
    const made = results.indicators.flatMap(({ id, dimensions }) =>
      dimensions.map(({ dimension }) => `${id}/${dimension}`),
    );
    expect(made.sort()).toEqual(Object.keys(expected.series).sort());
  });

  it.each(Object.keys(expected.series))("agrees to 1e-9 with the oracle on %s", (key) => {
    expect(differences(expected.series[key], seriesOf(results, key), key)).toEqual([]);
  });

  it("counts the changes of gaps that are tested", () => {
    const changes = results.indicators.flatMap(({ dimensions }) =>
      dimensions.flatMap(({ change }) => ("reason" in change ? [] : [change.absolute, change.relative])),
    );
    const tested = changes.filter((one) => !("reason" in one) && one.p !== null);
    expect(tested.length).toBeGreaterThan(20);
    expect(results.method.headlineTests).toBe(tested.length);
  });

  it.each(Object.keys(expected.quantiles))("puts each neighbourhood in its group of %s", (dimension) => {
    const names = new Map(groupsOf("area").map(({ id, label }) => [id, label]));
    const made = Object.fromEntries(
      groupsOf(dimension).flatMap(({ id, members }) => members.map((name) => [name, id] as const)),
    );
    const wanted = Object.entries(expected.quantiles[dimension] ?? {}).map(([code, id]) => [names.get(code), id]);
    expect(made).toEqual(Object.fromEntries(wanted));
  });

  it("reads names in the encoding that the dataset states", () => {
    expect(groupsOf("area").map(({ label }) => label)).toEqual([
      "Café Row",
      "Müllerfeld",
      "Señor’s Hill",
      "Østerbrück",
      "Quay & Lock",
      "Àlmond Park",
      "Crèche Lane",
      "Old Town – East",
      "Saint-Zoë",
      "Piñata Fields",
      "Façade End",
      "Gîte Common",
    ]);
  });

  it("gives each blank its reason", () => {
    const blanks = results.indicators.flatMap(({ id, dimensions }) =>
      dimensions.flatMap(({ dimension, periods }) =>
        periods.flatMap(({ period, groups }) =>
          groups.flatMap(({ id: group, marker, estimate }) =>
            "reason" in estimate ? [`${id}/${dimension} ${period.label} ${group}: ${marker} ${estimate.reason}`] : [],
          ),
        ),
      ),
    );
    expect(blanks).toMatchInlineSnapshot(`
      [
        "deaths/sex 2019 female: [u] few-events",
        "exclusions/ethnic-group 2019-20 other: [c] blank",
        "exclusions/ethnic-group 2020-21 white: [x] blank",
        "falls/national-fifth 2015 n4: [x] blank",
        "falls/national-fifth 2016 n4: [x] blank",
        "falls/national-fifth 2017 n4: [x] blank",
        "falls/national-fifth 2018 n4: [x] blank",
        "homes/local-fifth 2018-19 q4: [x] blank",
        "longevity/ethnic-group 2015 to 2017 black: [u] small-population",
        "longevity/ethnic-group 2015 to 2017 mixed: [u] no-deaths-in-open-band",
        "longevity/ethnic-group 2015 to 2017 other: [u] deaths-exceed-population",
        "longevity/ethnic-group 2018 to 2020 black: [u] small-population",
        "longevity/ethnic-group 2018 to 2020 mixed: [u] no-deaths-in-open-band",
        "longevity/ethnic-group 2018 to 2020 other: [u] deaths-exceed-population",
        "longevity/ethnic-group 2021 to 2023 black: [u] small-population",
        "longevity/ethnic-group 2021 to 2023 mixed: [u] no-deaths-in-open-band",
        "mortality/income-band 2019 lower: [x] blank",
        "mortality/income-band 2020 highest: [u] few-events",
        "obesity/income-band 2016-17 to 2018-19 highest: [c] blank",
        "satisfaction/national-sixth April 2022 s4: [x] no-rows",
        "scores/ethnic-group 2018-19 other: [x] blank",
        "stays/local-quarter 2020 second: [x] blank",
        "stays/area 2019 S12: [u] few-events",
        "stays/area 2020 S03: [x] blank",
        "stays/area 2022 S12: [u] few-events",
        "wellbeing/ethnic-group Autumn 2023 other: [u] few-values",
      ]
    `);
  });

  it("says why a change was not made or not tested", () => {
    const reasons = results.indicators.flatMap(({ id, dimensions }) =>
      dimensions.flatMap(({ dimension, change }) => {
        const absolute = "reason" in change ? change : change.absolute;
        const why = "reason" in absolute ? absolute.reason : absolute.untested?.reason;
        return why === undefined ? [] : [`${id}/${dimension}: ${why}`];
      }),
    );
    expect(reasons).toEqual([
      "satisfaction/national-sixth: one-period",
      "scores/ethnic-group: sizes-unknown",
      "scores/sex: no-intervals",
      "visits/sex: break-in-series",
    ]);
  });

  it("carries the notes that its figures call for", () => {
    const notes = results.indicators.flatMap(({ id, dimensions }) =>
      dimensions.map(({ dimension, notes: own, periods }) => [
        `${id}/${dimension}`,
        [...new Set([...own, ...periods.flatMap((period) => period.notes)].map((note) => note.id))].sort().join(" "),
      ]),
    );
    expect(Object.fromEntries(notes)).toMatchInlineSnapshot(`
      {
        "care/income-band": "not-a-straight-gradient rows-added-up",
        "care/sex": "rows-added-up",
        "claims/area": "denominator-of-another-year",
        "claims/local-quarter": "denominator-of-another-year partly-circular tied-areas",
        "deaths/sex": "scatter-borrowed",
        "exclusions/ethnic-group": "continuity-corrected missing-group scatter-borrowed",
        "falls/national-fifth": "continuity-corrected denominator-of-another-year missing-group",
        "homes/local-fifth": "levelling-down not-a-straight-gradient scatter-borrowed",
        "life/income-band": "",
        "longevity-65/sex": "",
        "longevity/ethnic-group": "groups-over-everyone missing-group scatter-borrowed",
        "longevity/sex": "",
        "meals/income-band": "continuity-corrected not-a-straight-gradient scatter-borrowed",
        "mortality/income-band": "scatter-borrowed",
        "obesity/ethnic-group": "scatter-borrowed weights-implied",
        "obesity/income-band": "scatter-borrowed weights-implied",
        "satisfaction/national-sixth": "missing-group not-a-straight-gradient",
        "scores/ethnic-group": "intervals-missing unweighted",
        "scores/sex": "unweighted",
        "smoking/sex": "scatter-borrowed",
        "stays/area": "missing-group",
        "stays/local-quarter": "scatter-borrowed tied-areas",
        "visits/sex": "continuity-corrected",
        "wellbeing/ethnic-group": "missing-group rows-added-up scatter-borrowed",
        "wellbeing/sex": "reference-worse-than-average rows-added-up scatter-borrowed",
      }
    `);
  });

  it("shows gaps as published beside its own", () => {
    const gaps = results.indicators.flatMap(({ dimensions }) => dimensions.flatMap((one) => one.publishedGaps));
    expect(gaps).toEqual([
      {
        measure: "Gap of girls and boys",
        judged: false,
        source: "scores",
        unit: "points",
        note: "As made up.",
        values: [
          { period: "2018", value: 5.3 },
          { period: "2019", value: 5.6 },
          { period: "2022", value: 6 },
        ],
      },
    ]);
  });

  it("leaves out figures that end after its reporting year", () => {
    const claims = results.indicators.find(({ id }) => id === "claims");
    expect(claims?.dimensions[0]?.periods.map(({ period }) => period.label)).toEqual([
      "2019",
      "2020",
      "2021",
      "2022",
      "2023",
      "2024",
    ]);
  });

  it("gives the communities that are declared and every other group of people a page", () => {
    expect(results.communities.map(({ id }) => id)).toEqual([
      "women",
      "faith",
      ...["lowest", "lower", "higher", "highest"].map((id) => `income-band--${id}`),
      ...[1, 2, 3, 4, 5, 6].map((n) => `national-sixth--s${n}`),
      "sex--male",
      ...["asian", "black", "mixed", "white", "other"].map((id) => `ethnic-group--${id}`),
    ]);
  });

  it("says of each neighbourhood who lives there and which groups of deprivation it is in", () => {
    expect(results.areas).toHaveLength(12);
    const { context, ...first } = results.areas[0]!;
    expect(first).toEqual({
      dimension: "area",
      group: "S01",
      slug: "cafe-row",
      population: 2450,
      counted: "2021-03-21",
      quantiles: [
        { dimension: "local-quarter", group: expected.quantiles["local-quarter"]?.["S01"] },
        { dimension: "local-fifth", group: expected.quantiles["local-fifth"]?.["S01"] },
        { dimension: "national-fifth", group: expected.quantiles["national-fifth"]?.["S01"] },
      ],
      // Claims: 4 of 12 intervals of the oracle lie wholly below its own; stays: 1 of 11. None lies above.
      ranks: [
        { indicator: "claims", first: 1, last: 10 },
        { indicator: "stays", first: 1, last: 11 },
      ],
    });
    // The rows of stays.csv for S01 in 2019.
    expect(context.map(({ parts }) => parts.map(({ label, count }) => [label, count]))).toEqual([
      [
        ["under 20", 508],
        ["20 to 44", 832],
        ["45 to 64", 578],
        ["65 and over", 393],
      ],
    ]);
  });
});

const groupsOf = (dimension: string) => results.dimensions.find(({ id }) => id === dimension)?.groups ?? [];
