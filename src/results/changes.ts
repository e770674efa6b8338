import { z } from "zod";
import { levelDirections, limitsSchema } from "../model.ts";

/** What differs between a build and an earlier one: the shape of changes.json. */

const named = z.strictObject({ id: z.string(), title: z.string() });
const at = { indicator: z.string(), dimension: z.string() };

const build = z.strictObject({
  build: z.string(),
  title: z.string(),
  year: z.int(),
  method: z.string(),
});

const cell = {
  ...at,
  period: z.string(),
  what: z.enum(["group", "overall", "absolute", "relative"]),
  group: z.string().nullable().describe("Group id where the figure is one of a group"),
  label: z.string().nullable(),
};

const revised = z.strictObject({
  ...cell,
  unit: z.string(),
  before: limitsSchema,
  after: limitsSchema,
});

export const causes = [
  "new-period",
  "new-baseline",
  "revised-data",
  "definition",
  "method",
  "program",
  "unknown",
] as const;

/** Why a single figure is not what it was. */
export const figureCauses = [
  "data",
  "definition",
  "dataset",
  "measure",
  "settings",
  "project",
  "program",
  "unknown",
] as const;

const verdict = z.strictObject({
  ...at,
  before: z.string().nullable().describe("null where it is not repeated, because a figure behind it is held back"),
  after: z.string(),
  overall: z
    .strictObject({ before: z.enum(levelDirections).nullable(), after: z.enum(levelDirections) })
    .nullable()
    .describe("What was said of the overall level, where it is not what it was"),
  levellingDown: z
    .strictObject({ before: z.boolean().nullable(), after: z.boolean() })
    .nullable()
    .describe("Whether a gap that narrowed did so by levelling down, where that is not what it was"),
  because: z.array(z.enum(causes)),
});

const fromTo = z.strictObject({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() });

const statedKeys = [
  "title",
  "question",
  "kind",
  "unit",
  "per",
  "better",
  "baseline",
  "absolute-target",
  "relative-target",
] as const;

const stated = z.strictObject({
  indicator: z.string(),
  dimension: z.string().nullable().describe("null where it is of the whole indicator"),
  what: z.enum(statedKeys),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

export const changesSchema = z
  .strictObject({
    format: z.literal("tempcheck.changes.v1"),
    previous: build,
    current: build,
    verdicts: z.array(verdict),
    revised: z.array(revised).describe("Figures of both builds that differ by more than rounding"),
    notRepeated: z
      .array(z.strictObject({ indicator: z.string(), period: z.string() }))
      .describe("Periods with differences whose earlier figures are not repeated, because some are held back"),
    appeared: z.array(z.strictObject(cell)).describe("Figures of periods in both builds that had no figure before"),
    disappeared: z.array(z.strictObject(cell)),
    indicators: z.strictObject({ added: z.array(named), dropped: z.array(named) }),
    breakdowns: z.strictObject({ added: z.array(z.strictObject(at)), dropped: z.array(z.strictObject(at)) }),
    periods: z.strictObject({
      added: z.array(z.strictObject({ ...at, period: z.string() })),
      dropped: z.array(z.strictObject({ ...at, period: z.string() })),
    }),
    groups: z.strictObject({
      added: z.array(z.strictObject({ ...at, group: z.string(), label: z.string() })),
      dropped: z.array(z.strictObject({ ...at, group: z.string(), label: z.string() })),
    }),
    inputs: z.array(fromTo).describe("Files by their SHA-256: null where a build did not have one"),
    versions: z.array(fromTo),
    settings: z.array(fromTo).describe("The method's version and settings, and those of the disclosure policy"),
    stated: z.array(stated).describe("What definitions of indicators say otherwise, as far as results tell"),
    definitions: z.strictObject({ added: z.array(z.string()), dropped: z.array(z.string()) }),
  })
  .meta({ title: "tempcheck changes" });

export type Changes = z.infer<typeof changesSchema>;
export type Cell = Omit<z.infer<typeof revised>, "unit" | "before" | "after">;
export type Revised = z.infer<typeof revised>;
export type VerdictChange = z.infer<typeof verdict>;
export type Cause = (typeof causes)[number];
export type FromTo = z.infer<typeof fromTo>;
export type Stated = z.infer<typeof stated>;
export type FigureCause = (typeof figureCauses)[number];

/** A cause, and the files, settings, measures or programs that differ. */
export interface FigureReason {
  cause: FigureCause;
  names: string[];
}
