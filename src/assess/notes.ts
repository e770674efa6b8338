import type { Note } from "../reasons-and-notes.ts";
import type { Results } from "../results/results.ts";

/** A note with the indicator and dimension that it is about. */
export interface NoteAt {
  indicator: string;
  dimension: string;
  note: Note;
}

/** Every note on the latest figures, once each. */
export function notesOf({ indicators }: Results): NoteAt[] {
  return indicators.flatMap(({ id, dimensions }) =>
    dimensions.flatMap(({ dimension, notes, periods }) =>
      [...notes, ...(periods.at(-1)?.notes ?? [])].map((note) => ({ indicator: id, dimension, note })),
    ),
  );
}
