import { z } from "zod";
import { type NotComputable, type Note, notComputableSchema, noteSchema, type Untold } from "./reasons-and-notes.ts";

/** The nouns that every stage shares. Types come from schemas, because results.json is checked against them. */

/** Working scale on which a value's error is closest to normal. */
export const scales = ["identity", "log", "logit"] as const;
export type Scale = (typeof scales)[number];

/** Kinds of statistic. */
export const kinds = [
  "proportion",
  "rate",
  "mean",
  "dsr",
  "dsr-as-published",
  "smr",
  "life-expectancy",
  "healthy-life-expectancy",
  "published",
] as const;
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
  smr: { scale: "log", hasCounts: true, givesCountBack: false },
  "life-expectancy": { scale: "identity", hasCounts: true, givesCountBack: false },
  "healthy-life-expectancy": { scale: "identity", hasCounts: true, givesCountBack: false },
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

/**
 * Languages a report can be in: each has a catalogue. Those of other regions have the words of en-GB, with days and numbers
 * as they are written there. en-XA is English with accents, which shows a translator what a catalogue reaches.
 */
export const languages = ["en-GB", "en-IE", "en-US", "en-CA", "en-AU", "en-NZ", "en-XA"] as const;
export type Language = (typeof languages)[number];

/** What stands in the way of a figure that a theme should have, the nearest to hand first. */
export const missingStates = ["published-not-loaded", "needs-an-agreement", "nobody-collects"] as const;
export type MissingState = (typeof missingStates)[number];

/** How the groups of a dimension relate: it alone decides which measures are the headline. */
export const orders = ["ordered", "pair", "unordered"] as const;
export type Order = (typeof orders)[number];

interface OrderFacts {
  /** Whether the groups stand on a ladder, along which a line is fitted. */
  isLadder: boolean;
  /** Whether the first and the last are its two sides; where not, the worst- and the best-off are looked for. */
  hasSides: boolean;
}

/** What hangs on how the groups of a dimension relate. Its headline measures stand in measure/all.ts. */
export const orderFacts: Record<Order, OrderFacts> = {
  ordered: { isLadder: true, hasSides: true },
  pair: { isLadder: false, hasSides: true },
  unordered: { isLadder: false, hasSides: false },
};

/** The line that p values are held against, two-sided. Only judge/ holds them against it. */
export const SIGNIFICANCE = 0.05;
/** The line for changes whose error is known less well: pools that overlap, and borrowed errors. */
export const STRICT_SIGNIFICANCE = 0.01;

/** Editions of the method: docs/method.md. What the second one changed stays computable as it was. */
export const editions = [1, 2] as const;
export type Edition = (typeof editions)[number];
/** The one that holds where nobody asks for another. */
export const EDITION: Edition = 2;
/** The edition that results say they follow. */
export const editionOf = ({ method }: { method: { version: string } }): Edition => (method.version === "1" ? 1 : 2);

/** Which way an indicator runs. */
export type Better = "higher" | "lower";
/** What more of it is: better, worse, or neither, as with a tenure of homes. */
export const stances = ["higher", "lower", "neither"] as const satisfies readonly (Better | "neither")[];
export type Stance = (typeof stances)[number];
/** The way in which gaps are turned: what is neither is turned as what is better low, and called higher or lower. */
export const turnedAs = (stance: Stance): Better => (stance === "neither" ? "lower" : stance);

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

const testScale = z.enum(["difference", "log", "variance"]);
const changeScale = z.enum(["difference", "log", "variance", "root"]);
export type ChangeScale = z.infer<typeof changeScale>;

/** What statistical tests need of a figure: a point whose error is close to normal, and its standard error. */
export interface Tested {
  scale: z.infer<typeof testScale>;
  point: number;
  standardError: number | null;
}

