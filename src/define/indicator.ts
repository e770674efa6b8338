import { z } from "zod";
import { kindFacts, kinds, lifeTableAges, lifeTables, measureIds, stances } from "../model.ts";
import { bandsOfLabels, fiveYearBands, standardAges, strayLabel } from "./five-year-bands.ts";
import { guesses } from "./guess.ts";
import { cell, columnName, day, figureSizes, id, isOfSize, noEffect, object, text, where } from "./schema.ts";

const per = z
  .number("a number from 0.001 to 1,000,000,000")
  .min(0.001, "a number from 0.001 to 1,000,000,000")
  .max(1e9, "a number from 0.001 to 1,000,000,000")
  .describe("Values are given per this many: 100 for a percentage, 10000 for a rate per 10,000");
const unit = text.describe('Printed after the value: "%", "per 10,000", "years", "points"');
const intervalColumns = {
  lower: columnName.optional(),
  upper: columnName.optional(),
  standard_error: columnName.optional(),
};

const intervalLevel = z
  .number()
  .min(0.8)
  .max(0.999)
  .optional()
  .describe("Confidence level of the published interval; 0.95 where none is given");

const argued = {
  accepted: text
    .optional()
    .describe("Why the denominator may be of another year than the figures; it is printed beside them"),
  why: text
    .optional()
    .describe(
      "Which denominator or weight it is and why, where another would give another verdict; the page prints it",
    ),
};

const alternatives = z
  .array(
    object({
      denominator: columnName.describe("Another column that the figures could be divided by"),
      name: text.describe('How a sentence calls these people, to follow "with": "the Census of 2021"'),
      why: text.describe("Why it is not the one that is used, or what it shows"),
      accepted: text.optional().describe("Why it may exceed what it is a part of; it is printed beside the gap"),
    }),
  )
  .default([])
  .describe("Other denominators at hand: the latest gap is shown with each of them too");

const proportion = object({
  kind: z.literal("proportion"),
  numerator: columnName,
  denominator: columnName,
  ...argued,
  alternatives,
  per: per.default(100),
  unit: unit.default("%"),
});

const rate = object({
  kind: z.literal("rate"),
  numerator: columnName.describe("Events"),
  denominator: columnName.describe("Person-years at risk"),
  ...argued,
  alternatives,
  per,
  unit,
});

const mean = object({
  kind: z.literal("mean"),
  value: columnName.describe("One value a row, or the mean of a row's members where count and sd are named"),
  count: columnName.optional(),
  sd: columnName.optional(),
  ...argued,
  unit,
}).refine((s) => (s.count === undefined) === (s.sd === undefined), {
  path: ["sd"],
  error: "count and sd together, or neither",
});

const bandLabels = z.array(cell).optional();
/** What is wrong with labels of bands of age; null where each stands for the band in its place. */
function bandFault(labels: readonly string[], among: readonly (readonly number[])[], usual: number): string | null {
  const ages = bandsOfLabels(labels, among);
  const lengths = among.map(({ length }) => `${length} (to ${5 * (length - among[0]!.length) + 85} and over)`);
  if (ages === undefined || new Set(labels).size !== labels.length)
    return `a list of ${lengths.join(", ")} values of the age column, each once, the youngest first`;
  const stray = strayLabel(labels, ages, usual);
  return stray === -1
    ? null
    : `values of the age column in which the age that each band begins with stands first: ${ages.slice(1).join(", ")}; found ${JSON.stringify(labels[stray])} for ${ages[stray]}`;
}

const standardPopulation = object({
  dataset: id,
  age: columnName.describe("Band of age, in the words of the indicator's own age column"),
  population: columnName.describe("People of the band in the standard population"),
  where: where.optional(),
});

const dsr = object({
  kind: z.literal("dsr"),
  numerator: columnName.describe("Events"),
  denominator: columnName.describe("People, or person-years at risk"),
  ...argued,
  age: columnName.describe("Band of age of each row"),
  standard: z
    .union([z.literal("esp-2013"), standardPopulation], {
      error: "esp-2013, or a block with dataset, age and population (and where) of another standard population",
    })
    .default("esp-2013"),
  bands: bandLabels.describe(
    "Values of the age column for the bands of esp-2013, the youngest first, where they are not 0-4, 5-9 .. 90+: 19, or 18 that end at 85+, or 20 at 95+",
  ),
  per,
  unit,
}).superRefine((s, context) => {
  const issue = (message: string) => context.addIssue({ code: "custom", path: ["bands"], message });
  if (s.standard === "esp-2013") {
    const fault = s.bands && bandFault(s.bands, standardAges, fiveYearBands.length);
    if (fault) issue(fault);
  } else if (s.bands !== undefined) issue("no list, because the dataset of the standard population names the bands");
});

