import { measuresOf } from "../measure/all.ts";
import type { Edition } from "../model.ts";
import type { Manifest } from "../results/manifest.ts";
import { sha256 } from "./hashes.ts";

/** Short id of a build: a hash of all that decides its outputs. */
export const buildId = (
  inputs: Manifest["inputs"],
  versions: Manifest["versions"],
  year: number,
  indicators: readonly string[],
  previous: string | null,
): string =>
  sha256(JSON.stringify([inputs, versions, year, indicators, ...(previous === null ? [] : [previous])])).slice(0, 12);

/** How the report of one place of several has another id than that of another. */
export const placeInId = (place: string): string => `--place ${place}`;

export const definitionIds = (edition: Edition): string[] =>
  measuresOf(edition)
    .map(({ definition }) => definition)
    .sort();
