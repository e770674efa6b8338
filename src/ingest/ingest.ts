import { availableParallelism } from "node:os";
import type { Definitions } from "../define/definitions.ts";
import { isInEngine } from "../define/engine-columns.ts";
import { variantsOf } from "../define/variants.ts";
import type { Observation, Period } from "../model.ts";
import type { ReadingNote } from "../results/reading-note.ts";
import { type AreaContext, areaContexts } from "./area-context.ts";
import type { AreaFigure } from "./area-coverage.ts";
import { collecting, refuse } from "./collect.ts";
import { askElsewhere, type Elsewhere, type PlacesFound, readElsewhere } from "./elsewhere.ts";
import type { EngineAccess } from "./engine-access.ts";
import { type ReadFromEngine, readFromEngine } from "./engine-groups.ts";
import { checkFacts, inFiles } from "./facts.ts";
import type { AreaCuts, GroupedDimension } from "./grouping.ts";
import { makeGroups } from "./groups.ts";
import { askedOf, isLarge, type KeySums } from "./key-sums.ts";
import { applyLookups, isSharedOut } from "./lookups.ts";
import { observations, seriesKey } from "./observations.ts";
import { observe } from "./observe.ts";
import { readPlain } from "./plain.ts";
import { refuseParts, type Sizes } from "./populations.ts";
import type { Database } from "./port.ts";
import { type Postcode, postcodesOf } from "./postcodes.ts";
import { type PublishedElsewhere, publishedElsewhere } from "./published-elsewhere.ts";
import { type PublishedValue, publishedGaps } from "./published-gaps.ts";
import { changedFaults, fileFaults, isThere, readRaw, sizeOf, stampsOf } from "./raw.ts";
import type { RowsTogether } from "./rows-together.ts";
import type { DeclaredBand } from "./source.ts";
import { query } from "./sql.ts";
import { makeTable } from "./table.ts";
import { refuseUnmatched } from "./unmatched-values.ts";

/** What ingest hands on: figures by indicator and dimension, and the groups as the data make them. */
export interface Ingested {
  groups: Map<string, GroupedDimension>;
  observations: Map<string, Observation[]>;
  overall: Map<string, Observation[]>;
  periods: Map<string, Period[]>;
  /** Figures of each area, by indicator and dimension, of those whose groups lack some area in some period. */
  areaFigures: Map<string, AreaFigure[]>;
  /** Rows that differ and are put together all the same, by indicator and dimension or "overall". */
  together: Map<string, RowsTogether>;
  /** Bands of age by indicator, of those that are made from them. */
  bands: Map<string, DeclaredBand[]>;
  publishedGaps: Map<string, PublishedValue[][]>;
  /** The same of other places, where the list asks for them. */
  publishedElsewhere: Map<string, PublishedElsewhere[][]>;
  /** Who lives in the areas, by dimension of areas. */
  areas: Map<string, AreaContext>;
  /** Postcodes of areas, by dimension of those that have a file of them. */
  postcodes: Map<string, Postcode[]>;
  /** Figures of a breakdown in another place; null where there are none. */
  elsewhere: (indicator: string, dimension: string, place: string) => Elsewhere | null;
  rows: Map<string, number>;
  /** What was left out, filled in or split off as each dataset was read. */
  reading: ReadonlyMap<string, ReadingNote[]>;
  /** What stands for the files of datasets that an engine holds: their table, with one hash of all that it gave. */
  inputs: ReadonlyMap<string, { path: string; sha256: string }>;
  /** What denominators were held against. */
  sizes: Sizes;
  placesFound: PlacesFound;
}

/** What is known of a whole project, some parts of which alone are read. */
export interface KnownOfWhole extends Pick<Ingested, "sizes" | "placesFound"> {
  whole: Definitions;
}

/** Up to so many, threads cost a query more than they save; queries run side by side all the same. */
const FEW_BYTES = 4_000_000;

/** Threads that a query on these datasets is worth. */
export const threadsFor = ({ datasets, root }: Definitions): number =>
  datasets.some(({ value }) => isInEngine(value) || isLarge(value)) ||
  (datasets.every(({ value }) => isThere(value, root)) && sizeOf(datasets, root) > FEW_BYTES)
    ? availableParallelism()
    : 1;

/**
 * Reads every dataset into the database and sums it into observations. Throws a UserError on the first stage with faults,
 * or with those of files that did not stay as they were, which explain whatever else is wrong. Where the definitions are those
 * of some parts of a project, what is known of the whole is needed for what is held against other parts.
 */
export async function ingest(
  definitions: Definitions,
  cuts: AreaCuts,
  year: number,
  database: Database,
  { access, known }: { access?: EngineAccess | undefined; known?: KnownOfWhole | undefined } = {},
): Promise<Ingested> {
  const { datasets, root } = definitions;
  const before = stampsOf(datasets, root);
  try {
    return await readAndSum(definitions, cuts, year, database, access, known ?? nothingKnown(definitions));
  } finally {
    refuse(changedFaults(before, stampsOf(datasets, root)));
  }
}

const nothingKnown = (whole: Definitions): KnownOfWhole => ({ whole, sizes: new Map(), placesFound: new Map() });