const smr = object({
  kind: z.literal("smr"),
  numerator: columnName.describe("Events that happened"),
  denominator: columnName.describe("People, or person-years at risk"),
  ...argued,
  age: columnName.describe("Band of age of each row"),
  standard: object({
    dataset: id,
    age: columnName.describe("Band of age, in the words of the indicator's own age column"),
    events: columnName.describe("Events in the band of the standard, a country for example"),
    population: columnName.describe("People of the band in the standard, or person-years"),
    where: where.optional(),
  }).describe("What the figures are held against: its rates by age say how many events are expected"),
  per: per.default(100),
  unit,
});

const lifeTable = {
  numerator: columnName.describe("Deaths"),
  denominator: columnName.describe("People, or person-years at risk"),
  ...argued,
  age: columnName.describe("First age of each row's band"),
  bands: bandLabels
    .superRefine((labels, context) => {
      const fault = labels && bandFault(labels, lifeTables, lifeTableAges.length);
      if (fault) context.addIssue({ code: "custom", path: [], message: fault });
    })
    .describe(
      "Values of the age column for the bands of the life table, the youngest first, where they are not 0, 1, 5, 10 .. 90: 20, or 19 that end at 85+, or 21 at 95+",
    ),
  at: z.literal(lifeTableAges).default(0).describe("Age from which the years are counted; 0 is birth"),
  unit: unit.default("years"),
};

function refuseAge({ bands, at }: { bands?: string[] | undefined; at: number }, context: z.RefinementCtx): void {
  const ages = bands && bandsOfLabels(bands, lifeTables);
  if (ages && !ages.includes(at))
    context.addIssue({
      code: "custom",
      path: ["at"],
      message: `an age that a band begins with: ${ages.join(", ")}`,
    });
}

const lifeExpectancy = object({
  kind: z.literal("life-expectancy"),
  ...lifeTable,
  causes: z
    .array(
      object({
        name: text.describe('What they died of, as a table says it: "heart disease"'),
        deaths: columnName.describe("Deaths of that cause in the row's band; no more than all of them"),
      }),
    )
    .default([])
    .describe("Causes that a decomposed gap is shared out to; what none of them holds stands last"),
}).superRefine((s, context) => {
  refuseAge(s, context);
  for (const [i, { name, deaths }] of s.causes.entries())
    for (const [key, said] of [
      ["name", name],
      ["deaths", deaths],
    ] as const)
      if (s.causes.findIndex((one) => one[key] === said) !== i)
        context.addIssue({
          code: "custom",
          path: ["causes", i, key],
          message: `a ${key === "name" ? "name" : "column"} that no other cause has`,
        });
});

const healthyLifeExpectancy = object({
  kind: z.literal("healthy-life-expectancy"),
  ...lifeTable,
  healthy: columnName.describe("People of the band who said that they are in good health"),
  asked: columnName.describe("People of the band who answered"),
}).superRefine(refuseAge);

const dsrAsPublished = object({
  kind: z.literal("dsr-as-published"),
  value: columnName,
  lower: columnName,
  upper: columnName,
  interval_level: intervalLevel,
  numerator: columnName.optional().describe("Total events: below 10 no rate is shown"),
  denominator: columnName.optional(),
  ...argued,
  per,
  unit,
});

const published = object({
  kind: z.literal("published"),
  value: columnName,
  ...intervalColumns,
  interval_level: intervalLevel,
  scale: z
    .enum(["identity", "log", "logit"])
    .describe("Working scale: logit for shares, log for rates, identity for means and years"),
  numerator: columnName.optional(),
  denominator: columnName.optional(),
  weight: columnName.optional().describe("Size of each group, where no denominator is published"),
  ...argued,
  per: per.optional(),
  unit,
}).superRefine((s, context) => {
  if (s.scale === "identity" && s.per !== undefined)
    noEffect(context, ["per"], "values on the identity scale are no shares or rates");
  if (s.weight !== undefined && s.denominator !== undefined)
    noEffect(context, ["weight"], "groups are weighed by their denominator");
  const issue = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if ((s.lower === undefined) !== (s.upper === undefined)) issue("upper", "lower and upper together, or neither");
  if (s.lower !== undefined && s.standard_error !== undefined)
    issue("standard_error", "an interval or a standard error, not both");
  if (s.interval_level !== undefined && s.lower === undefined)
    noEffect(context, ["interval_level"], "no lower and upper limit are named");
  if (s.scale === "logit" && s.per === undefined && s.unit === "%")
    issue("per", "100, because the unit is % and the scale logit");
});

