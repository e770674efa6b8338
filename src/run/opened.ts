import { resolve } from "node:path";
import type { Earlier } from "../assess/printed-counts.ts";
import type { Definitions } from "../define/definitions.ts";
import { load } from "../define/load.ts";
import { ofPlace } from "../define/narrow-to-place.ts";
import { UsageError } from "../error.ts";
import { knownDefinitions } from "./known-definitions.ts";

export interface RunOptions {
  /** Folder of the project. */
  project: string;
  /** Reporting year, in place of the project's own. */
  year?: number | undefined;
  /** Which place of the project, where it has several. */
  place?: string | undefined;
  /** Indicators to show; all where none are named. Every indicator is computed either way. */
  indicators?: readonly string[] | undefined;
  /** Notes become failures. */
  strict?: boolean | undefined;
}

/** Told as each stage begins. */
export type Log = (stage: string, detail: string) => void;

/** A project whose definitions are sound, and what is wanted of it. */
export interface Opened {
  definitions: Definitions;
  /** What the next build need not read again; null where nothing of earlier ones was to be used. */
  known: { save(definitions: Definitions): void } | null;
  year: number;
  wanted: readonly string[];
  isStrict: boolean;
  isInternal: boolean;
  earlier: Earlier;
}

export function opened(
  options: RunOptions & { internal?: boolean | undefined; fresh?: boolean | undefined; earlier: Earlier },
  log: Log,
): Opened {
  log("define", "definitions and their references");
  const root = resolve(options.project);
  const known =
    options.internal || options.place !== undefined ? null : knownDefinitions(root, { fresh: options.fresh === true });
  const definitions = narrowed(load(root, known ?? undefined), options.place);
  const wanted = options.indicators ?? [];
  refuseUnknown(wanted, definitions);
  return {
    definitions,
    known,
    year: options.year ?? definitions.project.value.year,
    wanted,
    isStrict: options.strict === true,
    isInternal: options.internal === true,
    earlier: options.earlier,
  };
}

/** The definitions of the place that is asked for. */
function narrowed(definitions: Definitions, asked: string | undefined): Definitions {
  const places = definitions.project.value.places?.each ?? [];
  if (asked === undefined && places.length === 0) return definitions;
  const place = places.find(({ id }) => id === asked);
  if (place !== undefined) return ofPlace(definitions, place);
  if (places.length === 0) throw new UsageError(`no place ${asked}: the project has one place, and no places`);
  const known = places.map(({ id }) => id).join(", ");
  throw new UsageError(
    asked === undefined
      ? `the project has several places: name one with --place; there are ${known}`
      : `no place ${asked}; there are ${known}`,
  );
}

function refuseUnknown(wanted: readonly string[], { indicators }: Definitions): void {
  const ids = indicators.map(({ value }) => value.id);
  const unknown = wanted.filter((id) => !ids.includes(id));
  if (unknown.length > 0) throw new UsageError(`no indicator ${unknown.join(", ")}; there are ${ids.join(", ")}`);
}
