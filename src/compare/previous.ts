import { z } from "zod";
import { languages, levelDirections, periodSchema } from "../model.ts";

/**
 * What a comparison needs of a build, earlier or new. Loose: an earlier build may have been made by a version whose
 * results had other fields besides.
 */

const limits = z.object({ value: z.number(), lower: z.number().nullable(), upper: z.number().nullable() });
const missing = z.object({ reason: z.string(), text: z.string() });
const days = z.object(periodSchema.shape);
const gap = z.union([z.object({ definition: z.string(), unit: z.string(), oriented: limits }), missing]);

const count = z.number().nullish();
const counts = { numerator: count, denominator: count };

const period = z.object({
  period: days,
  groups: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      estimate: z.union([limits, missing]),
      marker: z.string().nullable(),
      ...counts,
    }),
  ),
  overall: z.union([limits.extend({ ...counts, from: z.string().nullish() }), missing]),
  unrecorded: z.object({ count: z.number(), of: z.string() }).nullish(),
  absolute: gap,
  relative: gap,
});

const breakdown = z.object({
  dimension: z.string(),
  periods: z.array(period),
  change: z.union([z.object({ baseline: days, current: days }), missing]),
  verdict: z.object({
    id: z.string(),
    label: z.string(),
    levellingDown: z.boolean(),
    overall: z.enum(levelDirections).optional().catch(undefined),
  }),
  paces: z.array(z.object({ gap: z.string(), target: z.number() })).optional(),
});

export const comparedResults = z.object({
  format: z.literal("tempcheck.results.v1"),
  title: z.string(),
  year: z.int(),
  language: z.enum(languages).optional().catch(undefined),
  disclosure: z
    .object({ threshold: z.number().nullish(), roundTo: z.number().nullish(), internal: z.boolean().nullish() })
    .nullish(),
  method: z.object({
    version: z.string(),
    confidence: z.number(),
    materiality: z.number(),
    reliableDenominator: z.number(),
    same: z.number().optional(),
    falseDiscoveryRate: z.number().optional(),
  }),
  dimensions: z.array(z.object({ id: z.string(), title: z.string() })),
  indicators: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      question: z.string().optional(),
      kind: z.string().optional(),
      unit: z.string(),
      per: z.number().optional(),
      better: z.string().optional(),
      baseline: z.string().nullable().optional(),
      datasets: z.array(z.string()).nullish(),
      dimensions: z.array(breakdown),
    }),
  ),
});

const hashed = z.object({ path: z.string(), sha256: z.string() });

export const comparedManifest = z.object({
  format: z.literal("tempcheck.manifest.v1"),
  build: z.string(),
  versions: z.record(z.string(), z.string()),
  definitions: z.array(z.string()),
  inputs: z.array(hashed),
  outputs: z.array(hashed),
});

export type ComparedResults = z.infer<typeof comparedResults>;
export type ComparedIndicator = ComparedResults["indicators"][number];
export type ComparedBreakdown = ComparedIndicator["dimensions"][number];
export type ComparedPeriod = ComparedBreakdown["periods"][number];
export type ComparedLimits = z.infer<typeof limits>;

/** A build as a comparison takes it. */
export interface ComparedBuild {
  results: ComparedResults;
  manifest: Omit<z.infer<typeof comparedManifest>, "format" | "outputs">;
}
