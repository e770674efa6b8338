import { z } from "zod";
import {
  changeContributionSchema,
  changeSchema,
  contributionSchema,
  dimensionTypes,
  extremesSchema,
  gapSchema,
  groupAgainstOthersSchema,
  heterogeneitySchema,
  kinds,
  lackOfFitSchema,
  languages,
  limitsSchema,
  measureIds,
  missingStates,
  orders,
  orMissing,
  overallSchema,
  paceSchema,
  peopleNeededSchema,
  periodSchema,
  populationAttributableRiskSchema,
  publishedCounts,
  SIGNIFICANCE,
  scales,
  stances,
  trendSchema,
  unrecordedSchema,
  verdictSchema,
} from "../model.ts";
import { noteSchema, type Untold } from "../reasons-and-notes.ts";
import { besideSchema } from "./beside.ts";
import { readingNoteSchema } from "./reading-note.ts";
import { returnResults } from "./return-results.ts";

const clear = z.boolean().describe(`Whether p is below ${SIGNIFICANCE}`);

/** The whole of what may leave the house, and the shape of results.json. */

const groupResult = z.strictObject({
  id: z.string(),
  label: z.string(),
  estimate: orMissing(limitsSchema),
  marker: z.string().nullable().describe("Shorthand where the figure is missing"),
  ...publishedCounts,
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
  lackOfFit: lackOfFitSchema.extend({ clear }).nullable(),
});

const groupAgainstOthers = groupAgainstOthersSchema.extend({
  adjustedP: z.number().nullable().describe("Over the groups of the period (Benjamini-Hochberg)"),
  clear: z
    .boolean()
    .nullable()
    .describe(`Whether the adjusted p is below ${SIGNIFICANCE}; null where it is not tested`),
});

const populationAttributableRisk = populationAttributableRiskSchema.extend({
  clear: z.boolean().nullable().describe("Whether the interval of par leaves out 0; null without an interval"),
});

const supportingMeasure = z.strictObject({
  measure: z.enum(measureIds),
  definition: z.string(),
  outcome: orMissing(z.strictObject({ raw: limitsSchema, oriented: limitsSchema, notes: z.array(noteSchema) })),
});

const periodResult = z.strictObject({
  period: periodSchema,
  groups: z.array(groupResult),
  overall: orMissing(overallSchema),
  unrecorded: unrecordedSchema
    .nullable()
    .describe(
      "Share whose group was not stated or lies outside the declared groups; with sizes unknown, the rows alone",
    ),
  absolute: orMissing(gapSchema),
  relative: orMissing(gapSchema),
  line: line.nullable(),
  heterogeneity: heterogeneitySchema.extend({ clear }).nullable(),
  who: z.array(groupAgainstOthers),
  extremes: extremesSchema.nullable(),
  par: orMissing(populationAttributableRisk),
  measures: z.array(supportingMeasure).describe("Every measure of the method that speaks of such groups"),
  contributions: orMissing(z.array(contributionSchema)).describe("What each measured group adds to the gap"),
  notes: z.array(noteSchema),
});

const change = changeSchema.extend({
  decomposition: orMissing(z.array(changeContributionSchema)).describe(
    "What each group contributed to the change of the groups' mean level; levels and compositions add up to it",
  ),
});

const trend = trendSchema.extend({ measure: z.string() });

const publishedGap = z.strictObject({
  measure: z.string(),
  source: z.string().describe("Dataset id"),
  unit: z.string(),
  note: z.string(),
  judged: z.boolean().describe("Whether the verdict rests on these values"),
  values: z.array(z.strictObject({ period: z.string(), value: z.number() })),
});

const alternativeGap = z.strictObject({
  another: z.enum(["denominator", "ranking"]).describe("What is another than in the gap itself"),
  id: z.string().describe("Column of the denominator, or id of the ranking"),
  name: z.string().describe("How sentences call it"),
  why: z.string().nullable().describe("Why it is not the one that is used, as the definition says it"),
  accepted: z.string().nullable().describe("Why the denominator may exceed what it is a part of"),
  gaps: z
    .array(z.strictObject({ period: z.string(), absolute: orMissing(gapSchema), relative: orMissing(gapSchema) }))
    .describe(
      "Those of the baseline, where one is declared and has figures, and of the latest period, which is the last",
    ),
});

