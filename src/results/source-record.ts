import { z } from "zod";

/** What is written beside a file that tempcheck fetch has got: where it came from, and when. */
export const sourceRecord = z.strictObject({
  format: z.literal("tempcheck.source.v1"),
  /** Without any key. */
  address: z.string(),
  /** Day and hour, UTC. */
  fetched: z.string(),
  sha256: z.string(),
  bytes: z.int(),
  licence: z.string(),
  publisher: z.string(),
  version: z.string().nullable(),
  content_type: z.string().nullable(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
});
export type SourceRecord = z.infer<typeof sourceRecord>;

/** Where the record of a file stands. */
export const recordOf = (file: string): string => `${file}.source.json`;
