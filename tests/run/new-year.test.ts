import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { datasetDue } from "../../src/define/dataset.ts";
import { load } from "../../src/define/load.ts";
import { newYear } from "../../src/run/new-year.ts";
import { nextPeriod } from "../../src/run/next-period.ts";
import { checkoutCommand, hashes, root, run, temporaryFolder } from "../support/command.ts";

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

let projects = 0;

/** A project of three indicators, with something of its files changed. */
function project(edit: Record<string, (text: string) => string> = {}): string {
  const folder = join(temporary, String(++projects));
  cpSync(join(root, "tests/problems/base"), folder, { recursive: true });
  for (const [file, change] of Object.entries(edit)) {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }
  return folder;
}

/** Puts an output there that a manifest tells of. */
function built(folder: string, year: number, at = `outputs/${year}`): void {
  mkdirSync(join(folder, at, "report"), { recursive: true });
  writeFileSync(join(folder, at, "report/index.html"), "<p>The report</p>");
  const manifest = {
    ...{ format: "tempcheck.manifest.v1", build: "b", title: "T", year, method: "2", previous: null },
    ...{ versions: {}, definitions: [], inputs: [], database: { path: "data/d.duckdb", tables: [] } },
    outputs: [{ path: "report/index.html", sha256: "0" }],
  };
  writeFileSync(join(folder, at, "manifest.json"), JSON.stringify(manifest));
}

const text = (folder: string, file: string): string => readFileSync(join(folder, file), "utf8");
const claims = "indicators/claims.yaml";
const namedPeriods = (unit: string): string =>
  unit.replace(
    /^periods: .*$/m,
    `periods:
  column: year # kept
  named:
    "2022": { label: "2022", start: 2022-01-01, end: 2022-12-31 }
    "2023": { label: "2023", start: 2023-01-01, end: 2023-12-31 } # and this
    "2024": { label: "2024", start: 2024-01-01, end: 2024-12-31 } # the last
  baseline: "2022"`,
  );

describe("newYear", () => {
  it("changes nothing unless it is to write", () => {
    const folder = project({ [claims]: namedPeriods });
    built(folder, 2025);
    const before = hashes(folder);
    expect(newYear(folder, {}).steps.map(({ step }) => step)).toEqual([
      ...["year", "archive", "edition", "period", "single-period", "no-frequency"],
    ]);
    expect(hashes(folder)).toEqual(before);
  });

  it("sets the year, keeps the last output and links to it, and leaves every other letter", () => {
    const folder = project();
    built(folder, 2025);
    const before = text(folder, "tempcheck.yaml");
    newYear(folder, { write: true });
    expect(text(folder, "tempcheck.yaml")).toBe(
      before.replace(
        "year: 2025\n",
        "year: 2026\neditions:\n  - { year: 2025, url: ../../../editions/2025/report/index.html }\n",
      ),
    );
    expect(hashes(join(folder, "editions/2025"))).toEqual(hashes(join(folder, "outputs/2025")));
    const [edition] = load(folder).project.value.editions;
    mkdirSync(join(folder, "outputs/2026/report"), { recursive: true });
    expect(existsSync(join(folder, "outputs/2026/report", edition!.url))).toBe(true);
  });

  it.each([
    [
      "a list of lines",
      "editions: # earlier\n  - { year: 2024, url: a }\n  # not 2023\n",
      "editions: # earlier\n  - { year: 2024, url: a }\n  - { year: 2025, url: URL }\n  # not 2023\n",
    ],
    [
      "a list of blocks",
      "editions:\n- year: 2024\n  url: a\n",
      "editions:\n- year: 2024\n  url: a\n- { year: 2025, url: URL }\n",
    ],
    [
      "a list on one line",
      "editions: [{ year: 2024, url: a }]\n",
      "editions: [{ year: 2024, url: a }, { year: 2025, url: URL }]\n",
    ],
    ["an empty list", "editions: [] # none\n", "editions: [{ year: 2025, url: URL }] # none\n"],
    ["that edition already", "editions: [{ year: 2025, url: a }]\n", "editions: [{ year: 2025, url: a }]\n"],
  ])("adds the edition to %s", (_, before, after) => {
    const folder = project({ "tempcheck.yaml": (all) => all.replace("publisher:", `${before}publisher:`) });
    built(folder, 2025);
    newYear(folder, { write: true });
    expect(text(folder, "tempcheck.yaml")).toContain(after.replace("URL", "../../../editions/2025/report/index.html"));
    expect(load(folder).project.value.year).toBe(2026);
  });

  it.each(["\n", "\r\n"])("proposes a period as a comment, once, with lines that end in %j", (end) => {
    const ended = (all: string): string => namedPeriods(all).replaceAll("\n", end);
    const folder = project({ [claims]: ended });
    const before = text(folder, claims);
    newYear(folder, { write: true });
    const mark = [
      "    # new-year 2026: take the hash away when figures of this period are there",
      '    # "2025": { label: "2025", start: "2025-01-01", end: "2025-12-31" }',
      "",
    ].join(end);
    const after = before.replace(`# the last${end}`, `# the last${end}${mark}`);
    expect(text(folder, claims)).toBe(after);
    expect(newYear(folder, { write: true }).files).toEqual(["tempcheck.yaml"]);
    expect(text(folder, claims)).toBe(after);

    writeFileSync(join(folder, claims), after.replace('# "2025"', '"2025"'));
    const confirmed = load(folder).indicators.find(({ value }) => value.id === "claims")!.value.periods;
    expect(Object.keys(confirmed.named!)).toEqual(["2022", "2023", "2024", "2025"]);
    expect(confirmed.baseline).toBe("2022");
  });

  it("lists what is overdue on the last day of the new year, whenever it is run", () => {
    const often = (updated: string) => (all: string) => all.replace("received:", `updated: ${updated}\nreceived:`);
    const folder = project({
      "data-raw/claims/dataset.yaml": often("yearly"),
      "data-raw/homes/dataset.yaml": often("five-yearly"),
      "data-raw/reading/dataset.yaml": often("irregularly"),
    });
    const due = (year: number) => newYear(folder, { year }).steps.filter(({ step }) => step === "overdue");
    const overdue = { step: "overdue", received: "2025-01-31" };
    expect(due(2026)).toEqual([{ ...overdue, dataset: "claims", updated: "yearly", due: "2026-01-31" }]);
    expect(due(2030)).toHaveLength(2);
    expect(newYear(folder, {}).steps.at(-1)).toEqual({ step: "no-frequency", datasets: ["areas"] });
  });

  it.each([
    ["yearly", true],
    ["ten-yearly", false],
    ["irregularly", true],
    ["never", false],
  ])("asks for a newer period where there is one alone and the publisher brings figures %s: %s", (updated, asks) => {
    const folder = project({
      [claims]: (all) =>
        all.replace(/^periods: .*$/m, 'periods: { fixed: { label: "2024", start: 2024-01-01, end: 2024-12-31 } }'),
      "data-raw/claims/dataset.yaml": (all) => all.replace("received:", `updated: ${updated}\nreceived:`),
    });
    const asked = { step: "single-period", file: claims, indicator: "claims", label: "2024" };
    expect(newYear(folder, {}).steps).toEqual(
      asks ? expect.arrayContaining([asked]) : expect.not.arrayContaining([asked]),
    );
  });

  it.each([
    [
      "something stands where the last output is to go",
      "editions/2025",
      {},
      /^editions\/2025\n {2}must: {2}nothing yet/,
    ],
    [
      "the year is no later one",
      null,
      { year: 2025 },
      /^tempcheck\.yaml:2:1 {2}year\n {2}must: {2}an earlier year than 2025/,
    ],
  ])("stops where %s, and changes nothing", (_, taken, options, message) => {
    const folder = project();
    built(folder, 2025);
    if (taken !== null) mkdirSync(join(folder, taken), { recursive: true });
    const before = hashes(folder);
    expect(() => newYear(folder, { write: true, ...options })).toThrow(message);
    expect(hashes(folder)).toEqual(before);
  });

  it.each(["no output", "another year's output"])("keeps no folder that is %s", (which) => {
    const folder = project();
    if (which === "no output") mkdirSync(join(folder, "outputs/2025"), { recursive: true });
    else built(folder, 2024, "outputs/2025");
    expect(() => newYear(folder, { write: true })).toThrow(/outputs\/2025\/manifest\.json/);
    expect(existsSync(join(folder, "editions"))).toBe(false);
    expect(load(folder).project.value.year).toBe(2025);
  });
});

