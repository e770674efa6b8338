import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomial } from "../../scripts/coverage/binomial.ts";
import { estimate } from "../../src/estimate/estimate.ts";
import { judgeGroups } from "../../src/judge/judge-groups.ts";
import { againstOthers } from "../../src/measure/against-others.ts";
import { measures } from "../../src/measure/all.ts";
import { betweenGroups, betweenGroupVariance } from "../../src/measure/between-groups.ts";
import { inverted, negated } from "../../src/measure/computed-gap.ts";
import { fitLine } from "../../src/measure/line.ts";
import type { Measure } from "../../src/measure/measure.ts";
import { measurePeriod } from "../../src/measure/period.ts";
import { makeStratum, type Stratum, type StratumInput } from "../../src/measure/stratum.ts";
import { type Limits, noFigures } from "../../src/model.ts";
import { isMissing } from "../../src/reasons-and-notes.ts";
import { zOf } from "../../src/stats/normal.ts";
import {
  check,
  known,
  must,
  near,
  nearAsRoots,
  outsideLimits,
  SEED,
  seeded,
  Tally,
  unprintable,
} from "../support/check.ts";
import {
  type DrawnSet,
  drawnSets,
  halved,
  inputOf,
  mirrored,
  relabelled,
  reversed,
  scaled,
  shifted,
  swapped,
  wildInputs,
  withoutError,
  withValues,
} from "../support/strata.ts";

/** docs/method.md section 10. Each measure is asked what it claims to be and held to it: type, orders, unit, value at equality, claims. */

/** More draws than comparisons, because a measure does not speak of every set of groups. */
const DRAWS = 1100;

const stratumOf = (set: DrawnSet): Stratum => known(makeStratum(inputOf(set)));

const same = (limits: Limits): Limits => limits;
const times =
  (factor: number) =>
  ({ value, lower, upper }: Limits): Limits => ({
    value: factor * value,
    lower: lower === null ? null : factor * lower,
    upper: upper === null ? null : factor * upper,
  });
/** What turning a measure round makes of it: a ratio upside down, anything else with the other sign. */
const turned = ({ atEquality }: Measure): typeof same => (atEquality === 1 ? inverted : negated);

const sizes = new WeakMap<Stratum, number>();
/** Its largest value, without regard to sign: worked out once, for all measures. */
function largest(stratum: Stratum): number {
  const size = sizes.get(stratum) ?? Math.max(...stratum.values.map(Math.abs));
  sizes.set(stratum, size);
  return size;
}

/** Size of the numbers that a measure is made of; two results may differ by rounding at that size. */
function sizeOf({ unit }: Measure, strata: readonly Stratum[]): number {
  const most = Math.max(...strata.map(largest));
  return unit === "indicator" ? most : unit === "squared" ? most ** 2 : unit === "%" ? 100 : unit === "number" ? 10 : 1;
}

/** Quotients whose divisor is next to nothing beside the numbers it is made of: rounding alone moves them. */
function isIllConditioned({ type, atEquality }: Measure, stratum: Stratum, { value }: Limits): boolean {
  if (type === "absolute") return false;
  if (atEquality === 1) return value > 1e3 || value < 1e-3;
  return largest(stratum) > 1e3 * Math.abs(stratum.mean);
}

interface Law {
  name: string;
  /** The same groups taken another way, and how a measure's raw and oriented limits follow; null where it claims nothing. */
  after(set: DrawnSet, drawn: Chance): { stratum: Stratum; expected: (measure: Measure) => Expected | null } | null;
  /** More groups may make up the number that a measure needs: then there was nothing to compare with. */
  adds?: boolean;
  draws?: number;
}
interface Expected {
  raw: typeof same;
  oriented: typeof same;
  /** Which limits are compared; "wider" where they must not be narrower. */
  limits?: "same" | "wider" | "none";
}
interface Chance {
  factor: number;
  part: number;
  keys: number[];
}

const both = (how: typeof same, limits: Expected["limits"] = "same"): Expected => ({ raw: how, oriented: how, limits });
const powerOf = ({ type, unit }: Measure): number =>
  type === "relative" || unit === "number" ? 0 : unit === "squared" ? 2 : 1;
