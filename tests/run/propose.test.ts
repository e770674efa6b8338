import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { load } from "../../src/define/load.ts";
import { UserError } from "../../src/error.ts";
import { propose } from "../../src/run/propose.ts";
import { run, temporaryFolder } from "../support/command.ts";

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith(".yaml"));

/** Takes every mark out, as an analyst does who finds all guesses right. */
function confirm(folder: string): void {
  for (const path of filesIn(folder))
    writeFileSync(path, readFileSync(path, "utf8").replace(/^guess:\n(?: {2}- .*\n)*/m, ""));
}

async function proposed(files: Readonly<Record<string, string>>, known: Parameters<typeof propose>[2] = {}) {
  const home = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(home, name), text);
  const project = join(home, "project");
  const { proposals } = await propose(
    project,
    Object.keys(files).map((name) => join(home, name)),
    known,
  );
  return {
    project,
    proposals,
    yaml: (path: string): Record<string, unknown> =>
      parse(readFileSync(join(project, path), "utf8")) as Record<string, unknown>,
  };
}

const lines = (project: string): Promise<string> =>
  run(["check", "--project", project]).then(({ out, err }) => out + err);

const years = [2019, 2020, 2021, 2022];
const areas = Array.from({ length: 15 }, (_, i) => ({
  code: `E050000${10 + i}`,
  name: `Place ${i + 1}`,
  people: 4000 + 137 * i,
  score: 60 - 3 * i,
}));
const sampleton = {
  "areas.csv": `area_code,area_name,population,deprivation_score\n${areas.map(({ code, name, people, score }) => `${code},${name},${people},${score}`).join("\n")}\n`,
  "claims.csv": `area_code,year,claims,residents\n${areas
    .flatMap(({ code, people, score }) =>
      years.map((year) => `${code},${year},${Math.round((people * score) / 500 + year - 2019)},${people}`),
    )
    .join("\n")}\n`,
};

const quintiles = [1, 2, 3, 4, 5];
const newZealand = {
  "smoking.csv": `Year,NZDep2018_quintile,Ethnicity,Sex,Current_smokers,Population_15_plus\n${years
    .flatMap((year) =>
      quintiles.flatMap((quintile) =>
        ["Māori", "Pacific", "Asian", "European/Other"].flatMap((group, i) =>
          ["Female", "Male"].map((sex, j) => {
            const people = 5000 + 731 * i + 311 * quintile + 97 * j;
            return `${year},${quintile},${group},${sex},${Math.round(people * (0.05 + 0.03 * quintile + 0.01 * i))},${people}`;
          }),
        ),
      ),
    )
    .join("\n")}\n`,
};

