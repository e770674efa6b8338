import { z } from "zod";
import {
  dimensionTypes,
  gapSchema,
  kinds,
  languages,
  limitsSchema,
  measureIds,
  notComputableSchema,
  noteSchema,
  orders,
  paceSchema,
  periodSchema,
  SIGNIFICANCE,
  scales,
  type Untold,
  verdictSchema,
} from "../model.ts";

const clear = z.boolean().describe(`Whether p is below ${SIGNIFICANCE}`);

/** The whole of what may leave the house, and the shape of results.json. */

const orMissing = <T extends z.ZodType>(schema: T) => z.union([schema, notComputableSchema]);

const groupResult = z.strictObject({
  id: z.string(),
  label: z.string(),
  estimate: orMissing(limitsSchema),
  marker: z.string().nullable().describe("GSS shorthand where the figure is missing"),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  share: z.number().nullable().describe("Share of the population of the measured groups, 0 to 1"),
  working: z
    .strictObject({ point: z.number(), standardError: z.number().nullable() })
    .nullable()
    .describe("The estimate on the indicator's working scale, which lines are fitted on"),
  ridit: z.number().nullable().describe("Position on the ladder, 0 most disadvantaged to 1 (ordered dimensions)"),
  fitted: z.number().nullable().describe("Value of the fitted line at that position"),
  notes: z.array(noteSchema),
});

const line = z.strictObject({
  scale: z.enum(scales),
  intercept: z.number(),
  slope: z.number(),
  disadvantagedEnd: limitsSchema,
  advantagedEnd: limitsSchema,
  lackOfFit: z.strictObject({ chiSquared: z.number(), degreesOfFreedom: z.int(), p: z.number(), clear }).nullable(),
});

const groupAgainstRest = z.strictObject({
  group: z.string(),
  rest: z.number(),
  difference: limitsSchema.describe("Oriented: positive means the group is worse off than all the others together"),
  p: z.number().nullable(),
  adjustedP: z.number().nullable(),
  clear: z
    .boolean()
    .nullable()
    .describe(`Whether the adjusted p is below ${SIGNIFICANCE}; null where it is not tested`),
});

const populationAttributableRisk = z.strictObject({
  reference: z.string().describe("Group whose level everyone would have"),
  par: limitsSchema,
  clear: z.boolean().nullable().describe("Whether the interval of par leaves out 0; null without an interval"),
  headCount: orMissing(limitsSchema).describe("People or events it comes to; positive"),
  notes: z.array(noteSchema),
});

const supportingMeasure = z.strictObject({
  measure: z.enum(measureIds),
  definition: z.string(),
  outcome: orMissing(z.strictObject({ raw: limitsSchema, oriented: limitsSchema, notes: z.array(noteSchema) })),
});

const contribution = z.strictObject({
  group: z.string(),
  theil: z.number().nullable().describe("1000 p r ln r, r = y / mu; these add up to ti"),
  betweenGroupVariance: z.number().describe("p (y - mu)^2; these add up to bgv"),
  concentration: z.number().nullable().describe("2 p (x - x') (y - mu); these add up to aci (ordered dimensions)"),
});

const periodResult = z.strictObject({
  period: periodSchema,
  groups: z.array(groupResult),
  overall: orMissing(
    limitsSchema.extend({
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      from: z.enum(["published", "pooled"]),
    }),
  ),
  unrecorded: z
    .strictObject({
      share: z.number().nullable(),
      count: z.number(),
      of: z.enum(["denominator", "weight", "implied", "rows"]),
    })
    .nullable()
    .describe(
      "Share whose group was not stated or lies outside the declared groups; with sizes unknown, the rows alone",
    ),
  absolute: orMissing(gapSchema),
  relative: orMissing(gapSchema),
  line: line.nullable(),
  heterogeneity: z.strictObject({ q: z.number(), degreesOfFreedom: z.int(), p: z.number(), clear }).nullable(),
  who: z.array(groupAgainstRest),
  extremes: z.strictObject({ best: z.string(), worst: z.string() }).nullable(),
  par: orMissing(populationAttributableRisk),
  measures: z.array(supportingMeasure).describe("Every measure of the method that speaks of such groups"),
  contributions: orMissing(z.array(contribution)).describe("What each measured group adds to the gap"),
  notes: z.array(noteSchema),
});