const gapBeside = z.strictObject({
  gap: orMissing(limitsSchema).describe("Oriented, as the gap of the place is"),
  beside: orMissing(limitsSchema).describe("The gap of the place less this one; of ratios, divided by it"),
  clear: z.boolean().nullable().describe("Whether that interval leaves out equal gaps; null without an interval"),
});
export type GapBeside = Untold<z.infer<typeof gapBeside>>;

const comparator = z.strictObject({
  place: z.string().describe("Id of the place"),
  period: z.string().describe("The newest period of the place of the report"),
  overall: orMissing(limitsSchema),
  absolute: gapBeside,
  relative: gapBeside,
  trend: z
    .strictObject({
      periods: z.array(z.string()),
      slopePerYear: limitsSchema.describe("On the scale of the test, as in trends"),
      p: z.number().describe("By itself: nothing rests on it"),
      from: z.number().describe("Fitted gap in the first period"),
      to: z.number().describe("Fitted gap in the last period"),
    })
    .nullable()
    .describe("Of the absolute gap, through the periods of the place's own trend; null where one of them has no gap"),
  periods: z
    .array(
      z.strictObject({
        period: z.string(),
        overall: orMissing(limitsSchema),
        absolute: orMissing(limitsSchema).describe("Oriented, as the gap of the place is"),
        relative: orMissing(limitsSchema),
      }),
    )
    .optional()
    .describe("The level and the gaps in each period of the report's place that there are rows of there"),
});
export type Comparator = Untold<z.infer<typeof comparator>>;

const dimensionResult = z.strictObject({
  dimension: z.string(),
  disadvantaged: z.string().nullable().describe("Group id of the disadvantaged side (ordered and two-group)"),
  advantaged: z.string().nullable(),
  periods: z.array(periodResult),
  change: orMissing(change),
  trends: z.strictObject({
    absolute: orMissing(trend),
    relative: orMissing(trend),
    overall: orMissing(trend).describe(
      "That of the overall level, where the level has no intervals and is judged by it",
    ),
  }),
  paces: z.array(paceSchema),
  verdict: verdictSchema,
  peopleNeeded: peopleNeededSchema
    .nullable()
    .describe("Of two shares of unknown size: how many people it would take. No verdict rests on it"),
  publishedGaps: z.array(publishedGap),
  publishedElsewhere: z
    .array(
      z.strictObject({
        measure: z.string(),
        source: z.string().describe("Dataset id"),
        unit: z.string(),
        note: z.string(),
        period: z.string(),
        own: z.number(),
        places: z.array(
          z.strictObject({
            place: z.string(),
            value: z.number(),
            values: z
              .array(z.strictObject({ period: z.string(), value: z.number() }))
              .optional()
              .describe("Those of every period that is published of the report's place too"),
          }),
        ),
      }),
    )
    .describe("Published gaps of the newest period in other places, in the order of the project"),
  comparators: z.array(comparator).describe("The newest gap in other places, in the order of the project: no ranks"),
  alternatives: z.array(alternativeGap).describe("The gap by every other denominator and ranking at hand"),
  beside: besideSchema
    .optional()
    .describe("What the definition asks for beside the figures of the newest period: no gap or verdict is made of it"),
  notes: z.array(noteSchema),
});

const commentary = z.strictObject({
  author: z.string(),
  role: z.string().nullable(),
  date: z.string().describe("YYYY-MM-DD"),
  markdown: z.string().describe("As written: Markdown without HTML, images or links other than https and mailto"),
});

const reasons = z.strictObject({
  denominator: z.string().nullable(),
  baseline: z.string().nullable(),
  dimensions: z.array(z.strictObject({ dimension: z.string(), why: z.string() })),
});

