import { z } from "zod";

/** The nouns that every stage shares. Types come from schemas, because results.json is checked against them. */

/** Working scale on which a value's error is closest to normal. */
export const scales = ["identity", "log", "logit"] as const;
export type Scale = (typeof scales)[number];

/** Kinds of statistic. */
export const kinds = ["proportion", "rate", "mean", "dsr", "dsr-as-published", "life-expectancy", "published"] as const;
export type Kind = (typeof kinds)[number];

interface KindFacts {
  /** Working scale; null where the indicator declares it. */
  scale: Scale | null;
  /** Whether figures come with the counts that they are made of. */
  hasCounts: boolean;
  /** Whether a value and its denominator give the numerator back. What is made from bands of age does not. */
  givesCountBack: boolean;
}

/** What every stage may need to know of a kind. What its definition and its rows must hold stands in define/kinds.ts. */
export const kindFacts = {
  proportion: { scale: "logit", hasCounts: true, givesCountBack: true },
  rate: { scale: "log", hasCounts: true, givesCountBack: true },
  mean: { scale: "identity", hasCounts: false, givesCountBack: true },
  dsr: { scale: "log", hasCounts: true, givesCountBack: false },
  "dsr-as-published": { scale: "log", hasCounts: false, givesCountBack: false },
  "life-expectancy": { scale: "identity", hasCounts: true, givesCountBack: false },
  published: { scale: null, hasCounts: false, givesCountBack: true },
} as const satisfies Record<Kind, KindFacts>;

/** Types of dimension: how the groups come about. */
export const dimensionTypes = ["quantiles", "groups", "pair", "areas"] as const;
export type DimensionType = (typeof dimensionTypes)[number];

/** What the groups of each type are: areas, sets of ranked areas, or people whom the values of a column tell apart. */
export const groupsAre = {
  quantiles: "sets-of-areas",
  groups: "people",
  pair: "people",
  areas: "areas",
} as const satisfies Record<DimensionType, "areas" | "sets-of-areas" | "people">;

/** Languages a report can be in: each has a catalogue. en-XA is English with accents, which shows a translator what a catalogue reaches. */
export const languages = ["en-GB", "en-XA"] as const;
export type Language = (typeof languages)[number];

/** Which way an indicator runs. */
export type Better = "higher" | "lower";

/** Why a figure was not computed, and the sentence that says so in print. */
export const notComputableSchema = z.strictObject({
  reason: z.enum([
    "blank",
    "areas-missing",
    "no-rows",
    "few-events",
    "few-values",
    "empty-age-band",
    "small-population",
    "deaths-exceed-population",
    "no-deaths-in-open-band",
    "nobody-survives",
    "wide-interval",
    "missing-group",
    "coverage-below-85-percent",
    "too-few-groups",
    "undefined-on-working-scale",
    "end-not-positive",
    "mean-not-positive",
    "comparison-not-positive",
    "not-a-count",
    "no-denominator",
    "no-intervals",
    "one-period",
    "periods-overlap",
    "break-in-series",
    "baseline-missing",
    "no-gap",
    "fewer-than-four-periods",
    "no-overall",
    "no-reliable-group",
    "no-reference",
    "disclosure",
  ]),
  text: z.string(),
});
export type NotComputable = z.infer<typeof notComputableSchema>;
export type Reason = NotComputable["reason"];

export const notComputable = (reason: Reason, text: string): NotComputable => ({ reason, text });

/** True for a figure that could not be computed. */
export function isMissing<T extends object>(outcome: T | NotComputable): outcome is NotComputable {
  return typeof (outcome as Partial<NotComputable>).reason === "string";
}

/** Something a reader must know beside a figure. */
export const noteSchema = z.strictObject({
  id: z.union([
    z.enum([
      "continuity-corrected",
      "weights-implied",
      "unweighted",
      "partly-circular",
      "not-a-straight-gradient",
      "intervals-missing",
      "one-sided-interval",
      "missing-group",
      "reference-worse-than-average",
      "levelling-down",
      "overall-not-testable",
      "unrecorded",
      "equal-groups-adjusted-to-zero",
      "suppressed",
      "biased-near-equality",
      "no-interval",
    ]),
    z.templateLiteral(["may-be-chance-among-", z.int()]),
  ]),
  text: z.string(),
});
export type Note = z.infer<typeof noteSchema>;

