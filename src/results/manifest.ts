import { z } from "zod";

const hashed = z.strictObject({ path: z.string(), sha256: z.string() });

/** What a build was made from and what it made: enough to tell whether two builds are the same. */
export const manifestSchema = z
  .strictObject({
    format: z.literal("tempcheck.manifest.v1"),
    build: z.string().describe("Id of the build: the same for the same inputs, year and versions"),
    title: z.string(),
    year: z.int(),
    method: z.string(),
    previous: z.string().nullable().describe("Id of the earlier build that it was compared with"),
    versions: z.record(z.string(), z.string()),
    definitions: z.array(z.string()).describe("Definition ids of every measure that the build may print"),
    inputs: z.array(hashed),
    outputs: z.array(hashed),
    database: z
      .strictObject({
        path: z.string(),
        tables: z.array(z.strictObject({ name: z.string(), rows: z.int(), sha256: z.string() })),
      })
      .describe("The database by the hash of each table's rows in order, because the bytes of its file vary"),
  })
  .meta({ title: "tempcheck manifest" });

export type Manifest = z.infer<typeof manifestSchema>;
