import { z } from "zod";

/** What is written beside a file that tempcheck fetch has got: where it came from, and when. */
export const sourceRecord = z.strictObject({
  format: z.literal("tempcheck.source.v1"),
  /** Without any key. */
  address: z.url({ protocol: /^https?$/, error: "an address of the web, https://..." }),
  fetched: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, "a day and hour in UTC, such as 2026-11-29T12:00:05Z"),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits"),
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
