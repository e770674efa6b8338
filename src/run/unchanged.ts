import { createHash } from "node:crypto";
import { lstatSync, readFileSync, realpathSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { z } from "zod";
import { type Language, languages } from "../model.ts";
import type { Manifest } from "../results/manifest.ts";
import { codeHash } from "./code.ts";
import { type Fingerprint, fileHash, fingerprintOf } from "./fingerprint.ts";
import { sha256 } from "./hashes.ts";
import { tidy } from "./output.ts";
import { listedIn, MANIFEST, strangersIn } from "./own-output.ts";
import { namedPlace, refusePlace } from "./place.ts";
import { keptBeside, put } from "./whole-files.ts";

/** What a build noted of itself, so that the next knows whether anything changed. */
const notedSchema = z.strictObject({
  madeFrom: z.string(),
  build: z.string(),
  language: z.enum(languages),
  indicators: z.int(),
  notes: z.int(),
  manifest: z.string(),
  database: z.string(),
});

/** What is asked of a build, as far as it decides what is made, and where. */
interface Asked {
  project: string;
  place?: string | undefined;
  out?: string | undefined;
  year?: number | undefined;
  indicators?: readonly string[] | undefined;
  strict?: boolean | undefined;
  singleFile?: boolean | undefined;
  pictures?: string | undefined;
  previous?: string | undefined;
  internal?: boolean | undefined;
}

/** A report that stands: another build would make the same. */
export interface Standing {
  output: string;
  build: string;
  language: Language;
  indicators: number;
  notes: number;
}

/** What a build is about to be made from. */
export interface Before {
  /** Of all that decides what is written, and where. */
  madeFrom: string;
  /** Of what is asked, as far as it decides the figures, and of what makes them. */
  figuresAsked: string;
  seen: Fingerprint;
}

/** Taken before anything is read: what changes meanwhile is noticed by the next build. */
export function before(options: Asked, found = fingerprintOf(resolve(options.project))): Before {
  const { year, place, indicators, strict, singleFile, pictures, previous } = options;
  const earlier =
    previous === undefined ? null : [MANIFEST, "data/results.json"].map((name) => hashAt(join(previous, name)));
  const code = codeHash();
  const figures = [year ?? null, place ?? null, indicators ?? []];
  const asked = [...figures, strict === true, singleFile === true, pictures ?? null, earlier];
  return {
    madeFrom: sha256(JSON.stringify([code, found.hash, asked])),
    figuresAsked: sha256(JSON.stringify([code, ...figures, earlier])),
    seen: found,
  };
}

/** The report that stands: nothing that it was made from has changed, and it is whole. Null where a build is called for. */
export function standing(options: Asked): Standing | null {
  const out = namedPlace(options.out, "--out");
  if (options.internal) return null;
  const root = resolve(options.project);
  const found = fingerprintOf(root);
  const year = options.year ?? found.year;
  if (out === undefined && year === undefined) return null;
  const output = resolve(out ?? join(root, found.outputs, String(year)));
  const noted = readNoted(output);
  if (noted === null || before(options, found).madeFrom !== noted.madeFrom) return null;
  refusePlace(output, { project: root, sources: [] });
  tidy(output);
  const { build, language, indicators, notes } = noted;
  return isWhole(output, noted) ? { output, build, language, indicators, notes } : null;
}

/** Notes what a build was made from, where all that it read was seen beforehand and was the same then. */
export function noteStanding(
  { output, manifest, ...told }: Omit<Standing, "build"> & { manifest: Manifest },
  { madeFrom, seen }: Before,
): void {
  if (manifest.inputs.some(({ path, sha256: read }) => seen.files.get(path) !== read)) return;
  const folder = realpathSync(output);
  const noted: z.infer<typeof notedSchema> = {
    ...told,
    ...{ madeFrom, build: manifest.build },
    manifest: withoutForms(readFileSync(join(folder, MANIFEST), "utf8")),
    database: fileHash(join(folder, manifest.database.path)),
  };
  put(keptBeside(output), nameOf(output), JSON.stringify(noted));
}

const nameOf = (output: string): string =>
  `${createHash("sha256").update(basename(output)).digest("hex").slice(0, 16)}.stands`;

function readNoted(output: string): z.infer<typeof notedSchema> | null {
  const path = join(keptBeside(output), nameOf(output));
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  try {
    return notedSchema.safeParse(JSON.parse(readFileSync(path, "utf8"))).data ?? null;
  } catch {
    return null;
  }
}

/** Hash of a manifest, of which forms that came later are no part. */
function withoutForms(text: string): string {
  const { forms: _, ...rest } = JSON.parse(text) as Manifest;
  return sha256(JSON.stringify(rest));
}

/** Whether every file of the output is there as it was written, and nothing else. */
function isWhole(output: string, { manifest, database }: z.infer<typeof notedSchema>): boolean {
  try {
    const folder = realpathSync(output);
    const listed = listedIn(folder);
    const text = readFileSync(join(folder, MANIFEST), "utf8");
    if (listed === null || withoutForms(text) !== manifest || strangersIn(folder, listed).length > 0) return false;
    const read = JSON.parse(text) as Manifest;
    const files = [...read.outputs, ...(read.forms ?? []), { path: read.database.path, sha256: database }];
    return files.every(({ path, sha256: written }) => hashAt(join(folder, path)) === written);
  } catch {
    return false;
  }
}

/** Hash of a plain file; null where there is none. */
const hashAt = (path: string): string | null =>
  lstatSync(path, { throwIfNoEntry: false })?.isFile() ? fileHash(path) : null;
