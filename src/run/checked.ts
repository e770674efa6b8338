import type { NoteAt } from "../assess/notes.ts";
import type { LedgerEntry } from "../assess/publishable-figures.ts";
import type { Definitions } from "../define/definitions.ts";
import type { Postcode } from "../ingest/postcodes.ts";
import type { Told } from "../reasons-and-notes.ts";
import type { Publishable } from "../results/results.ts";

/** A note with its sentence in the language of the report. */
export type ToldNote = NoteAt & Told;

export interface Checked {
  definitions: Definitions;
  year: number;
  results: Publishable;
  notes: ToldNote[];
  ledger: readonly LedgerEntry[];
  /** Postcodes of areas, by dimension. */
  postcodes: ReadonlyMap<string, readonly Postcode[]>;
}

export type Computed = Pick<Checked, "results" | "ledger" | "postcodes"> & {
  /** What was done to datasets as they were read. */
  reading: { id: string; text: string }[];
};
