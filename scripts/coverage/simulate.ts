import { RELIABLE_DENOMINATOR } from "../../src/define/project.ts";
import { proportion } from "../../src/estimate/proportion.ts";
import { nearEqualityNotes } from "../../src/judge/clear.ts";
import { measures } from "../../src/measure/all.ts";
import { betweenGroups } from "../../src/measure/between-groups.ts";
import { extremes } from "../../src/measure/extremes.ts";
import { heterogeneity } from "../../src/measure/heterogeneity.ts";
import type { Measure } from "../../src/measure/measure.ts";
import type { Stratum } from "../../src/measure/stratum.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import { sumOf } from "../../src/stats/sum.ts";
import { binomialChances } from "./binomial.ts";
import { sfc32 } from "./random.ts";
import { betterOf, grid, PER, type Scenario, sampler, truth, z } from "./scenario.ts";

export const SEED = 20_241_122;

/** Draws that share one stream of random numbers: results do not depend on how many threads share the work. */
export const CHUNK = 1000;

/** Draws by where the interval lies, as seen from the true value. */
export interface Tally {
  below: number;
  around: number;
  above: number;
  /** Draws without an interval. */
  none: number;
  /** Draws, of any of these, with the note biased-near-equality. */
  noted: number;
}

export interface Simulated {
  draws: number;
  /** By measure id. */
  tallies: Record<string, Tally>;
  /** Unordered groups: the same draws under each of the variants, by their names and measure ids. */
  variants: Record<string, Record<string, Tally>>;
  /** Draws that choose the true best- and worst-off group. */
  chosen: number;
  /** Sums over the draws of A - B and its square, B the true one. */
  error: number;
  errorSquared: number;
}

/** A limit that equals the true value but for rounding does not leave it outside. */
const ROUNDING = 1e-9;

/** Measures that compare with the best- or worst-off group, chosen anew in every draw where groups have no order. */
export const CHOOSING = ["d", "r", "d_reference", "r_reference", "par", "paf", "mdbu", "mdbw"];

/** Other answers to what the grid leaves open: which way the indicator runs, and who may be best- or worst-off. */
interface Variant {
  name: string;
  apply(stratum: Stratum): Stratum;
}

function variantsOf(scenario: Scenario): Variant[] {
  const found = extremes(truth(scenario));
  if (scenario.ordered || found === null) return [];
  const { population } = scenario;
  const ends = [found.best, found.worst];
  return [
    {
      name: "true best and worst held",
      apply: (s) => ({ ...s, reliable: population.map((_, i) => ends.includes(i)) }),
    },
    ...(["lower", "higher"] as const).flatMap((better) =>
      [100, 500, RELIABLE_DENOMINATOR].map((least) => ({
        name: `${better} is better, groups of ${least} or more${better === betterOf(scenario) && least === RELIABLE_DENOMINATOR ? " (as above)" : ""}`,
        apply: (s: Stratum) => ({ ...s, better, reliable: population.map((n) => n >= least) }),
      })),
    ),
  ];
}

/** True values of the measures that apply: what they give for groups without noise. */
function trueValues(stratum: Stratum): Map<Measure, number> {
  const values = new Map<Measure, number>();
  for (const measure of measures) {
    if (!measure.orders.includes(stratum.order)) continue;
    const computed = measure.compute(stratum);
    if (!isMissing(computed)) values.set(measure, computed.raw.value);
  }
  return values;
}

/** True between-group variance B. */
export const trueVariance = (scenario: Scenario): number => betweenOf(truth(scenario)).variance;

/** What A would miss B by if Wilson's widths stood for the unbiased variances, over all possible counts, exactly. */
export function exactError({ population, p }: Scenario): number {
  const total = sumOf(population, (n) => n);
  return sumOf(population, (n, i) => {
    const share = n / total;
    const { first, chances, sum } = binomialChances(n, p[i]!);
    const told = sumOf(chances, (chance, j) => {
      const { lower, upper } = proportion(first + j, n, PER, z);
      return (chance / sum) * (((upper as number) - (lower as number)) / (2 * z)) ** 2;
    });
    return share * (1 - share) * ((PER ** 2 * p[i]! * (1 - p[i]!)) / n - told);
  });
}

/** Simulates one chunk of a scenario. */
export function simulate(scenarioIndex: number, chunkIndex: number): Simulated {
  const scenario = grid.scenarios[scenarioIndex]!;
  const values = trueValues(truth(scenario));
  const variance = trueVariance(scenario);
  const trueEnds = extremes(truth(scenario));
  const variants = variantsOf(scenario).map((variant) => ({
    ...variant,
    values: [...trueValues(variant.apply(truth(scenario)))].filter(([{ id }]) => CHOOSING.includes(id)),
  }));
  const random = sfc32(SEED, scenarioIndex, chunkIndex);
  const draw = sampler(scenario);
  const result: Simulated = {
    draws: Math.min(CHUNK, grid.draws - chunkIndex * CHUNK),
    tallies: {},
    variants: Object.fromEntries(variants.map(({ name }) => [name, {}])),
    chosen: 0,
    error: 0,
    errorSquared: 0,
  };
  for (let i = 0; i < result.draws; i++) {
    const stratum = draw(random);
    for (const [measure, value] of values) count(result.tallies, measure, stratum, value);
    const found = extremes(stratum);
    if (found?.best === trueEnds?.best && found?.worst === trueEnds?.worst) result.chosen++;
    for (const { name, apply, values } of variants) {
      const varied = apply(stratum);
      for (const [measure, value] of values) count(result.variants[name]!, measure, varied, value);
    }
    const error = betweenOf(stratum).adjusted - variance;
    result.error += error;
    result.errorSquared += error * error;
  }
  return result;
}

/** Adds results up, in the order given. */
export function together(parts: readonly Simulated[]): Simulated {
  const tallies = (of: (part: Simulated) => Record<string, Tally>): Record<string, Tally> =>
    Object.fromEntries(
      Object.keys(of(parts[0]!)).map((id) => {
        const sum = (key: keyof Tally): number => sumOf(parts, (part) => of(part)[id]![key]);
        const added = { below: sum("below"), around: sum("around"), above: sum("above") };
        return [id, { ...added, none: sum("none"), noted: sum("noted") }];
      }),
    );
  return {
    draws: sumOf(parts, ({ draws }) => draws),
    tallies: tallies((part) => part.tallies),
    variants: Object.fromEntries(
      Object.keys(parts[0]!.variants).map((name) => [name, tallies((part) => part.variants[name]!)]),
    ),
    chosen: sumOf(parts, ({ chosen }) => chosen),
    error: sumOf(parts, ({ error }) => error),
    errorSquared: sumOf(parts, ({ errorSquared }) => errorSquared),
  };
}

function count(tallies: Record<string, Tally>, measure: Measure, stratum: Stratum, value: number): void {
  tallies[measure.id] ??= { below: 0, around: 0, above: 0, none: 0, noted: 0 };
  const tally = tallies[measure.id]!;
  const computed = measure.compute(stratum);
  if (isMissing(computed)) {
    tally.none++;
    return;
  }
  if (measure.folds && nearEqualityNotes(heterogeneity(stratum)).length > 0) tally.noted++;
  const { lower, upper } = computed.raw;
  if (lower === null || upper === null) tally.none++;
  else if (upper < value - ROUNDING) tally.below++;
  else if (lower > value + ROUNDING) tally.above++;
  else tally.around++;
}

function betweenOf(stratum: Stratum) {
  const between = betweenGroups(stratum);
  if (between === null) throw new Error("every simulated group has an interval");
  return between;
}
