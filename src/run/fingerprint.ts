import { createHash } from "node:crypto";
import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  type Stats,
  statSync,
} from "node:fs";
import { join } from "node:path";

const PROJECT_FILE = "tempcheck.yaml";
/** What is read of a file at a time, one file after another. */
const chunk = Buffer.allocUnsafe(1 << 20);

/** What a project may be made from as it lies on the disk, before any of it is understood. */
export interface Fingerprint {
  /** One hash of every name and every byte. */
  hash: string;
  /** Hash of each file, by its path in the project. */
  files: ReadonlyMap<string, string>;
  /** What tells each of these files from another at its place. */
  stamps: ReadonlyMap<string, string>;
  /** Folders that were looked into, by their paths in the project. */
  folders: readonly string[];
  /** Where the output goes and of which year it is, as far as the project file says so plainly. */
  outputs: string;
  year: number | undefined;
}

/**
 * Hashes the project file, what it or a file of it names, and all that lies in its folders: names and bytes, no dates. The
 * project file is not parsed here, which would take longer than all the rest: its lines are searched. What is overlooked
 * by that is missed in `files`, and whoever relies on the hash looks there for all that was read. Of files that are not read the
 * name alone counts.
 */
export function fingerprintOf(
  root: string,
  { isRead = () => true }: { isRead?: (path: string) => boolean } = {},
): Fingerprint {
  const project = textOf(join(root, PROJECT_FILE));
  const paths = pathsIn(project);
  const files = new Map<string, string>();
  const stamps = new Map<string, string>();
  const folders: string[] = [];
  const hash = createHash("sha256");
  const take = (path: string, isNamed = false): void => {
    const at = join(root, path);
    const own = lstatSync(at, { throwIfNoEntry: false });
    if (own?.isSymbolicLink()) hash.update(`${JSON.stringify([path, "link", readlinkSync(at)])}\n`);
    const stat = own?.isSymbolicLink() ? statSync(at, { throwIfNoEntry: false }) : own;
    if (stat?.isFile()) {
      files.set(path, isNamed || isRead(path) ? fileHash(at) : "");
      stamps.set(path, stampOf(stat));
    }
    const kind = stat?.isFile() ? files.get(path) : stat?.isDirectory() ? "folder" : stat ? "other" : "nothing";
    hash.update(`${JSON.stringify([path, kind])}\n`);
    // A folder behind a link may be the whole disk, or lead round in a circle.
    if (!own?.isDirectory()) return;
    folders.push(path);
    for (const name of readdirSync(at).sort()) take(`${path}/${name}`);
  };
  for (const path of [paths.indicators, paths.data, paths.commentary, paths.value]) take(path);
  const named = [PROJECT_FILE];
  for (const path of named) {
    if (!files.get(path)) take(path, true);
    if (!/\.ya?ml$/.test(path)) continue;
    const more = valuesIn(textOf(join(root, path))).filter(
      (value) => !named.includes(value) && isFile(join(root, value)),
    );
    named.push(...new Set(more));
  }
  const year = /^ ?"?year"?:\s*(\d{4})\b/m.exec(project)?.[1];
  return {
    hash: hash.digest("hex"),
    files,
    stamps,
    folders,
    outputs: paths.outputs,
    year: year === undefined ? undefined : Number(year),
  };
}

const stampOf = ({ ino, size, mtimeMs }: Stats): string => `${ino} ${size} ${mtimeMs}`;

/** Whether every file that was seen is still the one that was hashed, by its name, its size and its time of change. */
export const isStillSo = (root: string, { stamps }: Pick<Fingerprint, "stamps">): boolean =>
  [...stamps].every(([path, stamp]) => {
    const stat = statOf(join(root, path));
    return stat !== undefined && stampOf(stat) === stamp;
  });

/** The folder of a project's outputs, as far as the project file says so plainly. */
export const outputsFolder = (root: string): string => pathsIn(textOf(join(root, PROJECT_FILE))).outputs;

function pathsIn(project: string): Record<"indicators" | "data" | "commentary" | "value" | "outputs", string> {
  const [, , block = ""] = /(^|\n) ?"?paths"?:(.*(?:\n(?: {2,}.*)?)*)/.exec(project) ?? [];
  const stated = (key: string, usual: string): string =>
    new RegExp(`\\b${key}"?:\\s*["']?([^\\s"',}#]+)`).exec(block)?.[1] ?? usual;
  return {
    indicators: stated("indicators", "indicators"),
    data: stated("data", "data-raw"),
    commentary: stated("commentary", "commentary"),
    value: stated("value", "value"),
    outputs: stated("outputs", "outputs"),
  };
}

/** What may be values: texts in quotes, and what stands behind a key, a hyphen or a comma. */
const VALUE = /"([^"\n]+)"|'([^'\n]+)'|(?:[:,[{-][ \t]+)([^\s"'#,[\]{}][^"'#,[\]{}\n]*)/g;

const valuesIn = (text: string): string[] =>
  [...text.matchAll(VALUE)]
    .map(([, double, single, plain]) => (double ?? single ?? plain ?? "").trim())
    .filter((value) => value.includes(".") && value.length < 200 && !value.startsWith("http"));

const isFile = (path: string): boolean => statOf(path)?.isFile() === true;

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** Hash of a file, which may be larger than memory. */
export function fileHash(path: string): string {
  const hash = createHash("sha256");
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
