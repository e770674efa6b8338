import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../error.ts";
import { type Manifest, manifestSchema } from "../results/manifest.ts";
import { MANIFEST, MOST_MANIFEST_BYTES } from "./own-output.ts";

/** The manifest of an output. Its paths are names of files below it and nothing else, each of them once. */
export function readManifest(folder: string): Manifest {
  const file = join(folder, MANIFEST);
  const refuse = (found: string): UserError =>
    new UserError({
      where: { file },
      must: "the manifest of a report, as tempcheck build writes it",
      found,
      fix: "name the folder of a whole build, such as outputs/2026: the one that holds manifest.json, report/ and data/",
    });
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) throw refuse("no such file");
  if (!stat.isFile()) throw refuse("no plain file");
  if (stat.size > MOST_MANIFEST_BYTES)
    throw refuse(`${Math.ceil(stat.size / 1024 / 1024)} MB, where 64 MB is the most`);
  const read = manifestSchema.safeParse(parsed(readFileSync(file, "utf8"), () => refuse("something that is not JSON")));
  if (!read.success) {
    const [first] = read.error.issues;
    if (first?.path[0] === "format") throw refuse("another format than tempcheck.manifest.v1");
    throw refuse(`nothing that can be read at ${first?.path.join(".") || "the top"}`);
  }
  const { outputs, forms = [], database } = read.data;
  const paths = [...outputs, ...forms].map(({ path }) => path);
  const astray = [...paths, database.path].find((path) => !isPlain(path));
  if (astray !== undefined)
    throw refuse(`a path that is no file of the report: ${JSON.stringify(astray).slice(0, 120)}`);
  const twice = new Set<string>();
  for (const path of [...paths, database.path, MANIFEST]) {
    if (twice.has(path)) throw refuse(`${path} twice`);
    twice.add(path);
  }
  return read.data;
}

function parsed(text: string, refusal: () => UserError): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal();
  }
}

/** Whether a path is made of names alone: none is empty, a dot or two, or holds what no build writes. */
const isPlain = (path: string): boolean =>
  path.split("/").every((name) => name !== "" && name !== "." && name !== ".." && !/[\\:\p{Cc}]/u.test(name));
