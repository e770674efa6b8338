import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assess } from "../../src/assess/assess.ts";
import { repeatedAnew } from "../../src/assess/indicator-result.ts";
import type { Definitions } from "../../src/define/definitions.ts";
import { load } from "../../src/define/load.ts";
import { areaCuts } from "../../src/estimate/quantiles.ts";
import { BuildDatabase } from "../../src/ingest/database.ts";
import { ingest, withElsewhere } from "../../src/ingest/ingest.ts";
import { check } from "../../src/run/check.ts";
import { fillHashes } from "../../src/run/fill-hashes.ts";
import { repeatedOfIndicator, wordsOfIndicator, wordsOfProject } from "../../src/run/kept-figures.ts";
import { keptOf } from "../../src/run/known-declared.ts";
import { root, temporaryFolder } from "../support/command.ts";
import { sampletonProject } from "../support/sampleton.ts";
import { everyKind, writeProject } from "../support/small-project.ts";

async function ingested(definitions: Definitions) {
  const database = await BuildDatabase.open();
  try {
    const { method, year } = definitions.project.value;
    const { elsewhere: _, ...data } = await ingest(definitions, areaCuts(method.edition), year, database);
    return data;
  } finally {
    database.close();
  }
}

/** Nothing can be read of it. */
const closed: unknown = new Proxy(() => {}, {
  get: (_, key) => {
    throw new Error(`${String(key)} was read`);
  },
});

const closing = <T extends object>(value: T, keys: readonly (keyof T)[]): T => ({
  ...value,
  ...(Object.fromEntries(keys.map((key) => [key, closed])) as Partial<T>),
});

/** The same project, of whose indicators some keys cannot be read. */
const closingIndicators = (definitions: Definitions, keys: typeof wordsOfIndicator): Definitions => ({
  ...definitions,
  indicators: definitions.indicators.map(({ value, yaml }) => ({ yaml, value: closing(value, keys) })),
});

/** The same project, of whose words nothing can be read. */
const withoutWords = (definitions: Definitions): Definitions => ({
  ...closingIndicators(definitions, wordsOfIndicator),
  project: { ...definitions.project, value: closing(definitions.project.value, wordsOfProject) },
});

/** A project where builds keep things. */
function project(): string {
  const folder = temporaryFolder();
  cpSync(join(root, "tests/problems/base"), folder, { recursive: true });
  mkdirSync(keptOf(folder), { recursive: true });
  return folder;
}

async function checked(folder: string) {
  const said: string[] = [];
  const { results, notes } = await check({ project: folder }, (stage, detail) => said.push(`${stage}: ${detail}`));
  return {
    results,
    notes,
    /** What was taken from the run before. */
    from: said.some((line) => line.includes("nothing has changed that figures are made from"))
      ? "figures"
      : said.some((line) => line.includes("unchanged since"))
        ? "data"
        : "nothing",
  };
}

const edit = (folder: string, path: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(join(folder, path), "utf8");
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(join(folder, path), edited);
};

describe("what ingest reads of a project", () => {
  for (const [name, folder] of [
    ["Manchester", root],
    ["Sampleton", sampletonProject],
  ] as const)
    it(`is none of its words: ${name}`, async () => {
      const definitions = load(folder);
      expect(await ingested(withoutWords(definitions))).toEqual(await ingested(definitions));
    });
});

describe("what results repeat of an indicator", () => {
  for (const [name, folder] of [
    ["Manchester", root],
    ["Sampleton", sampletonProject],
  ] as const)
    it(`is read for nothing else, and can be repeated anew: ${name}`, async () => {
      const definitions = load(folder);
      const data = withElsewhere(await ingested(definitions));
      const resultsOf = (of: Definitions) =>
        assess(of, data, of.project.value.year, { log: () => {}, closing: null }).results;
      const unread = resultsOf(closingIndicators(definitions, repeatedOfIndicator));
      expect(JSON.stringify(repeatedAnew(unread, definitions))).toBe(JSON.stringify(resultsOf(definitions)));
    });
});

