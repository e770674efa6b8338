import { realpathSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { assess } from "../assess/assess.ts";
import { type NoteAt, notesOf } from "../assess/notes.ts";
import type { Earlier } from "../assess/printed-counts.ts";
import { coveredIndicators, type LedgerEntry } from "../assess/publishable-figures.ts";
import { catalogues } from "../catalogue/catalogue.ts";
import { sayIn } from "../catalogue/say.ts";
import { told } from "../catalogue/told.ts";
import type { Pictures } from "../charts/chart.ts";
import { against } from "../compare/against.ts";
import type { ComparedBuild } from "../compare/previous.ts";
import type { Definitions } from "../define/definitions.ts";
import { isInEngine } from "../define/engine-columns.ts";
import { load } from "../define/load.ts";
import { ofPlace } from "../define/narrow-to-place.ts";
import { rangesDeclaredBlank } from "../define/range-markers.ts";
import { loadSolver } from "../disclose/solver.ts";
import { type Fault, UsageError, UserError } from "../error.ts";
import { areaCuts } from "../estimate/quantiles.ts";
import { tables } from "../export/all-tables.ts";
import type { Parquet } from "../export/data-files.ts";
import { type Downloads, type Exporting, exportData, type Put } from "../export/export.ts";
import { BuildDatabase } from "../ingest/database.ts";
import { ingest, threadsFor } from "../ingest/ingest.ts";
import type { Postcode } from "../ingest/postcodes.ts";
import { sha256Of } from "../ingest/raw.ts";
import { editionOf } from "../model.ts";
import type { Told } from "../reasons-and-notes.ts";
import { inReport, type Look } from "../report/brand.ts";
import type { Build } from "../report/page.ts";
import type { Report } from "../report/render.ts";
import type { Manifest } from "../results/manifest.ts";
import type { Publishable } from "../results/results.ts";
import { codeHash } from "./code.ts";
import { earlierCounts } from "./earlier-counts.ts";
import { withEngine } from "./engines.ts";
import { listed, sha256 } from "./hashes.ts";
import { buildId, definitionIds, placeInId } from "./identity.ts";
import { openKept } from "./kept.ts";
import { knownDefinitions } from "./known-definitions.ts";
import { PendingOutput } from "./output.ts";
import { namedPlace } from "./place.ts";
import { readAssets } from "./read-assets.ts";
import { ofIndicators, readPrevious } from "./read-previous.ts";
import { before, noteStanding } from "./unchanged.ts";
import { versions } from "./versions.ts";
import { keptBeside } from "./whole-files.ts";

export interface RunOptions {
  /** Folder of the project. */
  project: string;
  /** Reporting year, in place of the project's own. */
  year?: number | undefined;
  /** Which place of the project, where it has several. */
  place?: string | undefined;
  /** Indicators to show; all where none are named. Every indicator is computed either way. */
  indicators?: readonly string[] | undefined;
  /** Notes become failures. */
  strict?: boolean | undefined;
}

export interface CheckOptions extends RunOptions {
  /** Folder of an earlier output: what it tells is known. */
  previous?: string | undefined;
}

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

/** Told as each stage begins. */
export type Log = (stage: string, detail: string) => void;

/** A note with its sentence in the language of the report. */
export type ToldNote = NoteAt & Told;

export interface Checked {
  definitions: Definitions;
  year: number;
  results: Publishable;
  notes: ToldNote[];
  ledger: readonly LedgerEntry[];
  /** Postcodes of areas, by dimension. */
  postcodes: ReadonlyMap<string, readonly Postcode[]>;
}

export interface Built extends Checked {
  output: string;
  manifest: Manifest;
  /** Drawings that no earlier build had made. */
  drawn: number;
}

//   define -> ingest -> assess            check stops here
//                         |
//                         +-> charts, export -> report -> output

/** Everything short of rendering. */
export async function check(options: CheckOptions, log: Log): Promise<Checked> {
  const earlier = earlierIn(options.previous === undefined ? null : readPrevious(options.previous));
  const project = opened({ ...options, earlier }, log);
  const database = await BuildDatabase.open();
  try {
    await confine(database, project, []);
    return await compute(project, database, log);
  } finally {
    database.close();
  }
}

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
  const project = opened({ ...options, earlier: earlierIn(edition) }, log);
  const output = resolve(out ?? `${outputOf(project)}${options.internal ? INTERNAL : ""}`);
  const pending = new PendingOutput(output, { project: project.definitions.root, sources: sourcesOf(project) });
  const kept = begun && openKept(options.keptIn ?? keptBeside(output), codeHash(), { fresh: options.fresh === true });
  const database = await BuildDatabase.open();
  try {
    await confine(database, project, [realpathSync(pending.folder)]);
    const checked = await compute(project, database, log);
    const { year, results } = checked;
    const { id, inputs, made } = await identify(checked, previous?.manifest.build ?? null);
    const own = {
      results: told(results),
      manifest: { build: id, versions: made, definitions: definitionIds(editionOf(results)), inputs },
    };
    const telling = { isStrict: options.strict === true, log, fileOf: fileOf(checked.definitions) };
    const changes = previous && against(previous, own, telling);

    log("charts", `${results.indicators.length} indicators`);
    const { drawCharts, inFolder, render } = await import("../report/render.ts");
    const assets = readAssets();
    const { pictures } = options;
    const drawing = drawCharts(results, assets, { kept: kept ?? undefined, pictures });

    log("export", `${results.indicators.length} indicators: tables in every format`);
    const whole = tables(results);
    const outputs: Manifest["outputs"] = [];
    const inPlace = new Set<string>();
    const put: Put = ({ path, content }) => {
      if (!inPlace.has(path)) pending.write(path, content);
      outputs.push({ path, sha256: sha256(content) });
    };
    const exporting = exportTables(
      { results, written: own.results, whole, build: id },
      {
        ...{ database, pending, put },
        written: (path) => void inPlace.add(path),
      },
    );
    const [charts, downloads] = await Promise.all([drawing, exporting]);

    const materials = {
      build: { id, version: made["tempcheck"] ?? "", versions: made, changes, downloads, look: lookIn(checked) },
      assets,
      charts,
      ...(pictures === undefined ? {} : { pictures }),
      postcodes: checked.postcodes,
    };
    const report = await render(results, materials, (step) => log("report", step));
    const single = options.singleFile ? [await inOneFile(results, materials.build, report, log)] : [];

    const differences = changes && { path: "data/changes.json", content: `${JSON.stringify(changes, null, 1)}\n` };
    const files = [...inFolder(report), ...single, ...(differences ? [differences] : [])];
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
      definitions: own.manifest.definitions,
      inputs,
      ...listed(outputs, whole),
    };
    pending.write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
    const { indicators, language } = results;
    const stood = { output, manifest, language, indicators: indicators.length, notes: checked.notes.length };
    return {
      built: { ...checked, output, manifest, drawn: kept?.made ?? charts.length },
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
    database.close();
  }
}

