import { z } from "zod";
import { MOST_YEARS, rangeShapes } from "../programme-numbers.ts";
import { id, object, text } from "./schema.ts";

/** A number with its range. One without a source is an assumption, and is listed as one. */
const ofRange = (value: z.ZodNumber, words: string) =>
  object({
    low: value,
    central: value.describe("The most likely"),
    high: value,
    source: text.optional().describe("Where the three numbers come from; without it they are listed as an assumption"),
    shape: z.enum(rangeShapes).optional().describe("Where it is another than that of the project"),
    together: id.optional().describe("A name that numbers share which go wrong together: they are drawn alike"),
  }).superRefine(({ low, central, high }, context) => {
    if (low > central || central > high)
      context.addIssue({ code: "custom", message: `${words} with low at most central, and central at most high` });
  });

const MOST = 1e12;
export const amount = ofRange(z.number().min(0).max(MOST), "an amount");
/** Worse than before is worth less than nothing. */
export const proxy = ofRange(z.number().min(-MOST).max(MOST), "a value");
export const share = ofRange(z.number().min(0).max(1), "a share");
/** A level or an income: something is divided by it. */
const positive = ofRange(z.number().gt(0).max(MOST), "a number");
export const years = ofRange(z.number().min(0).max(MOST_YEARS), "a number of years");
export type GivenRange = z.infer<typeof amount>;

export const calendarYear = z.int().min(1990).max(2200);
const rate = z.number().min(0).max(0.2);

/** What all models of a project share. */
export const valueSettings = object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "the three capital letters of a currency: GBP")
    .default("GBP"),
  base_year: calendarYear.describe("Year whose prices all money is in, and to which later money is discounted"),
  prices: object({
    source: text.describe("Where the levels come from that have no source of their own"),
    index: z
      .record(z.string().regex(/^(19|20|21)\d\d$/, "a year"), positive)
      .describe("Level of prices in each year, such as the GDP deflator"),
  })
    .optional()
    .describe("Needed where a price is of another year than the base year"),
  rates: object({
    money: rate.default(0.035),
    health: rate.default(0.015),
    wellbeing: rate.default(0.015),
  })
    .prefault({})
    .describe(
      "Yearly rates of discount, r: what comes t years later counts 1 / (1 + r)^t. The Green Book's unless said otherwise",
    ),
  shape: z.enum(rangeShapes).default("beta-pert").describe("How likely the values within a range are"),
  groups: id.describe("Dimension whose groups value is shared out by: fifths of deprivation").optional(),
  weights: object({
    reference: positive.describe("Income that a pound counts one pound at: the median household's"),
    incomes: z.record(id, positive).describe("Median income of each group of the dimension"),
    elasticity: ofRange(z.number().min(0).max(5), "a number"),
    source: text.describe("Where the incomes come from that have no source of their own"),
  })
    .optional()
    .describe("Incomes that weigh money to people, by the Green Book's formula"),
});
export type ValueSettings = z.infer<typeof valueSettings>;
