import { z } from "zod";

/** What was done to rows or cells as a dataset was read, because it says so. */
export const readingNoteSchema = z.strictObject({
  kind: z.enum(["left-out", "total-rows", "filled-down", "flag", "outside", "not-placed", "shared-out"]),
  /** Rows or cells; of what is shared out, how much of the column. */
  count: z.number(),
  /** Of how many; null where that says nothing. */
  of: z.number().nullable(),
  column: z.string().nullable(),
  marker: z.string().nullable(),
  meaning: z.string().nullable(),
});
export type ReadingNote = z.infer<typeof readingNoteSchema>;