/** One group's estimate. `working` is the same figure on the working scale. */
export interface Estimate extends Limits, Bounded {
  /** Squared standard error, from the width of the interval. */
  variance: number | null;
  /** Of counts, the variance without the bias that such widths have; left out where it is `variance`. */
  unbiased?: number;
  /** The part of `variance` that comes of rounding and of no sample. */
  rounding?: number;
  /** What it would be with other counts, where counts are known within bounds alone. */
  within?: Within;
  working: { point: number; variance: number | null } | null;
  numerator: number | null;
  denominator: number | null;
  notes: Note[];
}

/** Estimates from counts anywhere in their bounds. */
export interface Within {
  /** How many counts may be moved by themselves: the numerator, the denominator, or both. */
  sides: 1 | 2;
  /** Each from 0, its lowest, to 1, its highest. */
  at(places: readonly number[]): Estimate | NotComputable;
}

/** What both gaps did together. */
export const verdictIds = [
  "closing",
  "smaller-in-points-only",
  "smaller-in-ratio-only",
  "little-changed",
  "cannot-tell",
  "depends",
  "points-and-ratio-disagree",
  "larger-in-points-only",
  "larger-in-ratio-only",
  "widening",
  "not-compared",
] as const;
export type VerdictId = (typeof verdictIds)[number];
/** What one gap did. */
export const gapDirections = ["narrower", "wider", "little-changed", "cannot-tell", "depends", "not-compared"] as const;
export type GapDirection = (typeof gapDirections)[number];
/** What the overall level did. */
export const levelDirections = ["improving", "worsening", "little-changed", "cannot-tell", "not-compared"] as const;
export type LevelDirection = (typeof levelDirections)[number];
/** From cold to hot, and then what is neither. */
export const temperatures = [
  "cooling",
  "easing",
  "steady",
  "warming",
  "heating",
  "mixed",
  "unclear",
  "no-reading",
] as const;
export type Temperature = (typeof temperatures)[number];
/** What each state of both gaps is called for short: docs/method.md section 6. */
export const temperatureOf: Record<VerdictId, Temperature> = {
  closing: "cooling",
  "smaller-in-points-only": "easing",
  "smaller-in-ratio-only": "easing",
  widening: "heating",
  "larger-in-points-only": "warming",
  "larger-in-ratio-only": "warming",
  "points-and-ratio-disagree": "mixed",
  "little-changed": "steady",
  "cannot-tell": "unclear",
  depends: "unclear",
  "not-compared": "no-reading",
};

/** What a verdict rests on: two separate periods, pools that overlap, a published gap with the error of our own, a trend, or nothing. */
export const bases = ["since-baseline", "overlapping", "borrowed-error", "trend", "none"] as const;
export type Basis = (typeof bases)[number];

export const verdictSchema = z.strictObject({
  id: z.enum(verdictIds).describe("What both gaps did together"),
  label: z.string(),
  temperature: z.enum(temperatures),
  absolute: z.enum(gapDirections),
  relative: z.enum(gapDirections),
  overall: z.enum(levelDirections).describe("The overall level: a part of its own, never merged with the gap"),
  basis: z.enum(bases),
  levellingDown: z.boolean(),
  rule: z.string().describe("The rule that decided, in words"),
  because: notComputableSchema.nullable().describe("Why nothing is compared; null where something is"),
});
/** What is said of a gap and of the overall level, and what it rests on. */
export type Verdict = Untold<z.infer<typeof verdictSchema>>;

/** People of both groups together, in each of the two periods, at which a change of their gap would be clear by itself. */
export const peopleNeededSchema = z.strictObject({
  absolute: z.int().nullable().describe("Both groups together, in each of the two periods; null: nothing changed"),
  relative: z.int().nullable(),
  isLeast: z.boolean().describe("Whether it may take more: the part of each group is not known in both periods"),
});
export type PeopleNeeded = z.infer<typeof peopleNeededSchema>;

/** When a target is met if the trend goes on: decimal years, null where the trend does not get there. */
export const paceSchema = z.strictObject({
  gap: z.enum(["absolute", "relative"]),
  target: z.number(),
  source: z.string(),
  year: z.number().nullable(),
  earliest: z.number().nullable(),
  latest: z.number().nullable(),
  outcome: z.union([z.enum(["on-this-trend", "reached", "not-on-this-trend"]), notComputableSchema]),
  text: z.string().describe("The outcome in words"),
});
export type Pace = Untold<z.infer<typeof paceSchema>>;

