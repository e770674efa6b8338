import { createHash } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, temporaryFolder } from "../support/command.ts";
import { packed } from "../support/packed.ts";

const { check } = await packed("run/check.js");

const payloads = [
  '"; drop table "raw/claims"; --',
  "'; copy (select 1) to '/tmp/owned.csv'; --",
  'a" is null or 1 = 1 --',
  "x'), (select 1), ('",
  "{{table}} $1 $path $$",
  "constructor",
  "a.b; attach '/etc/passwd' as p",
];

const quotedCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A file of a project with some of its text changed, and the hash of a data file where its dataset.yaml says it. */
function change(project: string, path: string, from: RegExp, to: string): void {
  const file = join(project, path);
  const text = readFileSync(file, "utf8").replace(from, () => to);
  writeFileSync(file, text);
  if (!path.endsWith(".csv")) return;
  const dataset = join(file, "../dataset.yaml");
  const sha256 = createHash("sha256").update(text).digest("hex");
  writeFileSync(dataset, readFileSync(dataset, "utf8").replace(/sha256: \w+/, `sha256: ${sha256}`));
}

function project(): string {
  const folder = temporaryFolder();
  cpSync(join(root, "tests/problems/base"), folder, { recursive: true });
  return folder;
}

/** Every figure of the groups, by indicator and breakdown, without their names. */
async function figures(folder: string): Promise<unknown> {
  const { results } = await check({ project: folder }, () => {});
  return results.indicators.map(({ id, dimensions }) => [
    id,
    dimensions.map(({ dimension, periods }) => [
      dimension,
      periods.map(({ groups }) => groups.map((group) => [group.id, group.estimate])),
    ]),
  ]);
}

describe("names and values of a project that look like SQL", () => {
  const sound = figures(project());

  it.each(payloads)("are names and values: %s", async (payload) => {
    const folder = project();
    const name = JSON.stringify(payload);
    // The name of a key column, of a dataset and of the lookup from its rows to areas.
    change(folder, "data-raw/claims/claims.csv", /area_code/, quotedCell(payload));
    change(folder, "data-raw/claims/dataset.yaml", /\barea_code\b/g, name);
    change(
      folder,
      "indicators/claims.yaml",
      /\{ dimension: deprivation-third \}/,
      `{ dimension: deprivation-third, column: ${name} }`,
    );
    change(folder, "indicators/claims.yaml", /\{ dimension: area \}/, `{ dimension: area, column: ${name} }`);
    // The name of a column of figures.
    change(folder, "data-raw/claims/claims.csv", /\bclaims,residents/, `claims,${quotedCell(`n ${payload}`)}`);
    change(folder, "data-raw/claims/dataset.yaml", /^ {2}residents:/m, `  ${JSON.stringify(`n ${payload}`)}:`);
    change(
      folder,
      "indicators/claims.yaml",
      /denominator: residents/,
      `denominator: ${JSON.stringify(`n ${payload}`)}`,
    );
    // Values: of a group, of a filter, and a marker of blanks.
    change(folder, "data-raw/reading/reading.csv", /\bPolish\b/g, quotedCell(payload));
    change(folder, "tempcheck.yaml", /label: Polish,/, `label: Polish, match: [${name}],`);
    change(folder, "data-raw/reading/reading.csv", /\bEveryone\b/g, quotedCell(`all ${payload}`));
    change(folder, "indicators/reading.yaml", /language: Everyone/, `language: ${JSON.stringify(`all ${payload}`)}`);
    change(
      folder,
      "data-raw/reading/dataset.yaml",
      /"\*": suppressed/,
      `${JSON.stringify(`* ${payload}`)}: suppressed, "*": suppressed`,
    );
    expect(await figures(folder)).toEqual(await sound);
  });
});