describe("figures that an earlier run made", () => {
  it("are taken where nothing has changed, and are the same", async () => {
    const folder = project();
    const first = await checked(folder);
    expect(first.from).toBe("nothing");
    const second = await checked(folder);
    expect(second).toEqual({ ...first, from: "figures" });
    // Dates alone change nothing.
    utimesSync(join(folder, "tempcheck.yaml"), new Date(0), new Date(0));
    expect((await checked(folder)).from).toBe("figures");
  });

  it("are taken where results repeat other words, which are those of now", async () => {
    const folder = project();
    const first = await checked(folder);
    edit(folder, "indicators/claims.yaml", /^title: .*/m, "title: Another title\neasy: Other words");
    const second = await checked(folder);
    expect(second.from).toBe("figures");
    rmSync(keptOf(folder), { recursive: true });
    const anew = await checked(folder);
    expect(anew.from).toBe("nothing");
    expect(JSON.stringify(second.results)).toBe(JSON.stringify(anew.results));
    expect(second.results).not.toEqual(first.results);
  });

  it("are made anew from the same data where what judges them changed, or words of the report", async () => {
    const folder = project();
    const first = await checked(folder);
    edit(folder, "indicators/claims.yaml", /^better: lower/m, "better: higher");
    const second = await checked(folder);
    expect(second.from).toBe("data");
    expect(second.results.indicators).not.toEqual(first.results.indicators);
    edit(folder, "tempcheck.yaml", /^title: .*/m, "title: Another title");
    const third = await checked(folder);
    expect(third).toEqual({ ...second, results: { ...second.results, title: "Another title" } });
  });

  it("are made anew from the files where these changed, or what is read of them", async () => {
    const folder = project();
    const first = await checked(folder);
    const lines = readFileSync(join(folder, "data-raw/reading/reading.csv"), "utf8").trimEnd().split("\n");
    const cells = lines[1]!.split(",");
    cells[2] = String(Number(cells[2]) + 1);
    lines[1] = cells.join(",");
    writeFileSync(join(folder, "data-raw/reading/reading.csv"), `${lines.join("\n")}\n`);
    await fillHashes(folder, ["reading"]);
    const second = await checked(folder);
    expect(second.from).toBe("nothing");
    expect(second.results.indicators).not.toEqual(first.results.indicators);
  });

  it("are not taken from files that are cut short or hold something else", async () => {
    const folder = project();
    const first = await checked(folder);
    for (const name of readdirSync(keptOf(folder))) truncateSync(join(keptOf(folder), name), 50);
    expect(await checked(folder)).toEqual(first);
    for (const name of readdirSync(keptOf(folder))) writeFileSync(join(keptOf(folder), name), "something else");
    expect(await checked(folder)).toEqual(first);
  });

  it("are not kept where counts are held back, which they would hold", async () => {
    const folder = project();
    edit(folder, "tempcheck.yaml", /threshold: null, covers: none/, "threshold: 5, covers: all");
    await check({ project: folder }, () => {});
    expect(readdirSync(keptOf(folder)).filter((name) => /^(ingested|computed)/.test(name))).toEqual([]);
  });

  it("do not hide that nothing has rows of another place any more", async () => {
    const { project: declared, indicators, ...more } = everyKind(1);
    const { part_of: _, ...rate } = indicators["rate"]!;
    const folder = writeProject(temporaryFolder(), {
      ...more,
      project: { ...declared, communities: [] },
      indicators: { ...indicators, rate },
    });
    mkdirSync(keptOf(folder), { recursive: true });
    await checked(folder);
    rmSync(join(folder, "indicators/rate.yaml"));
    const refused = "some indicator with comparators has rows of each place";
    await expect(checked(folder)).rejects.toThrow(refused);
    rmSync(keptOf(folder), { recursive: true });
    await expect(checked(folder)).rejects.toThrow(refused);
  });

  it("leave a faulty project faulty", async () => {
    const folder = project();
    await checked(folder);
    edit(folder, "data-raw/reading/reading.csv", /\n/, "\n\n");
    await expect(checked(folder)).rejects.toThrow("sha256");
    await expect(checked(folder)).rejects.toThrow("sha256");
  });
});
