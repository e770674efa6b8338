import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type Ran, root, run, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { build } = await packed("run/build.js");

const sampleton = join(root, "tests/problems/base");
const indicators = ["reading"];

let whole: string;
beforeAll(async () => {
  whole = join(temporaryFolder(), "2025");
  await build({ project: sampleton, indicators, singleFile: true, out: whole }, () => {});
});

/** The report as somebody downloaded it: a folder of plain files. */
function downloaded(): string {
  const folder = join(temporaryFolder(), "report");
  cpSync(whole, folder, { recursive: true, dereference: true });
  return folder;
}

interface Told extends Ran {
  differences: string[];
}

async function verified(...args: string[]): Promise<Told> {
  const ran = await run(["verify", "--quiet", "--json", ...args]);
  const events = ran.out.split("\n").filter((line) => line !== "");
  const differences = events.map((line) => {
    const { with: against, kind, what, name } = JSON.parse(line) as Record<string, string>;
    return `${against}: ${kind} ${what} ${name}`;
  });
  return { ...ran, differences };
}

type Json = Record<string, unknown>;

/** Writes a manifest anew. */
function changeManifest(folder: string, change: (manifest: Json) => Json): void {
  const file = join(folder, "manifest.json");
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, "utf8")) as Json)));
}

describe("tempcheck verify", () => {
  it("says that a report and its copy are as they were built: 0", async () => {
    const { code, out } = await run(["verify", whole]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^\d+ files and 28 tables held against the manifest of build [0-9a-f]{12}: nothing differs\.$/m,
    );
    expect(await verified(downloaded())).toMatchObject({ code: 0, differences: [] });
  });

  it("builds it again from its project, and leaves nothing of that: 0", async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith("tempcheck-verify-"));
    const { code, out } = await run(["verify", downloaded(), "--project", sampleton]);
    const [, published, again] =
      out.match(/manifest of build (\w{12}), and built again from the project as (\w{12}): nothing differs/) ?? [];
    expect([code, again]).toEqual([0, published]);
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith("tempcheck-verify-"));
    expect(left.filter((name) => !before.includes(name))).toEqual([]);
    expect(existsSync(join(sampleton, "outputs"))).toBe(false);
  });

  it("names each file that was changed, taken away, added or is a link: 3", async () => {
    const folder = downloaded();
    writeFileSync(join(folder, "report/index.html"), "<p>Everything is fine.</p>");
    rmSync(join(folder, "data/gap.csv"));
    writeFileSync(join(folder, "report/.hidden"), "");
    symlinkSync("/etc/passwd", join(folder, "link"));
    rmSync(join(folder, "data/estimate.csv"));
    symlinkSync(join(whole, "data/estimate.csv"), join(folder, "data/estimate.csv"));
    const { code, differences } = await verified(folder);
    expect(code).toBe(3);
    expect(differences.sort()).toEqual([
      "manifest: added output data/estimate.csv",
      "manifest: added output link",
      "manifest: added output report/.hidden",
      "manifest: changed output report/index.html",
      "manifest: missing output data/estimate.csv",
      "manifest: missing output data/gap.csv",
    ]);
  });

  it("takes the hashes of the tables from the database itself", async () => {
    const folder = downloaded();
    const other = join(temporaryFolder(), "other");
    await build({ project: sampleton, indicators: ["claims"], out: other }, () => {});
    cpSync(join(other, "data/tempcheck.duckdb"), join(folder, "data/tempcheck.duckdb"));
    const { code, differences } = await verified(folder);
    expect(code).toBe(3);
    expect(differences).toContain("manifest: changed table gap");
    writeFileSync(join(folder, "data/tempcheck.duckdb"), "no database");
    expect((await verified(folder)).differences).toEqual(["manifest: changed table data/tempcheck.duckdb"]);
    rmSync(join(folder, "data/tempcheck.duckdb"));
    expect((await verified(folder)).differences).toEqual(["manifest: missing output data/tempcheck.duckdb"]);
  });

  it("knows a manifest whose inputs were changed by the id of the build", async () => {
    const folder = downloaded();
    changeManifest(folder, (manifest) => ({ ...manifest, inputs: [] }));
    expect((await verified(folder)).differences).toEqual([
      expect.stringMatching(/^manifest: changed build [0-9a-f]{12}$/),
    ]);
  });

  it("says which inputs, files and tables another state of the project gives otherwise", async () => {
    const project = temporaryFolder();
    cpSync(sampleton, project, { recursive: true });
    const file = join(project, "indicators/reading.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("title: Reading", "title: Reading well"));
    const { code, differences } = await verified(downloaded(), "--project", project);
    expect(code).toBe(3);
    expect(differences.filter((one) => one.includes(" input "))).toEqual([
      "project: changed input indicators/reading.yaml",
    ]);
    expect(differences).toContain("project: changed output data/results.json");
    expect(differences).toContain("project: changed table indicator");
    expect(differences).not.toContain("project: changed table gap");
    expect(differences.filter((one) => one.startsWith("manifest"))).toEqual([]);
  });

  it("asks for the earlier output of a report that was compared with one", async () => {
    const out = join(temporaryFolder(), "2026");
    await build({ project: sampleton, indicators, previous: whole, out }, () => {});
    const { code, err } = await run(["verify", out, "--project", sampleton]);
    expect([code, err]).toEqual([1, expect.stringContaining("name the folder of that build with --previous")]);
    expect(await verified(out, "--project", sampleton, "--previous", whole)).toMatchObject({
      code: 0,
      differences: [],
    });
  });

  it.each<[string, (manifest: Json) => Json, RegExp]>([
    [
      "goes up",
      (m) => ({ ...m, outputs: [{ path: "../../etc/passwd", sha256: "" }] }),
      /a path that is no file of the report/,
    ],
    ["begins at the root", (m) => ({ ...m, outputs: [{ path: "/etc/passwd", sha256: "" }] }), /a path that is no file/],
    ["goes up with backslashes", (m) => ({ ...m, outputs: [{ path: "..\\x", sha256: "" }] }), /a path that is no file/],
    ["has a zero byte", (m) => ({ ...m, outputs: [{ path: "a\0b", sha256: "" }] }), /a path that is no file/],
    ["is a folder", (m) => ({ ...m, outputs: [{ path: "data/", sha256: "" }] }), /a path that is no file/],
    ["lies elsewhere", (m) => ({ ...m, database: { path: "../x.duckdb", tables: [] } }), /a path that is no file/],
    [
      "comes twice",
      (m) => ({
        ...m,
        outputs: [
          { path: "a", sha256: "" },
          { path: "a", sha256: "" },
        ],
      }),
      /found: a twice/,
    ],
    [
      "is a number",
      (m) => ({ ...m, outputs: [{ path: 1, sha256: "" }] }),
      /nothing that can be read at outputs\.0\.path/,
    ],
  ])("refuses a manifest in which a path %s, and reads nothing else: 1", async (_, change, message) => {
    const folder = downloaded();
    changeManifest(folder, change);
    const { code, err } = await run(["verify", folder]);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
  });

  it.each([
    ['{"format":"tempcheck.manifest.v1","__proto__":{"outputs":[]}}', /nothing that can be read/],
    ["{}", /another format than tempcheck\.manifest\.v1/],
    ["[", /something that is not JSON/],
    ['{"format":"tempcheck.manifest.v2"}', /another format/],
    ["[".repeat(100_000), /something that is not JSON/],
  ])("refuses a manifest that is something else: 1", async (text, message) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "manifest.json"), text);
    const { code, err } = await run(["verify", folder]);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
  });

  it("refuses what is no folder of a report: 1, and no place at all: 2", async () => {
    const { code, err } = await run(["verify", join(whole, "manifest.json")]);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/found: a file\n.*the report in one file carries no hashes/),
    ]);
    expect((await run(["verify", join(whole, "gone")])).code).toBe(1);
    expect((await run(["verify", temporaryFolder()])).code).toBe(1);
    expect((await run(["verify", ""])).code).toBe(2);
    expect((await run(["verify"])).code).toBe(2);
  });
});
