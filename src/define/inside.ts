import { isAbsolute, join, relative, sep } from "node:path";
import type { Fault, Where } from "../error.ts";

/** A path as a project names it. */
export interface NamedPath {
  path: string;
  where: Where;
  /** What it is named from, in the project. */
  folder: string;
  /** What to do about one that leads out. */
  fix?: string | undefined;
}

/** Relative path of what lies in a folder; null where it lies outside. */
function within(folder: string, path: string): string | null {
  const way = relative(folder, path);
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way) ? null : way;
}

/**
 * A fault where a path leads out of a project, by dots or by links. `real` gives the real place of a path, or of as much of
 * it as exists. Nothing of what stands there is read.
 */
export function outsideFaults(
  { path, where, folder, fix = "copy what the report needs into the project, and name it there" }: NamedPath,
  root: string,
  real: (path: string) => string,
): Fault[] {
  const fault = (found: string): Fault[] => [
    {
      where,
      must: "a path from the project on that stays in its folder",
      found,
      fix,
    },
  ];
  if (path.includes("\0")) return fault("a path with a zero byte");
  if (isAbsolute(path)) return fault(`${path}, which is a place of the whole machine`);
  const straight = join(root, folder, path);
  const target = real(straight);
  if (within(real(root), target) !== null) return [];
  return fault(
    within(root, straight) === null
      ? `${path}, which leads to ${relative(root, straight).split(sep).join("/")}`
      : `${path}, a link or below one, which leads to ${target}`,
  );
}
