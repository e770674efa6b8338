import { z } from "zod";
import { commentarySchema } from "../define/commentary.ts";
import { datasetSchema } from "../define/dataset.ts";
import { indicatorSchema } from "../define/indicator.ts";
import { lookSchema } from "../define/look.ts";
import { projectSchema } from "../define/project.ts";
import { returnModelSchema } from "../define/return-model.ts";
import { changesSchema } from "../results/changes.ts";
import { comparisonSchema } from "../results/comparison.ts";
import { manifestSchema } from "../results/manifest.ts";
import { resultsSchema } from "../results/results.ts";
import { tablesSchema } from "../results/tables.ts";

/** JSON Schemas by name: of the definition files as people write them, and of the files that a build writes. */
export const jsonSchemas = (): Record<string, object> => ({
  project: z.toJSONSchema(projectSchema, { io: "input" }),
  indicator: z.toJSONSchema(indicatorSchema, { io: "input" }),
  dataset: z.toJSONSchema(datasetSchema, { io: "input" }),
  commentary: z.toJSONSchema(commentarySchema, { io: "input" }),
  value: z.toJSONSchema(returnModelSchema, { io: "input" }),
  look: z.toJSONSchema(lookSchema, { io: "input" }),
  results: z.toJSONSchema(resultsSchema, { reused: "ref" }),
  changes: z.toJSONSchema(changesSchema, { reused: "ref" }),
  manifest: z.toJSONSchema(manifestSchema),
  comparison: z.toJSONSchema(comparisonSchema, { reused: "ref" }),
  tables: z.toJSONSchema(tablesSchema),
});
