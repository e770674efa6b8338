import { lstatSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError, UserError } from "../error.ts";
import { type Standing, standingIn } from "./own-output.ts";
import { BUILDS } from "./whole-files.ts";

/** Folders of a project: none may lie in an output, and no output among what it is made from. */
export interface Kept {
  project: string;
  /** Folders of the definitions and the data. */
  sources: readonly string[];
}

/** A place that the command line names; nothing stands for no place. */
export function namedPlace(out: string | undefined, option: string): string | undefined {
  if (out !== undefined && out.trim() === "") throw new UsageError(`${option} must name a place, and is empty`);
  return out;
}

/**
 * Throws unless an output may take this place: nothing, an empty folder, or an output of ours, and never a folder that
 * holds the project, the working folder or the home, nor a disk of its own.
 */
export function refusePlace(output: string, { project, sources }: Kept): void {
  refuse(output, "a folder that does not hold the project", held(output, project) && "the project is in it");
  refuse(output, "a folder that does not hold the home of the user", held(output, homedir()) && "the home is in it");
  const here = held(output, process.cwd()) && "the folder that the command runs in";
  refuse(output, "a folder that is not in use", here);
  const source = sources.find((folder) => held(folder, output));
  refuse(output, "a place apart from what the report is made from", source !== undefined && `a place in ${source}`);
  refuse(output, "a folder, and not a disk of its own", isDisk(output) && "the root of a disk");
  const standing = standingAt(output);
  refuse(
    output,
    "an earlier output of tempcheck whose manifest.json lists every file in it, an empty folder, or nothing",
    standing.kind === "foreign" && standing.found,
    `${ANOTHER}, or move these files away`,
  );
}

const ANOTHER = "choose another place with --out";

function refuse(output: string, must: string, found: string | false, fix = ANOTHER): void {
  if (found !== false)
    throw new UserError({
      where: { file: output },
      must,
      found,
      fix,
    });
}

/** What stands at an output, which may be a link to a folder. */
export function standingAt(output: string): Standing {
  const stat = lstatSync(output, { throwIfNoEntry: false });
  if (stat === undefined) return { kind: "nothing" };
  const there = statSync(output, { throwIfNoEntry: false });
  if (there?.isDirectory()) return standingIn(realpathSync(output));
  if (there !== undefined) return { kind: "foreign", found: there.isFile() ? "a file" : "something that is no folder" };
  // A link of ours whose build is gone holds nothing; another's may yet find its target again.
  const target = readlinkSync(output);
  const isOurs = dirname(target) === BUILDS && basename(target).startsWith(`${basename(output)}.`);
  return isOurs ? { kind: "nothing" } : { kind: "foreign", found: `a link that leads nowhere: ${target}` };
}

/** Which folder a path is, whatever it is called: links, letters in capitals and dots are gone. */
const identity = (path: string): string | undefined => {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat && `${stat.dev} ${stat.ino}`;
};

/** Whether a folder is another, or holds it. */
function held(folder: string, inner: string): boolean {
  const outer = identity(folder);
  if (outer === undefined) return false;
  for (let at = nearest(resolve(inner)); ; at = dirname(at)) {
    if (identity(at) === outer) return true;
    if (at === dirname(at)) return false;
  }
}

/** The real path of a place, or of the nearest folder above it that exists. */
function nearest(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path === dirname(path) ? path : nearest(dirname(path));
  }
}

function isDisk(output: string): boolean {
  const stat = lstatSync(output, { throwIfNoEntry: false });
  if (stat?.isDirectory() !== true) return false;
  return output === dirname(output) || stat.dev !== statSync(join(output, "..")).dev;
}
