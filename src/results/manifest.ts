import { z } from "zod";

const hashed = z.strictObject({ path: z.string(), sha256: z.string() });

/** What a build was made from and what it made: enough to tell whether two builds are the same. */
export const manifestSchema = z
  .strictObject({
    format: z.literal("tempcheck.manifest.v1"),
    build: z.string().describe("Id of the build: the same for the same inputs, year and versions"),
    title: z.string(),
    place: z
      .string()
      .optional()
      .describe("Id of the place, where the project has several; comparison: what compares them all"),
    year: z.int(),
    method: z.string(),
    previous: z.string().nullable().describe("Id of the earlier build that it was compared with"),
    versions: z.record(z.string(), z.string()),
    definitions: z.array(z.string()).describe("Definition ids of every measure that the build may print"),
    inputs: z.array(hashed),
    outputs: z.array(hashed),
    forms: z.array(hashed).optional().describe("Files that were put beside the report afterwards, such as its PDF"),
    database: z
      .strictObject({
        path: z.string(),
        tables: z.array(z.strictObject({ name: z.string(), rows: z.int(), sha256: z.string() })),
      })
      .describe("The database by the hash of each table's rows in order, because the bytes of its file vary"),
  })
  .meta({ title: "tempcheck manifest" });

/** What is needed of any version's manifest to know which files are its build's own. */
export const listedManifest = z.object({
  format: z.string().regex(/^tempcheck\.manifest\.v\d+$/),
  outputs: z.array(z.object({ path: z.string() })),
  forms: z.array(z.object({ path: z.string() })).optional(),
  database: z.object({ path: z.string() }),
});

export type Manifest = z.infer<typeof manifestSchema>;