/** The look of the project with the places of its files in the report. */
export const lookIn = ({ definitions: { look } }: Checked): Look | undefined =>
  look === null ? undefined : inReport(look);

/** Nothing is known where there is no earlier edition. */
const earlierIn = (previous: ComparedBuild | null): Earlier =>
  previous ? earlierCounts(previous.results) : () => null;

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

/** Lets the database read the data of the project, and write where its output is made. */
const confine = (database: BuildDatabase, { definitions }: Opened, outputs: readonly string[]): Promise<void> =>
  database.confine(
    [realpathSync(join(definitions.root, definitions.project.value.paths.data)), ...outputs],
    threadsFor(definitions),
  );

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

interface Exports {
  database: BuildDatabase;
  pending: PendingOutput;
  put: Put;
  /** Told of each file that DuckDB wrote where it belongs. */
  written(path: string): void;
}

/** Saves the tables as a database and makes their files; DuckDB itself writes those in Parquet. */
async function exportTables(exporting: Exporting, { database, pending, put, written }: Exports): Promise<Downloads> {
  pending.path("data/tempcheck.duckdb.wal");
  await database.saveTables(pending.path("data/tempcheck.duckdb"), exporting.whole);
  const parquet: Parquet = async (path, table, texts) => {
    await database.saveParquet(pending.path(path), table, texts);
    written(path);
    return pending.read(path);
  };
  return exportData(exporting, { parquet, put });
}

/** A project whose definitions are sound, and what is wanted of it. */
interface Opened {
  definitions: Definitions;
  /** What the next build need not read again; null where nothing of earlier ones was to be used. */
  known: { save(definitions: Definitions): void } | null;
  year: number;
  wanted: readonly string[];
  isStrict: boolean;
  isInternal: boolean;
  earlier: Earlier;
}

