import { randomInt } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join, relative, sep } from "node:path";
import type { Dataset } from "../define/dataset.ts";
import type { Defined } from "../define/definitions.ts";
import type { FetchedFrom } from "../define/fetched-from.ts";
import type { Indicator } from "../define/indicator.ts";
import { load } from "../define/load.ts";
import { recordOf, type SourceRecord } from "../define/source-record.ts";
import { type Fault, UserError } from "../error.ts";
import { type Circumstances, services, usualPatience } from "../fetch/circumstances.ts";
import { fetched } from "../fetch/fetched.ts";
import type { Wanted } from "../fetch/file-content.ts";
import type { Part } from "../fetch/part.ts";
import { Refusal } from "../fetch/refusals.ts";
import { Turns } from "../fetch/waiting.ts";
import { compareFile, type FileChanges } from "../ingest/compared-file.ts";
import { BuildDatabase } from "../ingest/database.ts";
import { sha256Of } from "../ingest/raw.ts";
import { type BegunFile, begunFiles } from "./begun-files.ts";
import { type FilePart, inFile } from "./file-part.ts";
import { recordFor } from "./source-records.ts";
import { swap, swapText } from "./swap.ts";
import { version } from "./versions.ts";

/** What fetching a file has brought. */
export interface FileNews {
  dataset: string;
  /** From the project on. */
  file: string;
  from: FetchedFrom["from"];
  news: "same" | "new" | "changed";
  record: SourceRecord;
  rows: number;
  changes: FileChanges | null;
  /** Faults of the file that stands there, with which nothing could be compared. */
  unread: readonly Fault[];
}

export interface FetchedFiles {
  files: FileNews[];
  /** Datasets that say nowhere where their files come from. */
  without: string[];
  /** Puts the files that differ in place, and a record beside each; gives their paths. */
  write(): string[];
  /** Takes away what was fetched and not written. */
  close(): void;
}

const MILLION = 1_000_000;

export const usualCircumstances = (): Circumstances => ({
  now: () => Date.now(),
  chance: () => randomInt(MILLION) / MILLION,
  variable: (name) => process.env[name],
  agent: `tempcheck/${version()}`,
  patience: usualPatience,
  services,
});

/**
 * Fetches the files of datasets as they declare, and compares each with the one that stands there. Nothing is written
 * before `write`. Throws with every fault of every file; then nothing can be written at all.
 */
export async function fetchFiles(
  root: string,
  named: readonly string[],
  circumstances: Circumstances = usualCircumstances(),
  tell: (file: string, from: string) => void = () => {},
): Promise<FetchedFiles> {
  const { datasets, indicators, records, project } = load(root);
  refuseUnknown(named, datasets);
  const asked = datasets.filter(({ value }) => named.length === 0 || named.includes(value.id));
  const declared = asked.flatMap((dataset) => {
    const { files, format } = dataset.value;
    if ("catalog" in format) return [];
    const wanted = format.type;
    return files.flatMap(({ fetch }, index) => (fetch === undefined ? [] : [{ dataset, index, fetch, wanted }]));
  });
  const without = asked.flatMap(({ value }) => (value.files.some(({ fetch }) => fetch) ? [] : [value.id]));
  refuseUndeclared(named, without, asked);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "tempcheck-fetch-")));
  const begun = begunFiles(join(root, project.value.paths.outputs));
  const close = (): void => {
    rmSync(folder, { recursive: true, force: true });
    begun.release();
  };
  const turns = new Turns(circumstances);
  const got: { news: FileNews; to: string; bytes: string | null }[] = [];
  const faults: Fault[] = [];
  try {
    for (const [number, { dataset, index, fetch, wanted }] of declared.entries()) {
      const { value } = dataset;
      const name = `${value.folder}/${value.files[index]!.path}`;
      tell(name, fetch.from);
      const inside = join(folder, String(number));
      try {
        got.push(
          await one(
            {
              ...{ dataset, index, fetch, wanted, name, root, inside, known: records.get(name)?.value ?? null },
              periodColumns: periodColumnsOf(value.id, indicators),
            },
            { circumstances, turns, begun: begun.of(name, extname(name)) },
          ),
        );
      } catch (error) {
        const where = dataset.yaml.where(["files", index, "fetch"]);
        if (error instanceof Refusal) faults.push({ where, ...error.words });
        else if (error instanceof UserError) faults.push(unreadable(error.faults, where, name), ...error.faults);
        else throw error;
      }
    }
    if (faults.length > 0) throw new UserError(faults);
  } catch (error) {
    close();
    throw error;
  }
  return {
    files: got.map(({ news }) => news),
    without,
    write: () => got.flatMap((each) => put(root, each)),
    close,
  };
}

interface Declared {
  dataset: Defined<Dataset>;
  index: number;
  fetch: FetchedFrom;
  wanted: Wanted;
  /** Of the file, from the project on. */
  name: string;
  root: string;
  /** Where bytes go for a while. */
  inside: string;
  periodColumns: string[];
  /** What was written beside the file that stands there. */
  known: SourceRecord | null;
}