const isIn = (list: readonly string[], order: string): boolean => list.includes(order);

const laws: Law[] = [
  {
    name: "is the same in any unit where relative or without unit, and in proportion to it, or to its square, where absolute",
    after: (set, { factor }) => ({
      stratum: stratumOf(scaled(set, factor)),
      expected: (measure) => both(times(factor ** powerOf(measure))),
    }),
  },
  {
    name: "is the same when the same is added to all values where absolute, but for lines through a curved scale",
    draws: 1350,
    after: (set, { part }) => ({
      stratum: stratumOf(shifted(set, part)),
      expected: ({ type, claims }) =>
        type === "absolute" && !(claims.line === "working" && set.scale !== "identity") ? both(same) : null,
    }),
  },
  {
    name: "is the same when each group is split in halves of its level and rank, with the limits it claims",
    adds: true,
    after: (set) => ({
      stratum: splitAtRank(stratumOf(set)),
      expected: ({ claims }) => {
        if (claims.splitting === "value without error") return null;
        return both(same, claims.splitting === "value and limits" ? "same" : "wider");
      },
    }),
  },
  {
    name: "is the same when the groups of an unordered dimension are relabelled",
    after: (set, { keys }) =>
      set.order === "unordered" ? { stratum: stratumOf(relabelled(set, keys)), expected: () => both(same) } : null,
  },
  {
    name: "is turned round when the order is reversed where directed, and else the same",
    after: (set) =>
      set.order === "unordered"
        ? null
        : {
            stratum: stratumOf(reversed(set)),
            expected: (measure) => {
              const { directed, picks } = measure.claims;
              if (!directed) return both(same);
              // The group that everyone could do as well as is the last one: reversed, it is another.
              return isIn(picks, set.order) ? null : both(turned(measure));
            },
          },
  },
  {
    name: "keeps its raw value when `better` is swapped, and turns the oriented one round where directed",
    after: (set) => ({
      stratum: stratumOf(swapped(set)),
      expected: (measure) => {
        const { directed, picks } = measure.claims;
        if (isIn(picks, set.order)) return null;
        return { raw: same, oriented: directed ? turned(measure) : same };
      },
    }),
  },
  {
    name: "is the same, oriented, when values and `better` are both turned round, where absolute",
    after: (set) =>
      set.scale === "log"
        ? null
        : {
            stratum: stratumOf(mirrored(set)),
            expected: (measure) =>
              measure.type === "absolute" ? { raw: measure.claims.directed ? negated : same, oriented: same } : null,
          },
  },
];

/** Halves with their group's place on the ladder, each with twice the variance: as far as anybody can tell the same people. */
function splitAtRank(stratum: Stratum): Stratum {
  const twice = <T>(list: readonly T[]): T[] => list.flatMap((item) => [item, item]);
  const doubled = (list: readonly number[] | null): number[] | null => list && twice(list.map((v) => 2 * v));
  return {
    ...stratum,
    ids: stratum.ids.flatMap((id) => [`${id}a`, `${id}b`]),
    shares: twice(stratum.shares.map((share) => share / 2)),
    values: twice(stratum.values),
    variances: doubled(stratum.variances),
    unbiased: doubled(stratum.unbiased),
    points: stratum.points && twice(stratum.points),
    pointVariances: doubled(stratum.pointVariances),
    positions: stratum.positions && twice(stratum.positions),
    reliable: twice(stratum.reliable),
    reference: stratum.reference === null ? null : 2 * stratum.reference,
  };
}

const chance: fc.Arbitrary<Chance> = fc.record({
  factor: fc
    .tuple(fc.integer({ min: 1001, max: 9999 }), fc.integer({ min: -6, max: 6 }))
    .map(([m, e]) => (m / 1000) * 10 ** e),
  part: fc.integer({ min: -1000, max: 1000 }).map((n) => n / 1000),
  keys: fc.array(fc.nat(1_000_000), { minLength: 100, maxLength: 100, size: "max" }),
});

