import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { inWords } from "../catalogue/told.ts";
import { load } from "../define/load.ts";
import { COMPARISON } from "../define/project.ts";
import { UsageError } from "../error.ts";
import { exportComparison } from "../export/comparison-data.ts";
import { comparisonTablesOf } from "../export/tables/comparison-tables.ts";
import { BuildDatabase } from "../ingest/database.ts";
import { editionOf } from "../model.ts";
import { comparePlaces, type PlaceReport } from "../places/compared-places.ts";
import type { Comparison, WrittenComparison } from "../results/comparison.ts";
import type { Manifest } from "../results/manifest.ts";
import type { Publishable } from "../results/results.ts";
import { type BuildOptions, identify, lookIn, make, type Pending } from "./build.ts";
import { check } from "./check.ts";
import type { Checked } from "./checked.ts";
import { listed, savedTable, sha256 } from "./hashes.ts";
import { buildId, definitionIds } from "./identity.ts";
import type { Log } from "./opened.ts";
import { PendingOutput } from "./output.ts";
import { namedPlace } from "./place.ts";
import { readAssets } from "./read-assets.ts";

export interface BuiltPlaces {
  comparison: Comparison;
  /** Pages to begin with. */
  places: { id: string; name: string; page: string; build: string }[];
  page: string;
  build: string;
  manifest: Manifest;
}

/** A place that was computed, with the id of its build. */
interface Computed {
  id: string;
  build: string;
  checked: Checked;
}

/**
 * A report for each place of a project and the page that compares them, each an output by itself in one folder. None takes
 * its place before all are complete.
 */
export async function buildPlaces(options: BuildOptions, log: Log): Promise<BuiltPlaces> {
  const out = namedPlace(options.out, "--out");
  if (options.internal)
    throw new UsageError("--internal is for one report: name its place with --place; no comparison is made of it");
  const { project, root, places } = opened(options);
  const folder =
    out === undefined ? join(root, project.paths.outputs, String(options.year ?? project.year)) : resolve(out);
  const made: Pending[] = [];
  try {
    for (const { id } of places) {
      const previous = options.previous === undefined ? undefined : join(options.previous, id);
      const own = { ...options, place: id, previous, out: join(folder, id) };
      made.push(await make(own, (stage, detail) => log(stage, `${id}: ${detail}`)));
    }
    const computed = made.map(({ built }, i) => ({
      id: places[i]!.id,
      build: built.manifest.build,
      checked: built,
    }));
    const comparison = await makeComparison(computed, join(folder, COMPARISON), log);
    made.push(comparison);
    for (const one of made) {
      log("run", one.built.output);
      one.replace();
    }
    return {
      comparison: comparison.comparison,
      places: computed.map(({ id, build, checked }) => ({
        ...{ id, build },
        name: checked.results.place.name,
        page: join(folder, id, "report", "index.html"),
      })),
      page: join(folder, COMPARISON, "report", "index.html"),
      build: comparison.built.manifest.build,
      manifest: comparison.built.manifest,
    };
  } catch (error) {
    for (const one of made) one.abandon();
    throw error;
  }
}

/** The comparison alone, with nothing written. */
export async function comparePlacesOf(options: BuildOptions, log: Log): Promise<Comparison> {
  const computed: Computed[] = [];
  for (const { id } of opened(options).places) {
    const checked = await check({ ...options, place: id }, (stage, detail) => log(stage, `${id}: ${detail}`));
    computed.push({ id, checked, build: (await identify(checked)).id });
  }
  return comparisonOf(computed);
}

function opened({ project: folder }: BuildOptions) {
  const { project, root } = load(resolve(folder));
  const places = project.value.places?.each ?? [];
  if (places.length === 0) throw new UsageError("the project is of one place: places in tempcheck.yaml names several");
  return { project: project.value, root, places };
}

function comparisonOf(computed: readonly Computed[]): Comparison {
  const { project, indicators } = load(computed[0]!.checked.definitions.root);
  const { title, place, places } = project.value;
  const own = new Set(indicators.flatMap(({ value }) => (value.places === undefined ? [] : [value.id])));
  const reports = computed.map(({ id, build, checked }): PlaceReport => ({ id, build, results: checked.results, own }));
  return comparePlaces(reports, { title, whole: place.name, about: places?.about ?? "" });
}

type Made = Pending & { comparison: Comparison };

/** The page that compares places with its data, complete and not yet in its place. */
async function makeComparison(computed: readonly Computed[], output: string, log: Log): Promise<Made> {
  const { checked } = computed[0]!;
  const { root, project } = checked.definitions;
  const { indicators, data, commentary, value } = project.value.paths;
  const pending = new PendingOutput(output, {
    project: root,
    sources: [indicators, data, commentary, value].map((path) => join(root, path)),
  });
  const database = await BuildDatabase.open();
  try {
    await database.confine([realpathSync(pending.folder)], 1);
    log("compare", `${computed.length} places`);
    const comparison = comparisonOf(computed);
    const written = inWords(comparison, comparison.language) as WrittenComparison;
    const around = aroundOf(comparison, checked.results, load(root).project.value.url);
    const { inputs, made } = await identify(checked);
    const build = buildId(
      inputs,
      made,
      comparison.year,
      computed.map((one) => one.build),
      null,
    );

    log("export", "tables in every format");
    const tables = comparisonTablesOf(written);
    pending.path("data/tempcheck.duckdb.wal");
    const exported = await database.saveTables(pending.path("data/tempcheck.duckdb"), tables, () =>
      exportComparison({ written, around, tables, build }, async (path, table, texts) => {
        await database.saveParquet(pending.path(path), table, texts);
        return pending.read(path);
      }),
    );

    log("report", "the page that compares them");
    const { comparisonFiles } = await import("../report/places/comparison-document.tsx");
    const files = [
      ...comparisonFiles(
        {
          comparison,
          around,
          build: {
            id: build,
            version: made["tempcheck"] ?? "",
            versions: made,
            look: lookIn(checked),
            downloads: new Map([["index.html", exported.downloads]]),
          },
        },
        readAssets(),
      ),
      ...exported.files,
    ];
    const outputs = files.map(({ path, content }) => {
      pending.write(path, content);
      return { path, sha256: sha256(content) };
    });
    const manifest: Manifest = {
      format: "tempcheck.manifest.v1",
      build,
      title: comparison.title,
      place: COMPARISON,
      year: comparison.year,
      method: comparison.method.version,
      previous: null,
      versions: made,
      definitions: definitionIds(editionOf(checked.results)),
      inputs,
      ...listed(outputs, tables.map(savedTable)),
    };
    pending.write("manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
    return {
      comparison,
      built: { ...checked, output, manifest, drawn: 0 },
      replace: () => pending.replace(),
      abandon: () => pending.abandon(),
    };
  } catch (error) {
    pending.abandon();
    throw error;
  } finally {
    database.close();
  }
}

/** What stands around the comparison: what every report says of its publisher, and the sources of what is compared. */
function aroundOf(comparison: Comparison, first: Publishable, url: string | undefined): Publishable {
  const used = new Set(comparison.compared.flatMap(({ datasets }) => datasets));
  return {
    ...first,
    title: comparison.title,
    place: { ...first.place, name: comparison.whole, code: null },
    url: url === undefined ? null : `${url}${COMPARISON}/`,
    sources: first.sources.filter(({ id }) => used.has(id)),
  };
}
