import { z } from "zod";

/** How likely the numbers between the ends of a range are. */
export const rangeShapes = ["beta-pert", "triangular"] as const;
export type RangeShape = (typeof rangeShapes)[number];

/** Who holds the value of what a programme changes. */
export const holders = ["public-purse", "people", "society"] as const;
export type Holder = (typeof holders)[number];

/** What such a change is valued as, which decides its discount rate, and whether income weighs it. */
export const worths = ["money", "health", "wellbeing"] as const;
export type Worth = (typeof worths)[number];

/** The numbers of an outcome of such a programme. Shares are of 1. */
export const outcomeNumbers = [
  "people",
  "each",
  "proxy",
  "duration",
  "dropOff",
  "deadweight",
  "attribution",
  "displacement",
] as const;
export type OutcomeNumber = (typeof outcomeNumbers)[number];

/** What a number of such a model is: of an input, of an outcome, or of what all models share. */
export const numberNames = [
  ...(["amount", "hours", "hourly"] as const),
  ...outcomeNumbers,
  ...(["share", "elasticity", "reference", "income", "index"] as const),
] as const;
export type NumberName = (typeof numberNames)[number];

/** Years that the rates of discount hold for: beyond them the Green Book has others. */
export const MOST_YEARS = 30;

/** A figure of a programme's model: with every number at its most likely, and what the draws say of it. */
export const spreadSchema = z.strictObject({
  central: z.number().describe("With every number at its central value"),
  mean: z.number().describe("Mean of the draws"),
  lower: z.number(),
  median: z.number(),
  upper: z.number(),
});
export type Spread = z.infer<typeof spreadSchema>;