const changeResult = z.strictObject({
  from: z.number(),
  to: z.number(),
  change: limitsSchema.describe("to minus from; for a ratio, to divided by from"),
  scale: z.enum(["difference", "log", "variance"]).describe("Where the test is made"),
  statistic: z.number().nullable().describe("Standard normal deviate of the test"),
  p: z.number().nullable(),
  adjustedP: z.number().nullable().describe("Over all headline gap changes of the build (Benjamini-Hochberg)"),
  clear: z.boolean(),
  direction: z.enum(["down", "up", "level"]).describe("Of the oriented gap, or of the level"),
  minimumDetectable: z.number().nullable().describe("Smallest change found four times in five, on the test's scale"),
  untested: notComputableSchema.nullable(),
});

const changeContribution = z.strictObject({
  group: z.string(),
  level: z.number().describe("(p0 + p1) / 2 (y1 - y0): the group's own level changed"),
  composition: z.number().describe("(p1 - p0) ((y0 + y1) / 2 - (mu0 + mu1) / 2): its share of the people changed"),
});

const change = z.strictObject({
  baseline: periodSchema,
  current: periodSchema,
  absolute: changeResult,
  relative: orMissing(changeResult),
  overall: orMissing(changeResult),
  disadvantagedEnd: orMissing(changeResult).nullable(),
  advantagedEnd: orMissing(changeResult).nullable(),
  decomposition: orMissing(z.array(changeContribution)).describe(
    "What each group contributed to the change of the groups' mean level; levels and compositions add up to it",
  ),
});

const trend = z.strictObject({
  measure: z.string(),
  scale: z.enum(["difference", "log", "variance"]),
  periods: z.array(z.string()),
  slopePerYear: limitsSchema.describe("On the scale of the test: per year, or log ratio per year"),
  p: z.number(),
  clear,
  inflation: z.number().describe("Factor on the standard error for scatter beyond the intervals"),
  from: z.number().describe("Fitted gap in the first period"),
  to: z.number().describe("Fitted gap in the last period"),
});

const publishedGap = z.strictObject({
  measure: z.string(),
  source: z.string().describe("Dataset id"),
  unit: z.string(),
  note: z.string(),
  values: z.array(z.strictObject({ period: z.string(), value: z.number() })),
});

const dimensionResult = z.strictObject({
  dimension: z.string(),
  disadvantaged: z.string().nullable().describe("Group id of the disadvantaged side (ordered and two-group)"),
  advantaged: z.string().nullable(),
  periods: z.array(periodResult),
  change: orMissing(change),
  trends: z.strictObject({ absolute: orMissing(trend), relative: orMissing(trend) }),
  paces: z.array(paceSchema),
  verdict: verdictSchema,
  publishedGaps: z.array(publishedGap),
  notes: z.array(noteSchema),
});

const commentary = z.strictObject({
  author: z.string(),
  role: z.string().nullable(),
  date: z.string().describe("YYYY-MM-DD"),
  markdown: z.string().describe("As written: Markdown without HTML, images or links other than https and mailto"),
});

const indicatorResult = z.strictObject({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  theme: z.string(),
  better: z.enum(["higher", "lower"]),
  kind: z.enum(kinds),
  scale: z.enum(scales),
  per: z.number(),
  unit: z.string(),
  datasets: z.array(z.string()),
  sentence: z.strictObject({ people: z.string(), state: z.string().nullable(), measure: z.string() }),
  breaks: z.array(z.strictObject({ from: z.string(), why: z.string() })),
  baseline: z.string().nullable(),
  caveats: z.array(z.string()),
  commentary: commentary.nullable().describe("What people wrote about the figures; null where nobody did"),
  dimensions: z.array(dimensionResult),
});

const dimension = z.strictObject({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  type: z.enum(orders),
  by: z.enum(dimensionTypes),
  ranking: z.enum(["local", "national"]).nullable(),
  preposition: z.enum(["in", "among"]),
  characteristic: z.string().nullable(),
  map: z
    .strictObject({ name: z.string().describe("What the boundaries are and whose"), file: z.string() })
    .nullable()
    .describe("Where the shapes of areas come from; null where there are none"),
  groups: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      phrase: z.string(),
      tile: z.strictObject({ column: z.int(), row: z.int() }).nullable(),
      shape: z
        .array(z.array(z.array(z.tuple([z.number(), z.number()]))))
        .nullable()
        .describe("Polygons of the area: rings of longitude and latitude, the outer one first"),
      members: z.array(z.string()).describe("Names of the areas that make up a quantile; empty otherwise"),
    }),
  ),
});

const community = z.strictObject({
  id: z.string(),
  title: z.string(),
  phrase: z.string(),
  about: z.string().nullable(),
  characteristic: z.string().nullable(),
  groups: z.array(z.strictObject({ dimension: z.string(), group: z.string() })),
  indicators: z.array(z.string()).describe("Indicators that count these people and nobody else"),
});

