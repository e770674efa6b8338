import { spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { PendingOutput } from "../../src/run/output.ts";
import { hashes, root, temporaryFolder } from "../support/command.ts";
import { lay, manifestOf } from "../support/own-output.ts";

/** The project of an output that a test makes up, which lies elsewhere. */
const kept = { project: join(root, "tests/problems/base"), sources: [] };

/** An output of ours with one page, put in place. */
function published(out: string, page = "old.html"): void {
  const pending = new PendingOutput(out, kept);
  pending.write("manifest.json", manifestOf([page]));
  pending.write(page, page);
  pending.replace();
}

describe("PendingOutput", () => {
  it("shows nothing until it replaces, and then all of it", () => {
    const out = join(temporaryFolder(), "2026");
    const pending = new PendingOutput(out, kept);
    pending.write("manifest.json", manifestOf(["report/index.html"]));
    pending.write("report/index.html", "one");
    expect(existsSync(out)).toBe(false);
    pending.replace();
    expect(Object.keys(hashes(out))).toEqual(["manifest.json", "report/index.html"]);
  });

  it("drops what the earlier output had and this one lacks", () => {
    const out = join(temporaryFolder(), "2026");
    published(out, "old.html");
    published(out, "new.html");
    expect(Object.keys(hashes(out))).toEqual(["manifest.json", "new.html"]);
    expect(readdirSync(join(out, "../.builds"))).toHaveLength(1);
  });

  it("takes the place of an earlier output that was copied as a real folder", () => {
    const out = join(temporaryFolder(), "2026");
    lay(out, { "manifest.json": manifestOf(["a/b/page.html"]), "a/b/page.html": "old" });
    published(out, "new.html");
    expect(lstatSync(out).isSymbolicLink()).toBe(true);
    expect(readdirSync(join(out, "../.builds"))).toHaveLength(1);
  });

  it("takes the place of an empty folder", () => {
    const out = join(temporaryFolder(), "2026");
    mkdirSync(out);
    published(out);
    expect(readdirSync(join(out, "../.builds"))).toHaveLength(1);
  });

  it("leaves nothing behind when it is abandoned", () => {
    const folder = temporaryFolder();
    const pending = new PendingOutput(join(folder, "2026"), kept);
    pending.write("manifest.json", manifestOf([]));
    pending.write("data/half.csv", "half");
    pending.abandon();
    expect(readdirSync(join(folder, ".builds"))).toEqual([]);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ["a folder of documents", { "letter.txt": "dear" }, /found: no manifest\.json, beside letter\.txt/],
    [
      "a web app with a manifest",
      { "manifest.json": "{}", "thesis.txt": "" },
      /manifest\.json of something else, beside thesis\.txt/,
    ],
    ["a manifest that is no JSON", { "manifest.json": "{" }, /manifest\.json of something else/],
    ["a manifest of a format alone", { "manifest.json": '{"format":"tempcheck.manifest.v1"}' }, /of something else/],
    [
      "an output with a file of somebody's",
      { "manifest.json": manifestOf(["page.html"]), "page.html": "", "notes.txt": "" },
      /files that its manifest\.json does not list: notes\.txt/,
    ],
    [
      "an output with a hidden file of somebody's, deep inside",
      { "manifest.json": manifestOf(["a/page.html"]), "a/page.html": "", "a/.draft": "" },
      /does not list: a\/\.draft/,
    ],
    [
      "an output with a folder of somebody's",
      { "manifest.json": manifestOf(["page.html"]), "page.html": "", "mine/x": "" },
      /does not list: mine\//,
    ],
    [
      "a manifest that names files above it",
      { "manifest.json": manifestOf(["../letter.txt"]), "letter.txt": "" },
      /does not list: letter\.txt/,
    ],
  ])("refuses %s, and leaves it", (_, files, message) => {
    const out = join(temporaryFolder(), "mine");
    lay(out, files);
    const before = hashes(out);
    expect(() => new PendingOutput(out, kept)).toThrow(message);
    expect(hashes(out)).toEqual(before);
    expect(existsSync(join(out, "../.builds"))).toBe(false);
  });

  it("refuses an output in which a link stands for a listed file, and a file, and links of others", () => {
    const folder = temporaryFolder();
    lay(folder, { "out/manifest.json": manifestOf(["page.html"]), letter: "dear" });
    symlinkSync("../letter", join(folder, "out/page.html"));
    symlinkSync("gone", join(folder, "dangling"));
    expect(() => new PendingOutput(join(folder, "out"), kept)).toThrow(/does not list: page\.html/);
    expect(() => new PendingOutput(join(folder, "letter"), kept)).toThrow(/found: a file/);
    expect(() => new PendingOutput(join(folder, "dangling"), kept)).toThrow(/a link that leads nowhere: gone/);
    symlinkSync(folder, join(folder, "around"));
    expect(() => new PendingOutput(join(folder, "around"), kept)).toThrow(/no manifest\.json/);
  });

  it("refuses a folder that holds the project, however it is called, and one among what it is made from", () => {
    const folder = temporaryFolder();
    const project = join(folder, "a/project");
    lay(project, { "data-raw/x.csv": "", "manifest.json": manifestOf(["data-raw/x.csv"]) });
    symlinkSync(join(folder, "a"), join(folder, "link"));
    const own = { project, sources: [join(project, "data-raw")] };
    for (const out of [
      project,
      `${project}/`,
      join(folder, "a"),
      join(folder, "link"),
      `${folder}/link/project/../project`,
    ])
      expect(() => new PendingOutput(out, own), out).toThrow(/found: the project is in it/);
    for (const out of ["data-raw", "data-raw/x", "data-raw/new/2026"])
      expect(() => new PendingOutput(join(project, out), own), out).toThrow(/found: (a place in|the project)/);
    expect(Object.keys(hashes(project))).toEqual(["data-raw/x.csv", "manifest.json"]);
  });

  it("refuses the root, the home and the folder that it runs in", () => {
    vi.stubEnv("HOME", temporaryFolder());
    expect(() => new PendingOutput("/", { project: "/nowhere", sources: [] })).toThrow(/is in it|runs in|a disk/);
    expect(() => new PendingOutput(homedir(), kept)).toThrow(/the home is in it/);
    expect(() => new PendingOutput(process.cwd(), kept)).toThrow(
      /the project is in it|the folder that the command runs in/,
    );
    vi.unstubAllEnvs();
  });

  it("looks again right before the swap", () => {
    const out = join(temporaryFolder(), "2026");
    published(out);
    const pending = new PendingOutput(out, kept);
    pending.write("manifest.json", manifestOf(["new.html"]));
    pending.write("new.html", "new");
    writeFileSync(join(out, "came-meanwhile.txt"), "mine");
    expect(() => pending.replace()).toThrow(/does not list: came-meanwhile\.txt/);
    pending.abandon();
    expect(Object.keys(hashes(out))).toEqual(["came-meanwhile.txt", "manifest.json", "old.html"]);
  });

  it("removes what a killed build left, and nothing of another's that is called like it", () => {
    const folder = temporaryFolder();
    const out = join(folder, "2026");
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    const builds = join(folder, ".builds");
    const journal = (...paths: string[]) =>
      ['"tempcheck.journal.v1"', ...paths.map((path) => JSON.stringify(path)), ""].join("\n");
    lay(builds, {
      [`2026.${dead}.00000001/a/half.csv`]: "half",
      [`2026.${dead}.00000001.journal`]: `${journal("a/half.csv", "b/next.csv")}"cut sho`,
      [`2026.${dead}.00000002/old.html`]: "superseded",
      [`2026.${dead}.00000002/manifest.json`]: manifestOf(["old.html"]),
      [`2026.${dead}.00000003/thesis.txt`]: "mine, without a journal",
      [`2026.${dead}.00000004/old.html`]: "superseded",
      [`2026.${dead}.00000004/manifest.json`]: manifestOf(["old.html"]),
      [`2026.${dead}.00000004/notes.txt`]: "mine, in a build that is superseded",
      [`2026.${dead}.00000005/half.csv`]: "half",
      [`2026.${dead}.00000005/notes.txt`]: "mine, in a build that was killed",
      [`2026.${dead}.00000005.journal`]: journal("half.csv"),
      [`2026.${dead}.00000006.aside/notes.txt`]: "mine, called like what was set aside",
      [`2026.${dead}.00000007.journal`]: "mine, called like a journal",
      [`2026.${dead}.00000008.journal`]: "",
      [`2026.${process.ppid}.00000009/half.csv`]: "of a build that still runs",
      [`2026.${process.ppid}.00000009.journal`]: journal("half.csv"),
      [`2026-and-more.${dead}.00000001/half.csv`]: "of another output",
      [`2026-and-more.${dead}.00000001.journal`]: journal("half.csv"),
    });
    const all = Object.keys(hashes(builds));
    symlinkSync(folder, join(builds, `2026.${dead}.00000001.link`));
    published(out);
    const gone = all.filter((path) => !existsSync(join(builds, path)));
    expect(gone.map((path) => path.replace(`.${dead}.`, ".")).sort()).toEqual([
      "2026.00000001.journal",
      "2026.00000001/a/half.csv",
      "2026.00000002/manifest.json",
      "2026.00000002/old.html",
      "2026.00000008.journal",
    ]);
    expect(readdirSync(builds)).toContain(`2026.${dead}.00000001.link`);
  });

  it("puts back the real folder that a killed build had set aside", () => {
    const out = join(temporaryFolder(), "2026");
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    const aside = join(out, `../.builds/2026.${dead}.0000000a.aside`);
    lay(aside, { "manifest.json": manifestOf(["page.html"]), "page.html": "the last good one" });
    new PendingOutput(out, kept).abandon();
    expect(readFileSync(join(out, "page.html"), "utf8")).toBe("the last good one");
  });

  it("puts the real folder back when the swap fails", () => {
    const out = join(temporaryFolder(), "2026");
    lay(out, { "manifest.json": manifestOf(["page.html"]), "page.html": "the last good one" });
    const pending = new PendingOutput(out, kept);
    pending.write("manifest.json", manifestOf([]));
    // Where the link cannot be made, nothing may have been set aside for good.
    mkdirSync(`${pending.folder}.link`);
    expect(() => pending.replace()).toThrow(/EEXIST/);
    expect(readFileSync(join(out, "page.html"), "utf8")).toBe("the last good one");
  });

  it("refuses to make builds behind a link", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "elsewhere"));
    mkdirSync(join(folder, "outputs"));
    symlinkSync("../elsewhere", join(folder, "outputs/.builds"));
    expect(() => new PendingOutput(join(folder, "outputs/2026"), kept)).toThrow(/a folder, for builds on their way/);
    expect(readdirSync(join(folder, "elsewhere"))).toEqual([]);
  });
});