async function readAndSum(
  definitions: Definitions,
  cuts: AreaCuts,
  year: number,
  database: Database,
  access: EngineAccess | undefined,
  known: KnownOfWhole,
): Promise<Ingested> {
  const { datasets, indicators, root } = definitions;
  const { definitions: others } = variantsOf(definitions);
  // Files are hashed while they are read; what is wrong with the files themselves is told first.
  const faults = Promise.all(datasets.map((dataset) => fileFaults(dataset, definitions)));
  const allThere = datasets.every(({ value }) => isThere(value, root));
  const [read] = await Promise.allSettled([allThere ? readAll(definitions, database, access) : undefined, faults]);
  refuse((await faults).flat());
  if (read.status === "rejected") throw read.reason;

  const reading = read.value?.notes ?? new Map<string, ReadingNote[]>();
  const rows = new Map<string, number>();
  const keySums = new Map<string, KeySums>();
  const checking = collecting(datasets, async (dataset) => {
    const { id } = dataset.value;
    const held = read.value?.held.get(id);
    const sums = {
      asked: askedOf(dataset.value, definitions),
      keep: (made: KeySums): unknown => keySums.set(id, made),
    };
    const checked = held
      ? { ...held, faults: [] }
      : await checkFacts(dataset, inFiles(dataset.value, root, database, sums));
    rows.set(dataset.value.id, checked.rows);
    refuse(checked.faults);
  });
  const grouping = async (): Promise<Map<string, GroupedDimension>> => {
    // Rows that are shared out are no longer those that the facts are of.
    if (datasets.some(({ value }) => isSharedOut(value))) await checking.catch(() => {});
    for (const [id, notes] of await applyLookups(datasets, root, database))
      reading.set(id, [...(reading.get(id) ?? []), ...notes]);
    await refuseUnmatched(definitions, database);
    return makeGroups(others, cuts, database);
  };
  // Facts that are not kept explain what goes wrong with lookups and groups: they are told first.
  const [checked, grouped] = await Promise.allSettled([checking, grouping()]);
  if (checked.status === "rejected") throw checked.reason;
  if (grouped.status === "rejected") throw grouped.reason;
  const groups = grouped.value;
  const sizes = await refuseParts(known.whole, database, known.sizes);
  await database.run(query("observed-groups-table"));
  await database.run(query("observation-band-table"));
  await database.run(query("period-table"));
  const periods = new Map<string, Period[]>();
  const bands = new Map<string, DeclaredBand[]>();
  const areaFigures = new Map<string, AreaFigure[]>();
  const together = new Map<string, RowsTogether>();
  // What is wrong with an indicator would be wrong with its variants too: they follow when all are sound.
  const { asked, placesFound } = await askElsewhere(definitions, database, known.placesFound);
  const all = { ...others, datasets: [...datasets, ...asked.map(({ dataset }) => dataset)] };
  for (const list of [indicators, others.indicators, asked.map(({ indicator }) => indicator)])
    await collecting(list, async (indicator) => {
      const observed = await observe(indicator, all, year, { groups, database, keySums, isOwn: list === indicators });
      for (const [dimension, rows] of observed.together) together.set(seriesKey(indicator.value.id, dimension), rows);
      periods.set(indicator.value.id, observed.periods);
      if (observed.bands) bands.set(indicator.value.id, observed.bands);
      for (const [dimension, figures] of observed.areaFigures)
        areaFigures.set(seriesKey(indicator.value.id, dimension), figures);
    });
  const observed = await observations({ groups, bands, areaFigures }, database);
  return withElsewhere({
    groups,
    ...observed,
    areaFigures,
    together,
    periods,
    bands,
    publishedGaps: await publishedGaps(definitions, database),
    publishedElsewhere: await publishedElsewhere(definitions, database),
    areas: await areaContexts(definitions.project, groups, database),
    postcodes: await postcodesOf(definitions, groups, database),
    rows,
    reading,
    inputs: new Map([...(read.value?.held ?? [])].map(([id, { input }]) => [id, input])),
    sizes,
    placesFound,
  });
}

/** Figures of other places are among the observations. */
export const withElsewhere = (ingested: Omit<Ingested, "elsewhere">): Ingested => ({
  ...ingested,
  elsewhere: readElsewhere((indicator, dimension) => ingested.observations.get(seriesKey(indicator, dimension)) ?? []),
});

/** Reads every dataset into its typed table, and gives what was done to it on the way, and what engines gave. */
async function readAll(
  definitions: Definitions,
  database: Database,
  access: EngineAccess | undefined,
): Promise<{ notes: Map<string, ReadingNote[]>; held: Map<string, ReadFromEngine> }> {
  const { datasets, root } = definitions;
  const notes = new Map<string, ReadingNote[]>();
  const held = new Map<string, ReadFromEngine>();
  await collecting(datasets, async ({ value, yaml }) => {
    if (isInEngine(value)) {
      if (access === undefined) throw new Error(`nobody said where the engine of ${value.id} is`);
      const found = await readFromEngine({ value, yaml }, definitions, database, access);
      held.set(value.id, found);
      if (found.notes.length > 0) notes.set(value.id, found.notes);
      return;
    }
    if (await readPlain(value, root, database)) return;
    await readRaw(value, root, database);
    notes.set(value.id, await makeTable(value, root, database));
  });
  return { notes, held };
}
