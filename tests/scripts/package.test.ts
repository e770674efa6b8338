import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { typesInto } from "../../scripts/package.ts";
import { packedCommand, root, run, temporaryFolder } from "../support/command.ts";

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const consumer = join(temporary, "consumer");
const installed = join(consumer, "node_modules/tempcheck");
let packed: { filename: string; size: number; files: { path: string }[] };

/** What npm packs, unpacked where it is installed, with its dependencies beside it. */
beforeAll(async () => {
  const staged = join(temporary, "staged");
  cpSync(join(await packedCommand(), "../.."), staged, { recursive: true });
  typesInto(join(staged, "dist"), ["--noCheck"]);
  const told = execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", temporary], {
    cwd: staged,
    encoding: "utf8",
  });
  [packed] = JSON.parse(told) as [typeof packed];
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", join(temporary, packed.filename), "-C", installed, "--strip-components=1"]);
  for (const name of readdirSync(join(root, "node_modules")))
    if (!name.startsWith(".")) symlinkSync(join(root, "node_modules", name), join(consumer, "node_modules", name));
  writeFileSync(join(consumer, "package.json"), JSON.stringify({ type: "module" }));
}, 240_000);

const bin = (): string => join(installed, "bin/tempcheck.js");

describe("the package as npm packs it", () => {
  it("is no larger than it was, and has nothing that only people who change it need", () => {
    expect(packed.size).toBeLessThan(820_000);
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => /^(src|tests|scripts|data-raw|indicators)\//.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining(["dist/index.d.ts", "dist/ingest/sql/add-observations.sql", "package.json"]),
    );
    expect(paths).not.toContain("dist/cli/cli.d.ts");
    expect(statSync(bin()).mode & 0o111).not.toBe(0);
  });

  it("runs in an empty folder", async () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
    const where = { command: bin(), cwd: consumer };
    expect(await run(["--version"], where)).toMatchObject({ code: 0, out: `${version}\n` });
    const asked = [
      "--place",
      "Llanfair",
      "--publisher",
      "A",
      "--people",
      "residents",
      "--areas",
      "wards",
      "--year",
      "2030",
    ];
    expect(await run(["init", "place", ...asked, "--quiet"], where)).toMatchObject({ code: 0, err: "" });
    expect(await run(["check", "--project", "place", "--quiet"], where)).toMatchObject({ code: 0, err: "" });
  }, 240_000);

  it("answers to whoever imports it", () => {
    const script = 'import { rate, isMissing } from "tempcheck"; console.log(typeof rate, typeof isMissing);';
    const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: consumer,
      encoding: "utf8",
    });
    expect(out).toBe("function function\n");
  });

  it.each(["NodeNext", "Bundler"])(
    "has types that compile whole, resolved as %s",
    (moduleResolution) => {
      const text = `import { normalQuantile, type Estimate, type Scenario } from "tempcheck";
export const z: number = normalQuantile(0.975);
// @ts-expect-error The type is known, and is another.
export const no: string = normalQuantile(0.975);
export type Both = [Scenario, Estimate];
`;
      writeFileSync(join(consumer, "use.ts"), text);
      const module = moduleResolution === "NodeNext" ? "NodeNext" : "ESNext";
      const options = { module, moduleResolution, strict: true, noEmit: true, skipLibCheck: false, target: "es2023" };
      const config = { compilerOptions: { ...options, types: [] }, files: ["use.ts"] };
      writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify(config));
      const tsc = join(root, "node_modules/typescript/bin/tsc");
      expect(spawnSync(process.execPath, [tsc, "-p", consumer], { encoding: "utf8" })).toMatchObject({
        status: 0,
        stdout: "",
      });
    },
    120_000,
  );

  it("says of itself what a registry shows, and asks npm for provenance", () => {
    const about = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Record<string, unknown>;
    expect(about).toMatchObject({
      ...{ license: "MIT", sideEffects: false, engines: { node: ">=20" } },
      publishConfig: { provenance: true },
      keywords: expect.arrayContaining(["inequality"]),
    });
  });
});
