import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import { PROJECT_FILE } from "../define/load.ts";
import { parseYaml } from "../define/yaml-syntax.ts";
import { type Fault, UserError } from "../error.ts";
import { sha256Of } from "../ingest/raw.ts";
import { swapText } from "./swap.ts";

const DATASET_FILE = "dataset.yaml";

/** A file whose hash was written into its dataset.yaml, and what stood there before. */
export interface Filled {
  file: string;
  sha256: string;
  /** Empty where none stood there. */
  before: string;
}

/** Every hash of these datasets that is not that of its file. */
export interface Hashes {
  filled: Filled[];
  /** How many files have the hash that is written beside them. */
  same: number;
}

/**
 * Writes the sha256 of every file of datasets into their dataset.yaml, and leaves every other letter of it as it is. With
 * nothing named it does so for all datasets. All files are read before any is written.
 */
export async function fillHashes(root: string, named: readonly string[]): Promise<Hashes> {
  const data = dataFolder(root);
  const folder = join(root, data);
  const there = statSync(folder, { throwIfNoEntry: false })?.isDirectory()
    ? readdirSync(folder)
        .filter((name) => existsSync(join(folder, name, DATASET_FILE)))
        .sort()
    : [];
  const unknown = named.filter((name) => !there.includes(name));
  if (unknown.length > 0)
    throw new UserError(
      unknown.map((name) => ({
        where: { file: `${data}/${name}/${DATASET_FILE}` },
        must: "a dataset of the project",
        found: `no such file; there are ${there.join(", ") || "none"}`,
        fix: "name the folder of a dataset",
      })),
    );
  const made = [];
  for (const name of named.length > 0 ? there.filter((one) => named.includes(one)) : there)
    made.push(await ofDataset(root, `${data}/${name}`));
  const faults = made.flatMap((one) => one.faults);
  if (faults.length > 0) throw new UserError(faults);
  for (const { path, before, after } of made) if (after !== before) swapText(path, after);
  return { filled: made.flatMap(({ filled }) => filled), same: made.reduce((sum, { same }) => sum + same, 0) };
}

/** Where datasets lie, by the project file if it says so. */
function dataFolder(root: string): string {
  const path = join(root, PROJECT_FILE);
  if (!existsSync(path))
    throw new UserError({
      where: { file: PROJECT_FILE },
      must: "a project has a file of this name",
      found: "no such file in the project folder",
      fix: "run tempcheck in the folder that holds tempcheck.yaml, or name it with --project",
    });
  const data = parseYaml(readFileSync(path, "utf8"), PROJECT_FILE).document.getIn(["paths", "data"]);
  return typeof data === "string" && !data.split(/[/\\]/).includes("..") ? data : "data-raw";
}

/** A piece of text to put in place of another. */
interface Edit {
  from: number;
  to: number;
  text: string;
}

async function ofDataset(root: string, folder: string) {
  const file = `${folder}/${DATASET_FILE}`;
  const path = join(root, file);
  const before = readFileSync(path, "utf8");
  const { document, lines, faults: broken } = parseYaml(before, file);
  const made = { path, before, after: before, filled: [] as Filled[], same: 0, faults: [...broken] as Fault[] };
  const files = document.get("files");
  if (broken.length > 0 || !isSeq(files)) return made;
  const edits: Edit[] = [];
  for (const entry of files.items) {
    const name = isMap(entry) ? entry.get("path", true) : undefined;
    if (!isMap(entry) || !isScalar(name) || typeof name.value !== "string" || !name.range) continue;
    const { line, col: column } = lines.linePos(name.range[0]);
    const where = { file, line, column };
    const own = join(root, folder, name.value);
    const fault = placeFault(root, own);
    if (fault !== null) {
      made.faults.push({
        where,
        found: fault,
        must: "a file inside the project",
        fix: "put it there, or mend the path",
      });
      continue;
    }
    const sha256 = await sha256Of(own);
    const old = entry.get("sha256", true);
    const stood = isScalar(old) && old.value !== null ? String(old.value) : "";
    if (stood === sha256) {
      made.same++;
      continue;
    }
    made.filled.push({ file: `${folder}/${name.value}`, sha256, before: stood });
    edits.push(
      isScalar(old) && old.range
        ? { from: old.range[0], to: old.range[1], text: spaced(old.range, before, sha256) }
        : added(entry, name.range[1], before, sha256),
    );
  }
  made.after = edits.reduceRight((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), before);
  return made;
}

/** Why a path is no file of the project; null where it is one. */
function placeFault(root: string, path: string): string | null {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return "no file of this name";
  return realpathSync(path).startsWith(`${realpathSync(root)}${sep}`) ? null : "a file outside of the project";
}

/** An empty value stands right behind its colon. */
const spaced = ([from]: readonly [number, number, number], text: string, sha256: string): string =>
  text[from - 1] === ":" ? ` ${sha256}` : sha256;

/** The key behind the path, in the way in which the entry is written. */
function added(entry: YAMLMap, end: number, text: string, sha256: string): Edit {
  if (entry.flow === true) return { from: end, to: end, text: `, sha256: ${sha256}` };
  const start = text.lastIndexOf("\n", (entry.range?.[0] ?? 0) - 1) + 1;
  const indent = " ".repeat((entry.range?.[0] ?? 0) - start);
  const lineEnd = /\r?\n|$/.exec(text.slice(end))?.index ?? 0;
  const at = end + lineEnd;
  return { from: at, to: at, text: `${text.includes("\r\n") ? "\r\n" : "\n"}${indent}sha256: ${sha256}` };
}
