import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Results } from "../src/results/results.ts";
import { temporaryFolder } from "./support/command.ts";
import { differences, type Expected, seriesOf } from "./support/golden-compare.ts";
import { packed } from "./support/packed.ts";
import { sampletonProject } from "./support/sampleton.ts";

/** A project that stays with the first edition of the method keeps its figures. */

const { check } = await packed("run/check.js");
const { told } = await packed("catalogue/told.js");

const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, "golden/sampleton.first-edition.json"), "utf8"),
) as Expected;

let results: Results;

beforeAll(async () => {
  const project = join(temporaryFolder(), "sampleton");
  cpSync(sampletonProject, project, { recursive: true });
  const file = join(project, "tempcheck.yaml");
  const declared = readFileSync(file, "utf8");
  writeFileSync(file, declared.replace(/^method:$/m, "method:\n  edition: 1"));
  results = told((await check({ project }, () => {})).results) as Results;
}, 60_000);

describe("Sampleton by the first edition of the method", () => {
  it("says which edition it follows", () => {
    expect(results.method.version).toBe("1");
  });

  it.each(Object.keys(expected.series))("agrees to 1e-9 with the oracle on %s", (key) => {
    const stated = expected.series[key]!;
    expect(Object.keys(stated)).toEqual(expect.arrayContaining(["periods", "change", "trends", "paces", "verdict"]));
    expect(differences(stated, seriesOf(results, key), key)).toEqual([]);
  });

  it("counts the changes that are tested as the oracle does", () => {
    expect(expected.headlineTests).toBeGreaterThan(20);
    expect(results.method.headlineTests).toBe(expected.headlineTests);
  });

  it("names its definitions as the first edition did", () => {
    const ids = results.indicators.flatMap(({ dimensions }) =>
      dimensions.flatMap(({ periods }) =>
        periods.flatMap(({ absolute, relative, measures }) =>
          [absolute, relative, ...measures].flatMap((one) => ("definition" in one ? one.definition : [])),
        ),
      ),
    );
    expect(ids.length).toBeGreaterThan(1000);
    expect(ids.filter((id) => !id.endsWith(".v1"))).toEqual([]);
  });
});
