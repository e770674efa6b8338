import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { load } from "../../src/define/load.ts";
import { declared, declaredBy } from "../../src/run/declared.ts";
import { keptDeclared, keptOf, reading } from "../../src/run/known-declared.ts";
import { knownDefinitions } from "../../src/run/known-definitions.ts";
import { root, temporaryFolder } from "../support/command.ts";

/** A project where builds keep things. */
function project(): string {
  const folder = temporaryFolder();
  cpSync(join(root, "tests/problems/base"), folder, { recursive: true });
  mkdirSync(keptOf(folder), { recursive: true });
  return folder;
}

/** Loads a project as a build does, and counts the files that had to be read. */
function loadCounting(folder: string) {
  const known = knownDefinitions(folder);
  let read = 0;
  const definitions = load(folder, {
    find: known.find,
    keep: (file, text, value) => {
      read += 1;
      known.keep(file, text, value);
    },
  });
  known.save(definitions);
  return { definitions, read };
}

const edit = (folder: string, path: string, from: string, to: string): void =>
  writeFileSync(join(folder, path), readFileSync(join(folder, path), "utf8").replace(from, to));

describe("definitions that the last build read", () => {
  it("are the same as read anew, with their positions, and only what changed is read", () => {
    const folder = project();
    expect(loadCounting(folder).read).toBe(8);
    const { definitions, read } = loadCounting(folder);
    expect(read).toBe(0);
    const anew = load(folder);
    const plain = (one: unknown): unknown => JSON.parse(JSON.stringify(one));
    expect(plain(definitions)).toEqual(plain(anew));
    const path = ["statistic", "numerator"];
    for (const [i, { yaml }] of definitions.indicators.entries())
      expect(yaml.where(path)).toEqual(anew.indicators[i]!.yaml.where(path));
    edit(folder, "indicators/claims.yaml", "title: Claims", "title: Claiming");
    const changed = loadCounting(folder);
    expect(changed.read).toBe(1);
    expect(changed.definitions.indicators.map(({ value }) => value.title)).toContain("Claiming");
  });

  it("are read again from files that are not whole", () => {
    const folder = project();
    loadCounting(folder);
    for (const name of readdirSync(keptOf(folder))) {
      const path = join(keptOf(folder), name);
      writeFileSync(path, readFileSync(path).subarray(0, 60));
    }
    expect(keptDeclared(folder).find()).toBeNull();
    expect(loadCounting(folder).read).toBe(8);
    expect(loadCounting(folder).read).toBe(0);
  });

  it("leave faults as they are", () => {
    const folder = project();
    loadCounting(folder);
    edit(folder, "indicators/claims.yaml", "dataset: claims", "dataset: nothing");
    const said = (read: () => unknown): string => {
      try {
        read();
        return "";
      } catch (error) {
        return String(error);
      }
    };
    expect(said(() => load(folder, knownDefinitions(folder)))).toBe(said(() => load(folder)));
    expect(said(() => load(folder))).toContain("nothing");
  });

  it("are kept nowhere before there was a build", () => {
    const folder = project();
    rmSync(join(folder, "outputs"), { recursive: true });
    loadCounting(folder);
    expect(readdirSync(folder)).not.toContain("outputs");
  });

  it("know every file that reads them", () => {
    const src = join(root, "src");
    const imports = readdirSync(join(src, "define")).flatMap((name) =>
      [...readFileSync(join(src, "define", name), "utf8").matchAll(/from "([^"]+)"/g)].map(([, from]) => from!),
    );
    const outside = imports.flatMap((from) => (from.startsWith("../") ? [from.slice(3)] : []));
    expect([...new Set(outside)].sort()).toEqual(reading.own.slice(1).sort());
    const packages = imports.filter((from) => !from.startsWith(".") && !from.startsWith("node:"));
    expect(reading.packages).toEqual(expect.arrayContaining([...new Set(packages)]));
  });
});

describe("the indicators that a project declares", () => {
  it("are known from the last build, until a definition or the name of a file changes", async () => {
    const folder = project();
    loadCounting(folder);
    const whole = declaredBy(load(folder));
    expect(keptDeclared(folder).find()).toEqual(whole);
    expect(await declared(folder)).toEqual(whole);
    edit(folder, "indicators/claims.yaml", "title: Claims", "title: Claiming");
    expect(keptDeclared(folder).find()).toBeNull();
    expect((await declared(folder)).themes[0]?.indicators[0]?.title).toBe("Claiming");
    loadCounting(folder);
    rmSync(join(folder, "data-raw/homes/homes.csv"));
    expect(keptDeclared(folder).find()).toBeNull();
  });
});
