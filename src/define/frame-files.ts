import type { Fault, Where } from "../error.ts";
import { type Commentary, readCommentary } from "./commentary.ts";
import { type Look, lookOf, lookSchema, type Taken } from "./look.ts";
import type { Project } from "./project.ts";
import { type Read, readYaml } from "./yaml-file.ts";

/** A text about the report as a whole, signed and dated. */
export type Statement = Omit<Commentary, "indicator" | "about">;
export interface FrameFiles {
  /** Logo, colours and type; null where the report has its own. */
  look: Look | null;
  statements: { accessibility: Statement | null; easyRead: Statement | null };
}

export const noFrame: FrameFiles = { look: null, statements: { accessibility: null, easyRead: null } };

/** How files are read; what is wrong with one is added to the faults. */
interface Reading {
  take: <T>(path: string, parse: (text: string, file: string) => Read<T>) => Taken<T> | null;
  /** Whether a path leads to a file of the project; a fault where not. */
  isThere: (path: string, where: Where) => boolean;
  bytes: (path: string) => Uint8Array;
  faults: Fault[];
}

/** The files that a project names for the frame of its pages. */
export function frameFiles({ value, yaml }: Taken<Project>, { take, isThere, bytes, faults }: Reading): FrameFiles {
  const named = <T>(path: string | undefined, key: readonly string[], read: (path: string) => T | null): T | null =>
    path === undefined || !isThere(path, yaml.where(key)) ? null : read(path);
  const text = (path: string | undefined, key: string): Statement | null =>
    named(path, ["statements", key], (at) => take(at, readCommentary)?.value ?? null);
  const statements = {
    accessibility: text(value.statements.accessibility, "accessibility"),
    easyRead: text(value.statements.easy_read, "easy_read"),
  };
  const defined = named(value.look, ["look"], (at) => take(at, (source, file) => readYaml(source, file, lookSchema)));
  if (defined === null) return { look: null, statements };
  const made = lookOf(defined, (path, where) => (isThere(path, where) ? bytes(path) : null));
  if ("look" in made) return { look: made.look, statements };
  for (const fault of made.faults) faults.push(fault);
  return { look: null, statements };
}
