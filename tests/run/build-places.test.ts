import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Comparison } from "../../src/results/comparison.ts";
import { root, run, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { buildPlaces, comparePlacesOf } = await packed("run/build-places.js");

const example = join(root, "examples/greater-manchester");
const z95 = 1.959963984540054;
const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

type Row = Record<string, string>;
const rowsOf = (file: string): Row[] => parse(readFileSync(file, "utf8"), { columns: true }) as Row[];

describe("the ten districts of Greater Manchester", () => {
  let comparison: Comparison;
  beforeAll(async () => {
    comparison = await comparePlacesOf({ project: example }, () => {});
  }, 300_000);

  it("have figures that are rows of the files they were copied from", () => {
    for (const [dataset, source] of [
      ["health-by-sex", "gm-districts-health-with-counts"],
      ["life-expectancy", "gm-districts-health"],
      ["life-expectancy-gap", "life-expectancy-gap-places"],
      ["energy-ratings", "epc-ratings-gm-districts"],
    ] as const) {
      const lines = (file: string) => readFileSync(file, "utf8").split("\n");
      const received = new Set(lines(join(root, "data-raw", source, `${source}.csv`)));
      const own = lines(join(example, "data-raw", dataset, `${dataset}.csv`));
      expect(own.filter((line) => !received.has(line))).toEqual([]);
      expect(own.length).toBeGreaterThan(10);
    }
  });

  it("have gaps, differences and errors that follow from the published figures alone", () => {
    const rows = rowsOf(join(example, "data-raw/health-by-sex/health-by-sex.csv"));
    const falls = comparison.compared.find(({ indicator }) => indicator === "falls-65-plus")!;
    expect(falls.period).toBe("2023-24");
    const districts = comparison.places.map(({ name }) => {
      const of = (sex: string): Row =>
        rows.find(
          (row) =>
            row["indicator_id"] === "22401" &&
            row["year_start"] === "2023" &&
            row["area_name"] === name &&
            row["sex"] === sex,
        )!;
      const [women, men] = [of("Female"), of("Male")];
      const error = (row: Row): number => (Number(row["upper_ci95"]) - Number(row["lower_ci95"])) / (2 * z95);
      // Rounded to three places: its variance is far below a hundredth of the sampling one, so it is left out.
      return {
        gap: Number(women["value"]) - Number(men["value"]),
        variance: error(women) ** 2 + error(men) ** 2,
      };
    });
    expect(districts).toHaveLength(10);
    falls.places.forEach(({ gaps: { absolute } }, i) => {
      const own = districts[i]!;
      const others = districts.filter((_, j) => j !== i);
      const mean = others.reduce((sum, { gap }) => sum + gap, 0) / 9;
      const error = Math.sqrt(own.variance + others.reduce((sum, { variance }) => sum + variance, 0) / 81);
      expect(absolute.gap).toMatchObject({ value: expect.closeTo(own.gap, 6) });
      expect(absolute.beside!.value).toBeCloseTo(own.gap - mean, 6);
      expect(absolute.beside!.lower).toBeCloseTo(own.gap - mean - z95 * error, 4);
      expect(absolute.beside!.upper).toBeCloseTo(own.gap - mean + z95 * error, 4);
    });
    const pair = falls.differences.absolute.find(({ place, other }) => place === "tameside" && other === "trafford")!;
    const [tameside, trafford] = [districts[7]!, districts[8]!];
    expect(pair.difference!.value).toBeCloseTo(tameside.gap - trafford.gap, 6);
    expect(pair.difference!.lower).toBeCloseTo(
      tameside.gap - trafford.gap - z95 * Math.sqrt(tameside.variance + trafford.variance),
      4,
    );
    expect(falls.differences.absolute).toHaveLength(45);
  });

  it("are not told apart where nothing says how sure the figures are, and are never ranked", () => {
    for (const id of ["life-expectancy", "life-expectancy-gap"]) {
      const one = comparison.compared.find(({ indicator }) => indicator === id)!;
      expect(one.places.every(({ gaps }) => gaps.absolute.standing === "not-tested")).toBe(true);
      expect(one.differences.absolute.every(({ clear, p }) => clear === null && p === null)).toBe(true);
    }
    const order = comparison.places.map(({ id }) => id);
    for (const { places } of comparison.compared) expect(places.map(({ place }) => place)).toEqual(order);
  });

  it("leave out what is of all of them together", () => {
    expect(comparison.notCompared).toMatchObject([{ indicator: "energy-ratings", why: "not-of-places" }]);
  });
});

describe("a project of two places", () => {
  let project: string;
  let out: string;
  beforeAll(async () => {
    project = join(temporary, "two");
    cpSync(example, project, { recursive: true, filter: (path) => !/outputs/.test(path.slice(example.length)) });
    const file = join(project, "tempcheck.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(
      file,
      text.replace(/^ {4}- \{ id: (?!bury|trafford)\w+, name: \w+, code: .*\n/gm, "").replace("en-GB", "en-XA"),
    );
    for (const id of ["readmissions", "life-expectancy", "life-expectancy-gap", "falls-65-plus"])
      rmSync(join(project, "indicators", `${id}.yaml`));
    out = join(temporary, "two-out");
    await buildPlaces({ project, out }, () => {});
  }, 300_000);

  it("has a report for each, and one comparison, each of which holds its own files alone", async () => {
    expect(readdirSync(out).filter((name) => !name.startsWith("."))).toEqual(["bury", "comparison", "trafford"]);
    for (const place of ["bury", "trafford", "comparison"]) {
      const { code, out: said } = await run(["verify", join(out, place)]);
      expect(code, said).toBe(0);
    }
    const results = JSON.parse(readFileSync(join(out, "bury/data/results.json"), "utf8")) as {
      place: { name: string };
      title: string;
    };
    expect(results.place.name).toBe("Bury");
    expect(results.title).toBe("Health gaps in Greater Manchester, an example: Bury");
    const alcohol = readFileSync(join(out, "bury/report/indicators/alcohol-mortality.html"), "utf8");
    expect(alcohol).not.toContain("Trafford");
    expect(alcohol).toContain('href="../../../comparison/report/index.html"');
  });

  it("builds again to the same bytes from its project", async () => {
    const { code, out: said } = await run(["verify", join(out, "comparison"), "--project", project]);
    expect(code, said).toBe(0);
  }, 300_000);

  it("lays its data out by the schema, and its links lead to reports that are there", () => {
    const written = JSON.parse(readFileSync(join(out, "comparison/data/comparison.json"), "utf8"));
    const schema = JSON.parse(readFileSync(join(root, "schemas/comparison.schema.json"), "utf8"));
    const validate = new Ajv2020({ allowUnionTypes: true, strict: false }).compile(schema);
    expect(validate(written) || validate.errors).toBe(true);
    const gaps = rowsOf(join(out, "comparison/data/place_gap.csv"));
    expect(gaps.map(({ place, type }) => `${place} ${type}`)).toEqual([
      "bury absolute",
      "bury relative",
      "trafford absolute",
      "trafford relative",
    ]);
    const page = readFileSync(join(out, "comparison/report/index.html"), "utf8");
    const links = [...page.matchAll(/href="([^"#:]+?)(?:#[^"]*)?"/g)].map((match) => match[1]!);
    expect(links.filter((link) => !existsSync(join(out, "comparison/report", link)))).toEqual([]);
    expect(links).toContain("../../bury/report/index.html");
    expect(page).not.toMatch(/<script/);
    // In the language with an accent on every letter no word of the program stands without one.
    expect(page).not.toMatch(/cannot be told apart|side by side|Where gaps differ|no clear difference/);
  });

  it("builds one place, refuses those that it does not have, and explains a difference", async () => {
    const asked = await run(["build", "--project", project, "--place", "salford"]);
    expect(asked.code).toBe(2);
    expect(asked.err).toContain("no place salford; there are bury, trafford");
    const none = await run(["card", "alcohol-mortality", "--project", project]);
    expect(none.err).toContain("name one with --place; there are bury, trafford");
    const worked = await run(["explain", "alcohol-mortality", "--project", project]);
    expect(worked.code).toBe(0);
    expect(worked.out).toMatch(/Bury.*Trafford/s);
  });
});
