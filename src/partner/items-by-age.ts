import { z } from "zod";
import { lifeTableAges, lifeTables } from "../model.ts";
import { across, amount, positive, type Report } from "./numbers.ts";

/** What may be asked of people in bands of age, beside life expectancy and standardised rates. */

const name = z.string().optional();
const counts = z.array(amount).min(1);
const share = z.array(z.number().min(0).max(1));

/** The first ages of the bands of a life table. */
export const startAge = z.array(z.int()).refine((given) => lifeTables.some((ages) => given.join() === ages.join()), {
  error: `the first ages of the bands: ${lifeTableAges.join(", ")}, or to 85 or 95`,
});

/** Faults of lists that are not as long as another. */
export function asLong(
  report: Report,
  other: string,
  length: number,
  lists: Record<string, readonly unknown[] | undefined>,
  path: readonly PropertyKey[] = [],
): void {
  for (const [key, list] of Object.entries(lists))
    if (list !== undefined && list.length !== length) report([...path, key], `as long as ${other}: ${length}`);
}

/** Deaths and people by age, and how many of those who were asked are in good health: Sullivan's method. */
export const healthyLifeExpectancy = z
  .strictObject({
    name,
    startAge,
    deaths: counts,
    population: counts,
    /** Either how many were asked and how many of them are in good health, or shares with their standard errors. */
    asked: z.array(positive).optional(),
    healthy: counts.optional(),
    share: share.optional(),
    shareStandardError: counts.optional(),
  })
  .superRefine(
    across((item, report) => {
      const { startAge: ages, deaths, population, asked, healthy, share: shares, shareStandardError } = item;
      asLong(report, "startAge", ages.length, {
        deaths,
        population,
        asked,
        healthy,
        share: shares,
        shareStandardError,
      });
      const given = [asked, healthy, shares, shareStandardError].map((list) => list !== undefined).join();
      if (given !== "true,true,false,false" && given !== "false,false,true,true")
        report([], "asked and healthy, or share and shareStandardError");
      healthy?.forEach((count, i) => {
        if (count > (asked?.[i] ?? count)) report(["healthy", i], `at most those who were asked, ${asked?.[i]}`);
      });
    }),
  );

const deathsOf = z.strictObject({ deaths: counts, population: counts });

/** Deaths and people by age in two populations, with deaths by cause where they are known: Arriaga's decomposition. */
export const lifeExpectancyGap = z
  .strictObject({
    name,
    startAge,
    from: deathsOf,
    to: deathsOf,
    causes: z.array(z.strictObject({ cause: z.string().min(1), from: counts, to: counts })).default([]),
  })
  .superRefine(
    across((item, report) => {
      const { startAge: ages, causes } = item;
      for (const side of ["from", "to"] as const) {
        const { deaths, population } = item[side];
        asLong(report, "startAge", ages.length, { deaths, population }, [side]);
        causes.forEach((one, i) => void asLong(report, "startAge", ages.length, { [side]: one[side] }, ["causes", i]));
        const tooMany = deaths.findIndex(
          (all, age) => causes.reduce((sum, one) => sum + (one[side][age] ?? 0), 0) > all * (1 + 1e-12),
        );
        if (causes.length > 0 && tooMany >= 0)
          report(["causes"], `deaths of causes that are no more than all deaths at ${ages[tooMany]}, ${side}`);
      }
      const named = causes.map(({ cause }) => cause);
      if (new Set(named).size < named.length) report(["causes"], "each cause once");
    }),
  );

const againstStandard = {
  name,
  /** People of the area by band of age. */
  population: counts,
  standardEvents: counts,
  standardPopulation: counts,
};

const bandsAlike = (
  item: Record<"population" | "standardEvents" | "standardPopulation", readonly number[]>,
  report: Report,
): void => {
  const { population, standardEvents, standardPopulation } = item;
  asLong(report, "population", population.length, { standardEvents, standardPopulation });
};

/** Events, and people by age, against the rates of a standard: the indirectly standardised ratio. */
export const standardisedRatio = z
  .strictObject({ observed: amount, ...againstStandard, multiplier: positive.default(100) })
  .superRefine(across(bandsAlike));

/** People with something, and people by age, against the shares of a standard. */
export const ageAdjustedShare = z
  .strictObject({ numerator: amount, ...againstStandard, multiplier: positive.default(1) })
  .superRefine(
    across((item, report) => {
      bandsAlike(item, report);
      const people = item.population.reduce((sum, one) => sum + one, 0);
      if (item.numerator > people) report(["numerator"], `at most the people of all bands, ${people}`);
      item.standardEvents.forEach((events, i) => {
        const standard = item.standardPopulation[i] ?? events;
        if (events > standard) report(["standardEvents", i], `at most the people of the standard there, ${standard}`);
      });
    }),
  );

export type HealthItem = z.output<typeof healthyLifeExpectancy>;
export type GapItem = z.output<typeof lifeExpectancyGap>;
export type RatioItem = z.output<typeof standardisedRatio>;
export type ShareItem = z.output<typeof ageAdjustedShare>;
