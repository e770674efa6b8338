import {
  type AgeCounts,
  type Bounds,
  boundsTogether,
  type Estimate,
  type Limits,
  moreTogether,
  type Scale,
} from "../model.ts";
import { isMissing, type NotComputable, notComputable, note } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import { workingScale } from "../stats/working-scale.ts";
import { withMoreVariance } from "./bounded-count.ts";
import { lifeTable, standardisedRate } from "./computable.ts";
import { withErrors } from "./estimate.ts";
import { type HealthBand, healthyLifeExpectancy } from "./healthy-life-expectancy.ts";
import { ofCounts } from "./of-counts.ts";
import { expectedEvents, type StandardBand, standardisedRatio } from "./standardised-ratio.ts";

/** What decides how counts by band of age become an estimate. */
export type ByAgeRules = { scale: Scale; per: number; confidence: number } & (
  | {
      kind: "dsr";
      /** People of each band in the standard population. */
      standard: readonly number[];
    }
  | {
      kind: "smr";
      /** Events and people of each band in the standard. */
      standard: readonly { events: number; people: number }[];
    }
  | {
      kind: "life-expectancy" | "healthy-life-expectancy";
      /** First age of each band; the last is open. */
      startAges: readonly number[];
      /** Age from which the years are counted, one of those. */
      at: number;
    }
);

/** A group's estimate from its counts by band of age, none missing, in the order of the rules. */
export function estimateByAge(bands: readonly AgeCounts[], rules: ByAgeRules): Estimate | NotComputable {
  const figures = {
    numerator: sumOf(bands, ({ numerator }) => numerator),
    denominator: sumOf(bands, ({ denominator }) => denominator),
    ...boundsTogether(bands),
  };
  if (figures.denominator <= 0) return notComputable("no-denominator", { of: "zero" });
  const shown = { scale: workingScale(rules.scale, rules.per), z: zOf(rules.confidence) };
  const of = (some: readonly AgeCounts[]): Estimate | NotComputable => {
    const limits = limitsOf(some, rules);
    if (isMissing(limits)) return limits;
    const worked = withErrors(limits, figures, shown.scale, shown.z);
    return rules.kind === "smr"
      ? ofRatio(
          worked,
          sumOf(some, ({ numerator }) => numerator),
          rules,
          some,
        )
      : worked;
  };
  const middle = of(bands);
  const { bounds, denominatorBounds } = figures;
  return isMissing(middle) || (bounds === undefined && denominatorBounds === undefined)
    ? middle
    : withBandsWithin(middle, bands, { of, shown, isTwo: bounds !== undefined && denominatorBounds !== undefined });
}

interface Banded {
  of(bands: readonly AgeCounts[]): Estimate | NotComputable;
  shown: Parameters<typeof withMoreVariance>[2];
  isTwo: boolean;
}

/**
 * The estimate of the middles, with the variance of where the counts of the bands lie: of each its own times the square of what
 * one more of it makes of the figure. There must be a figure at the ends too.
 */
function withBandsWithin(
  middle: Estimate,
  bands: readonly AgeCounts[],
  { of, shown, isTwo }: Banded,
): Estimate | NotComputable {
  const at = (x: number, n: number): Estimate | NotComputable => of(bands.map((band) => placed(band, x, n)));
  for (const [x, n] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const) {
    const end = at(x, n);
    if (isMissing(end)) return end;
  }
  const slope = (i: number, key: "numerator" | "denominator", { lower, upper }: Bounds): number => {
    const [low, high] = [lower, upper].map((count) =>
      of(bands.map((band, j) => (i === j ? { ...band, [key]: count } : band))),
    ) as [Estimate | NotComputable, Estimate | NotComputable];
    return isMissing(low) || isMissing(high) || upper === lower ? 0 : (high.value - low.value) / (upper - lower);
  };
  const more = sumOf(
    bands,
    ({ bounds, denominatorBounds }, i) =>
      (bounds ? slope(i, "numerator", bounds) ** 2 * bounds.variance : 0) +
      (denominatorBounds ? slope(i, "denominator", denominatorBounds) ** 2 * denominatorBounds.variance : 0),
  );
  return {
    ...withMoreVariance(middle, more, shown),
    within: { sides: isTwo ? 2 : 1, at: ([first = 0, second = first]) => at(first, second) },
  };
}

