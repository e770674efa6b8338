import { type Better, EDITION, type Edition, type Estimate, type Order, orderFacts, type Scale } from "../model.ts";
import { isMissing, type NotComputable, type Note, notComputable, note } from "../reasons-and-notes.ts";
import { quantilePosition, ridits } from "../stats/ridits.ts";
import { sumOf } from "../stats/sum.ts";
import { type WorkingScale, workingScale } from "../stats/working-scale.ts";
import { weigh } from "./weights.ts";

/** What a stratum is made from: every declared group, in declared order, measured or not. */
export interface StratumInput {
  order: Order;
  /** national: positions among all areas of the country; the weights stay local. */
  ranking: "local" | "national";
  better: Better;
  scale: Scale;
  per: number;
  /** Standard normal deviate of the confidence level. */
  z: number;
  reliableDenominator: number;
  /** The second where left out. */
  edition?: Edition;
  /** Group that the supporting measures compare with. */
  reference?: string | undefined;
  groups: readonly {
    id: string;
    label: string;
    estimate: Estimate | NotComputable;
    weight: number | null;
    /** Set where the count is held back: the group is never named best or worst. */
    heldBack?: object | null;
  }[];
}

/**
 * The checked groups of one indicator, period and dimension: the one thing that measures are computed from.
 * All lists run over the measured groups; ordered ones have the most disadvantaged first, pairs the disadvantaged side.
 */
export interface Stratum {
  edition: Edition;
  order: Order;
  better: Better;
  z: number;
  per: number;
  scale: Scale;
  working: WorkingScale;
  ids: readonly string[];
  /** Shares of the population, adding up to 1. */
  shares: readonly number[];
  values: readonly number[];
  /** Squared standard errors in natural units; null where a group has no interval. */
  variances: readonly number[] | null;
  /** The same without the bias that an interval's width has for counts. */
  unbiased: readonly number[] | null;
  /** Points on the working scale; null where one is undefined there. */
  points: readonly number[] | null;
  pointVariances: readonly number[] | null;
  /** Ladder positions from 0, most disadvantaged, to 1; null for pairs and unordered groups. */
  positions: readonly number[] | null;
  /** Population-weighted mean. */
  mean: number;
  /** Whether the shares are those of people: where nobody knows the sizes of the groups each counts the same. */
  isWeighted: boolean;
  reliable: readonly boolean[];
  reference: number | null;
  /** Everyone counted: null where denominators are not known. */
  total: number | null;
  notes: Note[];
}

/** Share of the population that must be measured before unordered groups are summarised. */
const COVERAGE = 0.85;

/** Sums of at most some hundred groups are exact to this share of what is summed. */
const ROUNDING = 1e-14;

/**
 * The checked groups of one indicator, period and dimension, so that no measure has to check: shares, ladder positions
 * and the mean of those that have a figure.
 *
 * Rule: shares p from denominators, else declared weights, else the sizes that proportions' intervals imply, else
 * equal; positions the middle of each group's range on the ladder, x_i = p_1 + ... + p_(i-1) + p_i / 2, or of the
 * national one.
 * Shapes and units: every declared group in declared order, of a ladder the most disadvantaged first, of a pair the
 * disadvantaged side; a stratum in the indicator's unit.
 * Errors: `missing-group` where a ladder or a pair lacks a figure; `too-few-groups`; `coverage-below-85-percent` of
 * unordered groups.
 * Source: Bross IDJ (1958), doi:10.2307/2527727; docs/method.md section 2
 *
 * @example
 * const people = [600, 200, 200];
 * const groups = [30, 20, 10].map((value, i) => ({ id: `g${i}`, label: `Group ${i}`, weight: people[i]!, estimate: {
 *   value, lower: null, upper: null, variance: null, working: null, numerator: null, denominator: null, notes: [],
 * } }));
 * const rules = { ranking: "local", better: "lower", scale: "identity", per: 1, reliableDenominator: 0 } as const;
 * makeStratum({ ...rules, z: zOf(0.95), order: "ordered", groups });
 * // => { shares: [0.6, 0.2, 0.2], positions: [0.3, 0.7, 0.9], mean: 24 }
 * makeStratum({ ...rules, z: zOf(0.95), order: "ordered", groups: groups.slice(1) });
 * // => { reason: "too-few-groups" }
 */
