import { readFileSync } from "node:fs";
import { RELIABLE_DENOMINATOR } from "../../src/define/project.ts";
import { estimate } from "../../src/estimate/estimate.ts";
import { makeStratum, type Stratum } from "../../src/measure/stratum.ts";
import { type Better, type Estimate, noFigures } from "../../src/model.ts";
import { isMissing, type NotComputable } from "../../src/reasons-and-notes.ts";
import { zOf } from "../../src/stats/normal.ts";
import { binomial } from "./binomial.ts";
import type { Random } from "./random.ts";

/** Lowest and highest coverage allowed, in per cent, or the note of measures that are held to none. */
export type Allowed = readonly [lowest: number, highest: number] | "biased-near-equality";

export interface Scenario {
  name: string;
  ordered: boolean;
  population: number[];
  /** True proportions, most disadvantaged first where the groups are ordered. */
  p: number[];
  /** By measure id. */
  except: Record<string, Allowed>;
}

export interface Grid {
  draws: number;
  scenarios: Scenario[];
}

export const grid = JSON.parse(
  readFileSync(new URL("../../tests/golden/coverage-scenarios.json", import.meta.url), "utf8"),
) as Grid;

export const PER = 100;
export const CONFIDENCE = 0.95;
/** The true proportions, as a stratum without noise. */
export const truth = (scenario: Scenario): Stratum =>
  stratumOf(scenario, (i) =>
    estimate(
      { ...noFigures, value: PER * scenario.p[i]!, standardError: 0, denominator: scenario.population[i]! },
      { kind: "published", ...rules },
    ),
  );

/** A sampler of what a survey of every group would have found. */
export function sampler(scenario: Scenario): (random: Random) => Stratum {
  const counts = scenario.population.map((n, i) => binomial(n, scenario.p[i]!));
  return (random) =>
    stratumOf(scenario, (i) =>
      estimate(
        { ...noFigures, numerator: counts[i]!(random), denominator: scenario.population[i]! },
        { kind: "proportion", ...rules },
      ),
    );
}

/** Where the groups are ordered, the side that is worse off in truth says which way the indicator runs. */
export const betterOf = ({ ordered, p }: Scenario): Better => (ordered && p.at(-1)! > p[0]! ? "higher" : "lower");

/** The group that others are compared with: the least disadvantaged, or the largest where the groups have no order. */
export const referenceOf = ({ ordered, population }: Scenario): number =>
  ordered ? population.length - 1 : population.indexOf(Math.max(...population));

const rules = { scale: "logit", per: PER, confidence: CONFIDENCE, intervalLevel: CONFIDENCE } as const;

/** Standard normal deviate of the nominal level. */
export const z = zOf(CONFIDENCE);

function stratumOf(scenario: Scenario, estimateOf: (index: number) => Estimate | NotComputable): Stratum {
  const made = makeStratum({
    order: scenario.ordered ? "ordered" : "unordered",
    ranking: "local",
    better: betterOf(scenario),
    scale: rules.scale,
    per: PER,
    z,
    reliableDenominator: RELIABLE_DENOMINATOR,
    reference: String(referenceOf(scenario)),
    groups: scenario.p.map((_, i) => ({ id: String(i), label: String(i), estimate: estimateOf(i), weight: null })),
  });
  if (isMissing(made)) throw new Error(`${scenario.name}: ${made.reason}`);
  return made;
}
