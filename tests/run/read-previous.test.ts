import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { UserError } from "../../src/error.ts";
import { sha256 } from "../../src/run/hashes.ts";
import { ofIndicators, readPrevious } from "../../src/run/read-previous.ts";
import { breakdown, build, period } from "../compare/builds.ts";
import { temporaryFolder } from "../support/command.ts";

const temporary = temporaryFolder();
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const { results, manifest } = build({ work: [breakdown([period("2024", { a: 1 })])], homes: [] });
const resultsText = JSON.stringify({ ...results, somethingOfALaterVersion: 1 });
const manifestText = (hash: string) =>
  JSON.stringify({
    format: "tempcheck.manifest.v1",
    ...manifest,
    outputs: [{ path: "data/results.json", sha256: hash }],
  });

let folders = 0;
function output(files: Record<string, string>): string {
  const folder = join(temporary, String(++folders));
  mkdirSync(join(folder, "data"), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const sound = { "manifest.json": manifestText(sha256(resultsText)), "data/results.json": resultsText };

/** The fault of a folder, its path shortened. */
function refusal(folder: string): string {
  try {
    readPrevious(folder);
  } catch (error) {
    if (error instanceof UserError) return error.message.replaceAll(folder, "OUT");
    throw error;
  }
  return "it was accepted";
}

describe("readPrevious", () => {
  it("reads what it needs and passes over fields of other versions", () => {
    expect(readPrevious(output(sound)).results).toEqual(results);
  });

  it("keeps to the indicators that are wanted", () => {
    expect(ofIndicators(readPrevious(output(sound)), ["work"]).results.indicators.map(({ id }) => id)).toEqual([
      "work",
    ]);
  });

  const earlier = "an output of tempcheck, with its manifest.json and data/results.json";
  const name = "name the folder of an earlier output, such as outputs/2025, or leave --previous out";
  const other = '{"format":"x"}';
  it.each<[string, Record<string, string>, string, string]>([
    ["no manifest", { "data/results.json": resultsText }, "manifest.json", "no such file"],
    ["no results", { "manifest.json": sound["manifest.json"] }, "data/results.json", "no such file"],
    [
      "a manifest that is no JSON",
      { ...sound, "manifest.json": "build: 1" },
      "manifest.json",
      "something that is not JSON",
    ],
    [
      "the manifest of another format",
      { ...sound, "manifest.json": other },
      "manifest.json",
      "a format that this version does not read",
    ],
    [
      "results of another format",
      { "manifest.json": manifestText(sha256(other)), "data/results.json": other },
      "data/results.json",
      "a format that this version does not read",
    ],
    [
      "a manifest without its inputs",
      { ...sound, "manifest.json": sound["manifest.json"].replace('"inputs"', '"outlets"') },
      "manifest.json",
      "nothing that can be read at inputs",
    ],
  ])("refuses a folder with %s", (_, files, file, found) => {
    expect(refusal(output(files))).toBe(`OUT/${file}\n  must:  ${earlier}\n  found: ${found}\n  do:    ${name}`);
  });

  it("refuses results that somebody changed since they were built", () => {
    const changed = { ...sound, "data/results.json": resultsText.replace("WORK", "Work") };
    expect(refusal(output(changed))).toMatch(
      /^OUT\/data\/results.json\n.*\n {2}found: another hash: it was changed since\n/,
    );
  });

  it("refuses a folder that is not there", () => {
    expect(refusal(join(temporary, "nowhere"))).toContain("found: no such file");
  });
});
