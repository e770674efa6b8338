import { lifeTable, standardisedRate } from "../estimate/computable.ts";
import { type EstimateRules, estimate } from "../estimate/estimate.ts";
import { type Figures, kindFacts, type Limits, noFigures } from "../model.ts";
import { isMissing, type NotComputable } from "../reasons-and-notes.ts";
import { sampleOf } from "../stats/sample.ts";
import { adjustedShare, gapInYears, healthyYears, ratioToStandard } from "./answers-by-age.ts";
import { funnelOf, modelledAreas } from "./answers-of-areas.ts";
import { type CheckedRequest, type EstimateRequest, estimateRequestSchema, type Item } from "./estimate-request.ts";
import { checked, keyOf } from "./faults.ts";
import { atLevels, levelKey } from "./levels.ts";
import { reasonOf } from "./reason.ts";
import { slopeIndex } from "./slope-index.ts";

/** An item as given, with its answer: figures by key, or why there are none. */
export type Answered<T> = T & (Record<string, unknown> | NotComputable);

/** The request with every item answered. */
export type Estimates = { [Section in keyof Omit<CheckedRequest, Unread>]?: Answered<Item<Section>>[] };
type Unread = "reference" | "source" | "tolerance";

/**
 * Value and limits of every item of a request, at one level or more.
 *
 * Formula: by kind, that of `proportion`, `rate`, `mean`, `standardisedRate`, `lifeTable`, `healthyLifeExpectancy`,
 * `lifeExpectancyGap`, `standardisedRatio`, `ageAdjustedShare`, `funnel`, `fayHerriot` and `empiricalBayes`; of slope
 * indices the line of `fitLine`.
 * Shapes and units: lists of items by kind, and levels from 0.9 to 0.999; the same items with their figures, keys of
 * limits ending in the level (lower95, lower998), in units of each item's `multiplier`.
 * Errors: throws a UserError that lists every fault of a request that cannot be read; an item that has no figure comes
 * back with `reason` and `text`.
 * Source: docs/method.md sections 2 and 12
 *
 * @example
 * estimates({ proportion: [{ numerator: 20, denominator: 80, multiplier: 100 }], mean: [{ values: [4] }] });
 * // => { proportion: [{ value: 25, lower95: 16.80623186, upper95: 35.48467462 }], mean: [{ reason: "few-values" }] }
 */
export const estimates = (request: EstimateRequest, levels: readonly number[] = [0.95]): Estimates =>
  estimated(
    checked(estimateRequestSchema, request, (path) => ({ file: "request", key: keyOf(path) })),
    levels,
  );

/** The same for a request that was checked. */
export function estimated(request: CheckedRequest, levels: readonly number[]): Estimates {
  const all = <T extends object>(items: T[] | undefined, one: (item: T) => Record<string, unknown>) =>
    items?.map((item) => ({ ...item, ...one(item) }));
  const { proportion, rate, mean, directlyStandardisedRate, lifeExpectancy, slopeIndex: slopes } = request;
  const answered = {
    proportion: all(proportion, ({ numerator, denominator, multiplier }) =>
      atLevels(levels, (level) => simple({ numerator, denominator }, "proportion", multiplier, level)),
    ),
    rate: all(rate, ({ count, personYears, multiplier }) =>
      atLevels(levels, (level) => simple({ numerator: count, denominator: personYears }, "rate", multiplier, level)),
    ),
    mean: all(mean, (item) => atLevels(levels, (level) => simple(sampleFigures(item), "mean", 1, level))),
    directlyStandardisedRate: all(directlyStandardisedRate, (item) =>
      atLevels(levels, (level) => standardised(item, level)),
    ),
    lifeExpectancy: all(lifeExpectancy, (item) => yearsOfLife(item, levels)),
    slopeIndex: all(slopes, (item) => slopeIndex(item, levels)),
    healthyLifeExpectancy: all(request.healthyLifeExpectancy, (item) => healthyYears(item, levels)),
    lifeExpectancyGap: all(request.lifeExpectancyGap, gapInYears),
    standardisedRatio: all(request.standardisedRatio, (item) => ratioToStandard(item, levels)),
    ageAdjustedShare: all(request.ageAdjustedShare, (item) => adjustedShare(item, levels)),
    funnel: all(request.funnel, (item) => funnelOf(item, levels)),
    smallAreas: all(request.smallAreas, (item) => modelledAreas(item, levels)),
  };
  return Object.fromEntries(Object.entries(answered).filter(([, items]) => items !== undefined)) as Estimates;
}

const simple = (
  figures: Partial<Figures>,
  kind: "proportion" | "rate" | "mean",
  per: number,
  level: number,
): Limits | NotComputable => {
  const rules: EstimateRules = { kind, scale: kindFacts[kind].scale, per, confidence: level, intervalLevel: level };
  return estimate({ ...noFigures, ...figures }, rules);
};

function sampleFigures({ values, value, sd, count }: Item<"mean">): Partial<Figures> {
  if (values === undefined) return { value: value ?? null, sd: sd ?? null, count: count ?? null };
  if (values.length < 2) return { count: values.length };
  const sample = sampleOf(values);
  return { value: sample.mean, sd: sample.sd, count: sample.count };
}

const standardised = (
  { events, population, standardPopulation, multiplier }: Item<"directlyStandardisedRate">,
  level: number,
): Limits | NotComputable =>
  standardisedRate(
    events.map((count, i) => ({ events: count, population: population[i]!, standard: standardPopulation[i]! })),
    multiplier,
    level,
  );

/** Years from the start of every age; null at an age where the interval is too wide, with the reason beside. */
function yearsOfLife(
  { startAge, deaths, population }: Item<"lifeExpectancy">,
  levels: readonly number[],
): Record<string, unknown> {
  const bands = startAge.map((age, i) => ({ startAge: age, deaths: deaths[i]!, population: population[i]! }));
  const answer: Record<string, unknown> = {};
  for (const level of levels) {
    const years = lifeTable(bands, level);
    if (isMissing(years)) return reasonOf(years);
    const [atBirth] = years;
    if (atBirth && isMissing(atBirth)) return reasonOf(atBirth);
    const list = (key: keyof Limits): (number | null)[] => years.map((one) => (isMissing(one) ? null : one[key]));
    answer["lifeExpectancy"] = list("value");
    answer[`lower${levelKey(level)}`] = list("lower");
    answer[`upper${levelKey(level)}`] = list("upper");
    const missing = years.flatMap((one, i) => (isMissing(one) ? [{ startAge: startAge[i]!, ...reasonOf(one) }] : []));
    if (missing.length > 0) answer["missing"] = missing;
  }
  return answer;
}
