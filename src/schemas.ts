import { z } from "zod";
import { changesSchema } from "./compare/changes.ts";
import { commentarySchema } from "./define/commentary.ts";
import { datasetSchema } from "./define/dataset.ts";
import { indicatorSchema } from "./define/indicator.ts";
import { projectSchema } from "./define/project.ts";
import { resultsSchema } from "./disclose/publishable.ts";
import { tablesSchema } from "./export/json.ts";
import { manifestSchema } from "./export/manifest.ts";

/** JSON Schemas by name: of the definition files as people write them, and of the files that a build writes. */
export const jsonSchemas = (): Record<string, object> => ({
  project: z.toJSONSchema(projectSchema, { io: "input" }),
  indicator: z.toJSONSchema(indicatorSchema, { io: "input" }),
  dataset: z.toJSONSchema(datasetSchema, { io: "input" }),
  commentary: z.toJSONSchema(commentarySchema, { io: "input" }),
  results: z.toJSONSchema(resultsSchema, { reused: "ref" }),
  changes: z.toJSONSchema(changesSchema, { reused: "ref" }),
  manifest: z.toJSONSchema(manifestSchema),
  tables: z.toJSONSchema(tablesSchema),
});
