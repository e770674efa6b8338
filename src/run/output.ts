import { randomUUID } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../error.ts";

/** Folder beside the outputs that holds whole builds; each output is a link to one of them. */
const BUILDS = ".builds";

/**
 * A build on its way to replacing the output at a path. Files go into a folder of their own, and the output is a
 * symbolic link, so that one rename swaps the whole: at every moment the path shows the old build or the new one.
 */
export class PendingOutput {
  readonly #output: string;
  readonly #folder: string;

  constructor(output: string) {
    this.#output = resolve(output);
    refuseForeign(this.#output);
    const builds = join(dirname(this.#output), BUILDS);
    mkdirSync(builds, { recursive: true });
    removeStale(builds, this.#output);
    this.#folder = join(builds, `${basename(this.#output)}.${process.pid}.${randomUUID().slice(0, 8)}`);
    mkdirSync(this.#folder);
  }

  path(relative: string): string {
    const path = join(this.#folder, relative);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  }

  read(relative: string): Uint8Array {
    return readFileSync(join(this.#folder, relative));
  }

  write(relative: string, content: string | Uint8Array): void {
    writeFileSync(this.path(relative), content);
  }

  /** Puts the new build in place of the old one. */
  replace(): void {
    const link = `${this.#folder}.link`;
    symlinkSync(join(BUILDS, basename(this.#folder)), link, "junction");
    // A real folder (an output that was copied here) cannot be swapped in one step: it is set aside first.
    const aside = isRealFolder(this.#output) ? `${this.#folder}.aside` : undefined;
    if (aside) renameSync(this.#output, aside);
    renameSync(link, this.#output);
    if (aside) rmSync(aside, { recursive: true });
    removeStale(dirname(this.#folder), this.#output);
  }

  /** Throws the unfinished build away; the last good output stays as it was. */
  abandon(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Id of the build that an output holds, or undefined where there is none. */
export function buildAt(output: string): string | undefined {
  const manifest = join(output, "manifest.json");
  return existsSync(manifest) ? (JSON.parse(readFileSync(manifest, "utf8")) as { build: string }).build : undefined;
}

/** Writes a file of its own in one step: its path shows the old content or the new one, never a part. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const pending = `${path}.${process.pid}.pending`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(pending, content);
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

const isRealFolder = (path: string): boolean =>
  existsSync(path) && !lstatSync(path).isSymbolicLink() && lstatSync(path).isDirectory();

/** Nothing but an earlier output, or an empty folder, is ever replaced. */
function refuseForeign(output: string): void {
  if (!existsSync(output)) return;
  const ours = lstatSync(output).isDirectory() || lstatSync(output).isSymbolicLink();
  const contents = ours ? readdirSync(output) : ["a file"];
  if (contents.length === 0 || contents.includes("manifest.json")) return;
  throw new UserError({
    where: { file: output },
    must: "an earlier output of tempcheck (with its manifest.json), an empty folder, or nothing",
    found: contents.slice(0, 5).join(", "),
    fix: "choose another place with --out, or move these files away",
  });
}

/** Removes what killed builds of an output left behind, and the builds that it no longer shows. */
function removeStale(builds: string, output: string): void {
  const current = existsSync(output) && lstatSync(output).isSymbolicLink() ? basename(readlinkSync(output)) : undefined;
  const mine = new RegExp(`^${basename(output).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\.(\\d+)\\.`);
  for (const name of readdirSync(builds)) {
    const pid = mine.exec(name)?.[1];
    if (pid === undefined || name === current || (Number(pid) !== process.pid && isRunning(Number(pid)))) continue;
    rmSync(join(builds, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