function opened(
  options: RunOptions & Pick<BuildOptions, "internal" | "fresh"> & { earlier: Earlier },
  log: Log,
): Opened {
  log("define", "definitions and their references");
  const root = resolve(options.project);
  const known =
    options.internal || options.place !== undefined ? null : knownDefinitions(root, { fresh: options.fresh === true });
  const definitions = narrowed(load(root, known ?? undefined), options.place);
  const wanted = options.indicators ?? [];
  refuseUnknown(wanted, definitions);
  return {
    definitions,
    known,
    year: options.year ?? definitions.project.value.year,
    wanted,
    isStrict: options.strict === true,
    isInternal: options.internal === true,
    earlier: options.earlier,
  };
}

/** The definitions of the place that is asked for. */
function narrowed(definitions: Definitions, asked: string | undefined): Definitions {
  const places = definitions.project.value.places?.each ?? [];
  if (asked === undefined && places.length === 0) return definitions;
  const place = places.find(({ id }) => id === asked);
  if (place !== undefined) return ofPlace(definitions, place);
  if (places.length === 0) throw new UsageError(`no place ${asked}: the project has one place, and no places`);
  const known = places.map(({ id }) => id).join(", ");
  throw new UsageError(
    asked === undefined
      ? `the project has several places: name one with --place; there are ${known}`
      : `no place ${asked}; there are ${known}`,
  );
}

async function compute(
  { definitions, year, wanted, isStrict, isInternal, earlier }: Opened,
  database: BuildDatabase,
  log: Log,
): Promise<Checked> {
  log("ingest", `${definitions.datasets.length} datasets`);
  const cuts = areaCuts(definitions.project.value.method.edition);
  const ingested = await withEngine(
    definitions,
    (detail) => log("ingest", detail),
    (access) => ingest(definitions, cuts, year, database, access),
  );
  const { readingNotes, count } = sayIn(definitions.project.value);
  for (const [id, notes] of [...ingested.reading].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const note of notes) log("ingest", `${id}: ${readingNotes.note(note, count)}`);
  for (const { value } of definitions.datasets)
    for (const { marker, range } of rangesDeclaredBlank(value))
      log("ingest", `${value.id}: ${readingNotes.rangeDeclaredBlank(marker, range)}`);

  const isOpen = isInternal || coveredIndicators(definitions).length === 0;
  const closing = isOpen ? null : { solver: await loadSolver(), earlier };
  const { results: all, ledger } = assess(definitions, ingested, year, { log, closing });
  const shown = wanted.length === 0 ? all : only(all, wanted);
  const results = isInternal ? asInternal(shown) : shown;
  const { method } = catalogues[results.language];
  const notes = notesOf(results).map((one) => ({ ...one, text: method.note(one.note) }));
  if (isStrict && notes.length > 0) throw new UserError(notes.map((note) => strictFault(note, fileOf(definitions))));
  return { definitions, year, results, notes, ledger, postcodes: ingested.postcodes };
}

function refuseUnknown(wanted: readonly string[], { indicators }: Definitions): void {
  const ids = indicators.map(({ value }) => value.id);
  const unknown = wanted.filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new UsageError(`no indicator ${unknown.join(", ")}; there are ${ids.join(", ")}`);
}

/** Results of which nothing is held back say so in their title, and so on every page, and cannot be compared with. */
const asInternal = (results: Publishable): Publishable => ({
  ...results,
  title: catalogues[results.language].terminal.internalTitle(results.title),
  disclosure: { threshold: null, roundTo: null, suppressed: 0, internal: true },
});

/** The same results, showing some indicators. The family of tests stays that of the whole build. */
const only = (results: Publishable, wanted: readonly string[]): Publishable => ({
  ...results,
  indicators: results.indicators.filter(({ id }) => wanted.includes(id)),
  dataGaps: results.dataGaps.filter(({ indicator }) => wanted.includes(indicator)),
});

/** The file that declares an indicator. */
const fileOf =
  ({ indicators }: Definitions) =>
  (id: string): string =>
    indicators.find(({ value }) => value.id === id)!.yaml.file;

const strictFault = ({ indicator, dimension, note, text }: ToldNote, file: (id: string) => string): Fault => ({
  where: { file: file(indicator), key: dimension },
  must: "no notes, because --strict was given",
  found: `${note.id}: ${text}`,
  fix: "mend its cause, or build without --strict",
});

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