async function one(
  { dataset, index, fetch, wanted, name, root, inside, periodColumns, known }: Declared,
  { begun, ...around }: { circumstances: Circumstances; turns: Turns; begun: BegunFile },
): Promise<{ news: FileNews; to: string; bytes: string | null }> {
  const { value } = dataset;
  const to = join(root, name);
  const isThere = existsSync(to) && statSync(to).size > 0;
  const before = isThere ? await sha256Of(to) : null;
  const isKnown = known !== null && known.sha256 === before;
  let parts = 0;
  const part = (): Part => inFile(`${inside}-${++parts}${extname(name)}`);
  const found = await fetched(fetch, wanted, isKnown ? { ...known, modified: known.last_modified } : null, {
    ...around,
    part,
    beginning: begun.beginning,
  });
  const about = { dataset: value.id, file: name, from: fetch.from, unread: [] };
  if (found === null)
    return { news: { ...about, news: "same", record: known!, rows: 0, changes: null }, to, bytes: null };

  const bytes = (found.part as FilePart).path;
  const sha256 = await sha256Of(bytes);
  const record = recordFor(found, { sha256, bytes: found.part.size, dataset: value, now: around.circumstances.now() });
  if (sha256 === before)
    return {
      news: { ...about, news: "same", record: isKnown ? known : record, rows: 0, changes: null },
      to,
      bytes: null,
    };
  const database = await BuildDatabase.open();
  try {
    await database.confine([
      ...new Set([
        realpathSync(root),
        realpathSync(join(root, value.folder)),
        inside.slice(0, inside.lastIndexOf(sep)),
        realpathSync(begun.folder),
      ]),
    ]);
    const newer = relative(join(realpathSync(root), value.folder), bytes);
    const compared = await compareFile(
      { dataset, index, root: realpathSync(root), newer, isThere, periodColumns },
      database,
    );
    return { news: { ...about, news: isThere ? "changed" : "new", record, ...compared }, to, bytes };
  } catch (error) {
    throw error instanceof UserError
      ? renamed(
          error,
          `${value.folder}/${relative(join(realpathSync(root), value.folder), bytes)
            .split(sep)
            .join("/")}`,
          name,
        )
      : error;
  } finally {
    database.close();
  }
}

/** The file as it was fetched goes by the name that it would have. */
const renamed = (error: UserError, from: string, to: string): UserError =>
  new UserError(
    error.faults.map(({ where, must, found, fix }) => ({
      where: { ...where, file: where.file === from ? to : where.file },
      must: must.replaceAll(from, to),
      found: found.replaceAll(from, to),
      fix: fix.replaceAll(from, to),
    })),
  );

const unreadable = (faults: readonly Fault[], where: Fault["where"], name: string): Fault => ({
  where,
  must: "a file that reads as dataset.yaml declares",
  found: `${faults.length === 1 ? "1 fault" : `${faults.length} faults`} in what was fetched, listed below by the name ${name}; the file that stands there was not touched`,
  fix: "mend dataset.yaml where the publisher has changed the file's form, or the declaration under fetch",
});

const periodColumnsOf = (dataset: string, indicators: readonly Defined<Indicator>[]): string[] => [
  ...new Set(
    indicators.flatMap(({ value }) =>
      value.dataset === dataset && value.periods.column !== undefined ? [value.periods.column] : [],
    ),
  ),
];

/** Puts a file and its record in place, each with one rename: whatever happens, one whole file stands there. */
function put(root: string, { news, to, bytes }: { news: FileNews; to: string; bytes: string | null }): string[] {
  const record = `${JSON.stringify(news.record, null, 2)}\n`;
  const at = join(root, recordOf(news.file));
  const written: string[] = [];
  if (bytes !== null) {
    swap(to, (pending) => copyFileSync(bytes, pending));
    written.push(news.file);
  }
  if (!existsSync(at) || readFileSync(at, "utf8") !== record) {
    swapText(at, record);
    written.push(recordOf(news.file));
  }
  return written;
}

function refuseUnknown(named: readonly string[], datasets: readonly Defined<Dataset>[]): void {
  const ids = datasets.map(({ value }) => value.id);
  const unknown = named.filter((name) => !ids.includes(name));
  if (unknown.length > 0)
    throw new UserError(
      unknown.map((name) => ({
        where: { file: name },
        must: "a dataset of the project",
        found: `none of this name; there are ${ids.join(", ")}`,
        fix: "name the folder of a dataset",
      })),
    );
}

function refuseUndeclared(
  named: readonly string[],
  without: readonly string[],
  datasets: readonly Defined<Dataset>[],
): void {
  const asked = datasets.filter(({ value }) => named.includes(value.id) && without.includes(value.id));
  if (asked.length > 0)
    throw new UserError(
      asked.map(({ yaml }) => ({
        where: yaml.where(["files"]),
        must: "a file with fetch, which says where it comes from",
        found: "none",
        fix: "declare it under files in dataset.yaml, or put the file there by hand",
      })),
    );
}
