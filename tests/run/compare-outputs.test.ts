import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { sayIn } from "../../src/catalogue/say.ts";
import type { ComparedBuild } from "../../src/compare/previous.ts";
import { comparedEvents, comparedLines, compareOutputs, risksTold } from "../../src/run/compare-outputs.ts";
import { sha256 } from "../../src/run/hashes.ts";
import { breakdown, build, held, lessFair, period } from "../compare/builds.ts";
import { checkoutCommand, run, temporaryFolder } from "../support/command.ts";

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

let folders = 0;

/** Writes a build as an output on the disk. */
function output({ results, manifest }: ComparedBuild): string {
  const folder = join(temporary, String(++folders));
  mkdirSync(join(folder, "data"), { recursive: true });
  const text = JSON.stringify({
    ...results,
    indicators: results.indicators.map((one) => ({ ...one, datasets: ["jobs"] })),
  });
  writeFileSync(join(folder, "data/results.json"), text);
  const outputs = [{ path: "data/results.json", sha256: sha256(text) }];
  writeFileSync(
    join(folder, "manifest.json"),
    JSON.stringify({ format: "tempcheck.manifest.v1", ...manifest, outputs }),
  );
  return folder;
}

const inputs = (files: Record<string, string>) =>
  Object.entries(files).map(([path, digit]) => ({ path, sha256: digit.repeat(64) }));
const files = {
  "data-raw/homes/homes.csv": "1",
  "data-raw/jobs/dataset.yaml": "1",
  "data-raw/jobs/jobs.csv": "1",
  "indicators/work/work.yaml": "1",
  "tempcheck.yaml": "1",
};
const groups = { a: 40, b: 60 };
const years = (a: number) => [period("2023", groups), period("2024", { ...groups, a })];
const made = (changed: Partial<typeof files>, more: Parameters<typeof build>[1] = {}) =>
  build([breakdown(years(42))], { ...more, manifest: { inputs: inputs({ ...files, ...changed }), ...more.manifest } });
const older = output(build([breakdown(years(40))], { manifest: { inputs: inputs(files) } }));

const because = (newer: ComparedBuild) =>
  compareOutputs(older, output(newer)).explained.revised.map((one) => one.because);

describe("compareOutputs", () => {
  it.each([
    [{ "data-raw/jobs/jobs.csv": "2", "tempcheck.yaml": "2" }, "data", "data-raw/jobs/jobs.csv"],
    [{ "indicators/work/work.yaml": "2" }, "definition", "indicators/work/work.yaml"],
    [{ "data-raw/jobs/dataset.yaml": "2" }, "dataset", "data-raw/jobs/dataset.yaml"],
    [{ "tempcheck.yaml": "2" }, "project", "tempcheck.yaml"],
    [{ "data-raw/homes/homes.csv": "2" }, "project", "data-raw/homes/homes.csv"],
  ])("finds why a figure changed where %j differ", (changed, cause, name) => {
    expect(because(made(changed))).toEqual([[{ cause, names: [name] }]]);
  });

  it("names settings of the method, else programs, else that it cannot tell", () => {
    expect(because(made({}, { method: { version: "2" } }))).toEqual([[{ cause: "settings", names: ["method"] }]]);
    expect(because(made({}, { manifest: { versions: { tempcheck: "2" } } }))).toEqual([
      [{ cause: "program", names: ["tempcheck"] }],
    ]);
    expect(because(made({}))).toEqual([[{ cause: "unknown", names: [] }]]);
  });

  it("names every cause that there is", () => {
    const newer = made(
      { "data-raw/jobs/jobs.csv": "2", "indicators/work/work.yaml": "2" },
      { method: { version: "2" } },
    );
    expect(because(newer)[0]!.map(({ cause }) => cause)).toEqual(["data", "definition", "settings"]);
  });

  it("tells a gap that is measured in another way", () => {
    const gap = { definition: "d.v2", unit: "%", oriented: { value: 12, lower: 11, upper: 13 } };
    const newer = build([breakdown([period("2023", groups), period("2024", groups, { absolute: gap })])], {
      manifest: { inputs: inputs(files) },
    });
    expect(because(newer)).toEqual([[{ cause: "measure", names: ["d.v1", "d.v2"] }]]);
  });

  it("tells all of it in words, and nothing of what does not differ", () => {
    const newer = build([breakdown(years(42), lessFair)], {
      build: "c",
      manifest: { inputs: inputs({ ...files, "data-raw/jobs/jobs.csv": "2" }) },
    });
    const told = comparedLines(compareOutputs(older, output(newer)), sayIn({ language: "en-GB" }));
    expect(told.map(({ heading, lines }) => [heading, ...lines].join("\n  ")).join("\n")).toMatchInlineSnapshot(`
      "Two reports, compared
        The earlier one: Check, 2025. Build b, method version 1.
        The later one: Check, 2025. Build c, method version 1.
        1 verdict changed.
        1 figure of an earlier period was revised.
        1 file of data or definitions differs.
      Verdicts that changed
        WORK, sex: was "Fairer", is "Less fair". Figures were revised.
      Revised figures
        WORK, sex: A 2024: was 40.0% (39.0 to 41.0), is 42.0% (41.0 to 43.0): 2.0 percentage points more. Its data changed (data-raw/jobs/jobs.csv).
      Files that differ
        data-raw/jobs/jobs.csv: was 111111111111, is 222222222222"
    `);
  });

  it("repeats no earlier figure of a period in which some are held back, and warns of what both may give away", () => {
    const one = breakdown([period("2023", groups), period("2024", { a: held, b: 61 })]);
    const compared = compareOutputs(older, output(build([one], { manifest: { inputs: inputs(files) } })));
    const say = sayIn({ language: "en-GB" });
    const text = JSON.stringify([comparedLines(compared, say), comparedEvents(compared)]);
    expect(compared.explained.changes.notRepeated).toEqual([{ indicator: "work", period: "2024" }]);
    expect(text).not.toMatch(/\b60\b|\b61\b/);
    expect(risksTold(compared, say).map(({ text }) => text)).toEqual([
      expect.stringMatching(/^warning: WORK, 2024: other figures are held back than before\./),
    ]);
  });
});

