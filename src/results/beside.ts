import { z } from "zod";
import { limitsSchema, orMissing } from "../model.ts";

/** Figures that stand beside those of a breakdown because its definition asks for them. No gap and no verdict is made of any. */

const leftOut = z
  .array(z.string())
  .describe("Groups without a figure, and those of which a count is held back or is a range: nothing is made of them");

const funnel = z.strictObject({
  definition: z.string(),
  target: z.number().describe("What all groups shown come to together"),
  phi: z.number().describe("Scatter in the funnel; 1 is what chance alone gives. The limits are wider by its root"),
  sizeIs: z.enum(["people", "expected", "precision"]).describe("What makes the funnel narrow"),
  groups: z.array(
    z.strictObject({
      group: z.string(),
      value: z.number(),
      size: z.number(),
      z: z.number().describe("Distance from the target in standard errors, scatter in it"),
      warning: limitsSchema.describe("The target, and limits that 95 in 100 lie between"),
      action: limitsSchema.describe("The same of 998 in 1,000"),
      standing: z.enum(["above", "below", "within"]).describe("Of the wider limits"),
    }),
  ),
  leftOut,
});

const smoothed = z.strictObject({
  definition: z.string(),
  mean: z.number().describe("What figures are drawn to"),
  modelVariance: z.number().describe("Variance between areas that chance does not give"),
  areas: z.array(
    z.strictObject({
      group: z.string(),
      raw: z.number(),
      modelled: limitsSchema,
      weight: z.number().describe("Part of the area's own figure in the modelled one, 0 to 1"),
    }),
  ),
  leftOut,
});

const gapParts = z.strictObject({
  definition: z.string(),
  from: z.strictObject({ group: z.string(), years: z.number() }).describe("The group with fewer years"),
  to: z.strictObject({ group: z.string(), years: z.number() }),
  gap: z.number().describe("Years; ages add up to it, and causes do"),
  ages: z.array(z.strictObject({ age: z.string(), years: z.number() })),
  causes: z
    .array(z.strictObject({ cause: z.string().nullable(), years: z.number() }))
    .describe("Null: what no cause is given for. Empty where no deaths by cause are given"),
});

export const besideSchema = z.strictObject({
  period: z.string(),
  funnel: orMissing(funnel).optional(),
  smoothed: orMissing(smoothed).optional(),
  gapParts: orMissing(gapParts).optional(),
});
export type Beside = z.infer<typeof besideSchema>;
export type FunnelResult = z.infer<typeof funnel>;
export type SmoothedResult = z.infer<typeof smoothed>;
export type GapParts = z.infer<typeof gapParts>;
