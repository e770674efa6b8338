import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packOf } from "../src/report/pack/pack.tsx";
import { areaFolder, ownFolders } from "../src/results/folders.ts";
import type { Built } from "../src/run/build.ts";
import { readAssets } from "../src/run/read-assets.ts";
import { temporaryFolder } from "./support/command.ts";
import { bay, vila } from "./support/elsewhere.ts";
import { packed } from "./support/packed.ts";
import { type SmallProject, writeProject } from "./support/small-project.ts";

const { build } = await packed("run/build.js");

/** What only a report from England, or from Manchester, would say. */
const ofEngland =
  /\b(England|English|Brit(ain|ish)|U\.?K\.?|United Kingdom|GB|Scot(land|tish)|Wales|Welsh|Northern Ireland|Manchester|Mancunian|[Ww]ards?|[Cc]it(y|ies)|[Cc]ouncil(s|lors?)?|[Bb]oroughs?|[Ll]ocal authorit(y|ies)|Open Government|Crown [Cc]opyright|National Statistics|IMD|IDACI|GBP|GSS|ONS|NHS|Nomis|OHID|UKHSA|DfE|[LM]SOAs?|Universal Credit|[Ff]ree school meals|[Ee]quality (Act|duty)|Public Health England|Making Manchester Fairer|Gypsy|Sure Start|[Pp]ostcodes?)\b|£|nationalarchives|\.gov\.uk|\.uk\b|ons\.gov|\b[EW]\d{8}\b|\bM\d{1,2} \d[A-Z]{2}\b/g;

/** The tag of the language, where the project declares none: the words are those of the United Kingdom. */
const unsaid = /\ben-GB\b|fo:country="GB"/g;
/** Programs that are the same in every report: libraries of others, and ours for reports that have postcodes. */
const programs = /^report\/script\//;
/** Keys of results.json, which are the same in every report. */
const keys = /"postcodes":/g;

const unread = new Set([".png", ".woff2", ".ttf", ".duckdb"]);

/** The texts of a file: of a workbook those of its parts. */
function textsOf(path: string): string[] {
  const bytes = readFileSync(path);
  if (/\.(xlsx|ods)$/.test(path)) return Object.values(unzipSync(bytes)).map((part) => strFromU8(part));
  return [bytes.toString("utf8")];
}

const found = (text: string, isDeclared: boolean): string[] =>
  (isDeclared ? text : text.replace(unsaid, "")).replace(keys, "").match(ofEngland) ?? [];

interface Place {
  project: SmallProject;
  folder: string;
  /** Words that the report must have, so that what is looked through is the whole. */
  own: readonly string[];
}

const places: Record<string, Place> = {
  "a bay in New Zealand": {
    project: bay(),
    folder: "local-areas",
    own: ["Kōwhai Bay", "CC BY 4.0", "Māori", "local areas", "$70,"],
  },
  "a town in Brazil": {
    project: vila(),
    folder: "bairros",
    own: ["Vila Aurora", "ODbL 1.0", "Indígena", "bairros", "R$"],
  },
};

describe.each(Object.entries(places))("the report of %s", (_, { project, folder, own }) => {
  const root = temporaryFolder();
  let built: Built;
  const { language } = project.project;
  const wordsIn = (text: string): string[] => found(text, language !== undefined);
  const files = (): string[] =>
    readdirSync(built.output, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll("\\", "/"))
      .filter((path) => statSync(join(built.output, path)).isFile());

  beforeAll(async () => {
    writeProject(join(root, "project"), project);
    built = await build({ project: join(root, "project"), out: join(root, "out"), singleFile: true }, () => {});
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("has nothing of England in any file, nor in the name of one", () => {
    const words = files()
      .filter((path) => !programs.test(path))
      .flatMap((path) => [
        ...wordsIn(path).map((word) => `${path}: ${word} in its name`),
        ...(unread.has(extname(path)) ? [] : textsOf(join(built.output, path)).flatMap(wordsIn)).map(
          (word) => `${path}: ${word}`,
        ),
      ]);
    expect([...new Set(words)]).toEqual([]);
  });

  it("has nothing of England in the committee paper and the sheets of areas", async () => {
    const pack = await packOf(built.results, { id: "b1d", version: "0.0.0" }, readAssets());
    expect(pack.map(({ form }) => form)).toEqual(["committee-paper", "areas"]);
    expect(pack.flatMap(({ html }) => wordsIn(html(9)))).toEqual([]);
  });

  it("speaks of its own areas, groups, money and licence", () => {
    const report = files()
      .filter((path) => path.endsWith(".html"))
      .flatMap((path) => textsOf(join(built.output, path)))
      .join("\n");
    for (const word of own) expect(report).toContain(word);
    expect(report).toContain(String((project.project["licence"] as { url: string }).url));
    expect(report).toContain(`<html lang="${String(language ?? "en-GB")}">`);
  });

  it("has the pages of its areas and their data in a folder of its own word", () => {
    const first = built.results.areas[0]!.slug;
    expect(files()).toEqual(
      expect.arrayContaining([`report/${folder}/${first}.html`, `data/${folder}/${first}/${first}.csv`]),
    );
  });

  it("has no folder beside it that areas could not be called after without a clash", () => {
    const tops = ["report", "data"].flatMap((part) =>
      readdirSync(join(built.output, part), { withFileTypes: true }).filter((one) => one.isDirectory()),
    );
    const others = new Set(tops.map(({ name }) => name).filter((name) => name !== folder));
    for (const name of others) expect(areaFolder({ place: { ...built.results.place, areas: name } })).toBe("areas");
    expect([...ownFolders]).toEqual(expect.arrayContaining([...others]));
  });
});

describe("a report of a place that names no licence", () => {
  it("says that none is given, and gives no other", async () => {
    const root = temporaryFolder();
    const { licence: _, ...rest } = bay().project;
    writeProject(join(root, "project"), { ...bay(), project: rest });
    const { output } = await build({ project: join(root, "project"), out: join(root, "out") }, () => {});
    const page = readFileSync(join(output, "report/indicators/smoking.html"), "utf8");
    expect(page).toContain("No licence is given for the figures of this report. Ask Kōwhai Bay Health Trust");
    expect(page).not.toMatch(/rel="license"|"license":"/);
    expect(readFileSync(join(output, "data/indicators/smoking/csv-metadata.json"), "utf8")).not.toContain("dc:license");
    expect(page).not.toContain("null");
    rmSync(root, { recursive: true, force: true });
  });
});
