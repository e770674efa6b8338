import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { inputs, spoiled } from "../../scripts/fuzz/inputs.ts";
import { outcomeOf } from "../../scripts/fuzz/outcome.ts";
import { root, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { check } = await packed("run/check.js");
const project = join(root, "tests/problems/base");
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("tries the same inputs every time", () => {
  const names = (seed: number) => inputs(project, 50, seed).map(({ name }) => name);
  expect(names(1)).toEqual(names(1));
  expect(names(2)).not.toEqual(names(1));
});

it("a sample of bad inputs is read, or refused with place and remedy", async () => {
  const bad: string[] = [];
  for (const input of inputs(project, 48, 2026)) {
    spoiled(project, input, join(folder, "project"));
    const outcome = await outcomeOf(() => check({ project: join(folder, "project") }, () => {}));
    if ("found" in outcome && outcome.is !== "fault") bad.push(`${input.name}: ${outcome.found}`);
  }
  expect(bad).toEqual([]);
}, 120_000);