const indicatorResult = z.strictObject({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  easy: z.string().nullable().describe("What it is about in easy words, for the easy read page"),
  easyTitle: z.string().optional().describe("Its title in easy words, for the easy read page"),
  theme: z.string(),
  place: z.string().nullable().describe("What the figures are of, where it is another place than that of the report"),
  partOf: z.string().nullable().describe("Indicator that holds what is counted here too: not further evidence"),
  index: z.boolean().describe("An index, which shows gaps and their change and no level to be quoted"),
  modelled: z.boolean().describe("Whether a model made the figures, whose error the intervals do not hold"),
  core: z.boolean().describe("One of the few that were chosen to speak for its theme; the others say more"),
  actions: z.array(z.string()).describe("Actions of the plan that it is meant to follow"),
  better: z.enum(stances).describe("neither: gaps are turned as for lower, and called higher or lower"),
  kind: z.enum(kinds),
  scale: z.enum(scales),
  per: z.number(),
  unit: z.string(),
  datasets: z.array(z.string()),
  sentence: z.strictObject({
    people: z.string(),
    state: z.string().nullable(),
    measure: z.string(),
    events: z.boolean().describe("Whether events are counted, of which one person may have several"),
  }),
  breaks: z.array(z.strictObject({ from: z.string(), why: z.string() })),
  baseline: z.string().nullable(),
  why: reasons.describe("Why it is measured in this way, where another would give another verdict"),
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
    .strictObject({
      name: z.string().describe("What the boundaries are and whose"),
      file: z.string(),
      source: z.string().nullable().describe("Dataset id, where the file belongs to one"),
    })
    .nullable()
    .describe("Where the shapes of areas come from; null where there are none"),
  postcodes: z
    .strictObject({
      source: z.string().describe("Dataset id"),
      outward: z.array(z.string()).describe("First halves of the postcodes that are known: M1, M11"),
    })
    .nullable()
    .describe("Postcodes by which readers find their area; null where there are none"),
  rankings: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        moved: z
          .array(z.strictObject({ area: z.string(), from: z.string(), to: z.string() }))
          .describe("Areas that it puts into another group: names, with ids of the groups"),
        areas: z.int().describe("How many areas are ranked"),
      }),
    )
    .describe("Other rankings of the same areas"),
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
  counted: z
    .string()
    .nullable()
    .describe("Day on which the population was counted; null where the dataset does not say"),
  quantiles: z
    .array(z.strictObject({ dimension: z.string(), group: z.string() }))
    .describe("The groups that rankings of the same areas put it in"),
  ranks: z
    .array(z.strictObject({ indicator: z.string(), first: z.int(), last: z.int() }))
    .describe(
      "Of each indicator with intervals that is not modelled, the places from the highest on that chance could give the newest figure, at the level of the method for all areas at once",
    ),
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
  reading: z
    .array(readingNoteSchema)
    .optional()
    .describe("What was left out, filled in or split off as it was read, because its definition says so"),
  /** Null where the disclosure policy covers it: a row may be a person, and all rows a count that is held back. */
  rows: z.int().nullable(),
  files: z.array(
    z.strictObject({
      ...{ path: z.string(), sha256: z.string() },
      fetched: z
        .strictObject({
          day: z.string().describe("YYYY-MM-DD"),
          address: z.string(),
          licence: z.string().describe("The one that it was declared to come under when it was fetched"),
          version: z.string().nullable().describe("The edition or version, where the service names one"),
          lastChanged: z.string().nullable().describe("When the server said it was last changed: YYYY-MM-DD"),
        })
        .optional()
        .describe("How tempcheck fetch got it; left out where it did not"),
    }),
  ),
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

const statement = commentary.nullable().describe("Text of the project; null: the report's own words");

