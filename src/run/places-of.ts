import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { load } from "../define/load.ts";
import type { OnePlace } from "../define/project.ts";

/** The places of a project, in its order; none where it is of one place. */
export const placesOf = (project: string): readonly OnePlace[] =>
  namesPlaces(resolve(project)) ? (load(resolve(project)).project.value.places?.each ?? []) : [];

/** Whether the project file may name places, by its lines: reading all definitions for that takes long. */
function namesPlaces(root: string): boolean {
  let text: string;
  try {
    text = readFileSync(join(root, "tempcheck.yaml"), "utf8");
  } catch {
    return true;
  }
  const [, indent = "", first = ""] = /^( *)([^\s#])/m.exec(text) ?? [];
  return !/[a-z]/.test(first) || new RegExp(`^${indent}["']?places["']?\\s*:`, "m").test(text);
}
