import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Built } from "../src/run/build.ts";
import { temporaryFolder } from "./support/command.ts";
import { packed } from "./support/packed.ts";

const { build } = await packed("run/build.js");

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const root = temporaryFolder();
const project = join(root, "project");
const words = `---
author: Residents of Elms
date: 2025-06-01
role: a panel of twelve
---

# What we see

The queue at [the library](https://example.org/library) is **longer** than it was.
`;
let built: Built;
const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");

beforeAll(async () => {
  cpSync(here("problems/base"), project, { recursive: true });
  cpSync(here("support/sound-map/areas.geojson"), join(project, "data-raw/areas.geojson"));
  mkdirSync(join(project, "commentary"));
  writeFileSync(join(project, "commentary/claims.md"), words);
  const declared = join(project, "tempcheck.yaml");
  const line = "    type: areas\n";
  const map = '    map: { file: areas.geojson, key: code, name: "Areas of Sampleton, 2025, Office of Samples" }\n';
  writeFileSync(declared, readFileSync(declared, "utf8").replace(line, `${line}${map}`));
  built = await build({ project, out: join(root, "out") }, () => {});
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("a build with a map and a commentary", () => {
  it("names both files with their hashes among the inputs of its manifest", () => {
    const inputs = new Map(built.manifest.inputs.map(({ path, sha256 }) => [path, sha256]));
    for (const path of ["data-raw/areas.geojson", "commentary/claims.md"])
      expect(inputs.get(path), path).toBe(hashOf(join(project, path)));
  });

  it("publishes the shapes of its areas, and the commentary as it was written", () => {
    const { dimensions, indicators } = built.results;
    const area = dimensions.find(({ id }) => id === "area")!;
    expect(area.map).toEqual({
      name: "Areas of Sampleton, 2025, Office of Samples",
      file: "data-raw/areas.geojson",
      source: null,
    });
    expect(area.groups.map(({ shape }) => shape?.length)).toEqual([1, 1, 1, 1, 1, 2]);
    expect(indicators.map(({ id, commentary }) => [id, commentary?.author ?? null])).toEqual([
      ["claims", "Residents of Elms"],
      ["cold-homes", null],
      ["reading", null],
    ]);
    expect(indicators[0]?.commentary?.markdown).toContain("# What we see");
  });

  it("draws the map and signs the commentary on the page", () => {
    const page = readFileSync(join(built.output, "report/indicators/claims.html"), "utf8");
    expect(page).toContain("chart-claims--area--map-title");
    const map = readFileSync(join(built.output, "charts/claims--area--map.svg"), "utf8");
    const borders = [...map.matchAll(/<path[^>]* d="(M[^"]*)"/g)].filter(([, d]) => /L.*Z/.test(d ?? ""));
    expect(borders.length).toBeGreaterThanOrEqual(6);
    expect(page).toContain("Boundaries: Areas of Sampleton, 2025, Office of Samples.");
    const section = /<section class="commentary".*?<\/section>/s.exec(page)?.[0] ?? "";
    expect(section).toContain("<h3>What we see</h3>");
    expect(section).toContain('<a href="https://example.org/library">the library</a>');
    expect(section).toMatch(/Residents of Elms, a panel of twelve.*<time datetime="2025-06-01">1 June 2025<\/time>/s);
  });

  it("keeps every page of an indicator under 600 KB", () => {
    for (const { id } of built.results.indicators)
      expect(readFileSync(join(built.output, `report/indicators/${id}.html`)).length, id).toBeLessThan(600_000);
  });
});