/** Measures of the method, in the order in which it lists them. */
export const measureIds = [
  "sii",
  "rii",
  "sii_linear",
  "rii_linear",
  "d",
  "r",
  "d_reference",
  "r_reference",
  "bgsd_adjusted",
  "cov_adjusted",
  "bgv_adjusted",
  "bgsd",
  "cov",
  "bgv",
  "aci",
  "rci",
  "rci_wagstaff",
  "aci_erreygers",
  "mdmu",
  "mdmw",
  "mdbu",
  "mdbw",
  "mdru",
  "mdrw",
  "idisu",
  "idisw",
  "ti",
  "mld",
  "par",
  "paf",
  "p80p20",
  "p90p10",
] as const;
export type MeasureId = (typeof measureIds)[number];

/** From the lowest to the highest that something may be. */
export const rangeSchema = z.strictObject({ lower: z.number(), upper: z.number() });
export type Range = z.infer<typeof rangeSchema>;

/** Counts as they are published: a number, or no number and the range that it lies in. */
export const publishedCounts = {
  numerator: z.number().nullable(),
  numeratorRange: rangeSchema.nullable().describe("The range it lies in, where it is known within a range alone"),
  denominator: z.number().nullable(),
  denominatorRange: rangeSchema.nullable(),
} as const;
export type PublishedCounts = z.infer<z.ZodObject<typeof publishedCounts>>;

/** A measure of inequality, computed. Oriented: positive (absolute) or above 1 (ratio) means the disadvantaged are worse off. */
export const gapSchema = z.strictObject({
  measure: z.enum(measureIds),
  definition: z.string(),
  name: z.string(),
  type: z.enum(["absolute", "relative"]),
  unit: z.string(),
  atEquality: z.number(),
  raw: limitsSchema,
  oriented: limitsSchema,
  clear: z.boolean().nullable().describe("Whether its interval leaves out equality; null without an interval"),
  corners: rangeSchema
    .nullable()
    .describe(
      "The least and the most that the oriented gap can be, counts being anywhere in their ranges; null: all are known",
    ),
  notes: z.array(noteSchema),
});
export type Gap = Untold<z.infer<typeof gapSchema>>;

/** A figure, or why there is none. */
export const orMissing = <T extends z.ZodType>(schema: T) => z.union([schema, notComputableSchema]);

/** The level of everyone, published or made of the groups. */
export const overallSchema = limitsSchema.extend({
  ...publishedCounts,
  from: z.enum(["published", "pooled"]),
});
export type Overall = z.infer<typeof overallSchema>;

/** People whose group is not known. */
export const unrecordedSchema = z.strictObject({
  share: z.number().nullable(),
  count: z.number(),
  of: z
    .enum(["denominator", "weight", "implied", "numerator", "rows"])
    .describe("What is shared out: people by any of three sizes, else the events of a rate, else rows alone"),
});
export type Unrecorded = z.infer<typeof unrecordedSchema>;

/** How far the groups lie from the line, beyond what chance alone would do. */
export const lackOfFitSchema = z.strictObject({
  chiSquared: z.number(),
  degreesOfFreedom: z.int(),
  p: z.number(),
});
export type LackOfFit = z.infer<typeof lackOfFitSchema>;

/** Whether groups differ at all beyond chance. */
export const heterogeneitySchema = z.strictObject({ q: z.number(), degreesOfFreedom: z.int(), p: z.number() });
export type Heterogeneity = z.infer<typeof heterogeneitySchema>;

/** One group against the published level of everyone, or all the others together. */
export const groupAgainstOthersSchema = z.strictObject({
  group: z.string(),
  against: z.enum(["overall", "rest"]).describe("The published level of everyone, or all the other groups together"),
  level: z.number().describe("Theirs"),
  difference: limitsSchema.describe("Oriented: positive means the group is worse off than they are"),
  p: z.number().nullable(),
});
export type GroupAgainstOthers = z.infer<typeof groupAgainstOthersSchema>;

