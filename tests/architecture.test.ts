import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/.test(path));
const textOf = (file: string): string => readFileSync(join(src, file), "utf8");
const specifiers = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]!);
const importsOf = (file: string): string[] =>
  specifiers(file)
    .filter((name) => name.startsWith("."))
    .map((name) => relative(src, join(src, dirname(file), name)));
const stageOf = (file: string): string => (file.includes("/") ? file.split("/")[0]! : file);

/** Which stages and nouns each stage may know, besides itself. */
const mayKnow: Record<string, string[]> = {
  define: ["model.ts", "error.ts"],
  ingest: ["define", "model.ts", "error.ts"],
  stats: ["model.ts"],
  estimate: ["stats", "model.ts"],
  measure: ["stats", "model.ts"],
  judge: ["stats", "model.ts"],
  disclose: ["model.ts"],
  partner: ["estimate", "measure", "stats", "model.ts", "error.ts"],
  catalogue: ["compare/changes.ts", "disclose/publishable.ts", "model.ts"],
  compare: ["export/manifest.ts", "model.ts", "error.ts"],
  render: [
    "catalogue",
    "compare/changes.ts",
    "disclose/publishable.ts",
    "measure/all.ts",
    "measure/measure.ts",
    "model.ts",
    "stats/normal.ts",
  ],
  export: ["catalogue", "disclose/publishable.ts", "measure/all.ts", "model.ts"],
};

describe("the architecture", () => {
  for (const [stage, known] of Object.entries(mayKnow))
    it(`lets ${stage} know ${known.join(", ")} and no other part`, () => {
      const own = files.filter((file) => stageOf(file) === stage);
      const strangers = own.flatMap((file) =>
        importsOf(file)
          .filter((to) => stageOf(to) !== stage && !known.includes(to) && !known.includes(stageOf(to)))
          .map((to) => `${file} -> ${to}`),
      );
      expect(own.length).toBeGreaterThan(0);
      expect(strangers).toEqual([]);
    });

  it("has no import cycle", () => {
    const done = new Set<string>();
    const visit = (file: string, way: readonly string[]): string[] => {
      if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(" -> ")];
      if (done.has(file)) return [];
      const cycles = importsOf(file).flatMap((to) => visit(to, [...way, file]));
      done.add(file);
      return cycles;
    };
    expect(files.flatMap((file) => visit(file, []))).toEqual([]);
  });

  it.each([
    ["@duckdb/node-api", /from "@duckdb\/node-api"/, ["ingest/database.ts"]],
    ["process.argv and exit codes", /process\.(argv|exit)/, ["cli.ts"]],
    ["a clock or chance", /Date\.now|new Date\(\)|Math\.random|performance\.now/, []],
    ["try_cast", /try_cast/i, []],
  ])("keeps %s to the files that need it", (_, pattern, allowed) => {
    expect(files.filter((file) => pattern.test(textOf(file)))).toEqual(allowed);
  });

  it("touches files in define/load, ingest, the assets, the final write, Chromium, an earlier output and what partners send alone", () => {
    const touching = files.filter((file) => specifiers(file).some((name) => /^(node:)?fs(\/promises)?$/.test(name)));
    const allowed = (file: string): boolean =>
      file === "define/load.ts" ||
      stageOf(file) === "ingest" ||
      [
        "assets.ts",
        "chromium.ts",
        "print-to-pdf.ts",
        "write.ts",
        "versions.ts",
        "partner/read.ts",
        "compare/read.ts",
      ].includes(file);
    expect(touching.filter((file) => !allowed(file))).toEqual([]);
  });

  it("has no drawer for odds and ends", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|core|services?)(\/|\.)/.test(file))).toEqual([]);
  });
});