/** Compares one measure of two strata; true where there was something to compare. */
function holds(
  measure: Measure,
  [before, after]: readonly [Stratum, Stratum],
  expected: Expected,
  { adds }: Law,
): boolean {
  const [was, is] = [measure.compute(before), measure.compute(after)];
  if (adds && isMissing(was) && ["no-reliable-group", "too-few-groups"].includes(was.reason)) return false;
  if (isMissing(was) || isMissing(is)) {
    const made = isMissing(was) ? is : was;
    if (!isMissing(made) && !isIllConditioned(measure, before, made.raw))
      throw new Error(`${measure.id}: ${JSON.stringify(was)} became ${JSON.stringify(is)}`);
    must(!isMissing(was) || !isMissing(is) || is.reason === was.reason, () => `${measure.id}: another reason`);
    return false;
  }
  if (isIllConditioned(measure, before, was.raw)) return false;
  const size = sizeOf(measure, [before, after]);
  const close = was.tested.scale === "variance" ? nearAsRoots : near;
  for (const side of ["raw", "oriented"] as const) {
    const wanted = expected[side](was[side]);
    const found = is[side];
    const agree = (a: number | null, b: number | null): boolean =>
      a === null || b === null ? a === b : close(a, b, size);
    const isWider = (): boolean =>
      wanted.lower === null || found.lower === null || wanted.upper === null || found.upper === null
        ? wanted.lower === found.lower && wanted.upper === found.upper
        : (found.lower <= wanted.lower || close(found.lower, wanted.lower, size)) &&
          (found.upper >= wanted.upper || close(found.upper, wanted.upper, size));
    const limitsAgree =
      expected.limits === "wider" ? isWider() : agree(wanted.lower, found.lower) && agree(wanted.upper, found.upper);
    if (!agree(wanted.value, found.value) || !limitsAgree)
      throw new Error(`${measure.id}, ${side}: ${JSON.stringify(wanted)} expected, ${JSON.stringify(found)} found`);
  }
  return true;
}

const measuresOf = (order: string): Measure[] => measures.filter(({ orders }) => isIn(orders, order));

describe("every measure", () => {
  for (const law of laws)
    it(law.name, () => {
      const tally = new Tally();
      const compare = ([sets, drawn]: [DrawnSet[], Chance]): void => {
        for (const set of sets) {
          const other = law.after(set, drawn);
          if (other === null) continue;
          const before = stratumOf(set);
          for (const measure of measuresOf(set.order)) {
            const expected = other.expected(measure);
            if (expected) tally.claim(measure.id, holds(measure, [before, other.stratum], expected, law));
          }
        }
      };
      check(fc.tuple(drawnSets, chance), compare, law.draws ?? DRAWS);
      expect(tally.short()).toEqual([]);
    });

  it("has its value at equality where all groups are equal, with limits around it", () => {
    const tally = new Tally();
    check(
      drawnSets,
      (sets) => {
        for (const set of sets) {
          const level = set.groups[0]!.value;
          const stratum = stratumOf(withValues(set, () => level));
          for (const measure of measuresOf(set.order)) {
            const computed = measure.compute(stratum);
            if (!isMissing(computed))
              for (const { value, lower, upper } of [computed.raw, computed.oriented]) {
                if (!near(value, measure.atEquality, sizeOf(measure, [stratum])))
                  throw new Error(`${measure.id} is ${value} at equality`);
                must(
                  outsideLimits({ value, lower, upper }).length === 0,
                  () => `${measure.id}: limits beside the value`,
                );
              }
            tally.claim(measure.id, !isMissing(computed));
          }
        }
      },
      DRAWS,
    );
    expect(tally.short()).toEqual([]);
  });

  /** A ladder has no ties: halves of a group stand one above the other, and a line sees the step between them. */
  it("is the same when each group is split in halves on neighbouring steps, without error, but for lines", () => {
    const tally = new Tally();
    check(
      drawnSets,
      (sets) => {
        for (const drawn of sets.filter(({ order }) => order !== "pair")) {
          const set = withoutError({ ...drawn, ranking: "local", absent: [] });
          const [before, after] = [stratumOf(set), stratumOf(halved(set))];
          for (const measure of measuresOf(set.order)) {
            if (measure.claims.line !== null) continue;
            tally.claim(measure.id, holds(measure, [before, after], both(same, "wider"), { ...laws[0]!, adds: true }));
          }
        }
      },
      DRAWS,
    );
    expect(tally.short()).toEqual([]);
  });

  it("made of a line has, after the same split, its slope times S / (S + sum p^3 / 16) and its middle as before", () => {
    check(drawnSets, (sets) => {
      for (const drawn of sets.filter(({ order }) => order === "ordered")) {
        const set: DrawnSet = { ...drawn, ranking: "local", absent: [] };
        const [before, after] = [stratumOf(set), stratumOf(halved(set))];
        const total = set.groups.reduce((sum, { size }) => sum + size, 0);
        let below = 0;
        let [spread, steps] = [0, 0];
        for (const { size } of set.groups) {
          const share = size / total;
          spread += share * (below + share / 2 - 0.5) ** 2;
          steps += share ** 3 / 16;
          below += share;
        }
        for (const on of ["working", "identity"] as const) {
          const [was, is] = [known(fitLine(before, on)), known(fitLine(after, on))];
          const scale = Math.max(...(on === "working" ? before.points! : before.values).map(Math.abs));
          expect(near(is.slope, (was.slope * spread) / (spread + steps), scale), "slope").toBe(true);
          expect(near(is.intercept + is.slope / 2, was.intercept + was.slope / 2, scale), "middle").toBe(true);
        }
      }
    });
  });
});