describe("tempcheck init --from", () => {
  it("proposes a project whose guesses are refused, each with its file, line, reason and way out", async () => {
    const { project } = await proposed(sampleton);
    let faults: UserError["faults"] = [];
    try {
      load(project);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      faults = error.faults;
    }
    expect(faults.length).toBeGreaterThan(10);
    expect(new Set(faults.map(({ must }) => must))).toEqual(new Set(["nothing that is only guessed"]));
    const one = faults.find(
      ({ where: { file }, found }) => file === "data-raw/claims/dataset.yaml" && found.includes("publisher"),
    )!;
    const text = readFileSync(join(project, one.where.file), "utf8").split("\n");
    expect(text[one.where.line! - 1]).toMatch(/- \{ key: publisher, sure: low/);
    const [, line] = /\(line (\d+)\)/.exec(one.found)!;
    expect(text[Number(line) - 1]).toMatch(/^publisher: /);
    expect(one.fix).toContain("take this entry of guess out, which confirms it");
  });

  it("names keys that there are", async () => {
    for (const files of [sampleton, newZealand]) {
      const { project } = await proposed(files);
      for (const path of filesIn(project)) {
        const { guess, ...definition } = parse(readFileSync(path, "utf8")) as Record<string, unknown> & {
          guess: { key: string }[];
        };
        for (const { key } of guess) {
          const value = key
            .split(".")
            .reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], definition);
          expect(value, `${basename(path)} ${key}`).toBeDefined();
        }
      }
    }
  });

  it("refuses a project while one guess is left, and takes it without any", async () => {
    const { project } = await proposed(sampleton);
    confirm(project);
    expect(() => load(project)).not.toThrow();
    const path = join(project, "indicators/claims.yaml");
    writeFileSync(path, `${readFileSync(path, "utf8")}guess:\n  - { key: better, sure: low, why: left }\n`);
    expect(() => load(project)).toThrow(/indicators\/claims\.yaml:\d+:5 {2}guess\.0[\s\S]*a guess of better/);
  });

  it("checks when all guesses of clean long tables are confirmed", { timeout: 60_000 }, async () => {
    const { project, yaml } = await proposed(sampleton, { place: "Sampleton" });
    expect(yaml("data-raw/claims/dataset.yaml")).toMatchObject({ facts: { rows: 60, unique: ["year", "area_code"] } });
    expect(yaml("indicators/claims.yaml")).toMatchObject({
      statistic: { kind: "proportion", numerator: "claims", denominator: "residents" },
      periods: { column: "year", unit: "calendar-year", baseline: "2019" },
    });
    confirm(project);
    expect(await lines(project)).toContain("2 comparisons: 2 are sound, with a gap, 2 with a change tested.");
  });

  it("checks of a table of New Zealand, whose index counts the other way", { timeout: 60_000 }, async () => {
    const { project, yaml } = await proposed(newZealand);
    const { dimensions } = yaml("tempcheck.yaml") as {
      dimensions: { id: string; ordered: boolean; groups: { label: string }[] }[];
    };
    const index = dimensions.find(({ id }) => id.startsWith("nzdep"))!;
    expect(index).toMatchObject({ ordered: true });
    expect(index.groups.map(({ label }) => label)).toEqual(["5", "4", "3", "2", "1"]);
    expect(JSON.stringify(yaml("tempcheck.yaml"))).not.toMatch(/\b(England|wards?|city|Manchester)\b/i);
    confirm(project);
    expect(await lines(project)).toContain("3 comparisons: 3 are sound, with a gap");
  });

  it("takes total rows for everyone, and keeps them apart from groups", { timeout: 60_000 }, async () => {
    const text = years
      .flatMap((year) =>
        [
          ["All", 300],
          ["A", 100],
          ["B", 120],
          ["Not known", 80],
        ].map(([group, n]) => `${year},${group},${n},${Number(n) * 4}`),
      )
      .join("\n");
    const { project, yaml } = await proposed({ "reading.csv": `year,language,readers,children\n${text}\n` });
    expect(yaml("indicators/reading.yaml")).toMatchObject({ overall: { where: { language: "All" } } });
    confirm(project);
    expect(await lines(project)).toContain("1 comparison:");
  });

  it("says what markers may mean, and that empty cells are taken for something", async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `A${i},${["*", "<5", "[x]", "", "odd", "9"][i % 6]},${40 + i}`);
    const { yaml } = await proposed({
      "m.csv": `group,cases,people\n${[...rows, ...Array.from({ length: 20 }, (_, i) => `B${i},${i + 6},${50 + i}`)].join("\n")}\n`,
    });
    expect(yaml("data-raw/m/dataset.yaml")).toMatchObject({
      columns: {
        cases: {
          blanks: {
            "*": "suppressed",
            "<5": { from: 1, to: 4 },
            "[x]": "not-available",
            "": "not-available",
            odd: "not-available",
          },
        },
      },
    });
    const { guess } = yaml("data-raw/m/dataset.yaml") as { guess: { key: string; sure: string; why: string }[] };
    expect(guess.find(({ why }) => why.startsWith('"odd"'))).toMatchObject({
      key: "columns.cases.blanks",
      sure: "low",
    });
    expect(guess.find(({ why }) => why.startsWith('"<5"'))).toMatchObject({ sure: "middling" });
  });

  it("turns years that stand side by side into rows", async () => {
    const rows = areas.map(({ code, score }) => `${code},${score},${score + 1},${score + 2.5}`);
    const { yaml } = await proposed({ "wide.csv": `area_code,2019,2020,2021\n${rows.join("\n")}\n` });
    expect(yaml("data-raw/wide/dataset.yaml")).toMatchObject({
      format: { unpivot: { columns: ["2019", "2020", "2021"], name: "period", value: "value" } },
      facts: { rows: 45, unique: ["period", "area_code"] },
    });
  });

  it("turns measures that stand side by side for several periods into rows, and checks", {
    timeout: 120_000,
  }, async () => {
    const rows = areas.map(({ code, people }, i) => `${code},${200 + 9 * i},${people},${230 + 7 * i},${people + 50}`);
    const { project, yaml } = await proposed({
      "w.csv": `area_code,2023 claims,2023 residents,2024 claims,2024 residents\n${rows.join("\n")}\n`,
    });
    expect(yaml("data-raw/w/dataset.yaml")).toMatchObject({
      format: {
        unpivot: {
          ...{ name: "period", names: ["2023", "2024"] },
          values: { claims: ["2023 claims", "2024 claims"], residents: ["2023 residents", "2024 residents"] },
        },
      },
    });
    confirm(project);
    expect(await lines(project)).toContain("1 comparison: 1 is sound, with a gap, 1 with a change tested.");
  });

  it("declares marks, flags, percent signs, positions and notes below, and checks", { timeout: 120_000 }, async () => {
    const rows = ["A", "B", "C", "D"].flatMap((group, i) =>
      [2023, 2024].map((year) => `${group};x;${year};${12 + i},5%;1.${200 + i};${i === 0 ? "3,5 [p]" : `${i},5`}`),
    );
    const { project, yaml } = await proposed({
      "m.csv": `Shares of people\n\ngroup;;year;share;people;score\n${rows.join("\n")}\n\nNote: provisional\n`,
    });
    expect(yaml("data-raw/m/dataset.yaml")).toMatchObject({
      title: "Shares of people",
      format: { header_row: 3, last_row: 11, delimiter: ";" },
      columns: {
        "column 2": { type: "text", position: 2 },
        share: { percent: true, cells: { decimal: "," } },
        people: { type: "integer", cells: { thousands: "." } },
        score: { cells: { decimal: ",", flags: { "[p]": "provisional" } } },
      },
      notes: ["Note: provisional"],
    });
    confirm(project);
    expect(await lines(project)).toContain("1 comparison: 1 is sound, with a gap");
  });

  it.each([
    [["201819", "201920"], "time_period", "academic-year", "2018-19"],
    [["201907", "201911"], "month", "month", "2019-07"],
    [["2019 Q3", "2019 Q2"], "when", "calendar-quarter", "2019 Q2"],
    [["2019-20 Q1", "2019-20 Q2"], "when", "financial-quarter", null],
    [["2015 - 17", "2016 - 18"], "years", "calendar-year", "2015-17"],
    [["year ending June 2023", "year ending June 2024"], "when", "year-ending", null],
  ])("reads periods such as %j", async (cells, column, unit, baseline) => {
    const rows = cells.flatMap((cell) =>
      ["A", "B", "C"].map((group, i) => `${cell},${group},${10 + i},${100 + 7 * i}`),
    );
    const { yaml } = await proposed({ "school.csv": `${column},group,n,pupils\n${rows.join("\n")}\n` });
    expect(yaml("indicators/school.yaml")).toMatchObject({
      periods: { column, unit, baseline: baseline ?? expect.any(String) },
    });
  });

  it("takes the year of a table without periods from its title or the name of its file", async () => {
    const rows = ["A", "B", "C"].map((group, i) => `${group},${10 + i},${100 + i}`).join("\n");
    const fixedOf = async (name: string, title: string): Promise<unknown> =>
      (await proposed({ [name]: `${title}group,n,people\n${rows}\n` })).yaml(`indicators/${name.slice(0, -4)}.yaml`)[
        "periods"
      ];
    expect(await fixedOf("deaths-2014-16.csv", "")).toMatchObject({ fixed: { label: "2014-16", end: "2016-12-31" } });
    expect(await fixedOf("deaths-2014-16.csv", "Table 3: deaths in 2021\n\n")).toMatchObject({
      fixed: { label: "2021" },
    });
  });

  it("takes rows without a code for the whole where no area counts more", { timeout: 120_000 }, async () => {
    const rows = areas.flatMap(({ code }, i) =>
      ["A", "B", "C"].map((group, j) => `${code},${group},${10 + i + j},${100 + i}`),
    );
    const whole = ["A", "B", "C"].map((group, j) => `,${group},${400 + j},${3000 + j}`);
    const { project, yaml } = await proposed({
      "blank.csv": `area_code,group,n,people\n${[...whole, ...rows].join("\n")}\n`,
    });
    expect(yaml("indicators/blank.yaml")).toMatchObject({ where: { area_code: { blank: true } } });
    confirm(project);
    expect(await lines(project)).toContain("1 comparison: 1 is sound, with a gap");
  });

  it("sees what is counted in a column over which counts come to the whole", async () => {
    const rows = areas.flatMap(({ code, people }) =>
      [
        ["rented", 0.3],
        ["owned", 0.7],
      ].map(([tenure, share]) => `${code},${tenure},${Math.round(people * Number(share))},${people}`),
    );
    const { yaml } = await proposed({ "tenure.csv": `area_code,tenure,n,total_households\n${rows.join("\n")}\n` });
    const indicator = yaml("indicators/tenure.yaml");
    expect(indicator).toMatchObject({ title: "Rented", where: { tenure: "rented" } });
    expect(indicator["dimensions"]).toMatchObject([{ dimension: "area", column: "area_code" }]);
  });

  it("says that zeros of whole periods may be figures that there are not yet", async () => {
    const rows = years.flatMap((year) =>
      ["A", "B", "C"].map((group, i) => `${year},${group},${year === 2022 ? 0 : 30 + i},${100 + i}`),
    );
    const { yaml } = await proposed({ "z.csv": `year,group,passed,pupils\n${rows.join("\n")}\n` });
    const { guess } = yaml("indicators/z.yaml") as { guess: { key: string; why: string }[] };
    expect(guess.filter(({ why }) => why.startsWith("every figure of 2022 is 0"))).toHaveLength(1);
  });

  it("makes no indicator of counts alone, and says why", async () => {
    const { proposals, project } = await proposed({
      "c.csv": `area_code,cases\n${areas.map(({ code }, i) => `${code},${i}`).join("\n")}\n`,
    });
    expect(proposals[0]).toMatchObject({ indicators: [] });
    expect(proposals[0]?.left.join()).toContain("no count has a column of all who could be counted beside it");
    expect(readdirSync(join(project, "indicators"))).toEqual([]);
  });

  it("writes nothing into a folder that holds something, nor where a file cannot be read", async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, "a.csv"), "A1,2\nA2,3\nA3,4\n");
    const { code, err } = await run(["init", join(home, "p"), "--from", join(home, "a.csv")]);
    expect(code).toBe(1);
    expect(err).toContain("found: no row of names");
    expect(existsSync(join(home, "p"))).toBe(false);
    mkdirSync(join(home, "q"));
    writeFileSync(join(home, "q/mine"), "mine");
    expect((await run(["init", join(home, "q"), "--from", join(home, "a.csv")])).err).toContain(
      "no folder yet, or an empty one",
    );
  });
});