/** Ids of the best- and the worst-off group of reliable size. */
export const extremesSchema = z.strictObject({ best: z.string(), worst: z.string() });
export type Extremes = z.infer<typeof extremesSchema>;

/** Population attributable risk, y_ref - mu with its raw sign, and what it comes to: n abs(par) / per. */
export const populationAttributableRiskSchema = z.strictObject({
  reference: z.string().describe("Group whose level everyone would have"),
  par: limitsSchema,
  headCount: orMissing(limitsSchema).describe("People or events it comes to; positive"),
  notes: z.array(noteSchema),
});
export type PopulationAttributableRisk = Untold<z.infer<typeof populationAttributableRiskSchema>>;

/** What one group adds to measures that are sums over the groups. */
export const contributionSchema = z.strictObject({
  group: z.string(),
  theil: z.number().nullable().describe("1000 p r ln r, r = y / mu; these add up to ti"),
  betweenGroupVariance: z.number().describe("p (y - mu)^2; these add up to bgv"),
  concentration: z.number().nullable().describe("2 p (x - x') (y - mu); these add up to aci (ordered dimensions)"),
});
export type Contribution = z.infer<typeof contributionSchema>;

/** What one group adds to the change of the mean between two periods (Kitagawa's rate and composition effects). */
export const changeContributionSchema = z.strictObject({
  group: z.string(),
  level: z.number().describe("(p0 + p1) / 2 (y1 - y0): the group's own level changed"),
  composition: z.number().describe("(p1 - p0) ((y0 + y1) / 2 - (mu0 + mu1) / 2): its share of the people changed"),
});
export type ChangeContribution = z.infer<typeof changeContributionSchema>;

/** A change between two periods, tested where both have a standard error; a typical difference, tested as a variance, has no limits. */
export const changeResultSchema = z.strictObject({
  from: z.number(),
  to: z.number(),
  change: limitsSchema.describe("to minus from; for a ratio, to divided by from"),
  scale: changeScale.describe(
    "Where the test is made; root: a typical difference without intervals, which is not tested",
  ),
  standardError: z.number().nullable().describe("On the test's scale, with scatter beyond sampling in it"),
  degreesOfFreedom: z.number().nullable().describe("Of Student's t; null where the test is on the normal distribution"),
  statistic: z.number().nullable().describe("The change over its standard error, on the test's scale"),
  p: z.number().nullable(),
  adjustedP: z.number().nullable().describe("Over the family of tests of the build (Benjamini-Hochberg)"),
  possible: z
    .boolean()
    .describe(`Whether p is below ${SIGNIFICANCE} and the change is not clear all the same: it may be chance`),
  clear: z
    .boolean()
    .describe(
      `Whether p is below ${SIGNIFICANCE}, the adjusted p below method.falseDiscoveryRate, and the change at least method.materiality times the baseline in size; pools that overlap: p below ${STRICT_SIGNIFICANCE}; one end of a gap: p alone`,
    ),
  moved: z.enum(["down", "up", "level"]).describe("Sign of the change of the oriented gap, or of the level"),
  minimumDetectable: z.number().nullable().describe("Smallest change found four times in five, on the test's scale"),
  untested: notComputableSchema.nullable(),
});
export type ChangeResult = Untold<z.infer<typeof changeResultSchema>>;

/** The change of a gap, with what is made of it. */
export const gapChangeSchema = changeResultSchema.extend({
  direction: z.enum(gapDirections).describe("By this change alone: where it is not-compared, a trend may still decide"),
  depends: z
    .enum(["baseline", "framing"])
    .nullable()
    .describe("Where the direction depends: on the year compared, or on counting who has or who has not"),
  baselineExtreme: z
    .enum(["highest", "lowest"])
    .nullable()
    .describe("Whether the baseline is the highest or lowest gap of the separate periods (five or more)"),
  turned: z.string().nullable().describe("A later period since which the gap clearly went the other way"),
});
export type GapChange = Untold<z.infer<typeof gapChangeSchema>>;