describe("measurePeriod, of figures of any size,", () => {
  /** Faults of all that is said of one period. `seen` counts the values that each measure gave. */
  function faultsOf(input: StratumInput, seen: Map<string, number>): string[] {
    const period = { label: "2024", start: "2024-01-01", end: "2024-12-31" };
    const made = measurePeriod({ ...input, period, unit: "units", overall: null, counted: "people" });
    const { stratum, measures: all, period: _, ...printed } = made;
    const faults = [...unprintable(printed), ...outsideLimits(printed)];
    for (const { measure, computed } of all) {
      faults.push(...unprintable(computed, measure.id));
      if (isMissing(computed)) continue;
      seen.set(measure.id, (seen.get(measure.id) ?? 0) + 1);
      if (measure.atEquality === 1 && computed.raw.value <= 0) faults.push(`${measure.id} is no ratio`);
    }
    if (isMissing(stratum)) return faults;
    const { mean, values } = stratum;
    return mean < Math.min(...values) || mean > Math.max(...values) ? [...faults, `mean ${mean} of ${values}`] : faults;
  }

  it("gives each measure a value inside its limits or a reason, and never NaN or Infinity", () => {
    const seen = new Map<string, number>();
    check(
      wildInputs,
      (input) => {
        const faults = [
          ...faultsOf(input, seen),
          ...faultsOf({ ...input, order: "unordered" }, seen),
          ...faultsOf({ ...input, edition: 1 }, new Map()),
        ];
        must(faults.length === 0, () => faults.join("; "));
      },
      3000,
    );
    // Each was asked a thousand times and more, and many times had a value to give.
    expect(measures.filter(({ id }) => (seen.get(id) ?? 0) < 150).map(({ id }) => `${id} ${seen.get(id)}`)).toEqual([]);
  });

  it("sets each group against a rest that lies among the others", () => {
    check(wildInputs, (input) => {
      const stratum = makeStratum({ ...input, order: "unordered" });
      if (isMissing(stratum)) return;
      judgeGroups(againstOthers(stratum, null)).forEach(({ level: rest, difference, p, adjustedP }, index) => {
        const others = stratum.values.filter((_, i) => i !== index);
        const slack = 1e-12 * Math.max(...others.map(Math.abs));
        must(rest >= Math.min(...others) - slack && rest <= Math.max(...others) + slack, () => `rest ${rest}`);
        must(outsideLimits({ difference }).length === 0, () => JSON.stringify(difference));
        must(p === null || adjustedP === null || adjustedP >= p, () => `adjusted ${adjustedP} of ${p}`);
      });
    });
  });
});

