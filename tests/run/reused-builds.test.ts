import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Manifest } from "../../src/results/manifest.ts";
import { SEED, seeded } from "../support/check.ts";
import { hashes, root, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";
import { edits } from "./edits.ts";

/** Each is built with what was kept; without it once for each state that the project comes to. */
const EDITS = Number(process.env["EDITS"] ?? 50);

/** The project that is edited: of so few charts that no threads are started for them until an indicator is added. */
function firstProject(folder: string): void {
  cpSync(join(root, "tests/problems/base"), folder, { recursive: true });
  const claims = join(folder, "indicators/claims.yaml");
  writeFileSync(claims, readFileSync(claims, "utf8").replace("  - { dimension: area }\n", ""));
}

const FIGURES = /^(ingested|computed)$/;

/** Spoils something that earlier builds left: a drawing or figures that are kept, or a file of the output. */
function spoil(outputs: string, random: () => number): void {
  const output = join(outputs, "report");
  const [folder, files] =
    random() < 0.5
      ? [
          join(outputs, ".builds/kept"),
          readdirSync(join(outputs, ".builds/kept")).filter((name) => name.length === 64 || FIGURES.test(name)),
        ]
      : [
          output,
          readdirSync(output, { recursive: true, encoding: "utf8" }).filter((name) => /\.(html|svg|csv)$/.test(name)),
        ];
  const path = join(folder, files[Math.floor(random() * files.length)]!);
  if (random() < 0.5) truncateSync(path, Math.floor(statSync(path).size / 2));
  else writeFileSync(path, "something else");
}

/** What a build gave: the manifest that it ended with, or what it refused. */
async function outcome(make: () => Promise<void>, output: string): Promise<Manifest | string> {
  try {
    await make();
    return JSON.parse(readFileSync(join(output, "manifest.json"), "utf8")) as Manifest;
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

const { build } = await packed("run/build.js");
const { standing } = await packed("run/unchanged.js");
const { UserError } = await packed("error.js");

describe(`${EDITS} random edits of a project`, () => {
  it("give the same bytes, or the same faults, with what was kept as without", async () => {
    const folder = temporaryFolder();
    const [project, outputs, before] = [join(folder, "project"), join(folder, "outputs"), join(folder, "before")];
    firstProject(before);
    cpSync(before, project, { recursive: true });
    const random = seeded(SEED);
    const names = Object.keys(edits);
    const made = new Map<string, Manifest | string>();
    const seen = { stood: 0, built: 0, refused: 0, reused: 0, charts: 0, figures: 0, data: 0, parts: 0 };
    for (let i = 0; i < EDITS; i++) {
      const name = names[i < names.length ? i : Math.floor(random() * names.length)]!;
      await edits[name]!(project, random, before);
      const [reused, clean] = [join(outputs, "report"), join(folder, `clean/${i}`)];
      if (i % 4 === 3 && seen.built > 0) spoil(outputs, random);
      let stood = false;
      const withKept = await outcome(async () => {
        stood = standing({ project, out: reused }) !== null;
        if (stood) return;
        const { drawn, manifest } = await build({ project, out: reused }, (_, said) => {
          if (said.includes("nothing has changed that figures are made from")) seen.figures += 1;
          if (said.includes("unchanged since they were last read")) seen.data += 1;
          if (/of which \d+ (is|are) read again/.test(said)) seen.parts += 1;
        });
        const charts = manifest.outputs.filter(({ path }) => /^charts\/.*\.svg$/.test(path)).length;
        seen.reused += charts - drawn;
        seen.charts += charts;
      }, reused);
      const state = JSON.stringify(hashes(project));
      const without =
        made.get(state) ??
        (await outcome(async () => {
          await build({ project, out: clean, fresh: true }, () => {});
        }, clean));
      made.set(state, without);
      expect(withKept, `${i}: ${name}`).toEqual(without);
      if (typeof withKept === "string") seen.refused += 1;
      else {
        const { "data/tempcheck.duckdb": _, "manifest.json": __, ...files } = hashes(reused);
        expect(files, `${i}: ${name}`).toEqual(
          Object.fromEntries(withKept.outputs.map(({ path, sha256 }) => [path, sha256])),
        );
        seen[stood ? "stood" : "built"] += 1;
      }
      // What is faulty stays so until it is put back, and would hide what follows.
      if (typeof withKept === "string") await edits["put everything back"]!(project, random, before);
      rmSync(join(folder, "clean"), { recursive: true, force: true });
    }
    expect(seen.built).toBeGreaterThan(EDITS / 3);
    expect(seen.reused).toBeGreaterThan(seen.charts / 4);
    expect(seen.figures).toBeGreaterThan(0);
    expect(seen.data).toBeGreaterThan(EDITS / 10);
    expect(seen.parts).toBeGreaterThan(EDITS / 10);
    expect(seen.refused).toBeGreaterThan(3);
    expect(seen.stood).toBeGreaterThan(1);
  });
});
