import { lstatSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { load } from "../define/load.ts";
import { COMPARISON } from "../define/project.ts";
import { UserError } from "../error.ts";
import { BuildDatabase } from "../ingest/database.ts";
import { sha256Of } from "../ingest/raw.ts";
import type { Manifest } from "../results/manifest.ts";
import type { Difference, Verification } from "../results/verification.ts";
import { build } from "./build.ts";
import { buildPlaces } from "./build-places.ts";
import { tableHash } from "./hashes.ts";
import { buildId, placeInId } from "./identity.ts";
import type { Log } from "./opened.ts";
import { MANIFEST, strangersIn } from "./own-output.ts";
import { readManifest } from "./read-manifest.ts";

export interface VerifyOptions {
  /** Folder of the report, as a build wrote it or as it was copied. */
  report: string;
  /** Folder of the project that it is said to come from. */
  project?: string | undefined;
  /** Earlier output that it was compared with. */
  previous?: string | undefined;
}

const RESULTS = "data/results.json";
const COMPARED = "data/comparison.json";
const indicatorNamed = z.object({ indicator: z.string() });
const comparedIn = z.object({
  places: z.array(z.object({ build: z.string() })),
  compared: z.array(indicatorNamed),
  notCompared: z.array(indicatorNamed),
});
const shownIn = z.object({ indicators: z.array(z.object({ id: z.string() })) });

/** Holds a report against its manifest and, where a project is named, against what that gives. Nothing is changed. */
export async function verify(options: VerifyOptions, log: Log): Promise<Verification> {
  const folder = resolve(options.report);
  refuseFile(folder);
  const manifest = readManifest(folder);
  log("run", "hashes of the files");
  const root = realpathSync(folder);
  const files = await fileDifferences(root, manifest);
  log("run", "tables of the database");
  const tables = await tableDifferences(root, manifest);
  const shown = shownBy(root, files, manifest);
  const differences = [...files, ...tables, ...(shown ? idDifferences(manifest, shown) : [])];
  const again =
    options.project === undefined
      ? null
      : await rebuild(manifest, shown, { ...options, project: options.project }, log);
  return {
    build: manifest.build,
    files: manifest.outputs.length + (manifest.forms ?? []).length,
    tables: manifest.database.tables.length,
    differences: [...differences, ...(again ? projectDifferences(manifest, again) : [])],
    rebuilt: again?.build ?? null,
  };
}

function refuseFile(folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return;
  throw new UserError({
    where: { file: folder },
    must: "the folder of a report, with its manifest.json",
    found: stat === undefined ? "nothing" : "a file",
    fix: "name the folder that the build wrote; the report in one file carries no hashes, but its own stands in that manifest",
  });
}

/** Files that the manifest lists and the folder lacks or has otherwise, and what the folder has besides. */
async function fileDifferences(folder: string, { outputs, forms = [], database }: Manifest): Promise<Difference[]> {
  const of = (kind: Difference["kind"], name: string): Difference => ({ with: "manifest", kind, what: "output", name });
  const listed = [...outputs, ...forms];
  const names = new Set([...listed.map(({ path }) => path), database.path, MANIFEST]);
  const strangers = strangersIn(folder, names);
  const found: Difference[] = [];
  for (const { path, sha256 } of listed) {
    if (!isPlainFile(folder, path)) found.push(of("missing", path));
    else if ((await sha256Of(join(folder, path))) !== sha256) found.push(of("changed", path));
  }
  if (!isPlainFile(folder, database.path)) found.push(of("missing", database.path));
  return [...found, ...strangers.map((path) => of("added", path))];
}

/** Whether a file stands at a path, with no link on the way. */
const isPlainFile = (folder: string, path: string): boolean => {
  const parts = path.split("/");
  const stats = parts.map((_, i) => lstatSync(join(folder, ...parts.slice(0, i + 1)), { throwIfNoEntry: false }));
  return stats.every((stat, i) => (i < parts.length - 1 ? stat?.isDirectory() : stat?.isFile()));
};

/** Tables whose rows are not those that the manifest has the hash of. */
async function tableDifferences(folder: string, { database: { path, tables } }: Manifest): Promise<Difference[]> {
  if (!isPlainFile(folder, path)) return [];
  const of = (kind: Difference["kind"], name: string): Difference => ({ with: "manifest", kind, what: "table", name });
  const database = await BuildDatabase.open();
  try {
    const names = await database.openSaved(join(folder, path));
    if (names === null) return [of("changed", path)];
    const found: Difference[] = [];
    for (const { name, rows, sha256 } of tables) {
      const table = names.includes(name) ? await database.savedTable(name) : undefined;
      if (table === undefined) found.push(of("missing", name));
      else if (table.rows.length !== rows || tableHash(table) !== sha256) found.push(of("changed", name));
    }
    const known = tables.map(({ name }) => name);
    return [...found, ...names.filter((name) => !known.includes(name)).map((name) => of("added", name))];
  } finally {
    database.close();
  }
}

/** What a report shows: the indicators, and what its id is made of besides its inputs. */
interface Shown {
  indicators: string[];
  ofId: string[];
}

/** Null where its results are not those that were built. */
function shownBy(folder: string, differences: readonly Difference[], { place }: Manifest): Shown | null {
  const path = place === COMPARISON ? COMPARED : RESULTS;
  if (differences.some(({ name }) => name === path)) return null;
  const given: unknown = JSON.parse(readFileSync(join(folder, path), "utf8"));
  if (place === COMPARISON) {
    const read = comparedIn.safeParse(given);
    if (!read.success) return null;
    const { places, compared, notCompared } = read.data;
    const indicators = [...new Set([...compared, ...notCompared].map(({ indicator }) => indicator))];
    return { indicators, ofId: places.map(({ build }) => build) };
  }
  const read = shownIn.safeParse(given);
  if (!read.success) return null;
  const indicators = read.data.indicators.map(({ id }) => id);
  return { indicators, ofId: place === undefined ? indicators : [...indicators, placeInId(place)] };
}

/** The id of a build is a hash of what it was made from: another one says that the manifest was changed. */
const idDifferences = ({ build: id, inputs, versions, year, previous }: Manifest, { ofId }: Shown): Difference[] =>
  buildId(inputs, versions, year, ofId, previous) === id
    ? []
    : [{ with: "manifest", kind: "changed", what: "build", name: id }];

/** The same report made anew, in a folder that is gone afterwards. */
async function rebuild(
  manifest: Manifest,
  shown: Shown | null,
  { project, previous }: { project: string; previous?: string | undefined },
  log: Log,
): Promise<Manifest> {
  if (manifest.previous !== null && previous === undefined)
    throw new UserError({
      where: { file: MANIFEST, key: "previous" },
      must: "the earlier output that the report was compared with, to build it again",
      found: `none is named, and the report was compared with build ${manifest.previous}`,
      fix: "name the folder of that build with --previous",
    });
  const declared = load(resolve(project)).indicators.map(({ value }) => value.id);
  const indicators = shown?.indicators.filter((id) => declared.includes(id)) ?? [];
  const singleFile = manifest.outputs.some(({ path }) => /^[^/]+\.html$/.test(path));
  const pictures = manifest.outputs.some(({ path }) => /^charts\/.*\.png$/.test(path)) ? ("drawn" as const) : undefined;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "tempcheck-verify-")));
  try {
    const { year, place } = manifest;
    const options = {
      project,
      year,
      place,
      indicators,
      singleFile,
      pictures,
      out: join(folder, "report"),
      fresh: true,
    };
    if (place === COMPARISON) return (await buildPlaces({ ...options, place: undefined }, log)).manifest;
    const built = await build({ ...options, previous: manifest.previous === null ? undefined : previous }, log);
    return built.manifest;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What differs between the manifest of a report and that of the same report built again. */
function projectDifferences(published: Manifest, again: Manifest): Difference[] {
  const compare = (what: Difference["what"], a: Map<string, string>, b: Map<string, string>): Difference[] =>
    [...new Set([...a.keys(), ...b.keys()])].sort().flatMap((name): Difference[] => {
      if (a.get(name) === b.get(name)) return [];
      const kind = !b.has(name) ? "missing" : a.has(name) ? "changed" : "added";
      return [{ with: "project", kind, what, name }];
    });
  const hashes = (files: Manifest["inputs"]) => new Map(files.map(({ path, sha256 }) => [path, sha256]));
  const names = (ids: readonly string[]) => new Map(ids.map((id) => [id, ""]));
  const tables = ({ database }: Manifest) => new Map(database.tables.map(({ name, sha256 }) => [name, sha256]));
  return [
    ...compare("version", new Map(Object.entries(published.versions)), new Map(Object.entries(again.versions))),
    ...compare("input", hashes(published.inputs), hashes(again.inputs)),
    ...compare("definition", names(published.definitions), names(again.definitions)),
    ...compare("output", hashes(published.outputs), hashes(again.outputs)),
    ...compare("table", tables(published), tables(again)),
  ];
}
