import { ageAdjustedShare } from "../estimate/age-adjusted-share.ts";
import { lifeTable } from "../estimate/computable.ts";
import { type HealthBand, healthyLifeExpectancy } from "../estimate/healthy-life-expectancy.ts";
import { lifeExpectancyGap } from "../estimate/life-expectancy-gap.ts";
import type { LifeTableBand } from "../estimate/life-table-columns.ts";
import { proportion } from "../estimate/proportion.ts";
import { expectedEvents, type StandardBand, standardisedRatio } from "../estimate/standardised-ratio.ts";
import type { Limits } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import type { GapItem, HealthItem, RatioItem, ShareItem } from "./items-by-age.ts";
import { atLevels, levelKey } from "./levels.ts";
import { reasonOf } from "./reason.ts";

type Answer = Record<string, unknown>;

const bandsOf = (
  startAge: readonly number[],
  { deaths, population }: { deaths: readonly number[]; population: readonly number[] },
): LifeTableBand[] => startAge.map((age, i) => ({ startAge: age, deaths: deaths[i]!, population: population[i]! }));

function healthOf({ asked, healthy, share, shareStandardError }: HealthItem, i: number) {
  if (asked === undefined || healthy === undefined)
    return { share: share![i]!, shareVariance: shareStandardError![i]! ** 2 };
  const part = healthy[i]! / asked[i]!;
  return { share: part, shareVariance: (part * (1 - part)) / asked[i]! };
}

/** Years of life and healthy years at every age; null at an age of which there is none, with the reason beside. */
export function healthyYears(item: HealthItem, levels: readonly number[]): Answer {
  const bands: HealthBand[] = bandsOf(item.startAge, item).map((band, i) => ({ ...band, ...healthOf(item, i) }));
  const answer: Answer = { definition: "hle.sullivan-chiang.v1" };
  for (const level of levels) {
    const [all, healthy] = [lifeTable(bands, level), healthyLifeExpectancy(bands, level)];
    if (isMissing(all)) return reasonOf(all);
    if (isMissing(healthy)) return reasonOf(healthy);
    const of = (years: readonly (Limits | NotComputable)[], key: keyof Limits): (number | null)[] =>
      years.map((one) => (isMissing(one) ? null : one[key]));
    const [total, well] = [of(all, "value"), of(healthy, "value")];
    answer["lifeExpectancy"] = total;
    answer["healthyLifeExpectancy"] = well;
    answer["healthyShare"] = well.map((years, i) => (years === null || total[i] === null ? null : years / total[i]!));
    answer[`lower${levelKey(level)}`] = of(healthy, "lower");
    answer[`upper${levelKey(level)}`] = of(healthy, "upper");
    const missing = healthy.flatMap((one, i) =>
      isMissing(one) ? [{ startAge: item.startAge[i]!, ...reasonOf(one) }] : [],
    );
    if (missing.length > 0) answer["missing"] = missing;
  }
  return answer;
}

/** Two life tables and where the gap between them arises. */
export function gapInYears({ startAge, from, to, causes }: GapItem): Answer {
  const tables = [bandsOf(startAge, from), bandsOf(startAge, to)] as const;
  for (const bands of tables) {
    const years = lifeTable(bands, 0.95);
    if (isMissing(years)) return reasonOf(years);
    if (isMissing(years[0]!)) return reasonOf(years[0]);
  }
  const { from: fromYears, to: toYears, ...parts } = lifeExpectancyGap(...tables, causes);
  return {
    definition: "life-expectancy-gap.arriaga.v1",
    lifeExpectancyFrom: fromYears,
    lifeExpectancyTo: toYears,
    gap: parts.gap,
    ages: parts.ages,
    byCause: parts.causes,
  };
}

const standardOf = ({
  population,
  standardEvents,
  standardPopulation,
}: Pick<RatioItem, "population" | "standardEvents" | "standardPopulation">): StandardBand[] =>
  population.map((people, i) => ({
    population: people,
    standardEvents: standardEvents[i]!,
    standardPopulation: standardPopulation[i]!,
  }));

export function ratioToStandard(item: RatioItem, levels: readonly number[]): Answer {
  const bands = standardOf(item);
  const answer = atLevels(levels, (level) => standardisedRatio(item.observed, bands, item.multiplier, level));
  return "reason" in answer
    ? answer
    : { definition: "standardised-ratio.indirect.v1", expected: expectedEvents(bands), ...answer };
}

/** The share as it is (`raw`), and as it would be at the standard's ages. */
export function adjustedShare(item: ShareItem, levels: readonly number[]): Answer {
  const { numerator, population, multiplier } = item;
  const bands = standardOf(item);
  const people = sumOf(population, (one) => one);
  const answer = atLevels(levels, (level) => ageAdjustedShare(numerator, bands, multiplier, level));
  if ("reason" in answer) return answer;
  return {
    definition: "age-adjusted-share.indirect-odds.v1",
    modelled: true,
    raw: atLevels(levels, (level) => proportion(numerator, people, multiplier, zOf(level))),
    expected: (multiplier * expectedEvents(bands)) / people,
    ...answer,
  };
}