const area = z.strictObject({
  dimension: z.string(),
  group: z.string().describe("Code of the area, its group id in the dimension"),
  slug: z.string().describe("Name of its page"),
  population: z.number().nullable(),
  quantiles: z
    .array(z.strictObject({ dimension: z.string(), group: z.string() }))
    .describe("The groups that rankings of the same areas put it in"),
  context: z.array(
    z.strictObject({
      title: z.string(),
      source: z.string().describe("Dataset id"),
      parts: z.array(
        z.strictObject({
          label: z.string(),
          count: z.number().nullable(),
          share: z.number().nullable(),
          shareOfAll: z.number().nullable().describe("The same share in all areas together"),
        }),
      ),
    }),
  ),
});

const source = z.strictObject({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  attribution: z.string().nullable(),
  page: z.string(),
  period: z.string(),
  received: z.string(),
  changes: z.string(),
  notes: z.array(z.string()),
  rows: z.int(),
  files: z.array(z.strictObject({ path: z.string(), sha256: z.string() })),
});

export const dataGapStates = [
  "measured",
  "partly",
  "another-indicator",
  "not-here",
  "not-collected",
  "does-not-apply",
] as const;

const dataGap = z.strictObject({
  indicator: z.string(),
  cells: z.array(
    z.strictObject({
      characteristic: z.string(),
      state: z.enum(dataGapStates).describe("not-here: no breakdown, and no reason is declared"),
      dimensions: z.array(z.string()),
      unrecordedShare: z.number().nullable(),
      why: z.string().nullable(),
    }),
  ),
});

export const resultsSchema = z
  .strictObject({
    format: z.literal("tempcheck.results.v1"),
    title: z.string(),
    year: z.int(),
    language: z.enum(languages),
    publisher: z.string(),
    contact: z.string().nullable(),
    url: z.string().nullable().describe("Address at which the output's folder is published; ends in a slash"),
    licence: z.strictObject({ title: z.string(), url: z.string() }).describe("Licence of the report's own figures"),
    place: z.strictObject({ name: z.string(), code: z.string().nullable(), people: z.string(), areas: z.string() }),
    method: z.strictObject({
      version: z.string(),
      confidence: z.number(),
      materiality: z.number(),
      reliableDenominator: z.number(),
      headlineTests: z.int().describe("How many headline gap changes were tested in this build"),
    }),
    disclosure: z.strictObject({
      threshold: z.int().nullable(),
      roundTo: z.int().nullable(),
      suppressed: z.int().describe("How many counts were held back"),
    }),
    themes: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        about: z.string().nullable(),
        missing: z.array(z.strictObject({ what: z.string(), needs: z.string() })),
        actions: z.array(z.strictObject({ title: z.string(), url: z.string() })),
      }),
    ),
    characteristics: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    dimensions: z.array(dimension),
    communities: z.array(community).describe("People with a page of their own"),
    areas: z.array(area).describe("Areas with a page of their own"),
    indicators: z.array(indicatorResult),
    dataGaps: z.array(dataGap),
    sources: z.array(source),
  })
  .meta({ title: "tempcheck results" });

/** results.json as it is written, with every sentence. */
export type WrittenResults = z.infer<typeof resultsSchema>;
export type WrittenIndicator = WrittenResults["indicators"][number];
export type WrittenDimension = WrittenIndicator["dimensions"][number];
export type WrittenPeriod = WrittenDimension["periods"][number];

/** The same as everything that computes or tells takes it. */
export type Results = Untold<WrittenResults>;
export type IndicatorResult = Untold<z.infer<typeof indicatorResult>>;
export type DimensionResult = Untold<z.infer<typeof dimensionResult>>;
export type PeriodResult = Untold<z.infer<typeof periodResult>>;
export type GroupResult = Untold<z.infer<typeof groupResult>>;
export type ChangeResult = Untold<z.infer<typeof changeResult>>;
export type Change = Untold<z.infer<typeof change>>;
export type Trend = Untold<z.infer<typeof trend>>;
export type PublishedDimension = z.infer<typeof dimension>;
export type DataGapCell = z.infer<typeof dataGap>["cells"][number];
export type GapState = DataGapCell["state"];
export type Commentary = z.infer<typeof commentary>;
export type Shape = NonNullable<PublishedDimension["groups"][number]["shape"]>;
export type Community = z.infer<typeof community>;
export type Area = z.infer<typeof area>;
export type Source = z.infer<typeof source>;

declare const disclosed: unique symbol;
/** Results that went through the disclosure policy. Only `disclose` makes one; render and export take nothing else. */
export type Publishable = Results & { readonly [disclosed]: true };
