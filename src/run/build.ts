import { realpathSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { catalogues } from "../catalogue/catalogue.ts";
import { told } from "../catalogue/told.ts";
import type { Pictures } from "../charts/chart.ts";
import { against } from "../compare/against.ts";
import type { Definitions } from "../define/definitions.ts";
import { isInEngine } from "../define/engine-columns.ts";
import { UsageError } from "../error.ts";
import { tables } from "../export/all-tables.ts";
import type { Parquet } from "../export/data-files.ts";
import { type Downloads, type Exporting, exportData, type Put } from "../export/export.ts";
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
import { listed, sha256 } from "./hashes.ts";
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
  const database = await BuildDatabase.open();
  try {
    await confine(database, project, [realpathSync(pending.folder)]);
    const checked = await compute(
      project,
      begun && { ...begun, folder, fresh: options.fresh },
      log,
      async () => database,
    );
    const { year, results } = checked;
    const { id, inputs, made } = await identify(checked, previous?.manifest.build ?? null);
    const own = {
      results: told(results),
      manifest: { build: id, versions: made, definitions: definitionIds(editionOf(results)), inputs },
    };
    const telling = { isStrict: options.strict === true, log, fileOf: fileOf(checked.definitions) };
    const changes = previous && against(previous, own, telling);

    log("charts", `${results.indicators.length} indicators`);
    const { drawCharts, putInFolder, render } = await import("../report/render.ts");
    const assets = readAssets();
    const { pictures } = options;
    const drawing = drawCharts(results, assets, { kept: kept ?? undefined, pictures, isBusy: pictures !== "drawn" });

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
    putInFolder(report, put);
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