describe("nextPeriod", () => {
  const of = (label: string, start: string, end: string) => ({ label, start, end });
  it.each([
    [
      of("2023", "2023-01-01", "2023-12-31"),
      of("2024", "2024-01-01", "2024-12-31"),
      of("2025", "2025-01-01", "2025-12-31"),
    ],
    [
      of("2022-23", "2022-09-01", "2023-08-31"),
      of("2023-24", "2023-09-01", "2024-08-31"),
      of("2024-25", "2024-09-01", "2025-08-31"),
    ],
    [
      of("Census 2011", "2011-03-27", "2011-03-27"),
      of("Census 2021", "2021-03-21", "2021-03-21"),
      of("Census 2031", "2031-03-21", "2031-03-21"),
    ],
    [
      of("1998-99", "1998-04-01", "1999-03-31"),
      of("1999-00", "1999-04-01", "2000-02-29"),
      of("2000-01", "2000-04-01", "2001-02-28"),
    ],
  ])("%o and %o are followed by %o", (earlier, later, next) => {
    expect(nextPeriod(earlier, [later.label, later])).toEqual({ key: next.label, period: next });
  });
});

describe("datasetDue", () => {
  it.each([
    ["monthly", "2025-01-31", "2025-02-28"],
    ["quarterly", "2024-11-30", "2025-02-28"],
    ["yearly", "2024-02-29", "2025-02-28"],
    ["ten-yearly", "2021-06-28", "2031-06-28"],
    ["never", "2021-06-28", null],
    [undefined, "2021-06-28", null],
  ] as const)("%s, received %s: %s", (updated, received, due) => {
    expect(datasetDue({ updated, received })).toBe(due);
  });
});

describe("tempcheck new-year", () => {
  it("says what it would do, and does it with --write", async () => {
    const folder = project();
    built(folder, 2025);
    const ask = (...args: string[]) => run(["new-year", "--project", folder, ...args], { command: checkoutCommand });
    const { code, out } = await ask();
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "  tempcheck.yaml: year 2025 becomes 2026
        editions/2025: a copy of the last report, from outputs/2025
        tempcheck.yaml: editions has the report of 2025, at ../../../editions/2025/report/index.html
        indicators/cold-homes.yaml: has January 2024 alone; a comment asks for a newer period
        no updated in dataset.yaml, so nobody can tell whether they are overdue: areas, claims, homes and reading
      2 files would change for 2026; nothing has yet. To change them: tempcheck new-year --write
      "
    `);
    const { out: events } = await ask("--write", "--json");
    expect(JSON.parse(events.trim().split("\n").at(-1)!)).toEqual({
      ...{ event: "done", year: 2026, files: ["tempcheck.yaml", "indicators/cold-homes.yaml"], written: true },
    });
    expect((await ask("--year", "2026")).code).toBe(1);
  }, 60_000);
});