/** The change of the overall level, with what is made of it. */
export const levelChangeSchema = changeResultSchema.extend({ direction: z.enum(levelDirections) });
export type LevelChange = Untold<z.infer<typeof levelChangeSchema>>;

/** The changes between two periods that a verdict rests on. */
export const changeSchema = z.strictObject({
  baseline: periodSchema,
  current: periodSchema,
  basis: z.enum(["since-baseline", "overlapping", "borrowed-error"]),
  shared: z.number().describe("Part of what both periods count that they share; 0 for separate periods"),
  scatter: z
    .strictObject({
      phi: z.number().describe("Scatter beyond sampling as it is used: the variance is multiplied by it where above 1"),
      own: z.number().nullable().describe("That of this series alone; null with fewer than three separate periods"),
    })
    .nullable()
    .describe("null: not known, and taken as 1"),
  absolute: orMissing(gapChangeSchema),
  relative: orMissing(gapChangeSchema),
  overall: orMissing(levelChangeSchema),
  disadvantagedEnd: levelChangeSchema.nullable(),
  advantagedEnd: levelChangeSchema.nullable(),
});
export type Change = Untold<z.infer<typeof changeSchema>>;

/** A straight line of a gap over separate periods, on the scale where the gap is tested. */
export const trendSchema = z.strictObject({
  scale: changeScale,
  periods: z.array(z.string()),
  leftOut: z.array(z.string()).describe("Periods with a gap that share days with one of those, or lie before a break"),
  slopePerYear: limitsSchema.describe("On the scale of the test: per year, or log ratio per year"),
  degreesOfFreedom: z.number().nullable().describe("Of Student's t; null where the test is on the normal distribution"),
  p: z.number(),
  adjustedP: z.number().nullable().describe("Over the family of tests of the build (Benjamini-Hochberg)"),
  clear: z.boolean().describe(`Whether p is below ${SIGNIFICANCE} and the adjusted p below method.falseDiscoveryRate`),
  decides: z.boolean().describe("Whether the verdict rests on it"),
  from: z.number().describe("Fitted gap in the first period"),
  to: z.number().describe("Fitted gap in the last period"),
});
export type Trend = z.infer<typeof trendSchema>;

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

/** A gap as the second edition of the method judges it: a point whose error is close to normal. */
export interface GapEvidence {
  measure: MeasureId;
  /** The oriented gap, as it is shown. */
  shown: number;
  /** difference: as shown; log: its log; variance: the adjusted between-group variance; root: the plain deviation. */
  scale: ChangeScale;
  point: number;
  variance: number | null;
  /** Period of the report's own gap that lends a published gap its error. */
  borrowedFrom?: string;
  /** The part of a variance's own error that is linear in the groups' errors: overlapping pools shrink it less. */
  linearVariance: number | null;
}

/** The part of the people, or of the areas where people are not known, that only one of two compared periods has. */
export interface LeftOut {
  /** 0 to 1. */
  share: number;
  of: "people" | "areas";
}

/** What judging takes of one period of one indicator and dimension. */
export interface PeriodEvidence {
  period: Period;
  absolute: GapEvidence | null;
  relative: GapEvidence | null;
  /** The relative gap of those who have not, where shares are counted. */
  complement: GapEvidence | null;
  level: { value: number; standardError: number | null } | null;
  /** The two sides of a ladder (ends of the line) or of a pair, with the variances of each and of their sum. */
  ends: { disadvantaged: number; advantaged: number; advantagedVariance: number; sumVariance: number } | null;
  /** Each group on the working scale; null where one has no error. */
  cells: readonly { point: number; variance: number }[] | null;
  /** Unordered groups of unknown size have a gap that is shown and no gap to judge: the smallest group would decide it. */
  sizesUnknown?: true;
  /** Everyone counted, where it is known. */
  size: number | null;
}

