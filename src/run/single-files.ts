import { randomUUID } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { UserError } from "../error.ts";
import { manifestSchema } from "../results/manifest.ts";
import { sha256 } from "./hashes.ts";
import { MANIFEST } from "./own-output.ts";
import { BUILDS } from "./whole-files.ts";

export interface SingleFile {
  path: string;
  content: string | Uint8Array;
}

/**
 * Writes files of their own, each in one step: its path shows the old content or the new one, never a part. Another file
 * that stands there is somebody's until `replace` says otherwise, and then none of them is written.
 */
export function writeFiles(files: readonly SingleFile[], replace: boolean): void {
  for (const { path, content } of files) refuseTaken(path, content, replace);
  for (const { path, content } of files) replaceFile(path, content, dirname(path));
}

function refuseTaken(path: string, content: string | Uint8Array, replace: boolean): void {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || (stat.isFile() && (replace || readFileSync(path).equals(Buffer.from(content))))) return;
  throw new UserError({
    where: { file: path },
    must: stat.isFile() ? "no file yet, or the same one" : "a file that can be written",
    found: stat.isFile() ? "another file" : stat.isDirectory() ? "a folder" : "something that is no file",
    fix: stat.isFile()
      ? "choose another place with --out, or say --replace if it may go"
      : "choose another place with --out",
  });
}

/**
 * Puts a file beside the report of an output. The manifest lists it first, so that a build knows it for ours; what is on
 * its way stands outside of the output.
 */
export function putBeside(output: string, { path, content }: SingleFile, replace: boolean): void {
  const folder = realpathSync(output);
  const name = relative(output, path).split(sep).join("/");
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, MANIFEST), "utf8")));
  const others = (manifest.forms ?? []).filter((form) => form.path !== name);
  if (others.length === (manifest.forms ?? []).length) refuseTaken(path, content, replace);
  const builds = join(dirname(output), BUILDS);
  const { database, ...rest } = { ...manifest, forms: [...others, { path: name, sha256: sha256(content) }] };
  replaceFile(join(folder, MANIFEST), `${JSON.stringify({ ...rest, database }, null, 2)}\n`, builds);
  replaceFile(join(folder, name), content, builds);
}

/** Writes beside, on the same disk, and renames. */
function replaceFile(path: string, content: string | Uint8Array, beside: string): void {
  const pending = join(beside, `.tempcheck-${process.pid}-${randomUUID().slice(0, 8)}.pending`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(beside)) mkdirSync(beside);
    writeFileSync(pending, content, { flag: "wx" });
    renameSync(pending, path);
  } catch (error) {
    rmSync(pending, { force: true });
    throw new UserError({
      where: { file: path },
      must: "a file that can be written",
      found: error instanceof Error ? error.message : String(error),
      fix: "choose another place with --out",
    });
  }
}
