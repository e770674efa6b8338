import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of this program's own files: src/ in a checkout, dist/ where it is installed. */
const own = fileURLToPath(new URL("../", import.meta.url));

interface PackageFile {
  version?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/** Parts of the program: files and folders of its own, and packages. */
interface Part {
  own: readonly string[];
  packages: readonly string[];
}

/**
 * Hash of everything that decides what is made of an input: this program's own files, the versions of all that it
 * depends on, and of what runs it; or of a part of that. No dates, so that a copy of the program has the same.
 */
export function codeHash(part?: Part): string {
  const key = JSON.stringify(part ?? null);
  const hash = known.get(key) ?? hashed(part);
  known.set(key, hash);
  return hash;
}

/** What runs is what was there when it began. */
const known = new Map<string, string>();

function hashed(part: Part | undefined): string {
  const hash = createHash("sha256");
  const { node, v8, icu, unicode } = process.versions;
  hash.update(JSON.stringify([node, v8, icu, unicode, process.platform, process.arch]));
  const files = part === undefined ? filesIn(own) : part.own.flatMap((path) => filesIn(join(own, path)));
  for (const file of files) hash.update(`\n${file.slice(own.length)}\n`).update(readFileSync(file));
  for (const line of dependencies(part?.packages)) hash.update(`\n${line}`);
  return hash.digest("hex");
}

/** A file of the program, whether it is compiled or not, or all files of a folder. */
function filesIn(path: string): string[] {
  const at = existsSync(path) ? path : path.replace(/\.ts$/, ".js");
  if (statSync(at).isFile()) return [at];
  return readdirSync(at, { recursive: true, encoding: "utf8" })
    .filter((name) => !/\.(map|d\.ts)$/.test(name))
    .map((name) => join(at, name))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** Every package that this one needs, or some of them, and those that they need, with its version. */
function dependencies(packages?: readonly string[]): string[] {
  const found = new Map<string, string>();
  const visit = (folder: string): void => {
    const read = readPackage(folder);
    if (read === null || found.has(folder)) return;
    found.set(folder, read.version ?? "");
    for (const name of Object.keys({ ...read.dependencies, ...read.optionalDependencies })) {
      const at = installed(name, folder);
      if (at !== null) visit(at);
    }
  };
  const root = dirname(own);
  if (packages === undefined) visit(root);
  for (const name of packages ?? []) visit(installed(name, root) ?? root);
  return [...found].map(([folder, version]) => `${nameOf(folder)} ${version}`).sort();
}

const nameOf = (folder: string): string => folder.replaceAll("\\", "/").split("/node_modules/").slice(1).join("/");

/** Folder of a package as another finds it; null where it is not installed, as of another system. */
function installed(name: string, from: string): string | null {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, "node_modules", name);
    if (readPackage(folder) !== null) return folder;
    if (at === dirname(at)) return null;
  }
}

const read = new Map<string, PackageFile | null>();

function readPackage(folder: string): PackageFile | null {
  const known = read.get(folder);
  if (known !== undefined) return known;
  let found: PackageFile | null = null;
  try {
    found = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageFile;
  } catch {
    // None here.
  }
  read.set(folder, found);
  return found;
}
