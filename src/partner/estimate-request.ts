import { z } from "zod";
import { europeanStandardPopulation2013 } from "../estimate/directly-standardised-rate.ts";
import { lifeTableAges, lifeTables } from "../model.ts";
import { ageAdjustedShare, healthyLifeExpectancy, lifeExpectancyGap, standardisedRatio } from "./items-by-age.ts";
import { funnel, smallAreas } from "./items-of-areas.ts";
import { across, amount, figure, positive, type Report } from "./numbers.ts";

/** Figures that may stand in an item to compare the answer with, and are replaced by it. */
const answers =
  /^(value|(lower|upper)\d+|lifeExpectancy|sii|rii|intercept|(sii|rii|intercept)(Lower|Upper)\d+|simulated|expected)$/;

/** An item without the figures that the answer will bring; `kept` are its own. */
const withoutAnswers =
  (kept: (item: object) => readonly string[] = () => []) =>
  (item: unknown): unknown =>
    typeof item !== "object" || item === null || Array.isArray(item)
      ? item
      : Object.fromEntries(Object.entries(item).filter(([key]) => kept(item).includes(key) || !answers.test(key)));

const name = z.string().optional();
const multiplier = positive.default(1);

/** x of n: Wilson's limits. */
const proportion = z.strictObject({ name, numerator: amount, denominator: amount, multiplier }).superRefine(
  across(({ numerator, denominator }, report) => {
    if (numerator > denominator) report(["numerator"], `at most the denominator, ${denominator}`);
  }),
);

/** Events in person-years: exact Poisson limits below 10, Byar's from there on. */
const rate = z.strictObject({ name, count: amount, personYears: amount, multiplier });

/** A sample, or what is known of it: Student's limits. */
const mean = z
  .strictObject({
    name,
    values: z.array(figure).optional(),
    value: figure.optional(),
    sd: amount.optional(),
    count: z.int().min(0).optional(),
  })
  .superRefine(
    across(({ values, ...known }, report) => {
      for (const key of ["value", "sd", "count"] as const) {
        if (values === undefined && known[key] === undefined) report([key], "given where there are no values");
        if (values !== undefined && known[key] !== undefined) report([key], "left out where there are values");
      }
    }),
  );

/** Events and people by band of age, against a standard population: Dobson's limits. */
const directlyStandardisedRate = z
  .strictObject({
    name,
    events: z.array(amount).min(1),
    population: z.array(amount).min(1),
    standardPopulation: z
      .array(amount)
      .min(1)
      .default([...europeanStandardPopulation2013]),
    multiplier,
  })
  .superRefine(
    across((item, report) => {
      sameLength(item.population, item.events, "population", "events", report);
      sameLength(item.standardPopulation, item.events, "standardPopulation", "events", report);
      if (item.standardPopulation.every((people) => people === 0))
        report(["standardPopulation"], "a standard population with people in it");
    }),
  );

/** Deaths and people by band of age: Chiang's table with Silcocks's limits. */
const lifeExpectancy = z
  .strictObject({
    name,
    startAge: z.array(z.int()).refine((given) => lifeTables.some((ages) => given.join() === ages.join()), {
      error: `the first ages of the bands: ${lifeTableAges.join(", ")}, or to 85 or 95`,
    }),
    deaths: z.array(amount),
    population: z.array(amount),
  })
  .superRefine(
    across((item, report) => {
      sameLength(item.deaths, item.startAge, "deaths", "startAge", report);
      sameLength(item.population, item.startAge, "population", "startAge", report);
    }),
  );

/** Groups of a ladder: the line through them, as it is or on the scale that its values call for. */
const slopeIndex = z
  .strictObject({
    name,
    valueType: z.enum(["mean", "rate", "proportion"]),
    transformed: z.boolean(),
    multiplier,
    groups: z
      .array(
        z
          .strictObject({
            order: z.int(),
            population: positive,
            value: figure,
            se: amount.optional(),
            lower95: figure.optional(),
            upper95: figure.optional(),
          })
          .superRefine(
            across(({ value, se, lower95, upper95 }, report) => {
              if ((lower95 === undefined) !== (upper95 === undefined))
                report([lower95 === undefined ? "lower95" : "upper95"], "given whenever the other limit is");
              if (se !== undefined && lower95 !== undefined) report(["se"], "left out where there are limits");
              if (lower95 !== undefined && upper95 !== undefined && !(lower95 <= value && value <= upper95))
                report(["value"], `inside its interval, from ${lower95} to ${upper95}`);
            }),
          ),
      )
      .min(1),
  })
  .superRefine(
    across(({ valueType, transformed, groups }, report) => {
      if (valueType === "mean" && transformed) report(["transformed"], "false for means");
      if (new Set(groups.map(({ order }) => order)).size < groups.length)
        report(["groups"], "groups of different order: 1 for the most disadvantaged");
      if (!transformed) return;
      groups.forEach((group, index) => {
        for (const key of ["value", "lower95", "upper95"] as const) {
          const one = group[key];
          if (one !== undefined && one < 0) report(["groups", index, key], "0 or more, to be transformed");
          if (one !== undefined && one > 1 && valueType === "proportion")
            report(["groups", index, key], "a proportion on the scale of 0 to 1");
        }
      });
    }),
  );

function sameLength(a: readonly unknown[], b: readonly unknown[], key: string, other: string, report: Report): void {
  if (a.length !== b.length) report([key], `as long as ${other}: ${b.length}`);
}

const items = <T extends z.ZodType>(item: T, kept?: (item: object) => readonly string[]) =>
  z.array(z.preprocess(withoutAnswers(kept), item)).optional();

const list = <T extends z.ZodType>(item: T) => z.array(item).optional();

const sections = {
  proportion: items(proportion),
  rate: items(rate),
  mean: items(mean, (item) => ("values" in item ? [] : ["value"])),
  directlyStandardisedRate: items(directlyStandardisedRate),
  lifeExpectancy: items(lifeExpectancy),
  slopeIndex: items(slopeIndex),
  healthyLifeExpectancy: list(healthyLifeExpectancy),
  lifeExpectancyGap: list(lifeExpectancyGap),
  standardisedRatio: list(standardisedRatio),
  ageAdjustedShare: list(ageAdjustedShare),
  funnel: list(funnel),
  smallAreas: list(smallAreas),
};

/** What to estimate, as golden/estimates.json gives it. */
export const estimateRequestSchema = z
  .strictObject({
    ...sections,
    reference: z.string().optional(),
    source: z.string().optional(),
    tolerance: z.string().optional(),
  })
  .superRefine(
    across((request, report) => {
      if (!Object.keys(sections).some((key) => key in request))
        report([], `an object with one of ${Object.keys(sections).join(", ")}`);
    }),
  );

export type EstimateRequest = z.input<typeof estimateRequestSchema>;
export type CheckedRequest = z.output<typeof estimateRequestSchema>;
export type Item<Section extends keyof typeof sections> = NonNullable<CheckedRequest[Section]>[number];
