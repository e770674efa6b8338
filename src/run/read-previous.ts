import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { type ComparedBuild, comparedManifest, comparedResults } from "../compare/previous.ts";
import { UserError } from "../error.ts";
import { sha256 } from "./hashes.ts";

const RESULTS = "data/results.json";
const FIX = "name the folder of an earlier output, such as outputs/2025, or leave --previous out";

/** Reads an earlier output to compare with. */
export function readPrevious(folder: string, fix = FIX): ComparedBuild {
  const manifest = read(folder, "manifest.json", comparedManifest, fix);
  const results = read(folder, RESULTS, comparedResults, fix);
  if (results.value.disclosure?.internal)
    throw new UserError({
      where: { file: join(folder, RESULTS) },
      must: "an output that may be published",
      found: "one that was built with --internal, of which nothing is held back",
      fix,
    });
  const stated = manifest.value.outputs.find(({ path }) => path === RESULTS)?.sha256;
  if (stated !== sha256(results.bytes))
    throw new UserError({
      where: { file: join(folder, RESULTS) },
      must: "the file that the build wrote, whose hash its manifest.json states",
      found: stated === undefined ? "no hash of it in manifest.json" : "another hash: it was changed since",
      fix: "take the whole folder of that build as it was, or build it again",
    });
  return { results: results.value, manifest: manifest.value };
}

/** Of its indicators those that are wanted, or all. */
export const ofIndicators = ({ results, manifest }: ComparedBuild, wanted: readonly string[]): ComparedBuild => ({
  results: {
    ...results,
    indicators: results.indicators.filter(({ id }) => wanted.length === 0 || wanted.includes(id)),
  },
  manifest,
});

function read<T>(folder: string, name: string, schema: z.ZodType<T>, fix: string): { value: T; bytes: Uint8Array } {
  const file = join(folder, name);
  const refuse = (found: string): UserError =>
    new UserError({
      where: { file },
      must: "an output of tempcheck, with its manifest.json and data/results.json",
      found,
      fix,
    });
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw refuse("no such file");
  const bytes = readFileSync(file);
  const parsed = schema.safeParse(parse(bytes, () => refuse("something that is not JSON")));
  if (parsed.success) return { value: parsed.data, bytes };
  const [first] = parsed.error.issues;
  if (first?.path[0] === "format") throw refuse("a format that this version does not read");
  throw refuse(`nothing that can be read at ${first?.path.join(".") || "the top"}`);
}

function parse(bytes: Buffer, refusal: () => UserError): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw refusal();
  }
}
