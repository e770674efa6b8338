import {
  type AgeCounts,
  type Bounds,
  boundsTogether,
  type Estimate,
  isMissing,
  type Limits,
  type NotComputable,
  notComputable,
  type Scale,
} from "../model.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import { workingScale } from "../stats/working-scale.ts";
import { withMoreVariance } from "./bounded-count.ts";
import { lifeTable, standardisedRate } from "./computable.ts";
import { withErrors } from "./estimate.ts";

/** What decides how counts by band of age become an estimate. */
export type ByAgeRules = { scale: Scale; per: number; confidence: number } & (
  | {
      kind: "dsr";
      /** People of each band in the standard population. */
      standard: readonly number[];
    }
  | {
      kind: "life-expectancy";
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
    return isMissing(limits) ? limits : withErrors(limits, figures, shown.scale, shown.z);
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
  { label, numerator, denominator, bounds, denominatorBounds }: AgeCounts,
  x: number,
  n: number,
): AgeCounts {
  const between = (known: number, within: Bounds | undefined, place: number): number =>
    within === undefined ? known : within.lower + place * (within.upper - within.lower);
  return {
    label,
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

/** Counts of several groups added up, band by band. */
export const addedUp = (groups: readonly (readonly AgeCounts[])[]): AgeCounts[] =>
  (groups[0] ?? []).map(({ label }, i) => ({
    label,
    numerator: sumOf(groups, (bands) => bands[i]!.numerator),
    denominator: sumOf(groups, (bands) => bands[i]!.denominator),
    ...boundsTogether(groups.map((bands) => bands[i]!)),
  }));
