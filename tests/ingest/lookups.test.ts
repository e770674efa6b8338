import { createHash } from "node:crypto";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { load } from "../../src/define/load.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { temporaryFolder } from "../support/command.ts";

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const base = fileURLToPath(new URL("../problems/base/", import.meta.url));

/** Adds a dataset to a project: its CSV, and what its dataset.yaml says beside what all of them say. */
function dataset(project: string, id: string, csv: string, more: string): void {
  const to = join(project, "data-raw", id);
  mkdirSync(to);
  writeFileSync(join(to, "it.csv"), csv);
  const sha256 = createHash("sha256").update(csv).digest("hex");
  writeFileSync(
    join(to, "dataset.yaml"),
    `title: ${id}
publisher: Sampleton Council
licence: made up
page: https://example.org/${id}
period: the year 2024
received: 2025-01-31
changes: none
files: [{ path: it.csv, sha256: ${sha256} }]
format: { type: csv, delimiter: ",", quote: '"', encoding: utf-8 }
facts: { rows: 6, unique: [area_code] }
${more}`,
  );
}

const people = "who: residents, ages: all, sex: all, at: 2024-06-30, area: area_code";
const areas = ["S01", "S02", "S03", "S04", "S05", "S06"];
const csvOf = (column: string, value: (area: string) => string | number): string =>
  `area_code,${column}\n${areas.map((area) => `${area},${value(area)}\n`).join("")}`;

const stays = `title: Stays
question: Where do people stay in hospital?
theme: work
dataset: stays
statistic: { kind: rate, numerator: stays, denominator: size, per: 1000, unit: "per 1,000" }
better: lower
sentence: { people: residents, measure: the rate of stays }
periods: { fixed: { label: "2024", start: 2024-01-01, end: 2024-12-31 } }
dimensions: [{ dimension: area }]
`;

describe("a column that is looked up over two datasets", () => {
  it("has the ranges of its own dataset", async () => {
    const project = join(folder, "ranges");
    cpSync(base, project, { recursive: true });
    const size = `{ type: integer, population: { ${people} } }`;
    const ranges = '{ "900-1100": { from: 900, to: 1100 } }';
    dataset(
      project,
      "sizes",
      csvOf("size", (area) => (area === "S01" ? "900-1100" : 1000)),
      `columns: { area_code: { type: text }, size: ${size} }\nblanks: ${ranges}`,
    );
    dataset(
      project,
      "middle",
      csvOf("note", () => "x"),
      `columns: { area_code: { type: text }, note: { type: text } }
lookups: [{ dataset: sizes, on: area_code, key: area_code, columns: [size] }]`,
    );
    dataset(
      project,
      "stays",
      csvOf("stays", () => 12),
      `columns: { area_code: { type: text }, stays: { type: integer } }
lookups: [{ dataset: middle, on: area_code, key: area_code, columns: [size] }]`,
    );
    writeFileSync(join(project, "indicators/stays.yaml"), stays);
    const database = await BuildDatabase.open();
    try {
      const { observations } = await ingest(load(project), areaCuts(), 2025, database);
      const [first, second] = observations.get("stays/area")!;
      expect(first!.figures).toMatchObject({
        denominator: 1000,
        denominatorBounds: { lower: 900, upper: 1100, variance: 200 ** 2 / 12, rows: 1 },
      });
      expect(first!.blank).toBeNull();
      expect(second!.figures).not.toHaveProperty("denominatorBounds");
    } finally {
      database.close();
    }
  });

  it.each([
    ["neither has blanks", "{}", "{}", null],
    ["only the one between has blanks", '{ "-": not-available }', "{}", null],
    ["its own dataset has blanks", "{}", '{ "*": suppressed }', "[c]"],
    ["both have", '{ "-": not-available }', '{ "*": suppressed }', "[c]"],
  ])("has the blanks of its own dataset: %s", async (title, between, own, marker) => {
    const project = join(folder, title.replaceAll(" ", "-"));
    cpSync(base, project, { recursive: true });
    const sizes = csvOf("size", (area) => (area === "S01" && marker !== null ? "*" : 1000));
    dataset(
      project,
      "sizes",
      sizes,
      `columns: { area_code: { type: text }, size: { type: integer, population: { ${people} } } }\nblanks: ${own}`,
    );
    dataset(
      project,
      "middle",
      csvOf("note", () => "x"),
      `columns: { area_code: { type: text }, note: { type: text } }
blanks: ${between}
lookups: [{ dataset: sizes, on: area_code, key: area_code, columns: [size] }]`,
    );
    dataset(
      project,
      "stays",
      csvOf("stays", () => 12),
      `columns: { area_code: { type: text }, stays: { type: integer } }
lookups: [{ dataset: middle, on: area_code, key: area_code, columns: [size] }]`,
    );
    writeFileSync(join(project, "indicators/stays.yaml"), stays);
    const database = await BuildDatabase.open();
    try {
      const cuts = areaCuts();
      const { observations } = await ingest(load(project), cuts, 2025, database);
      const found = observations.get("stays/area")!.map(({ group, blank }) => [group, blank?.marker ?? null]);
      expect(found).toEqual(areas.map((area) => [area, area === "S01" ? marker : null]));
    } finally {
      database.close();
    }
  });
});