const statistic = z.discriminatedUnion(
  "kind",
  [proportion, rate, mean, dsr, dsrAsPublished, smr, lifeExpectancy, healthyLifeExpectancy, published],
  { error: `one of ${kinds.join(", ")}` },
);

const periodUnit = z
  .enum([
    "calendar-year",
    "financial-year",
    "academic-year",
    "academic-year-ending",
    "year-ending",
    "calendar-quarter",
    "financial-quarter",
    "month",
  ])
  .describe(
    "calendar-year 2019; financial-year 2014-15 (from April); academic-year 2015-16 (from September); academic-year-ending 2016 (September 2015 to August 2016); year-ending June 2023 (July 2022 to June 2023); calendar-quarter 2023 Q1; financial-quarter 2022-23 Q1 (April to June 2022); month 2023-01",
  );

const namedPeriod = object({ label: text, start: day, end: day }).refine((p) => p.start <= p.end, {
  path: ["end"],
  error: "a day on or after start",
});

const periods = object({
  column: columnName.optional().describe("Column that names the period of each row"),
  unit: periodUnit.optional().describe("How the column is read"),
  last_column: columnName
    .optional()
    .describe("For periods of several years: the column with the last one (column has the first)"),
  named: z
    .record(z.string(), namedPeriod)
    .optional()
    .describe("Periods by the value of the column, where they are not whole years"),
  fixed: namedPeriod.optional().describe("The one period of a dataset without a period column"),
  baseline: cell.optional().describe("Label of the period that changes are measured from"),
  why: text.optional().describe("Why that baseline, or these periods and no others; the page prints it"),
}).superRefine((p, context) => {
  const ways = [p.unit, p.named, p.fixed].filter((way) => way !== undefined).length;
  if (ways !== 1) context.addIssue({ code: "custom", path: [], message: "exactly one of unit, named and fixed" });
  else if ((p.fixed === undefined) === (p.column === undefined))
    context.addIssue({ code: "custom", path: ["column"], message: "the period column, unless the period is fixed" });
  const named = Object.entries(p.named ?? {});
  for (const [name, { label, start, end }] of named) {
    const [first, earlier] = named.find(([, other]) => other.label === label) as (typeof named)[number];
    if (earlier.start !== start || earlier.end !== end)
      context.addIssue({
        code: "custom",
        path: ["named", name, "label"],
        message: `a label that no other period has; ${first} has it, with other days`,
      });
  }
  for (const [index, [name, { label, start, end }]] of named.entries()) {
    const same = named.slice(0, index).find(([, other]) => other.start === start && other.end === end);
    if (same !== undefined && same[1].label !== label)
      context.addIssue({
        code: "custom",
        path: ["named", name, "label"],
        message: `one label for the same days, from ${start} to ${end}: ${same[0]} has ${same[1].label}`,
      });
  }
  if (p.last_column !== undefined && p.unit === undefined)
    context.addIssue({ code: "custom", path: ["last_column"], message: "used together with unit" });
});

const breakdown = object({
  dimension: id,
  column: columnName.optional().describe("Column with the group or the area code; the key of the areas by default"),
  where: where.optional(),
  disadvantaged: id.optional().describe("For a pair: which side is disadvantaged for this indicator"),
  with_everyone: z
    .boolean()
    .default(false)
    .describe("true: the rows of overall are a group here too, such as the city beside other places"),
  why: text
    .optional()
    .describe(
      "Why this ranking, these weights or this side, where another would give another verdict; the page prints it",
    ),
  funnel: z
    .boolean()
    .default(false)
    .describe("true: the page shows which areas or groups lie further from all of them together than chance explains"),
  smooth: z
    .boolean()
    .default(false)
    .describe(
      "true: a modelled figure stands beside that of each area, drawn towards all of them; no gap is made of it",
    ),
  decompose: z
    .boolean()
    .default(false)
    .describe("true: at which ages, and of which causes, a gap in life expectancy arises"),
});

