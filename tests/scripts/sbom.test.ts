import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../support/command.ts";

interface Bom {
  bomFormat: string;
  components: {
    name: string;
    version: string;
    properties: { name: string; value: string }[];
    licenses?: unknown[];
    hashes?: unknown[];
  }[];
}

it("lists every package with version, licence and hash, and marks those of development alone", () => {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<
    "dependencies" | "devDependencies",
    Record<string, string>
  >;
  const printed = execFileSync("npm", ["run", "--silent", "sbom"], { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  const { bomFormat, components } = JSON.parse(printed) as Bom;
  expect(bomFormat).toBe("CycloneDX");
  const listed = new Map(components.map((one) => [`${one.name}@${one.version}`, one]));
  const isMarked = ([name, version]: [string, string]): boolean | undefined =>
    listed.get(`${name}@${version}`)?.properties.some((one) => one.name === "cdx:npm:package:development");
  for (const one of Object.entries(manifest.dependencies)) expect([one, isMarked(one)]).toEqual([one, false]);
  for (const name of ["typescript", "vitest", "@biomejs/biome"])
    expect(isMarked([name, manifest.devDependencies[name]!])).toBe(true);
  expect(components.filter(({ licenses, hashes }) => !licenses?.length || !hashes?.length)).toEqual([]);
}, 60_000);
