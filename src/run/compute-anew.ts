import { realpathSync } from "node:fs";
import { join } from "node:path";
import { assess } from "../assess/assess.ts";
import { coveredIndicators } from "../assess/covered-indicators.ts";
import { catalogues } from "../catalogue/catalogue.ts";
import { sayIn } from "../catalogue/say.ts";
import type { Definitions } from "../define/definitions.ts";
import { rangesDeclaredBlank } from "../define/range-markers.ts";
import { loadSolver } from "../disclose/solver.ts";
import { areaCuts } from "../estimate/quantiles.ts";
import type { BuildDatabase } from "../ingest/database.ts";
import { refuseUnfound } from "../ingest/elsewhere.ts";
import { type Ingested, ingest, threadsFor, withElsewhere } from "../ingest/ingest.ts";
import { joined, onlyParts, type Part, partsOf, type Read } from "../ingest/parts.ts";
import type { Publishable } from "../results/results.ts";
import type { Computed } from "./checked.ts";
import { withEngine } from "./engines.ts";
import { type Begun, keptIngest } from "./kept-figures.ts";
import type { Log, Opened } from "./opened.ts";

/** Lets the database read the data of the project, and write where its output is made. */
export const confine = (
  database: BuildDatabase,
  { definitions }: Pick<Opened, "definitions">,
  outputs: readonly string[],
): Promise<void> =>
  database.confine(
    [realpathSync(join(definitions.root, definitions.project.value.paths.data)), ...outputs],
    threadsFor(definitions),
  );

/** Reads the data, or takes what an earlier run made of them, and makes the figures. */
export async function computeAnew(
  opened: Opened,
  begun: Begun | null,
  log: Log,
  open: () => Promise<BuildDatabase>,
): Promise<Computed> {
  const { definitions, year, wanted, isInternal, earlier } = opened;
  const parts = partsOf(definitions);
  const kept = begun && keptIngest(definitions, parts, year, begun);
  const found = kept?.find() ?? { read: joined(parts, []), missing: parts };
  log("ingest", toldOfMissing(found.missing, parts));
  const read =
    found.missing.length === 0
      ? found.read
      : joined(parts, [found.read, await readMissing(opened, found, await open(), log)]);
  if (found.missing.length > 0) kept?.keep(read);
  // An indicator that was taken out leaves nothing to be read, and perhaps a place without rows.
  else refuseUnfound(definitions.project, read.placesFound);
  const ingested = withElsewhere(read);
  const reading = toldOfReading(definitions, ingested);
  for (const { id, text } of reading) log("ingest", `${id}: ${text}`);

  const isOpen = isInternal || coveredIndicators(definitions).length === 0;
  const closing = isOpen ? null : { solver: await loadSolver(), earlier };
  const { results: all, ledger } = assess(definitions, ingested, year, { log, closing });
  const shown = wanted.length === 0 ? all : only(all, wanted);
  const results = isInternal ? asInternal(shown) : shown;
  return { results, ledger, postcodes: ingested.postcodes, reading };
}

/** What is about to be read: "58 datasets, of which 2 are read again". */
function toldOfMissing(missing: readonly Part[], parts: readonly Part[]): string {
  const isDataset = ({ kind }: Part): boolean => kind === "dataset";
  const all = `${parts.filter(isDataset).length} datasets`;
  if (missing.length === 0) return `${all}, unchanged since they were last read`;
  if (missing.length === parts.length) return all;
  const again = new Set(missing.flatMap(({ datasets }) => datasets));
  return `${all}, of which ${again.size} ${again.size === 1 ? "is" : "are"} read again`;
}

/** Reads what is missing of a project, with all that it is read from. */
function readMissing(
  { definitions, year }: Opened,
  { read, missing }: { read: Read; missing: readonly Part[] },
  database: BuildDatabase,
  log: Log,
): Promise<Read> {
  const cuts = areaCuts(definitions.project.value.method.edition);
  const known = { whole: definitions, sizes: read.sizes, placesFound: read.placesFound };
  return withEngine(
    definitions,
    (detail) => log("ingest", detail),
    (access) => ingest(onlyParts(definitions, missing), cuts, year, database, { access, known }),
  );
}

/** What was left out, filled in or split off as datasets were read, and what their ranges of counts leave open. */
function toldOfReading({ project, datasets }: Definitions, { reading }: Ingested): Computed["reading"] {
  const { readingNotes, count } = sayIn(project.value);
  return [
    ...[...reading]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([id, notes]) => notes.map((note) => ({ id, text: readingNotes.note(note, count) }))),
    ...datasets.flatMap(({ value }) =>
      rangesDeclaredBlank(value).map(({ marker, range }) => ({
        id: value.id,
        text: readingNotes.rangeDeclaredBlank(marker, range),
      })),
    ),
  ];
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