const publishedGap = object({
  dimension: id.describe("The dimension the published gap speaks of"),
  measure: text.describe("What the publisher calls the measure"),
  dataset: id,
  where: where.optional(),
  comparators: columnName
    .optional()
    .describe("Column of where with the name of the place: the gap is shown for the other places of tempcheck.yaml"),
  places: columnName.optional().describe("Column that says which of the project's places a row is of"),
  value: columnName,
  unit,
  period: columnName,
  note: text,
  judged: object({
    measure: z
      .enum(measureIds)
      .describe("Measure of the report's own absolute gap that this one is the same as: it lends its error"),
    baseline: cell.optional().describe("Period that changes are measured from; else the latest earlier separate one"),
  })
    .optional()
    .describe(
      "The verdict rests on these gaps, in place of the report's own, which are older or fewer. Periods are calendar years: 2019, or 2016-18",
    ),
});

export const indicatorSchema = object({
  title: text,
  question: text.describe("The question the indicator answers, in plain words"),
  easy: text.optional().describe("What it is about in very short sentences and easy words, for the easy read page"),
  easy_title: text.optional().describe("Its title in easy words, for the easy read page"),
  theme: id,
  part_of: id
    .optional()
    .describe("The indicator that this one is a part of: what is counted here is counted there too"),
  index: z
    .boolean()
    .default(false)
    .describe("true: an index, which shows gaps and their change; pages do not say what became of its level"),
  core: z
    .boolean()
    .default(false)
    .describe("true: one of the few that speak for the theme, which stand first; each follows an action of the plan"),
  actions: z.array(id).default([]).describe("Actions of the plan that the indicator is meant to follow"),
  dataset: id,
  where: where.optional(),
  place: text
    .optional()
    .describe("What the figures are of, where they are of another place than the report: a police force's area"),
  statistic,
  modelled: z
    .boolean()
    .default(false)
    .describe(
      "true: estimated by a model whose error the intervals do not hold. No area is called clearly better or worse",
    ),
  better: z
    .enum(stances)
    .describe("neither: more of it is no better or worse, and the report calls it different, higher or lower"),
  subjects: z
    .array(id)
    .default([])
    .describe("What it measures, to find rankings that are partly made of the same thing"),
  sentence: object({
    people: text.describe('Who is counted, plural: "children"'),
    state: text.optional().describe('What is true of them, plural verb first: "live in relative low income"'),
    measure: text.describe('The measure as a noun phrase: "the share of children living in relative low income"'),
    events: z
      .boolean()
      .default(false)
      .describe("true: events are counted, of which one person may have several. A rate of them has no interval"),
  }),
  periods,
  breaks: z.array(object({ from: cell.describe("Label of the first period after the break"), why: text })).default([]),
  overall: object({ where }).optional().describe("Rows that hold the published figure for everyone"),
  dimensions: z.array(breakdown).min(1),
  comparators: columnName
    .optional()
    .describe(
      "Column of where with the name of the place: the same gap is shown for the other places of tempcheck.yaml",
    ),
  places: columnName
    .optional()
    .describe("Column that says which of the project's places a row is of: each report has its own rows"),
  published_gaps: z.array(publishedGap).default([]),
  targets: z
    .array(
      object({
        dimension: id,
        gap: z.enum(["absolute", "relative"]),
        value: z
          .number()
          .refine(isOfSize, { error: figureSizes.words })
          .describe("The oriented gap to reach: 0 (absolute) or 1 (relative) is full closure"),
        source: text,
      }),
    )
    .default([]),
  not_collected: z
    .array(
      object({
        characteristic: id,
        state: z
          .enum(["not-collected", "another-indicator", "does-not-apply"])
          .default("not-collected")
          .describe(
            "not-collected: the source does not hold it; another-indicator: this one counts one group and another one the others; does-not-apply: the question makes no sense here",
          ),
        why: text,
      }),
    )
    .default([])
    .describe("Characteristics without a breakdown, and why, for the data-gaps page"),
  caveats: z.array(text).default([]),
  guess: guesses,
})
  .superRefine((indicator, context) => {
    if (kindFacts[indicator.statistic.kind].scale === "logit" && indicator.sentence.state === undefined)
      context.addIssue({
        code: "custom",
        path: ["sentence", "state"],
        message: "a verb phrase, because the statistic is a proportion",
      });
    indicator.dimensions.forEach(({ dimension }, index) => {
      if (indicator.dimensions.findIndex((other) => other.dimension === dimension) !== index)
        context.addIssue({
          code: "custom",
          path: ["dimensions", index, "dimension"],
          message: "a dimension that is not listed twice",
        });
    });
  })
  .meta({ title: "tempcheck indicator" });

export type Indicator = z.infer<typeof indicatorSchema> & { id: string };
export type Statistic = Indicator["statistic"];
/** A standard population that a dataset of the project holds. */
export type StandardPopulation = z.infer<typeof standardPopulation> & { events?: string };
export type PeriodRules = Indicator["periods"];
