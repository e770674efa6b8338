import { z } from "zod";
import { languages, limitsSchema, measureIds, orders, orMissing, stances } from "../model.ts";
import type { Untold } from "../reasons-and-notes.ts";

/** The shape of comparison.json: the places of one project side by side, from what their reports publish. */

/** Where the gap of a place stands beside the average of the others. */
export const standings = ["above", "below", "may-be-chance", "no-clear-difference", "not-tested"] as const;
export type Standing = (typeof standings)[number];

/** Why a breakdown is not compared. */
export const whyNotCompared = ["own-ranking", "own-areas", "not-of-places", "no-common-period", "one-place"] as const;
export type WhyNotCompared = (typeof whyNotCompared)[number];

const test = {
  p: z.number().nullable().describe("Null where it is not tested"),
  adjustedP: z.number().nullable().describe("Over the tests of its kind in this breakdown (Benjamini-Hochberg)"),
};

const gapOfPlace = z.strictObject({
  gap: orMissing(limitsSchema).describe("Oriented, as the report of the place has it"),
  standardError: z
    .number()
    .nullable()
    .describe("Of the gap, or of the log of a ratio, from its interval; null where it is not tested"),
  beside: limitsSchema
    .nullable()
    .describe("The gap less the average of the others; of ratios, divided by it. Null where either is missing"),
  ...test,
  standing: z.enum(standings),
});

const difference = z.strictObject({
  place: z.string(),
  other: z.string(),
  difference: limitsSchema
    .nullable()
    .describe("The gap of place less that of other; of ratios, divided by it. Null where either is missing"),
  ...test,
  possible: z.boolean().describe("Apart by itself, and not among all those tested with it: may be chance"),
  clear: z.boolean().nullable().describe("Whether the two can be told apart, by the adjusted p; null: not tested"),
});

const bothTypes = <Shape extends z.ZodType>(shape: Shape) => z.strictObject({ absolute: shape, relative: shape });

const placeFigures = z.strictObject({
  place: z.string(),
  overall: orMissing(limitsSchema),
  groups: z.array(z.strictObject({ group: z.string(), label: z.string(), estimate: orMissing(limitsSchema) })),
  gaps: bothTypes(gapOfPlace),
  series: z
    .array(
      z.strictObject({ period: z.string(), start: z.string(), end: z.string(), absolute: orMissing(limitsSchema) }),
    )
    .describe("The absolute gap in every period of the place"),
});

const gapKind = z
  .strictObject({ measure: z.enum(measureIds), unit: z.string(), atEquality: z.number() })
  .nullable()
  .describe("Null where no place has such a gap");

const compared = z.strictObject({
  indicator: z.string(),
  title: z.string(),
  question: z.string(),
  theme: z.string(),
  unit: z.string(),
  better: z.enum(stances),
  modelled: z.boolean().describe("A model made the figures, whose error the intervals do not hold: nothing is tested"),
  index: z.boolean(),
  caveats: z.array(z.string()),
  datasets: z.array(z.string()),
  dimension: z.string(),
  dimensionTitle: z.string(),
  about: z.string(),
  order: z.enum(orders),
  disadvantaged: z.string().nullable().describe("Label of the disadvantaged side"),
  advantaged: z.string().nullable(),
  period: z.string().describe("The newest that every place with figures has"),
  kinds: bothTypes(gapKind),
  places: z.array(placeFigures).describe("In the order of the project: no ranks"),
  differences: bothTypes(z.array(difference)).describe("Of every two places"),
});

const notCompared = z.strictObject({
  indicator: z.string(),
  title: z.string(),
  dimension: z.string(),
  dimensionTitle: z.string(),
  why: z.enum(whyNotCompared),
});

export const comparisonSchema = z
  .strictObject({
    format: z.literal("tempcheck.comparison.v1"),
    title: z.string(),
    year: z.int(),
    language: z.enum(languages),
    publisher: z.string(),
    licence: z.strictObject({ title: z.string(), url: z.string() }).nullable(),
    whole: z.string().describe("What all places together are called"),
    about: z.string(),
    method: z.strictObject({ version: z.string(), confidence: z.number() }),
    places: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        code: z.string().nullable(),
        title: z.string().describe("Title of its report"),
        build: z.string().describe("Id of the build of its report, whose published figures these are"),
      }),
    ),
    compared: z.array(compared),
    notCompared: z.array(notCompared),
  })
  .meta({ title: "tempcheck comparison" });

export type WrittenComparison = z.infer<typeof comparisonSchema>;
export type Comparison = Untold<WrittenComparison>;
export type Compared = Comparison["compared"][number];
export type PlaceFigures = Compared["places"][number];
export type PlaceGap = PlaceFigures["gaps"]["absolute"];
export type PlaceDifference = Compared["differences"]["absolute"][number];