describe("the adjusted variance A", () => {
  const chance = (sizes: readonly number[]): number[] => sizes.map((n) => 2500 / n);
  it.each([
    ["groups of one size", [500, 500, 500, 500], [40, 44, 48, 52]],
    ["sizes that double", [50, 100, 200, 400, 800], [52, 46, 50, 44, 48]],
    ["one group of nearly everybody", [100_000, 20, 30, 50], [50, 60, 40, 55]],
    [
      "many small groups",
      Array.from({ length: 40 }, (_, i) => 5 + i),
      Array.from({ length: 40 }, (_, i) => 40 + (i % 7)),
    ],
    ["equal groups", [30, 300, 3000], [50, 50, 50]],
    ["two groups", [80, 400], [45, 55]],
  ])("is unbiased: %s", (_, sizes, truth) => {
    const uniform = seeded(SEED);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
    const total = sizes.reduce((sum, n) => sum + n, 0);
    const shares = sizes.map((n) => n / total);
    const variances = chance(sizes);
    const mean = (values: readonly number[]): number => values.reduce((sum, y, i) => sum + shares[i]! * y, 0);
    const trueB = betweenGroupVariance(shares, truth, mean(truth));
    const draws = 20_000;
    const [made, naive] = [[] as number[], [] as number[]];
    for (let draw = 0; draw < draws; draw++) {
      const values = truth.map((y, i) => y + normal() * Math.sqrt(variances[i]!));
      const { adjusted, variance } = betweenGroups({
        shares,
        values,
        variances,
        unbiased: variances,
        mean: mean(values),
      } as unknown as Stratum)!;
      made.push(adjusted);
      naive.push(variance);
    }
    const average = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / draws;
    const middle = average(made);
    const error = Math.sqrt(average(made.map((x) => (x - middle) ** 2)) / draws);
    expect(Math.abs(middle - trueB) / error).toBeLessThan(3.5);
    // B itself is not: the simulation can tell the two apart.
    expect((average(naive) - trueB) / error).toBeGreaterThan(10);
  });

  it.each([
    ["shares", "proportion", "logit", 100, [3, 6, 9, 12, 5], [300, 250, 400, 300, 200]],
    ["shares of few people", "proportion", "logit", 100, [3, 5, 4, 9], [6, 12, 20, 15]],
    ["rates", "rate", "log", 1000, [3, 12, 4, 8, 10], [500, 600, 450, 700, 550]],
  ] as const)(
    "is unbiased for %s of few events, as the first edition was not",
    (_, kind, scale, per, events, sizes) => {
      const uniform = seeded(SEED);
      const draws = events.map((x, i) => (kind === "rate" ? poisson(x) : binomial(sizes[i]!, x / sizes[i]!)));
      const adjustedBy = (counts: readonly number[], edition: 1 | 2): number => {
        const groups = counts.map((numerator, i) => ({
          id: String(i),
          label: String(i),
          weight: null,
          estimate: estimate(
            { ...noFigures, numerator, denominator: sizes[i]! },
            { kind, scale, per, confidence: 0.95, intervalLevel: 0.95, edition },
          ),
        }));
        const rules = { ranking: "local", better: "lower", reliableDenominator: 0, z: zOf(0.95) } as const;
        return betweenGroups(known(makeStratum({ ...rules, order: "unordered", scale, per, groups })))!.adjusted;
      };
      const total = sizes.reduce((sum, n) => sum + n, 0);
      const shares = sizes.map((n) => n / total);
      const truth = events.map((x, i) => (per * x) / sizes[i]!);
      const trueB = betweenGroupVariance(
        shares,
        truth,
        truth.reduce((sum, y, i) => sum + shares[i]! * y, 0),
      );
      const sums = { 1: 0, 2: 0 };
      const runs = 40_000;
      for (let run = 0; run < runs; run++) {
        const counts = draws.map((draw) => draw(uniform));
        for (const edition of [1, 2] as const) sums[edition] += adjustedBy(counts, edition) / runs;
      }
      expect(Math.abs(sums[2] / trueB - 1)).toBeLessThan(0.03);
      expect(Math.abs(sums[1] / trueB - 1)).toBeGreaterThan(0.03);
    },
  );
});

/** A sampler of Poisson counts, by inversion. */
const poisson =
  (mean: number) =>
  (random: () => number): number => {
    const reached = random();
    let [x, chance] = [0, Math.exp(-mean)];
    for (let sum = chance; sum < reached; sum += chance) chance *= mean / ++x;
    return x;
  };