/** A span of days, both included. `label` is also its id within an indicator. */
export const periodSchema = z.strictObject({
  label: z.string(),
  start: z.string(),
  end: z.string(),
});
export type Period = z.infer<typeof periodSchema>;

/** Middle of a period as a decimal year: 2019.5 for the calendar year 2019. */
export const middleYear = ({ start, end }: Pick<Period, "start" | "end">): number =>
  (decimalYear(start, 0) + decimalYear(end, 1)) / 2;

const DAY = 86_400_000;

function decimalYear(day: string, plusDays: number): number {
  const year = Number(day.slice(0, 4));
  const first = Date.UTC(year, 0, 1);
  return year + (Date.parse(`${day}T00:00:00Z`) + plusDays * DAY - first) / (Date.UTC(year + 1, 0, 1) - first);
}

/** A figure with its limits, null where the source gives no interval. One unit, never a bare standard error. */
export const limitsSchema = z.strictObject({
  value: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});
export type Limits = z.infer<typeof limitsSchema>;

/** What statistical tests need of a figure: a point whose error is close to normal, and its standard error. */
export interface Tested {
  scale: "difference" | "log" | "variance";
  point: number;
  standardError: number | null;
}

/** One group's estimate. `working` is the same figure on the working scale. */
export interface Estimate extends Limits {
  variance: number | null;
  working: { point: number; variance: number | null } | null;
  numerator: number | null;
  denominator: number | null;
  notes: Note[];
}

export const directions = ["narrowing", "widening", "mixed", "no-clear-change", "unknown"] as const;
export type GapDirection = (typeof directions)[number];
export const overallDirections = ["improving", "worsening", "no-clear-change", "unknown"] as const;
export type OverallDirection = (typeof overallDirections)[number];
export const temperatures = ["cooling", "heating", "steady", "mixed", "unknown"] as const;
export type Temperature = (typeof temperatures)[number];

/** A measure of inequality, computed. Oriented: positive (absolute) or above 1 (ratio) means the disadvantaged are worse off. */
export const gapSchema = z.strictObject({
  measure: z.string(),
  definition: z.string(),
  name: z.string(),
  type: z.enum(["absolute", "relative"]),
  unit: z.string(),
  atEquality: z.number(),
  raw: limitsSchema,
  oriented: limitsSchema,
  notes: z.array(noteSchema),
});
export type Gap = z.infer<typeof gapSchema>;

/** What a measure gives for the groups of one period. */
export interface ComputedGap {
  raw: Limits;
  /** Positive, or above 1, when the disadvantaged are worse off. */
  oriented: Limits;
  /** The oriented gap where its change is tested. */
  tested: Tested;
  notes: Note[];
}

/** A level in natural units with its standard error, null where no interval is known. */
export interface Level extends Limits {
  standardError: number | null;
}

/** What judging needs of one period of one indicator and dimension. */
export interface PeriodGaps {
  period: Period;
  absolute: ComputedGap | NotComputable;
  relative: ComputedGap | NotComputable;
  overall: Level | NotComputable;
  /** The two sides of an ordered dimension (ends of the line) or of a pair. */
  ends: { disadvantaged: Level; advantaged: Level } | null;
}

/** Figures of one group in one period, summed or copied from the dataset: what an estimate is made from. */
export interface Figures {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  lower: number | null;
  upper: number | null;
  standardError: number | null;
  /** Spread and size of a sample, for means. */
  sd: number | null;
  count: number | null;
  weight: number | null;
}

/** Counts of one band of age: events or deaths, and people or person-years. */
export interface AgeCounts {
  label: string;
  numerator: number;
  denominator: number;
}

/** First ages of the 20 bands of an abridged life table; the last is open. */
export const lifeTableAges = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90] as const;

/** Figures of which none is known: what a set of them is filled in from. */
export const noFigures: Figures = {
  numerator: null,
  denominator: null,
  value: null,
  lower: null,
  upper: null,
  standardError: null,
  sd: null,
  count: null,
  weight: null,
};

/** One group in one period of one indicator and dimension, before any statistics. */
export interface Observation {
  period: Period;
  /** Group id; null for people whose group is not stated or lies outside the declared groups. */
  group: string | null;
  figures: Figures;
  /** The same counts by band of age, the youngest first, where the statistic is made from them. */
  bands: AgeCounts[] | null;
  rows: number;
  /** Why figures are missing, where they are. */
  blank: { marker: string; text: string } | null;
}