/** How far the proposal of a file as received gets once all its guesses are confirmed. */
const received: readonly { file: string; gets: string; left?: string }[] = [
  { file: "dfe_level_2_3_age_19_la_2005-2025.csv", gets: "12 comparisons: 12 are sound, with a gap" },
  { file: "dfe_ks4_la_characteristics_2018-19.xlsx", gets: "28 comparisons: 24 are sound, with a gap" },
  { file: "manchester_disability21_lsoa21_ew.csv", gets: "1 comparison: 1 is sound, with a gap" },
  { file: "desnz_fuel_poverty_2022_lsoa21_tables.xlsx", gets: "1 comparison: 1 is sound, with a gap" },
  { file: "fingertips_la_inequality_life_expectancy.csv", gets: "1 comparison: 1 is sound, with a gap" },
  {
    file: "insolvency_service_ward_2012-2022.csv",
    gets: "at least one indicator is declared",
    left: "no count has a column",
  },
  { file: "dwp_cilif_relative_msoa_2014-15_to_2021-22_raw.csv", gets: "a list of at least 1", left: "no indicator" },
];
const shared = join(import.meta.dirname, "../../../shared/data");

describe("files as received, in ../shared/data", () => {
  for (const { file, gets, left } of received)
    it.skipIf(!existsSync(join(shared, file)))(
      `${file} (skipped where it is not there)`,
      { timeout: 120_000 },
      async () => {
        const project = join(temporaryFolder(), "p");
        const { proposals } = await propose(project, [join(shared, file)], { place: "Manchester" });
        confirm(project);
        expect(await lines(project)).toContain(gets);
        if (left !== undefined) expect(proposals[0]?.left.join()).toContain(left);
      },
    );
});