describe("tempcheck compare", () => {
  const flipped = output(build([breakdown(years(40), lessFair)], { manifest: { inputs: inputs(files) } }));
  const compareThem = (...args: string[]) => run(["compare", ...args], { command: checkoutCommand });

  it("ends with 3 where a verdict changed and it is strict, and with 0 else", async () => {
    expect(await compareThem(older, flipped)).toMatchObject({ code: 0, err: "" });
    expect(await compareThem(older, flipped, "--strict")).toMatchObject({ code: 3, err: "" });
    expect(await compareThem(older, older, "--strict")).toMatchObject({ code: 0 });
    expect(await compareThem(older, flipped, "--strict", "--quiet")).toEqual({ code: 3, out: "", err: "" });
  }, 60_000);

  it("ends with 3 and says so where the overall level alone is said to do otherwise", async () => {
    const [better, worse] = (["improving", "worsening"] as const).map((overall) => {
      const verdict = { id: "fairer", label: "Fairer", levellingDown: false, overall };
      return output(build([breakdown(years(40), { verdict })], { manifest: { inputs: inputs(files) } }));
    });
    const { code, out } = await compareThem(better!, worse!, "--strict");
    expect(code).toBe(3);
    expect(out).toContain(
      'WORK, sex: was "Fairer; the overall level clearly improved", is "Fairer; the overall level clearly worsened".',
    );
    expect(await compareThem(better!, better!, "--strict")).toMatchObject({ code: 0 });
  }, 60_000);

  it("prints one object per line with --json", async () => {
    const { out } = await compareThem(older, flipped, "--json");
    const events = out
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(events).toEqual([
      expect.objectContaining({ event: "line", what: "outputs" }),
      {
        ...{ event: "line", what: "verdict", indicator: "work", dimension: "sex" },
        ...{ before: "Fairer", after: "Less fair", because: ["unknown"], overall: null, levellingDown: null },
      },
      expect.objectContaining({ event: "line", what: "rest" }),
      { event: "done", verdicts: 1, revised: 0 },
    ]);
  }, 60_000);

  it("refuses folders that are no outputs", async () => {
    const { code, err } = await compareThem(older, temporary);
    expect(code).toBe(1);
    expect(err.replaceAll(temporary, "FOLDER")).toMatchInlineSnapshot(`
      "FOLDER/manifest.json
        must:  an output of tempcheck, with its manifest.json and data/results.json
        found: no such file
        do:    name the folders of two outputs, the earlier one first, such as outputs/2025 outputs/2026

      1 fault. Nothing was written; the last output is as it was.
      "
    `);
  }, 60_000);
});
