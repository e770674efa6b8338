import { randomUUID } from "node:crypto";
import {
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../error.ts";
import { listedIn, removeListed } from "./own-output.ts";
import { type Kept, refusePlace, standingAt } from "./place.ts";
import { BUILDS } from "./whole-files.ts";

/** First line of a journal: the files that a build of ours has put, or will put, into the folder of the same name. */
const JOURNAL = '"tempcheck.journal.v1"';

/** Folders that builds of this process are still writing into. */
const living = new Set<string>();

/**
 * A build on its way to replacing the output at a path. Files go into a folder of their own, and the output is a
 * symbolic link, so that one rename swaps the whole: at every moment the path shows the old build or the new one. What a
 * killed build leaves is known by its journal, so that nobody else's file is ever taken for it.
 */
export class PendingOutput {
  readonly #output: string;
  readonly #kept: Kept;
  readonly #folder: string;
  /** The journal, open until the build is in its place or gone. */
  #journal: number | null = null;
  readonly #folders = new Set<string>();

  constructor(output: string, kept: Kept) {
    this.#output = resolve(output);
    this.#kept = kept;
    const builds = join(dirname(this.#output), BUILDS);
    restoreAside(builds, this.#output);
    refusePlace(this.#output, kept);
    mkdirSync(dirname(builds), { recursive: true });
    if (lstatSync(builds, { throwIfNoEntry: false }) === undefined) mkdirSync(builds);
    if (!lstatSync(builds).isDirectory())
      throw new UserError({
        where: { file: builds },
        must: "a folder, for builds on their way",
        found: "a link or a file",
        fix: "choose another place with --out, or move it away",
      });
    removeStale(builds, this.#output);
    this.#folder = join(builds, `${basename(this.#output)}.${process.pid}.${randomUUID().slice(0, 8)}`);
    living.add(this.#folder);
    try {
      writeAt(`${this.#folder}.journal`, `${JOURNAL}\n`);
      mkdirSync(this.#folder);
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  /** The folder that the build is written into. */
  get folder(): string {
    return this.#folder;
  }

  path(relative: string): string {
    const path = join(this.#folder, relative);
    this.#note(relative);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true });
    this.#folders.add(folder);
    return path;
  }

  read(relative: string): Uint8Array {
    return readFileSync(join(this.#folder, relative));
  }

  write(relative: string, content: string | Uint8Array): void {
    writeAt(this.path(relative), content);
  }

  /** Writes into the journal that a file is to come. */
  #note(relative: string): void {
    const journal = `${this.#folder}.journal`;
    try {
      this.#journal ??= openSync(journal, "a");
      writeSync(this.#journal, `${JSON.stringify(relative)}\n`);
    } catch (error) {
      throw Object.assign(error as Error, { path: journal });
    }
  }

  #closeJournal(): void {
    if (this.#journal !== null) closeSync(this.#journal);
    this.#journal = null;
  }

  /** Puts the new build in place of the old one. */
  replace(): void {
    this.#closeJournal();
    // Much may have come to stand there while the build was made.
    refusePlace(this.#output, this.#kept);
    const link = `${this.#folder}.link`;
    symlinkSync(join(BUILDS, basename(this.#folder)), link, "junction");
    const aside = isRealFolder(this.#output) ? `${this.#folder}.aside` : undefined;
    // A real folder (an output that was copied here) cannot be swapped in one step: it is set aside first.
    if (aside) renameSync(this.#output, aside);
    try {
      renameSync(link, this.#output);
    } catch (error) {
      if (aside) renameSync(aside, this.#output);
      unlinkSync(link);
      throw error;
    }
    living.delete(this.#folder);
    removeStale(dirname(this.#folder), this.#output);
  }

  /** Throws the unfinished build away; the last good output stays as it was. */
  abandon(): void {
    this.#closeJournal();
    living.delete(this.#folder);
    removeBuild(this.#folder);
  }
}

/** Clears away what killed builds of an output left, as a build does before it begins. */
export function tidy(output: string): void {
  const builds = join(dirname(output), BUILDS);
  restoreAside(builds, output);
  removeStale(builds, output);
}

/** Id of the build that an output holds, or undefined where there is none. */
export function buildAt(output: string): string | undefined {
  if (standingAt(output).kind === "nothing" || listedIn(output) === null) return undefined;
  return (JSON.parse(readFileSync(join(output, "manifest.json"), "utf8")) as { build: string }).build;
}

/** Writes a file; an error of the disk says which, also where the operating system does not. */
function writeAt(path: string, content: string | Uint8Array, flag = "w"): void {
  try {
    writeFileSync(path, content, { flag });
  } catch (error) {
    throw Object.assign(error as Error, { path });
  }
}

const isRealFolder = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Folders of builds of an output, unfinished, superseded or set aside, whose process is no longer there. */
function deadBuilds(builds: string, output: string): string[] {
  if (!isRealFolder(builds)) return [];
  const name = basename(output).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const mine = new RegExp(`^${name}\\.(\\d+)\\.[0-9a-f]{8}(?=\\.|$)`);
  const found = readdirSync(builds).flatMap((entry) => {
    const [folder, pid] = mine.exec(entry) ?? [];
    const isDone = Number(pid) === process.pid ? !living.has(join(builds, folder ?? "")) : !isRunning(Number(pid));
    return folder !== undefined && isDone ? [join(builds, folder)] : [];
  });
  return [...new Set(found)];
}

/** Puts back the real folder that a build had set aside when it was killed. */
function restoreAside(builds: string, output: string): void {
  for (const folder of deadBuilds(builds, output)) {
    const aside = `${folder}.aside`;
    const isOurs = isRealFolder(aside) && listedIn(aside) !== null;
    if (isOurs && lstatSync(output, { throwIfNoEntry: false }) === undefined) renameSync(aside, output);
  }
}

/** Removes what killed builds of an output left behind, and the builds that it no longer shows. */
function removeStale(builds: string, output: string): void {
  const isLink = lstatSync(output, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  const current = isLink ? resolve(dirname(output), readlinkSync(output)) : undefined;
  for (const folder of deadBuilds(builds, output)) {
    if (folder === current) rmSync(`${folder}.journal`, { force: true });
    else removeBuild(folder);
    const aside = `${folder}.aside`;
    const listed = isRealFolder(aside) ? listedIn(aside) : null;
    if (listed) removeListed(aside, listed);
    else if (isRealFolder(aside) && readdirSync(aside).length === 0) rmdirSync(aside);
  }
}

/** Removes a build from its folder: the files that its journal or its manifest lists, where there are no others. */
function removeBuild(folder: string): void {
  const link = `${folder}.link`;
  const isLink = lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (isLink && readlinkSync(link) === join(BUILDS, basename(folder))) unlinkSync(link);
  const journal = journalOf(folder);
  const listed = isRealFolder(folder) ? listedIn(folder) : null;
  if (isRealFolder(folder) && (journal ?? listed))
    removeListed(folder, new Set([...(journal ?? []), ...(listed ?? [])]));
  if (journal && !isRealFolder(folder)) rmSync(`${folder}.journal`, { force: true });
}

/** Files that a build of ours was to write into a folder; null where no journal says so. */
function journalOf(folder: string): string[] | null {
  const path = `${folder}.journal`;
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  // A kill may leave half a line at the end; its file was not written yet.
  const text = readFileSync(path, "utf8");
  const [first = JOURNAL, ...lines] = text.split("\n").slice(0, -1);
  return first === JOURNAL && JOURNAL.startsWith(text.slice(0, JOURNAL.length))
    ? lines.map((line) => String(JSON.parse(line)))
    : null;
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
