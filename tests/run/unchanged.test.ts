import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { fingerprintOf } from "../../src/run/fingerprint.ts";
import { root, run, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const base = join(root, "tests/problems/base");

const { build } = await packed("run/build.js");
const { standing } = await packed("run/unchanged.js");
const { UserError } = await packed("error.js");

describe("a report that nothing has changed of", () => {
  let built: string;
  beforeAll(async () => {
    built = temporaryFolder();
    cpSync(base, join(built, "project"), { recursive: true });
    mkdirSync(join(built, "project/commentary"));
    await build({ project: join(built, "project"), out: join(built, "outputs/report") }, () => {});
  });

  /** A copy of project and output, in which something is changed. */
  function copy(): { folder: string; project: string; out: string } {
    const folder = temporaryFolder();
    cpSync(built, folder, { recursive: true, verbatimSymlinks: true });
    return { folder, project: join(folder, "project"), out: join(folder, "outputs/report") };
  }

  it("stands, whatever the dates of its files and wherever it lies", () => {
    const { project, out } = copy();
    utimesSync(join(project, "tempcheck.yaml"), 1, 1);
    utimesSync(join(out, "manifest.json"), 1, 1);
    expect(standing({ project, out })).toMatchObject({ output: out, indicators: 3, language: "en-GB" });
  });

  it.each<[string, (at: ReturnType<typeof copy>) => void]>([
    ["a changed letter of an indicator", ({ project }) => append(project, "indicators/claims.yaml", "# so\n")],
    ["a changed letter of the project", ({ project }) => append(project, "tempcheck.yaml", "# so\n")],
    ["a changed figure", ({ project }) => append(project, "data-raw/claims/claims.csv", "\n")],
    ["a new file", ({ project }) => append(project, "indicators/new.yaml", "title: New\n")],
    ["a new folder", ({ project }) => mkdirSync(join(project, "data-raw/new"))],
    ["a new hidden file", ({ project }) => append(project, "data-raw/.hidden", "")],
    ["a deleted file", ({ project }) => rmSync(join(project, "indicators/claims.yaml"))],
    [
      "a renamed file",
      ({ project }) => renameSync(join(project, "indicators/claims.yaml"), join(project, "indicators/claiming.yaml")),
    ],
    ["a deleted folder", ({ project }) => rmSync(join(project, "commentary"), { recursive: true })],
    ["a new commentary", ({ project }) => append(project, "commentary/claims.md", "words\n")],
    ["a changed page", ({ out }) => append(out, "report/index.html", " ")],
    ["a deleted page", ({ out }) => rmSync(join(out, "report/index.html"))],
    ["a changed database", ({ out }) => append(out, "data/tempcheck.duckdb", " ")],
    ["a changed manifest", ({ out }) => change(out, "manifest.json", (text) => text.replace("Sampleton", "Simpleton"))],
    ["no note of it", ({ folder }) => rmSync(join(folder, "outputs/.builds/kept"), { recursive: true })],
    ["a note cut short", ({ folder }) => changeNote(folder, (text) => text.slice(0, 100))],
  ])("does not stand with %s", (_, change) => {
    const at = copy();
    change(at);
    expect(standing({ project: at.project, out: at.out })).toBeNull();
  });

  it.each([
    ["another year", { year: 2024 }],
    ["one indicator", { indicators: ["claims"] }],
    ["the report in one file", { singleFile: true }],
    ["no notes", { strict: true }],
    ["nothing held back", { internal: true }],
    ["an earlier edition", { previous: "outputs/report" }],
  ])("does not stand where %s is asked for", (_, more) => {
    const { folder, project, out } = copy();
    const asked = "previous" in more ? { previous: join(folder, String(more.previous)) } : more;
    expect(standing({ project, out, ...asked })).toBeNull();
  });

  it("is still refused with a stranger's file in it", () => {
    const { project, out } = copy();
    append(out, "thesis.txt", "mine");
    expect(() => standing({ project, out })).toThrow(UserError);
  });

  it("keeps the PDF that was put beside it", () => {
    const { project, out } = copy();
    const sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    append(out, "report.pdf", "");
    change(out, "manifest.json", (text) => {
      const { database, ...rest } = JSON.parse(text) as Record<string, unknown>;
      return JSON.stringify({ ...rest, forms: [{ path: "report.pdf", sha256 }], database });
    });
    expect(standing({ project, out })).not.toBeNull();
    append(out, "report.pdf", "changed");
    expect(standing({ project, out })).toBeNull();
  });

  it("is said by the command, which builds nothing", async () => {
    const folder = temporaryFolder();
    const args = ["build", "--project", base, "--out", join(folder, "outputs/report")];
    const first = await run(args);
    expect(first).toMatchObject({ code: 0 });
    const builds = readdirSync(join(folder, "outputs/.builds"));
    const second = await run(args);
    expect(second).toMatchObject({ code: 0, err: "" });
    expect(second.out).toMatch(
      /^Nothing changed since build [0-9a-f]{12}: the report stands\. 3 indicators, .*index\.html\n$/,
    );
    expect(readdirSync(join(folder, "outputs/.builds"))).toEqual(builds);
    const told = JSON.parse((await run([...args, "--json"])).out) as Record<string, unknown>;
    expect(told).toMatchObject({ event: "done", unchanged: true, indicators: 3 });
    const fresh = await run([...args, "--fresh"]);
    expect(fresh.out).toContain("ingest: ");
    expect(fresh.out).not.toContain("Nothing changed");
    expect(readdirSync(join(folder, "outputs/.builds"))).not.toEqual(builds);
  });
});

describe("the fingerprint of a project", () => {
  it("finds the folders, the year and the files that the project names", () => {
    const folder = temporaryFolder();
    const write = (path: string, text: string): void => {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write(
      "tempcheck.yaml",
      "title: T\nyear: 2026\nlook: looks/ours.yaml\npaths:\n  data: figures # where they lie\n  outputs: 'made'\nplace: { outputs: no }\n",
    );
    write("looks/ours.yaml", 'logo: { file: "looks/our logo.svg", alt: "" }\n');
    write("looks/our logo.svg", "<svg/>");
    write("figures/a/dataset.yaml", "title: A\n");
    write("elsewhere.yaml", "title: not named\n");
    const found = fingerprintOf(folder);
    expect(found).toMatchObject({ year: 2026, outputs: "made" });
    expect([...found.files.keys()].sort()).toEqual([
      "figures/a/dataset.yaml",
      "looks/our logo.svg",
      "looks/ours.yaml",
      "tempcheck.yaml",
    ]);
    write("looks/our logo.svg", "<svg></svg>");
    expect(fingerprintOf(folder).hash).not.toBe(found.hash);
  });
});

function append(folder: string, path: string, text: string): void {
  writeFileSync(join(folder, path), text, { flag: "a" });
}

function change(folder: string, path: string, how: (text: string) => string): void {
  writeFileSync(join(folder, path), how(readFileSync(join(folder, path), "utf8")));
}

function changeNote(folder: string, how: (text: string) => string): void {
  const kept = join(folder, "outputs/.builds/kept");
  const [name = ""] = readdirSync(kept).filter((one) => one.endsWith(".stands"));
  change(kept, name, how);
}
