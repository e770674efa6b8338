import { createHash } from "node:crypto";
import { measures } from "../measure/all.ts";
import type { Manifest } from "../results/manifest.ts";
import type { Table } from "../results/tables.ts";

export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Hash of a table: its columns, then each row as a line of JSON. */
export const tableHash = ({ columns, rows }: Table): string =>
  sha256([JSON.stringify(Object.keys(columns)), ...rows.map((row) => JSON.stringify(row))].join("\n"));

/** Short id of a build: a hash of all that decides its outputs. */
export const buildId = (
  inputs: Manifest["inputs"],
  versions: Manifest["versions"],
  year: number,
  indicators: readonly string[],
  previous: string | null,
): string =>
  sha256(JSON.stringify([inputs, versions, year, indicators, ...(previous === null ? [] : [previous])])).slice(0, 12);

export const definitionIds = (): string[] => measures.map(({ definition }) => definition).sort();
