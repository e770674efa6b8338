import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { indicatorSchema } from "../../src/define/indicator.ts";
import { load } from "../../src/define/load.ts";
import { readYaml } from "../../src/define/yaml-file.ts";
import { root, run, temporaryFolder } from "../support/command.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const yaml = readme.match(/^```yaml\n([\s\S]*?)^```/m)?.[1] ?? "";
const path = readme.match(/`(indicators\/[\w-]+\.yaml)`/)?.[1] ?? "";

const project = temporaryFolder();
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("the first indicator of README", () => {
  it("is short", () => {
    expect(yaml.trimEnd().split("\n").length).toBeLessThanOrEqual(12);
  });

  it("is one that the schema takes", () => {
    expect(readYaml(yaml, path, indicatorSchema)).not.toHaveProperty("faults");
  });

  it("belongs in this repository's project under the name that README gives it", () => {
    for (const part of ["tempcheck.yaml", "indicators", "data-raw", "commentary"])
      cpSync(join(root, part), join(project, part), { recursive: true });
    writeFileSync(join(project, path), yaml);
    const id = path.replace(/^indicators\/|\.yaml$/g, "");
    expect(load(project).indicators.map(({ value }) => value.id)).toContain(id);
    expect(readme).toContain(`npx tempcheck explain ${id}`);
  });

  it("passes the check of the project with it", async () => {
    const { code, err } = await run(["check", "--quiet", "--project", project]);
    expect([code, err]).toEqual([0, ""]);
  }, 120_000);
});
