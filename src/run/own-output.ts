import { lstatSync, readdirSync, readFileSync, rmdirSync, statSync, unlinkSync } from "node:fs";
import { join } from "node:path";
import { listedManifest } from "../results/manifest.ts";

/** What stands at a place where an output is to go. */
export type Standing =
  | { kind: "nothing" }
  | { kind: "empty" }
  | { kind: "ours"; files: ReadonlySet<string> }
  | { kind: "foreign"; found: string };

export const MANIFEST = "manifest.json";

/** Largest manifest that is read: hashes of some hundred thousand files. */
export const MOST_MANIFEST_BYTES = 64 * 1024 * 1024;

const MOST_NAMED = 5;

/** What a folder holds: an output of ours is one whose manifest has our format and lists every file in it. */
export function standingIn(folder: string): Standing {
  const names = readdirSync(folder);
  if (names.length === 0) return { kind: "empty" };
  const files = listedIn(folder);
  if (files === null) {
    const which = names.includes(MANIFEST) ? `${MANIFEST} of something else` : `no ${MANIFEST}`;
    return { kind: "foreign", found: `${which}, beside ${named(names.filter((name) => name !== MANIFEST))}` };
  }
  const strangers = strangersIn(folder, files);
  return strangers.length === 0
    ? { kind: "ours", files }
    : { kind: "foreign", found: `files that its ${MANIFEST} does not list: ${named(strangers)}` };
}

/** Paths of the files that the manifest in a folder lists, its own with them; null where it is not of our format. */
export function listedIn(folder: string): Set<string> | null {
  const path = join(folder, MANIFEST);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile() || stat.size > MOST_MANIFEST_BYTES) return null;
  const read = listedManifest.safeParse(parsed(readFileSync(path, "utf8")));
  if (!read.success) return null;
  const { outputs, forms = [], database } = read.data;
  return new Set([...[...outputs, ...forms].map((file) => file.path), database.path, MANIFEST]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a folder holds besides the listed files and the folders that they need; a link is always besides. */
export function strangersIn(folder: string, files: ReadonlySet<string>): string[] {
  const needed = new Set([...files].flatMap(foldersOf));
  const walk = (at: string): string[] =>
    readdirSync(join(folder, at), { withFileTypes: true }).flatMap((entry) => {
      const path = at === "" ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) return needed.has(path) ? walk(path) : [`${path}/`];
      return entry.isFile() && files.has(path) ? [] : [path];
    });
  return walk("").sort();
}

/** Removes the listed files of a folder, its manifest last, and the folders that are empty then: nothing else. */
export function removeListed(folder: string, files: ReadonlySet<string>): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory() || strangersIn(folder, files).length > 0) return;
  const there = [...files].filter((path) => lstatSync(join(folder, path), { throwIfNoEntry: false })?.isFile());
  for (const path of there.filter((one) => one !== MANIFEST)) unlinkSync(join(folder, path));
  if (there.includes(MANIFEST)) unlinkSync(join(folder, MANIFEST));
  const folders = [...new Set([...files].flatMap(foldersOf))].sort((a, b) => b.length - a.length);
  for (const path of [...folders, ""]) removeEmpty(join(folder, path));
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Not there, or somebody has put something into it: it stays.
  }
}

const foldersOf = (path: string): string[] => {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, i) => parts.slice(0, i + 1).join("/"));
};

export const named = (names: readonly string[]): string =>
  names.length === 0
    ? "nothing"
    : `${names.slice(0, MOST_NAMED).join(", ")}${names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : ""}`;