export function makeStratum(input: StratumInput): Stratum | NotComputable {
  const { groups, order } = input;
  const measured: { id: string; estimate: Estimate; weight: number | null; place: number; isNamed: boolean }[] = [];
  groups.forEach(({ id, estimate, weight, heldBack }, index) => {
    if (!isMissing(estimate)) measured.push({ id, estimate, weight, place: index + 1, isNamed: !heldBack });
  });
  const missing = groups.filter(({ estimate }) => isMissing(estimate));
  const refusal = refuse(input, measured.length, missing);
  if (refusal) return refusal;

  const estimates = measured.map(({ estimate }) => estimate);
  const { weights, sizes, total, note: weightsNote } = weigh(measured, input);
  const sum = sumOf(weights, (w) => w);
  const shares = weights.map((w) => w / sum);
  const values = estimates.map(({ value }) => value);
  const points = estimates.map(({ working }) => working?.point ?? null);
  const places = measured.map(({ place }) => place);
  return {
    edition: input.edition ?? EDITION,
    order,
    better: input.better,
    z: input.z,
    per: input.per,
    scale: input.scale,
    working: workingScale(input.scale, input.per),
    ids: measured.map(({ id }) => id),
    shares,
    values,
    variances: allKnown(estimates.map(({ variance }) => variance)),
    unbiased: allKnown(estimates.map(({ variance, unbiased }) => unbiased ?? variance)),
    points: allKnown(points),
    pointVariances: allKnown(estimates.map(({ working }) => working?.variance ?? null)),
    positions: orderFacts[order].isLadder ? positionsOf(input, places, shares) : null,
    mean: weightedMean(values, shares),
    isWeighted: weightsNote?.id !== "unweighted",
    reliable: sizes.map((size, i) => measured[i]!.isNamed && size !== null && size >= input.reliableDenominator),
    reference:
      input.reference === undefined ? null : nullIfAbsent(measured.findIndex(({ id }) => id === input.reference)),
    total,
    notes: [
      ...(weightsNote ? [weightsNote] : []),
      ...(missing.length > 0 ? [note("missing-group", { groups: missing.map(({ label }) => label) })] : []),
    ],
  };
}

/** Where groups of a ladder stand on it; `places` are from 1, those without a figure left out. */
function positionsOf(
  { ranking, groups }: StratumInput,
  places: readonly number[],
  shares: readonly number[],
): number[] {
  switch (ranking) {
    case "national":
      return places.map((place) => quantilePosition(place, groups.length));
    case "local":
      return ridits(shares);
  }
}

function refuse(
  { groups, order, ranking }: StratumInput,
  measured: number,
  missing: StratumInput["groups"],
): NotComputable | null {
  const names = missing.map(({ label }) => label);
  const oneLacks = missing.length > 0 ? notComputable("missing-group", { groups: names }) : null;
  switch (order) {
    case "unordered": {
      if (measured < 2) return notComputable("too-few-groups", { needs: "two-measured", groups: names });
      const { covered, known: sizesKnown } = coverage(groups);
      return covered < COVERAGE
        ? notComputable("coverage-below-85-percent", { groups: names, measured, declared: groups.length, sizesKnown })
        : null;
    }
    case "ordered":
      if (ranking === "national")
        return measured < 3 ? notComputable("too-few-groups", { needs: "three-national", groups: names }) : null;
      return groups.length < 3 ? notComputable("too-few-groups", { needs: "three-declared", groups: names }) : oneLacks;
    case "pair":
      return oneLacks;
  }
}

/** Share of the people in measured groups; where sizes are unknown every declared group counts the same. */
function coverage(groups: StratumInput["groups"]): { covered: number; known: boolean } {
  const sizes = groups.map(({ estimate, weight }) => (isMissing(estimate) ? null : estimate.denominator) ?? weight);
  const known = sizes.every((size) => size !== null);
  const size = (index: number): number => (known ? (sizes[index] as number) : 1);
  const all = sumOf(groups, (_, i) => size(i));
  return { covered: sumOf(groups, ({ estimate }, i) => (isMissing(estimate) ? 0 : size(i))) / all, known };
}

/** Sum p y, within the values and 0 where rounding alone keeps it off: equal groups have no gap from it, and no share of 0 is taken. */
function weightedMean(values: readonly number[], shares: readonly number[]): number {
  const mean = sumOf(values, (value, i) => shares[i]! * value);
  const size = sumOf(values, (value, i) => shares[i]! * Math.abs(value));
  if (Math.abs(mean) <= ROUNDING * size) return 0;
  return Math.min(Math.max(...values), Math.max(Math.min(...values), mean));
}

const allKnown = (list: readonly (number | null)[]): number[] | null =>
  list.every((item) => item !== null) ? (list as number[]) : null;

const nullIfAbsent = (index: number): number | null => (index < 0 ? null : index);