describe("areas that were split", () => {
  let made = 0;
  const split = (shares: string, more = "", old = ["OLD,30,1000"]): string => {
    const project = join(folder, `split-${++made}`);
    cpSync(base, project, { recursive: true });
    // S01 and S02 were parts of OLD; S03 to S06 are what they were.
    const now = `was,now,share\n${shares}\nS03,S03,1\nS04,S04,1\nS05,S05,1\nS06,S06,1\n`;
    const path = join(project, "data-raw/lookup");
    mkdirSync(path);
    writeFileSync(join(path, "it.csv"), now);
    const about = (csv: string, facts: string, rest: string): string => `title: It
publisher: Sampleton Council
licence: made up
page: https://example.org/it
period: the year 2024
received: 2025-01-31
changes: none
files: [{ path: it.csv, sha256: ${createHash("sha256").update(csv).digest("hex")} }]
format: { type: csv, delimiter: ",", quote: '"', encoding: utf-8 }
facts: ${facts}
${rest}`;
    writeFileSync(
      join(path, "dataset.yaml"),
      about(
        now,
        `{ rows: ${shares.split("\n").length + 4}, unique: [was, now] }`,
        "columns: { was: { type: text }, now: { type: text }, share: { type: number } }",
      ),
    );
    const figures = `was,stays,size\n${old.join("\n")}\nS03,12,400\nS04,12,400\nS05,12,400\nS06,12,400\n`;
    const to = join(project, "data-raw/stays");
    mkdirSync(to);
    writeFileSync(join(to, "it.csv"), figures);
    writeFileSync(
      join(to, "dataset.yaml"),
      about(
        figures,
        `{ rows: ${old.length + 4}, unique: [was] }`,
        `columns: { was: { type: text }, stays: { type: integer }, size: { type: integer, population: { who: residents, ages: all, sex: all, at: 2024-06-30 } } }
lookups: [{ dataset: lookup, on: was, key: was, columns: [now], weight: share, counts: [stays, size]${more} }]`,
      ),
    );
    writeFileSync(
      join(project, "indicators/stays.yaml"),
      stays.replace("dimension: area }", "dimension: area, column: now }"),
    );
    return project;
  };
  const summed = async (project: string) => {
    const database = await BuildDatabase.open();
    try {
      return await ingest(load(project), areaCuts(), 2025, database);
    } finally {
      database.close();
    }
  };

  it("share their counts out by weight, and say how much", async () => {
    const { observations, reading } = await summed(split("OLD,S01,0.4\nOLD,S02,0.6"));
    const figures = observations.get("stays/area")!.map((one) => one.figures);
    expect(figures.slice(0, 3)).toMatchObject([
      { numerator: 12, denominator: 400 },
      { numerator: 18, denominator: 600 },
      { numerator: 12, denominator: 400 },
    ]);
    expect(reading.get("stays")).toMatchObject([
      { kind: "shared-out", column: "stays", count: 30, of: 78 },
      { kind: "shared-out", column: "size", count: 1000, of: 2600 },
    ]);
  });

  it("come to the same to the last digit in whatever order their rows are", async () => {
    const parts = [0.1, 0.7, 0.3, 0.9, 0.2, 0.6, 0.4];
    const shares = parts.flatMap((part, i) => [`O${i},S01,${part}`, `O${i},S02,${(1 - part).toFixed(1)}`]);
    const old = parts.map((_, i) => `O${i},${31 + 7 * i},${1000 + 13 * i}`);
    const figures = async (order: <T>(list: T[]) => T[]) => {
      const { observations } = await summed(split(order(shares).join("\n"), "", order(old)));
      return observations.get("stays/area")!.map((one) => one.figures);
    };
    const forwards = await figures((list) => list);
    expect(await figures((list) => list.toReversed())).toEqual(forwards);
    expect(Number.isInteger(forwards[0]!.numerator)).toBe(false);
  });

  it("take sizes where these are declared, and refuse shares that do not add up to one", async () => {
    await expect(summed(split("OLD,S01,0.4\nOLD,S02,0.5"))).rejects.toThrow(
      /add up to 1(.|\n)*0\.9 for OLD(.|\n)*weights: sizes/,
    );
    const { observations } = await summed(split("OLD,S01,200\nOLD,S02,600", ", weights: sizes"));
    expect(observations.get("stays/area")![0]!.figures).toMatchObject({ numerator: 7.5, denominator: 250 });
  });
});