/** What is known of a count that is published as a range only, or of a sum with such counts in it. */
export interface Bounds {
  lower: number;
  upper: number;
  /** Of every such count in it, (upper - lower)^2 / 12. */
  variance: number;
  /** How many rows of the dataset are such counts; left out where it is this project that holds counts back. */
  rows?: number;
  /** Set where the count is printed as a multiple, which the middle of its bounds is close to. */
  isRounded?: true;
}

/** Counts of which one may not be known exactly: it is then the middle of its bounds. */
export interface Bounded {
  /** Of the numerator. */
  bounds?: Bounds;
  denominatorBounds?: Bounds;
}

interface Counts extends Bounded {
  numerator: number | null;
  denominator: number | null;
}

const rangeOf = (bounds: Bounds | undefined): Range | null =>
  bounds === undefined || bounds.isRounded ? null : { lower: bounds.lower, upper: bounds.upper };

/** Counts as they are published: what is known as a range is no number. */
export const countsAsPublished = ({ numerator, bounds, denominator, denominatorBounds }: Counts): PublishedCounts => ({
  numerator: bounds && !bounds.isRounded ? null : numerator,
  numeratorRange: rangeOf(bounds),
  denominator: denominatorBounds && !denominatorBounds.isRounded ? null : denominator,
  denominatorRange: rangeOf(denominatorBounds),
});

/** The bounds of counts added up; none of those that are all known. */
export function boundsTogether(counts: readonly Counts[]): Bounded {
  const of = (side: "numerator" | "denominator", key: keyof Bounded): Bounds | null => {
    const within = counts.flatMap((one) => one[key] ?? []);
    if (within.length === 0) return null;
    const sum = (end: "lower" | "upper"): number =>
      counts.reduce((total, one) => total + (one[key]?.[end] ?? one[side] ?? 0), 0);
    const rows = within.flatMap((one) => one.rows ?? []);
    return {
      lower: sum("lower"),
      upper: sum("upper"),
      variance: within.reduce((total, { variance }) => total + variance, 0),
      ...(rows.length > 0 && { rows: rows.reduce((total, one) => total + one, 0) }),
    };
  };
  const [bounds, denominatorBounds] = [of("numerator", "bounds"), of("denominator", "denominatorBounds")];
  return { ...(bounds && { bounds }), ...(denominatorBounds && { denominatorBounds }) };
}

/** Figures of one group in one period, summed or copied from the dataset: what an estimate is made from. */
export interface Figures extends Bounded {
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
export interface AgeCounts extends Bounded {
  label: string;
  numerator: number;
  denominator: number;
  /** Other counts of the band that the statistic asks for, in the order of `bandColumns` of its definition. */
  more?: readonly number[];
}

/** The other counts of bands, added up. */
export const moreTogether = (bands: readonly AgeCounts[]): Pick<AgeCounts, "more"> => {
  const first = bands[0]?.more;
  return first === undefined
    ? {}
    : { more: first.map((_, i) => bands.reduce((total, { more }) => total + (more?.[i] ?? 0), 0)) };
};

/** First ages of the 20 bands of an abridged life table; the last is open. */
export const lifeTableAges = [0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90] as const;
/** The same of life tables that end at 85, 90 or 95 and over. */
export const lifeTables: readonly (readonly number[])[] = [
  lifeTableAges.slice(0, -1),
  lifeTableAges,
  [...lifeTableAges, 95],
];

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
  /** Share of its people, 0 to 1, that live in the areas its figures are of, where some area has none. */
  covered?: number;
  /** Why figures are missing, where they are. */
  blank: { marker: string; text: string } | null;
  /** Set where the disclosure policy of the project has let its counts out. */
  isLetOut?: true;
  /** Set where the project itself holds its count back, with what the count could be for somebody outside. */
  heldBack?: { range: OutsideRange | null };
}

/** What a count held back could be, for all that is published of the others; no upper end where nothing bounds it. */
export type OutsideRange = Omit<Range, "upper"> & { upper: number | null };
