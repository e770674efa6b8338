import { realpathSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { catalogues } from "../catalogue/catalogue.ts";
import { told } from "../catalogue/told.ts";
import type { Pictures } from "../charts/chart.ts";
import { drawersFor, isFew } from "../charts/draw/drawers.ts";
import { unwatched } from "../charts/draw/promised.ts";
import { reusing } from "../charts/draw/reusing.ts";
import { against } from "../compare/against.ts";
import type { ComparedBuild } from "../compare/previous.ts";
import type { Definitions } from "../define/definitions.ts";
import { isInEngine } from "../define/engine-columns.ts";
import { UsageError } from "../error.ts";
import { tables } from "../export/all-tables.ts";
import type { Parquet } from "../export/data-files.ts";
import { type Exporting, exportResults, exportTables, type Offered, type Put } from "../export/export.ts";
import { BuildDatabase } from "../ingest/database.ts";
import { sha256Of } from "../ingest/raw.ts";
import { editionOf } from "../model.ts";
import { inReport, type Look } from "../report/brand.ts";
import type { Build } from "../report/page.ts";
import type { Report } from "../report/render.ts";
import type { Manifest } from "../results/manifest.ts";
import type { Publishable } from "../results/results.ts";
import { type CheckOptions, earlierIn } from "./check.ts";
import type { Checked } from "./checked.ts";
import { codeHash } from "./code.ts";
import { compute, fileOf } from "./compute.ts";
import { confine } from "./compute-anew.ts";
import { listed, savedTable, sha256 } from "./hashes.ts";
import { buildId, definitionIds, placeInId } from "./identity.ts";
import { openKept } from "./kept.ts";
import { type Log, type Opened, opened } from "./opened.ts";
import { PendingOutput } from "./output.ts";
import { namedPlace } from "./place.ts";
import { readAssets } from "./read-assets.ts";
import { ofIndicators, readPrevious } from "./read-previous.ts";
import { before, noteStanding } from "./unchanged.ts";
import { versions } from "./versions.ts";
import { keptBeside } from "./whole-files.ts";

export interface BuildOptions extends CheckOptions {
  /** Folder of the output, in place of the project's own. */
  out?: string | undefined;
  /** Nothing is held back: for whoever signs the figures off, in a folder that says so. */
  internal?: boolean | undefined;
  /** The report as one file too. */
  singleFile?: boolean | undefined;
  /** Charts as PNG too, and pictures for shared links. */
  pictures?: Pictures | undefined;
  /** Nothing of earlier builds is used. */
  fresh?: boolean | undefined;
  /** Folder of what is kept from build to build, in place of that beside the output. */
  keptIn?: string | undefined;
}

/** What the name of a folder ends with that holds what is not for publication. */
const INTERNAL = "-internal-not-for-publication";

export interface Built extends Checked {
  output: string;
  manifest: Manifest;
  /** Drawings that no earlier build had made. */
  drawn: number;
}

//   define -> ingest -> assess            check stops here
//                         |
//                         +-> charts, export -> report -> output

/** A build that is complete and not yet in its place. */
export interface Pending {
  built: Built;
  replace(): void;
  abandon(): void;
}

/** The whole build. The output at its path is replaced only when the new one is complete. */
export async function build(options: BuildOptions, log: Log): Promise<Built> {
  const { built, replace } = await make(options, log);
  log("run", built.output);
  replace();
  return built;
}

/** Everything short of putting the output in its place. */
export async function make(options: BuildOptions, log: Log): Promise<Pending> {
  const out = namedPlace(options.out, "--out");
  if (options.internal && out !== undefined && !/internal/i.test(basename(out)))
    throw new UsageError("--internal writes figures that are not for publication: the name of --out says internal");
  // What is not for publication is kept nowhere else.
  const begun = options.internal ? null : before(options);
  const edition = options.previous === undefined ? null : readPrevious(options.previous);
  const previous = edition && ofIndicators(edition, options.indicators ?? []);
  const project = opened({ ...options, earlier: await earlierIn(edition) }, log);
  const output = resolve(out ?? `${outputOf(project)}${options.internal ? INTERNAL : ""}`);
  const pending = new PendingOutput(output, { project: project.definitions.root, sources: sourcesOf(project) });
  const folder = options.keptIn ?? keptBeside(output);
  const kept = begun && openKept(folder, codeHash(), { fresh: options.fresh === true });
  const { pictures } = options;
  const databases: BuildDatabase[] = [];
  const open = async (): Promise<BuildDatabase> => {
    const database = await BuildDatabase.open();
    databases.push(database);
    await confine(database, project, [realpathSync(pending.folder)]);
    return database;
  };
  const drawers = drawersFor(pictures !== "drawn");
  try {
    // Each indicator has a chart or more. While figures are read this thread mostly waits.
    unwatched(importRendering());
    if ((kept?.isEmpty ?? true) && !isFew(project.wanted.length || project.definitions.indicators.length))
      drawers.start();
    const checked = await compute(project, begun && { ...begun, folder, fresh: options.fresh }, log, open);
    // What was read is not needed any more.
    for (const database of databases) database.close();
    const { year, results } = checked;

    log("charts", `${results.indicators.length} indicators`);
    const { drawingOf, putAsDrawn, undrawn } = await importRendering();
    const assets = readAssets();
    const drawing = drawingOf(results, assets, { drawers: kept ? reusing(kept, drawers) : drawers, pictures });

    const { id, inputs, made } = await identify(checked, previous?.manifest.build ?? null);
    const ownManifest = { build: id, versions: made, definitions: definitionIds(editionOf(results)), inputs };
    const telling = { isStrict: options.strict === true, log, fileOf: fileOf(checked.definitions) };
    const outputs: Manifest["outputs"] = [];
    const inPlace = new Set<string>();
    const put: Put = ({ path, content }) => {
      if (!inPlace.has(path)) pending.write(path, content);
      outputs.push({ path, sha256: sha256(content) });
    };
    const { changes, downloads, saved } = await exported(
      { results, manifest: ownManifest, previous, telling },
      { database: await open(), pending, put, written: (path) => void inPlace.add(path) },
    );

    const materials = {
      build: { id, version: made["tempcheck"] ?? "", versions: made, changes, downloads, look: lookIn(checked) },
      assets,
      ...(pictures === undefined ? {} : { pictures }),
      postcodes: checked.postcodes,
    };
    const say = (step: string): void => log("report", step);
    const all = options.singleFile ? unwatched(Promise.all(drawing.charts)) : null;
    const report = await undrawn(results, materials, say);
    await putAsDrawn(report, drawing, { put, log: say });
    const single =
      all === null ? [] : [await inOneFile(results, materials.build, { ...report, charts: await all }, log)];

    const differences = changes && { path: "data/changes.json", content: `${JSON.stringify(changes, null, 1)}\n` };
    const files = [...single, ...(differences ? [differences] : [])];
    if (results.disclosure.internal)
      files.push({ path: "NOT-FOR-PUBLICATION.txt", content: `${catalogues[results.language].terminal.internal}\n` });
    for (const file of files) put(file);
    const manifest: Manifest = {
      format: "tempcheck.manifest.v1",
      build: id,
      title: results.title,
      ...(checked.definitions.place === undefined ? {} : { place: checked.definitions.place.id }),
      year,
      method: results.method.version,
      previous: previous?.manifest.build ?? null,
      versions: made,
      definitions: ownManifest.definitions,
      inputs,
      ...listed(outputs, saved),
    };
    pending.write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
    const { indicators, language } = results;
    const stood = { output, manifest, language, indicators: indicators.length, notes: checked.notes.length };
    return {
      built: { ...checked, output, manifest, drawn: kept?.made ?? drawing.names.length },
      replace: () => {
        try {
          pending.replace();
        } catch (error) {
          pending.abandon();
          kept?.abandon();
          throw error;
        }
        kept?.close();
        project.known?.save(project.definitions);
        if (begun) noteStanding(stood, begun);
      },
      abandon: () => {
        pending.abandon();
        kept?.abandon();
      },
    };
  } catch (error) {
    pending.abandon();
    kept?.abandon();
    throw error;
  } finally {
    await drawers.close();
    for (const database of databases) database.close();
  }
}

const importRendering = () => import("../report/render.ts");

/** The look of the project with the places of its files in the report. */
export const lookIn = ({ definitions: { look } }: Checked): Look | undefined =>
  look === null ? undefined : inReport(look);

/** Where the output of a year goes when nothing else is said. */
export const outputOf = ({ definitions, year }: Pick<Checked, "definitions" | "year">): string =>
  join(
    definitions.root,
    definitions.project.value.paths.outputs,
    String(year),
    ...(definitions.place === undefined ? [] : [definitions.place.id]),
  );

/** Folders that a report is made from. */
function sourcesOf({ definitions: { root, project } }: Opened): string[] {
  const { indicators, data, commentary, value } = project.value.paths;
  return [indicators, data, commentary, value].map((path) => join(root, path));
}

export interface Identity {
  id: string;
  inputs: Manifest["inputs"];
  made: Manifest["versions"];
}

/** Which build it is: decided by the inputs, the programs, the year, the indicators shown and what it is compared with. */
export async function identify(
  { definitions, year, results }: Checked,
  previous: string | null = null,
): Promise<Identity> {
  const inputs = [...(await inputHashes(definitions)), ...inputsOfEngines(definitions, results)].sort(byPath);
  const made = versions();
  const shown = results.indicators.map((indicator) => indicator.id);
  if (results.disclosure.internal) shown.push("--internal");
  if (definitions.place !== undefined) shown.push(placeInId(definitions.place.id));
  return { id: buildId(inputs, made, year, shown, previous), inputs, made };
}

async function inOneFile(results: Publishable, made: Build, report: Report, log: Log) {
  const { singleFile } = await import("../report/single/document.tsx");
  const file = singleFile(results, made, report);
  log("report", `the whole report in one file: ${file.path}`);
  return file;
}

interface Own {
  results: Publishable;
  manifest: ComparedBuild["manifest"];
  previous: ComparedBuild | null;
  telling: Parameters<typeof against>[2];
}

/** What differs from an earlier build, and the files of all tables. What they are made of is large, and held here alone. */
async function exported({ results, manifest, previous, telling }: Own, exports: Exports) {
  const written = told(results);
  const changes = previous && against(previous, { results: written, manifest }, telling);
  telling.log("export", `${results.indicators.length} indicators: tables in every format`);
  const whole = tables(results);
  const exporting = { results, written, whole, build: manifest.build };
  const offered = await saveTables(exporting, exports);
  // The database has done all that it is for; workbooks are the largest of all.
  exports.database.close();
  const downloads = exportResults(exporting, { offered, put: exports.put });
  return { changes, downloads, saved: whole.map(savedTable) };
}

interface Exports {
  database: BuildDatabase;
  pending: PendingOutput;
  put: Put;
  /** Told of each file that DuckDB wrote where it belongs. */
  written(path: string): void;
}

/** Saves the tables as a database and makes their files; DuckDB itself writes those in Parquet. */
function saveTables(exporting: Exporting, { database, pending, put, written }: Exports): Promise<Offered[]> {
  pending.path("data/tempcheck.duckdb.wal");
  const parquet: Parquet = async (path, table, texts) => {
    await database.saveParquet(pending.path(path), table, texts);
    written(path);
    return pending.read(path);
  };
  return database.saveTables(pending.path("data/tempcheck.duckdb"), exporting.whole, () =>
    exportTables(exporting, { parquet, put }),
  );
}

const byPath = (a: { path: string }, b: { path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** The tables of engines, each with one hash of all that it gave. */
const inputsOfEngines = ({ datasets }: Definitions, { sources }: Publishable): Manifest["inputs"] =>
  datasets.flatMap(({ value }) => (isInEngine(value) ? (sources.find(({ id }) => id === value.id)?.files ?? []) : []));

async function inputHashes({ root, files, shapes, datasets }: Definitions): Promise<Manifest["inputs"]> {
  const paths = [
    ...files,
    ...shapes,
    ...datasets.flatMap(({ value }) => value.files.map(({ path }) => `${value.folder}/${path}`)),
  ].sort();
  const hashes = await Promise.all(paths.map((path) => sha256Of(join(root, path))));
  return paths.map((path, index) => ({ path, sha256: hashes[index]! }));
}
