import { z } from "zod";
import { holders, numberNames, rangeShapes, spreadSchema, worths } from "../programme-numbers.ts";

/** What programmes return, as results.json has it. */

const uncertainNumber = z.strictObject({
  of: z.string().nullable().describe("Id of the input or outcome; null: of the project"),
  name: z.enum(numberNames),
  part: z.string().nullable().describe("Group of a share or an income, year of a level of prices; null of others"),
  low: z.number(),
  central: z.number(),
  high: z.number(),
  shape: z.enum(rangeShapes),
  unit: z.string().nullable().describe("What one unit of a proxy is"),
  priceYear: z.int().nullable().describe("Year of its prices; null where it is no money"),
  source: z.string().nullable().describe("null: an assumption"),
  together: z.string().nullable().describe("Numbers of one name are drawn together; null: by itself"),
  ratioAtLow: z.number().describe("The ratio with this number at its low end and all others at their central values"),
  ratioAtHigh: z.number(),
  weightedAtLow: z.number().nullable().describe("The same of the ratio weighed by income; null without incomes"),
  weightedAtHigh: z.number().nullable(),
  breakEven: z.number().nullable().describe("Its value at which a pound comes back for a pound; null: none does"),
});
export type UncertainNumber = z.infer<typeof uncertainNumber>;

const years = z
  .array(z.strictObject({ year: z.int(), value: z.number(), present: z.number() }))
  .describe("At the central numbers: what it is worth in each year, and what that is worth in the base year");

const reckoned = z.strictObject({
  draws: z.int(),
  level: z.number().describe("Share of the draws between lower and upper"),
  inputs: spreadSchema.describe("Present value of what goes in"),
  value: spreadSchema.describe("Present value of what comes about"),
  net: spreadSchema.describe("Value less inputs"),
  ratio: spreadSchema.describe("Value for each unit of money that goes in"),
  weightedRatio: spreadSchema.nullable().describe("The same with money to people weighed by their income"),
  aside: z.boolean().describe("Whether the ratio at the central numbers lies outside of the range of the draws"),
  belowOne: z.number().describe("Share of the draws in which less comes back than goes in"),
  byInput: z
    .array(z.strictObject({ input: z.string(), present: z.number(), years }))
    .describe("Present value of each input, at the central numbers"),
  byOutcome: z.array(
    z.strictObject({
      outcome: z.string(),
      value: spreadSchema,
      years,
    }),
  ),
  byStakeholder: z.array(z.strictObject({ stakeholder: z.string(), value: spreadSchema })),
  byHolder: z.array(z.strictObject({ holder: z.enum(holders), value: spreadSchema })),
  byGroup: z.array(
    z.strictObject({
      group: z.string(),
      value: spreadSchema.describe("Value to people of the group"),
      weight: z.number().nullable().describe("What a unit of money to the group counts"),
      weighted: z.number().nullable().describe("Its value, weighed, with every number at its central value"),
    }),
  ),
  ungrouped: spreadSchema.nullable().describe("Value to people of whom no groups are known"),
  numbers: z.array(uncertainNumber).describe("Every number, the one that moves the ratio most first"),
});
export type Reckoning = z.infer<typeof reckoned>;

const programme = z.strictObject({
  id: z.string(),
  title: z.string(),
  about: z.string(),
  madeUp: z.boolean().describe("An example whose figures are invented"),
  url: z.string().nullable(),
  theme: z.string(),
  indicators: z.array(z.string()).describe("Indicators that it is meant to move"),
  from: z.int(),
  to: z.int().nullable().describe("null where it is not known"),
  does: z.string(),
  stakeholders: z.array(z.strictObject({ id: z.string(), title: z.string(), change: z.string() })),
  inputs: z.array(
    z.strictObject({
      ...{ id: z.string(), title: z.string(), stakeholder: z.string(), kind: z.enum(["money", "time", "in-kind"]) },
      ...{ from: z.int(), years: z.int() },
      towards: z.array(z.string()).describe("Outcomes that it is put in for"),
    }),
  ),
  outcomes: z.array(
    z.strictObject({
      ...{ id: z.string(), title: z.string(), stakeholder: z.string(), indicator: z.string() },
      ...{ holder: z.enum(holders), worth: z.enum(worths), from: z.int(), counted: z.boolean() },
      groupsSource: z.string().nullable(),
    }),
  ),
  overlaps: z.array(
    z.strictObject({ outcomes: z.array(z.string()), are: z.enum(["apart", "the-same"]), why: z.string() }),
  ),
  needed: z.array(z.string()).describe("What would be needed where there are no figures"),
  stories: z.array(
    z.strictObject({
      ...{ author: z.string(), role: z.string().nullable(), date: z.string().describe("YYYY-MM-DD") },
      markdown: z.string(),
    }),
  ),
  reckoned: reckoned.nullable().describe("null where there are no figures"),
});
export type ProgrammeResult = z.infer<typeof programme>;

export const returnResults = z.strictObject({
  settings: z
    .strictObject({
      currency: z.string(),
      baseYear: z.int(),
      rates: z.strictObject({ money: z.number(), health: z.number(), wellbeing: z.number() }),
      prices: z
        .strictObject({ source: z.string(), index: z.record(z.string(), z.number()).describe("Central values") })
        .nullable(),
      groups: z.string().nullable().describe("Dimension whose groups value is shared out by"),
      weights: z
        .strictObject({ reference: z.number(), incomes: z.record(z.string(), z.number()), source: z.string() })
        .nullable()
        .describe("Central values; the ranges stand among the numbers of each programme"),
    })
    .nullable(),
  programmes: z.array(programme),
});
export type ReturnResults = z.infer<typeof returnResults>;
