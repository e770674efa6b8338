import { type AgeCounts, type Estimate, type Limits, type NotComputable, notComputable, type Scale } from "../model.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";
import { workingScale } from "../stats/working-scale.ts";
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
  };
  if (figures.denominator <= 0) return notComputable("no-denominator", { of: "zero" });
  const limits = limitsOf(bands, rules);
  if ("reason" in limits) return limits;
  return withErrors(limits, figures, workingScale(rules.scale, rules.per), zOf(rules.confidence));
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
  }));
