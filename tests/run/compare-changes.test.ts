import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import { told } from "../../src/catalogue/told.ts";
import { type ComparedBuild, comparedResults } from "../../src/compare/previous.ts";
import { editionOf } from "../../src/model.ts";
import {
  compareBuilds,
  comparedLines,
  comparedMarkdown,
  risksTold,
  type TwoOutputs,
} from "../../src/run/compare-outputs.ts";
import { definitionIds } from "../../src/run/identity.ts";
import { root, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

type Edits = Record<string, ((text: string) => string) | null>;
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
let projects = 0;

/** The small project with files of it changed or gone, computed whole; a changed file of data has its new hash declared. */
async function made(edits: Edits = {}): Promise<ComparedBuild> {
  const project = join(temporary, String(++projects));
  cpSync(join(root, "tests/problems/base"), project, { recursive: true });
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(project, file);
    if (edit === null) rmSync(path);
    else {
      const before = readFileSync(path, "utf8");
      const after = edit(before);
      expect(after).not.toBe(before);
      writeFileSync(path, after);
      const dataset = join(dirname(path), "dataset.yaml");
      if (path.endsWith(".csv"))
        writeFileSync(dataset, readFileSync(dataset, "utf8").replace(sha256(before), sha256(after)));
    }
  }
  const { identify } = await packed("run/build.js");
  const { check } = await packed("run/check.js");
  const checked = await check({ project }, () => {});
  const { id, inputs, made: versions } = await identify(checked);
  return {
    results: comparedResults.parse(told(checked.results)),
    manifest: { build: id, versions, definitions: definitionIds(editionOf(checked.results)), inputs },
  };
}

const say = sayIn({ language: "en-GB" });
const claims = "indicators/claims.yaml";
const add = (more: string) => (text: string) => `${text}${more}\n`;
const swap = (from: string, to: string) => (text: string) => text.replace(from, to);

let before: ComparedBuild;
beforeAll(async () => {
  before = await made();
}, 240_000);

async function compared(edits: Edits): Promise<TwoOutputs & { text: string[] }> {
  const two = compareBuilds(before, await made(edits));
  return { ...two, text: comparedLines(two, say).flatMap(({ heading, lines }) => [heading, ...lines]) };
}
const causes = ({ explained: { revised } }: TwoOutputs): string[] => [
  ...new Set(revised.flatMap(({ because }) => because.map(({ cause, names }) => `${cause}: ${names.join(", ")}`))),
];
const changed = ({ explained: { revised } }: TwoOutputs): string[] => [
  ...new Set(revised.map(({ figure }) => `${figure.indicator} ${figure.period}`)),
];

describe("what differs between two computed reports, and why", { timeout: 240_000 }, () => {
  it("an input that was revised: its figures alone, by its file", async () => {
    const two = await compared({
      "data-raw/claims/claims.csv": swap("S01,2023,300,", "S01,2023,310,"),
    });
    expect(changed(two)).toEqual(["claims 2023"]);
    expect(causes(two)).toEqual(["data: data-raw/claims/claims.csv", "dataset: data-raw/claims/dataset.yaml"]);
  });

  it("another baseline: the verdict, what the definition says, and no figure", async () => {
    const two = await compared({ [claims]: swap("baseline: 2022", "baseline: 2024") });
    expect(changed(two)).toEqual([]);
    expect(two.explained.changes.verdicts.length).toBeGreaterThan(0);
    for (const { because } of two.explained.changes.verdicts)
      expect(because).toEqual(expect.arrayContaining(["new-baseline", "definition"]));
    expect(two.text).toContain("Claims: Baseline: was 2022, is 2024");
  });

  it("another definition: which entry, and the figures that hang on it", async () => {
    const two = await compared({ [claims]: swap("better: lower", "better: higher") });
    expect(causes(two)).toEqual([`definition: ${claims}`]);
    expect(two.text).toContain("Claims: What is better: was less of it, is more of it");
  });

  it("another edition of the method: the version, the measures, and the figures of those alone", async () => {
    const two = await compared({ "tempcheck.yaml": add("method: { edition: 1 }") });
    expect(two.text).toContain("Version of the method: was 2, is 1");
    expect(two.explained.revised.length).toBeGreaterThan(0);
    for (const { figure, because } of two.explained.revised) {
      expect(["absolute", "relative"]).toContain(figure.what);
      expect(because.map(({ cause }) => cause)).toEqual(["measure", "settings"]);
    }
  });

  it("an indicator that is gone, or new: its name, and nothing of the others", async () => {
    const after = await made({ [claims]: null });
    const [gone, added] = [compareBuilds(before, after), compareBuilds(after, before)];
    const own = [{ id: "claims", title: "Claims" }];
    expect(gone.explained.changes.indicators).toEqual({ added: [], dropped: own });
    expect(added.explained.changes.indicators).toEqual({ added: own, dropped: [] });
    for (const two of [gone, added]) expect([changed(two), two.explained.changes.verdicts]).toEqual([[], []]);
  });

  it("a target that is set, moved and taken away", async () => {
    const target = (value: number): Edits => ({
      [claims]: add(`targets: [{ dimension: deprivation-third, gap: absolute, value: ${value}, source: The plan }]`),
    });
    const [one, two] = [await made(target(1)), await made(target(2))];
    const stated = (a: ComparedBuild, b: ComparedBuild) =>
      compareBuilds(a, b).explained.changes.stated.map(({ before: was, after: is }) => [was, is]);
    expect([stated(before, one), stated(one, two), stated(two, before)]).toEqual([
      [[null, "1"]],
      [["1", "2"]],
      [["2", null]],
    ]);
  });

  it("another disclosure policy: the policy, no earlier figure, and what both may give away", async () => {
    const two = await compared({
      "tempcheck.yaml": swap("{ threshold: null, covers: none }", "{ threshold: 100, covers: [claims] }"),
    });
    expect(two.text).toContain("Smallest count that is shown: was not there, is 100");
    expect(changed(two)).toEqual([]);
    expect(two.explained.changes.notRepeated).toContainEqual({ indicator: "claims", period: "2024" });
    expect(two.risks.length).toBeGreaterThan(0);
    const text = comparedMarkdown(two, say);
    expect(text).toContain(risksTold(two, say)[0]!.text.slice(0, 40));
    expect(text).toMatch(/\n<!-- tempcheck 2025 [0-9a-f]{12} -->$/);
  });

  it("names an issue by what changed, so that another build with the same changes has the same", async () => {
    const name = (two: TwoOutputs) => /<!-- tempcheck .* -->/.exec(comparedMarkdown(two, say))?.[0];
    const other = swap("baseline: 2022", "baseline: 2024");
    const flipped = await compared({ [claims]: other });
    const again = await compared({ [claims]: other, "tempcheck.yaml": add("# another build") });
    expect(name(again)).toBe(name(flipped));
    expect(name(compareBuilds(before, before))).not.toBe(name(flipped));
  });
});
