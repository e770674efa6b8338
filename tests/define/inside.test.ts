import { appendFileSync, cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../src/define/load.ts";
import { UserError } from "../../src/error.ts";
import { root, temporaryFolder } from "../support/command.ts";

const SECRET = "the-secret-of-somebody";

/** A sound project, beside a folder that is not its own. */
function projectBeside(): { project: string; elsewhere: string } {
  const folder = temporaryFolder();
  const project = join(folder, "project");
  const elsewhere = join(folder, "elsewhere");
  cpSync(join(root, "tests/problems/base"), project, { recursive: true });
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, "secret"), SECRET);
  return { project, elsewhere };
}

function faultsOf(project: string): UserError["faults"] {
  try {
    load(project);
  } catch (error) {
    if (error instanceof UserError) return error.faults;
    throw error;
  }
  return [];
}

describe("a project whose files are links out of it", () => {
  it.each([
    ["tempcheck.yaml", "tempcheck.yaml", undefined],
    ["indicators/reading.yaml", "indicators/reading.yaml", undefined],
    ["indicators", "tempcheck.yaml", "paths.indicators"],
    ["data-raw", "tempcheck.yaml", "paths.data"],
    ["data-raw/claims", "data-raw/claims", undefined],
    ["data-raw/claims/dataset.yaml", "data-raw/claims/dataset.yaml", undefined],
    ["data-raw/claims/claims.csv", "data-raw/claims/dataset.yaml", "files.0.path"],
    ["commentary", "tempcheck.yaml", "paths.commentary"],
    ["commentary/reading.md", "commentary/reading.md", undefined],
    ["outputs", "tempcheck.yaml", "paths.outputs"],
  ])("is refused for %s, by file, key and where it leads, and nothing of that is told", (path, file, key) => {
    const { project, elsewhere } = projectBeside();
    const target = join(elsewhere, path.includes(".") ? "secret" : ".");
    rmSync(join(project, path), { recursive: true, force: true });
    mkdirSync(join(project, path, ".."), { recursive: true });
    symlinkSync(target, join(project, path));
    const faults = faultsOf(project);
    const told = faults.find(({ where }) => where.file === file && where.key === key);
    expect(told?.found).toContain(`which leads to ${join(target)}`.replace(/\/$/, ""));
    expect(JSON.stringify(faults)).not.toContain(SECRET);
    expect(JSON.stringify(faults)).not.toMatch(/holds .*secret/);
  });

  it("is accepted where links stay in it, and where it is reached by one", () => {
    const { project, elsewhere } = projectBeside();
    renameSync(join(project, "data-raw/claims/claims.csv"), join(project, "received.csv"));
    symlinkSync("../../received.csv", join(project, "data-raw/claims/claims.csv"));
    symlinkSync(project, join(elsewhere, "by-link"));
    expect(faultsOf(join(elsewhere, "by-link"))).toEqual([]);
  });

  it("is refused for an output that is a link to nothing yet", () => {
    const { project, elsewhere } = projectBeside();
    symlinkSync(join(elsewhere, "not-there-yet"), join(project, "outputs"));
    expect(faultsOf(project)).toMatchObject(
      [{ where: { key: "paths.outputs" }, found: /not-there-yet/ }].map((one) => ({ where: one.where })),
    );
  });
});

describe("a project with files that an editor or a disk leaves", () => {
  it("is read without lock files, which are links that lead nowhere", () => {
    const { project } = projectBeside();
    for (const path of [
      ".#tempcheck.yaml",
      "indicators/.#reading.yaml",
      "data-raw/.#claims",
      "data-raw/claims/.#claims.csv",
    ])
      symlinkSync("somebody@machine.1234:1700000000", join(project, path));
    writeFileSync(join(project, "indicators/._reading.yaml"), "\0\0");
    expect(faultsOf(project)).toEqual([]);
  });

  it("is refused for a link that leads nowhere and a folder in place of a file, by name", () => {
    const { project } = projectBeside();
    symlinkSync("gone", join(project, "indicators/dangling.yaml"));
    mkdirSync(join(project, "indicators/folder.yaml"));
    expect(faultsOf(project)).toMatchObject([
      { where: { file: "indicators/dangling.yaml" }, found: "a link that leads nowhere" },
      { where: { file: "indicators/folder.yaml" }, found: "a folder" },
    ]);
  });

  it("is refused for a path with a zero byte", () => {
    const { project } = projectBeside();
    appendFileSync(join(project, "tempcheck.yaml"), 'paths: { outputs: "out\\0puts" }\n');
    expect(faultsOf(project)).toMatchObject([
      { where: { file: "tempcheck.yaml" }, found: expect.stringContaining("the unseen character U+0000") },
    ]);
  });
});
