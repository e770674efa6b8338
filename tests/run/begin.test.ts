import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { packedCommand, root, run, temporaryFolder } from "../support/command.ts";

const flags = [
  "--place",
  "Llanfair-ym-Muallt",
  "--publisher",
  "Cyngor Powys",
  "--people",
  "people",
  "--areas",
  "parishes",
];

describe("tempcheck init", () => {
  let project: string;
  beforeAll(async () => {
    project = join(temporaryFolder(), "new", "project");
    expect(await run(["init", project, ...flags, "--year", "2030", "--quiet"])).toMatchObject({ code: 0, err: "" });
  });

  it("makes a project that is sound as it stands, and builds", { timeout: 60_000 }, async () => {
    const checked = await run(["check", "--project", project]);
    expect(checked.code).toBe(0);
    expect(checked.out + checked.err).toContain("3 comparisons: 3 are sound, with a gap, 3 with a change tested.");
    expect((await run(["build", "--project", project, "--quiet"])).code).toBe(0);
    const page = readFileSync(join(project, "outputs/2030/report/index.html"), "utf8");
    expect(page).toContain("Llanfair-ym-Muallt: temperature check");
    expect(page).toContain("Cyngor Powys");
  });

  it("leaves no blank unfilled", () => {
    const files = readdirSync(project, { recursive: true, encoding: "utf8" }).filter((name) =>
      /\.(yaml|md|csv)$/.test(name),
    );
    const texts = files
      .filter((name) => !name.startsWith("outputs"))
      .map((name) => readFileSync(join(project, name), "utf8"));
    expect(texts.length).toBeGreaterThan(9);
    expect(texts.filter((text) => /__[A-Z]/.test(text))).toEqual([]);
  });

  it("overwrites nothing", async () => {
    const again = await run(["init", project, ...flags]);
    expect(again.code).toBe(1);
    expect(again.err).toContain("no folder yet, or an empty one");
    const taken = join(temporaryFolder(), "taken");
    writeFileSync(taken, "mine");
    expect((await run(["init", taken, ...flags])).err).toContain("found: a file");
    expect(readFileSync(taken, "utf8")).toBe("mine");
  });

  it("takes an empty folder", async () => {
    const empty = join(temporaryFolder(), "empty");
    mkdirSync(empty);
    expect((await run(["init", empty, ...flags, "--quiet"])).code).toBe(0);
  });

  it.each(["a: b", 'a "b"', "{a}", "", "2024", "a\nb", "x".repeat(81)])(
    "refuses words that would be something else in the files: %j",
    async (place) => {
      const folder = join(temporaryFolder(), "odd");
      const refused = await run(["init", folder, "--place", place]);
      expect(refused.code).toBe(2);
      expect(refused.err).toContain("--place must be words");
      expect(existsSync(folder)).toBe(false);
    },
  );
});

describe("npm create tempcheck", () => {
  it("is tempcheck init, of the package that it depends on", { timeout: 60_000 }, async () => {
    const home = temporaryFolder();
    const command = await packedCommand();
    mkdirSync(join(home, "node_modules"));
    symlinkSync(join(command, "../.."), join(home, "node_modules/tempcheck"));
    cpSync(join(root, "scripts/create-tempcheck"), join(home, "create"), { recursive: true });
    const made = await run([join(home, "place"), ...flags, "--quiet"], { command: join(home, "create/create.js") });
    expect(made).toMatchObject({ code: 0, err: "" });
    expect(existsSync(join(home, "place/tempcheck.yaml"))).toBe(true);
  });

  it("has the version of the package", () => {
    const versionOf = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8")) as { version: string };
    const own = versionOf("package.json").version;
    expect(versionOf("scripts/create-tempcheck/package.json")).toMatchObject({
      version: own,
      dependencies: { tempcheck: own },
    });
  });
});
