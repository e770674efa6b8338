import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Definitions } from "../define/definitions.ts";
import { isInEngine } from "../define/engine-columns.ts";
import type { Indicator } from "../define/indicator.ts";
import type { Dimension, Project } from "../define/project.ts";
import { joined, type Part, type Read } from "../ingest/parts.ts";
import { datasetsUnheld } from "../ingest/populations.ts";
import { codeHash } from "./code.ts";
import { type Fingerprint, isStillSo } from "./fingerprint.ts";
import { sha256 } from "./hashes.ts";
import type { Before } from "./unchanged.ts";
import { readWhole, writeWhole } from "./whole-files.ts";

/** Keys of an indicator that ingest reads nothing of: words, and what figures are held against once they are there. */
export const wordsOfIndicator: readonly (keyof Indicator)[] = [
  "title",
  "question",
  "easy",
  "easy_title",
  "theme",
  "part_of",
  "index",
  "core",
  "actions",
  "place",
  "better",
  "subjects",
  "sentence",
  "targets",
  "not_collected",
  "caveats",
  "guess",
];

/** The same of a project. */
export const wordsOfProject: readonly (keyof Project)[] = [
  "title",
  "language",
  "publisher",
  "contact",
  "owner",
  "next_edition",
  "editions",
  "look",
  "statements",
  "url",
  "licence",
  "themes",
  "characteristics",
  "first_page",
  "glossary",
  "communities",
  "disclosure",
  "value",
  "guess",
];

/** Keys of an indicator that results repeat as they stand, and nothing else is made from. */
export const repeatedOfIndicator: readonly (keyof Indicator)[] = [
  "title",
  "question",
  "easy",
  "easy_title",
  "actions",
  "caveats",
];

const without = <T extends object>(value: T, keys: readonly (keyof T)[]): object =>
  Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key as keyof T)));

/** Whether builds keep things in a folder: nothing is kept before the first. */
export const isKept = (folder: string): boolean => lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;

/** What a run is made from, and the folder where runs keep things. */
export interface Begun extends Before {
  folder: string;
  /** Nothing of earlier runs is taken. */
  fresh?: boolean | undefined;
}

/** Something that one run made and the next may take, as long as what it was made from is the same. */
export interface KeptFigures<T> {
  find(): T | undefined;
  keep(made: T): void;
}

interface KeptFile {
  madeFrom: string;
  made: unknown;
}

/** One thing kept in a file of its own. What changed while it was made is not told from what did not: then nothing is kept. */
function keptIn<T>(root: string, name: string, madeFrom: string, { folder, seen, fresh }: Begun): KeptFigures<T> {
  return {
    find() {
      const kept = fresh ? undefined : (readWhole(join(folder, name)) as KeptFile | undefined);
      return kept?.madeFrom === madeFrom && isStillSo(root, seen) ? (kept.made as T) : undefined;
    },
    keep(made) {
      if (isKept(folder) && isStillSo(root, seen)) writeWhole(folder, name, { madeFrom, made } satisfies KeptFile);
    },
  };
}

/** What ingest made of a project, each part by all that it was made from. */
interface KeptParts {
  /** What is as it was, and the parts that are to be read. */
  find(): { read: Read; missing: Part[] };
  keep(read: Read): void;
}

/**
 * What ingest made of the files, each part of the project by the bytes and all that it reads of the definitions; null where
 * some of it is in an engine, or unseen.
 */
export function keptIngest(
  definitions: Definitions,
  parts: readonly Part[],
  year: number,
  begun: Begun,
): KeptParts | null {
  const { seen } = begun;
  if (!isAllSeen(definitions, seen)) return null;
  const { root, project, place } = definitions;
  const asked = { code: codeHash(), year, place, project: without(project.value, [...wordsOfProject, "dimensions"]) };
  const { find, keep } = keptIn<{ read: Read; from: ReadonlyMap<string, string> }>(
    root,
    nameFor("ingested", place?.id),
    sha256(JSON.stringify(asked)),
    begun,
  );
  const from = madeFrom(parts, definitions, seen);
  return {
    find() {
      const before = find();
      const isSame = (part: Part): boolean => before?.from.get(nameOf(part)) === from.get(nameOf(part));
      const read = before === undefined ? joined([], []) : joined(parts.filter(isSame), [before.read]);
      const unheld = datasetsUnheld(definitions, read.sizes);
      const isUnheld = ({ kind, id }: Part): boolean => kind === "dataset" && unheld.includes(id);
      return { read, missing: parts.filter((part) => !isSame(part) || isUnheld(part)) };
    },
    keep: (read) => keep({ read, from }),
  };
}

const nameOf = ({ kind, id }: Part): string => `${kind}/${id}`;

/** A hash of all that each part is made from, but for what is the same for all. */
function madeFrom(
  parts: readonly Part[],
  { project }: Definitions,
  { files }: Fingerprint,
): ReadonlyMap<string, string> {
  const datasets = new Map(
    parts.flatMap((part): [string, string][] => {
      if (part.kind !== "dataset") return [];
      // What lies beside the files of a dataset says where they are from, or where its points lie.
      const beside = [...files].filter(([path]) => path.startsWith(`${part.of.folder}/`));
      return [[part.id, sha256(JSON.stringify([part.of, beside]))]];
    }),
  );
  const mapOf = (dimension: Dimension): string | undefined =>
    "map" in dimension && dimension.map ? files.get(`${project.value.paths.data}/${dimension.map.file}`) : undefined;
  return new Map(
    parts.map((part) => [
      nameOf(part),
      sha256(
        JSON.stringify([
          part.kind === "indicator" ? without(part.of, wordsOfIndicator) : null,
          part.dimensions.map((dimension) => [dimension, mapOf(dimension)]),
          part.datasets.map(({ value }) => datasets.get(value.id)),
        ]),
      ),
    ]),
  );
}

/** What a whole run computed, short of drawing, by all that it was made from but what is repeated of indicators. */
export function keptComputed<T>(definitions: Definitions, begun: Begun): KeptFigures<T> | null {
  const { root, indicators, place } = definitions;
  if (!isAllSeen(definitions, begun.seen)) return null;
  const declaring = new Set(indicators.map(({ yaml }) => yaml.file));
  const madeFrom = {
    asked: begun.figuresAsked,
    indicators: indicators.map(({ value }) => without(value, repeatedOfIndicator)),
    files: [...begun.seen.files].filter(([path]) => !declaring.has(path)),
  };
  return keptIn(root, nameFor("computed", place?.id), sha256(JSON.stringify(madeFrom)), begun);
}

/** Whether all that figures are made from lies in files that were hashed. */
function isAllSeen({ files, shapes, datasets }: Definitions, { files: seen }: Fingerprint): boolean {
  const ofDatasets = datasets.flatMap(({ value }) => value.files.map(({ path }) => `${value.folder}/${path}`));
  return (
    !datasets.some(({ value }) => isInEngine(value)) &&
    [...files, ...shapes, ...ofDatasets].every((path) => seen.has(path))
  );
}

/** Each place of a project has its own. */
const nameFor = (what: string, place: string | undefined): string => (place === undefined ? what : `${what}.${place}`);