const frame = z.strictObject({
  owner: z.string().nullable(),
  nextEdition: z.string().nullable().describe("YYYY-MM"),
  editions: z.array(z.strictObject({ year: z.int(), title: z.string().nullable(), url: z.string() })),
  accessibility: statement,
  easyRead: statement,
  placeOf: z
    .string()
    .optional()
    .describe("What it is one place of, where the project has several: a page beside the report compares them"),
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
    frame: frame.optional().describe("What stands around every page, where the project says it"),
    licence: z
      .strictObject({ title: z.string(), url: z.string() })
      .nullable()
      .describe("Licence of the report's own figures; null where none is given"),
    place: z.strictObject({ name: z.string(), code: z.string().nullable(), people: z.string(), areas: z.string() }),
    method: z.strictObject({
      version: z.string(),
      confidence: z.number(),
      materiality: z.number(),
      same: z.number().describe("A change surely within this share of the baseline is called little changed"),
      falseDiscoveryRate: z.number().describe("Among the changes called clear, about this share may be chance"),
      reliableDenominator: z.number(),
      headlineTests: z.int().describe("How many changes of headline gaps were tested in this build"),
    }),
    disclosure: z.strictObject({
      threshold: z.int().nullable(),
      roundTo: z.int().nullable(),
      suppressed: z.int().describe("How many counts were held back"),
      internal: z
        .literal(true)
        .optional()
        .describe("Set where nothing was held back although the policy says so: not for publication"),
    }),
    themes: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        easyTitle: z.string().optional().describe("Its title in easy words, for the easy read page"),
        about: z.string().nullable(),
        missing: z.array(z.strictObject({ what: z.string(), state: z.enum(missingStates), needs: z.string() })),
        actions: z.array(
          z.strictObject({
            ...{ id: z.string(), title: z.string(), url: z.string() },
            owner: z.string().nullable().describe("Who leads it"),
            next: z
              .strictObject({ date: z.string().describe("YYYY-MM-DD"), what: z.string() })
              .nullable()
              .describe("What comes next"),
          }),
        ),
        commentary: commentary.nullable().describe("What people wrote about the theme; null where nobody did"),
      }),
    ),
    summary: commentary.nullable().describe("What people wrote about the report as a whole; null where nobody did"),
    firstPage: z.strictObject({
      tiles: z.array(z.string()).describe("Indicators that are shown large; empty: by rule"),
      order: z.array(z.string()).describe("Indicators that come first in the list of topics"),
    }),
    characteristics: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    comparators: z
      .strictObject({ about: z.string(), places: z.array(z.strictObject({ id: z.string(), title: z.string() })) })
      .nullable()
      .describe("Other places whose gaps stand beside those of the place"),
    dimensions: z.array(dimension),
    glossary: z
      .array(z.strictObject({ term: z.string(), means: z.string() }))
      .describe("Words that the project explains, beside those that every report does"),
    communities: z.array(community).describe("People with a page of their own"),
    areas: z.array(area).describe("Areas with a page of their own"),
    indicators: z.array(indicatorResult),
    dataGaps: z.array(dataGap),
    sources: z.array(source),
    value: returnResults.optional().describe("What programmes return; left out where the project declares none"),
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
export type Change = Untold<z.infer<typeof change>>;
export type Trend = Untold<z.infer<typeof trend>>;
export type AlternativeGap = DimensionResult["alternatives"][number];
export type PublishedDimension = z.infer<typeof dimension>;
export type DataGapCell = z.infer<typeof dataGap>["cells"][number];
export type Frame = z.infer<typeof frame>;
export type GapState = DataGapCell["state"];
export type Commentary = z.infer<typeof commentary>;
export type Shape = NonNullable<PublishedDimension["groups"][number]["shape"]>;
export type Community = z.infer<typeof community>;
export type Area = z.infer<typeof area>;
export type Source = z.infer<typeof source>;
export type SourceFile = Source["files"][number];

declare const disclosed: unique symbol;
/** Results of figures that the disclosure policy let out. Only `layOut` makes one; what words, draws and exports takes nothing else. */
export type Publishable = Results & { readonly [disclosed]: true };