/** A band with its counts at a place between their ends, 0 the lowest and 1 the highest. */
function placed(
  { label, numerator, denominator, bounds, denominatorBounds, more }: AgeCounts,
  x: number,
  n: number,
): AgeCounts {
  const between = (known: number, within: Bounds | undefined, place: number): number =>
    within === undefined ? known : within.lower + place * (within.upper - within.lower);
  return {
    label,
    ...(more && { more }),
    numerator: between(numerator, bounds, x),
    denominator: between(denominator, denominatorBounds, n),
  };
}

function limitsOf(bands: readonly AgeCounts[], rules: ByAgeRules): Limits | NotComputable {
  switch (rules.kind) {
    case "dsr": {
      const { standard, per, confidence } = rules;
      const rates = bands.map(({ numerator, denominator }, i) => ({
        events: numerator,
        population: denominator,
        standard: standard[i]!,
      }));
      return standardisedRate(rates, per, confidence);
    }
    case "smr": {
      const { standard, per, confidence } = rules;
      return standardisedRatio(
        sumOf(bands, ({ numerator }) => numerator),
        againstStandard(bands, standard),
        per,
        confidence,
      );
    }
    case "healthy-life-expectancy": {
      const { startAges, at, confidence } = rules;
      const table: HealthBand[] = [];
      for (const [i, { numerator, denominator, more }] of bands.entries()) {
        const [healthy = 0, asked = 0] = more ?? [];
        if (asked <= 0) return notComputable("empty-age-band", { rate: "health" });
        if (healthy > asked) return notComputable("healthy-exceed-asked", { age: startAges[i]! });
        const share = healthy / asked;
        const band = { startAge: startAges[i]!, deaths: numerator, population: denominator };
        table.push({ ...band, share, shareVariance: (share * (1 - share)) / asked });
      }
      const ages = healthyLifeExpectancy(table, confidence);
      return Array.isArray(ages) ? ages[startAges.indexOf(at)]! : ages;
    }
    case "life-expectancy": {
      const { startAges, at, confidence } = rules;
      const table = bands.map(({ numerator, denominator }, i) => ({
        startAge: startAges[i]!,
        deaths: numerator,
        population: denominator,
      }));
      const ages = lifeTable(table, confidence);
      return Array.isArray(ages) ? ages[startAges.indexOf(at)]! : ages;
    }
  }
}

/** People of each band beside the events and people of the standard. */
export const againstStandard = (
  bands: readonly AgeCounts[],
  standard: readonly { events: number; people: number }[],
): StandardBand[] =>
  bands.map(({ denominator }, i) => ({
    population: denominator,
    standardEvents: standard[i]!.events,
    standardPopulation: standard[i]!.people,
  }));

/** A ratio of a count has the variances of a rate: docs/method.md section 2. */
function ofRatio(
  worked: Estimate,
  events: number,
  { per, standard }: Extract<ByAgeRules, { kind: "smr" }>,
  bands: readonly AgeCounts[],
): Estimate {
  const expected = expectedEvents(againstStandard(bands, standard));
  const { halfIn, unbiased } = ofCounts.rate;
  const own = { ...worked, unbiased: unbiased(events, expected, per) };
  return events > 0
    ? own
    : { ...own, working: halfIn(0, expected, per), notes: [...own.notes, note("continuity-corrected")] };
}

/** Counts of several groups added up, band by band. */
export const addedUp = (groups: readonly (readonly AgeCounts[])[]): AgeCounts[] =>
  (groups[0] ?? []).map(({ label }, i) => ({
    label,
    numerator: sumOf(groups, (bands) => bands[i]!.numerator),
    denominator: sumOf(groups, (bands) => bands[i]!.denominator),
    ...boundsTogether(groups.map((bands) => bands[i]!)),
    ...moreTogether(groups.map((bands) => bands[i]!)),
  }));
