import fc from "fast-check";
import { type EstimateRules, estimate } from "../../src/estimate/estimate.ts";
import type { StratumInput } from "../../src/measure/stratum.ts";
import type { Better, Estimate, Figures, Order, Scale } from "../../src/model.ts";
import { noFigures } from "../../src/model.ts";
import type { NotComputable } from "../../src/reasons-and-notes.ts";

/** Random groups for properties, as values that can be scaled, shifted, split and turned round. */

export interface Drawn {
  value: number;
  error: number;
  size: number;
}

/** Drawn groups with what decides how they are summarised; `absent` are places without a figure. */
export interface DrawnSet {
  order: Order;
  ranking: "local" | "national";
  better: Better;
  scale: Scale;
  per: number;
  groups: readonly Drawn[];
  absent: readonly number[];
  reference: number;
  reliableDenominator: number;
}

const Z = 1.959963984540054;
const noFigure: NotComputable = { reason: "blank", parts: { why: null } };

/** What makeStratum takes. */
export function inputOf(set: DrawnSet): StratumInput {
  const { groups, absent, reference, ...rest } = set;
  return {
    ...rest,
    z: Z,
    reference: `g${reference}`,
    groups: groups.map((group, index) => ({
      id: `g${index}`,
      label: `${index}`,
      estimate: absent.includes(index) ? noFigure : estimateOf(group, set),
      weight: group.size,
    })),
  };
}

/** An estimate with its error carried to the working scale by the delta method. */
function estimateOf({ value, error, size }: Drawn, { scale, per }: DrawnSet): Estimate {
  const variance = error * error;
  const working = {
    identity: { point: value, variance },
    log: { point: Math.log(value), variance: variance / value ** 2 },
    logit: {
      point: Math.log(value / (per - value)),
      variance: variance * (per / (value * (per - value))) ** 2,
    },
  }[scale];
  return {
    value,
    lower: value - Z * error,
    upper: value + Z * error,
    variance,
    working,
    numerator: null,
    denominator: size,
    notes: [],
  };
}

const size = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 50, max: 5000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 1_000_000 }) },
);

/** Thousandths from the bottom to the top of the range, error in thousandths of it, people. */
const drawn = fc.tuple(fc.integer({ min: 20, max: 980 }), fc.integer({ min: 1, max: 150 }), size);

const few = fc.array(drawn, { minLength: 3, maxLength: 9, size: "max" });
const many = fc.oneof(
  { weight: 19, arbitrary: fc.array(drawn, { minLength: 30, maxLength: 33, size: "max" }) },
  { weight: 1, arbitrary: fc.array(drawn, { minLength: 30, maxLength: 100, size: "max" }) },
);

/**
 * The same few, or many, groups taken as ordered (locally, or nationally with one absent), as shares, as a pair and as
 * unordered. Values lie between 0 and 1 of a unit, or around 0, or well above it; in a tenth of the draws all are equal.
 */
export const drawnSets: fc.Arbitrary<DrawnSet[]> = fc
  .record({
    few,
    many,
    scale: fc.constantFrom<Scale>("identity", "identity", "identity", "identity", "log"),
    unit: fc.constantFrom(1, 100, 1e-4, 1e5),
    base: fc.constantFrom(0, 0, -0.5, 5, 5),
    better: fc.constantFrom<Better>("higher", "lower"),
    ranking: fc.constantFrom<"local" | "national">("local", "national"),
    reference: fc.nat(1000),
    absent: fc.nat(1000),
    threshold: fc.constantFrom(0, 0, 200),
    areEqual: fc.nat(9).map((n) => n === 0),
  })
  .map(({ few, many, scale, unit, base, better, ranking, reference, absent, threshold, areEqual }) => {
    const set = (list: typeof few, order: Order, on: Scale = scale): DrawnSet => ({
      order,
      ranking: order === "ordered" ? ranking : "local",
      better,
      scale: on,
      per: unit,
      groups: list.map(([place, error, people]) => ({
        value:
          unit *
          ((on !== "identity" ? 0 : list === many ? Math.abs(base) : base) + (areEqual ? list[0]![0] : place) / 1000),
        error: (unit * error) / 1000,
        size: people,
      })),
      absent: order === "ordered" && ranking === "national" && list.length > 3 ? [absent % list.length] : [],
      reference: reference % list.length,
      reliableDenominator: threshold,
    });
    return [
      set(few, "ordered"),
      set(few, "ordered", "logit"),
      set(few.slice(0, 2), "pair"),
      set(few, "unordered"),
      set(many, "unordered"),
      ...(reference % 8 === 0 ? [set(many, "ordered")] : []),
    ];
  });

export const withValues = (set: DrawnSet, f: (value: number) => number): DrawnSet => ({
  ...set,
  groups: set.groups.map((group) => ({ ...group, value: f(group.value) })),
});

/** Everything in another unit. */
export const scaled = (set: DrawnSet, factor: number): DrawnSet => ({
  ...set,
  per: set.per * factor,
  groups: set.groups.map(({ value, error, size }) => ({ value: value * factor, error: error * factor, size })),
});

/** All values moved by the same, as far as the scale allows: part is from -1 to 1. */
export function shifted(set: DrawnSet, part: number): DrawnSet {
  const values = set.groups.map(({ value }) => value);
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const down = set.scale === "identity" ? 10 * set.per : 0.95 * lowest;
  const up = set.scale === "logit" ? 0.95 * (set.per - highest) : 10 * set.per;
  return withValues(set, (value) => value + part * (part < 0 ? down : up));
}

/** The same groups listed the other way round. */
export const reversed = (set: DrawnSet): DrawnSet => ({
  ...set,
  groups: [...set.groups].reverse(),
  absent: set.absent.map((index) => set.groups.length - 1 - index),
  reference: set.groups.length - 1 - set.reference,
});

/** The same groups in another order, by keys to sort them on. */
export function relabelled(set: DrawnSet, keys: readonly number[]): DrawnSet {
  const order = set.groups.map((_, index) => index).sort((a, b) => keys[a]! - keys[b]! || a - b);
  return {
    ...set,
    groups: order.map((index) => set.groups[index]!),
    absent: set.absent.map((index) => order.indexOf(index)),
    reference: order.indexOf(set.reference),
  };
}

export const swapped = (set: DrawnSet): DrawnSet => ({
  ...set,
  better: set.better === "higher" ? "lower" : "higher",
});

/** Values counted from the other end, and the other end better: the share without in place of the share with. */
export const mirrored = (set: DrawnSet): DrawnSet =>
  swapped(withValues(set, (value) => (set.scale === "logit" ? set.per - value : 0 - value)));

/** Each group in two halves, one after the other, as declared groups of their own. */
export const halved = (set: DrawnSet): DrawnSet => ({
  ...set,
  groups: set.groups.flatMap((group) => {
    const half = { ...group, size: group.size / 2 };
    return [half, half];
  }),
  reference: 2 * set.reference,
  reliableDenominator: set.reliableDenominator / 2,
});

export const withoutError = (set: DrawnSet): DrawnSet => ({
  ...set,
  groups: set.groups.map((group) => ({ ...group, error: 0 })),
});

const power = (from: number, to: number) =>
  fc
    .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: 1000, max: 9999 }))
    .map(([e, m]) => (m / 1000) * 10 ** e);
const people = fc.oneof(
  fc.integer({ min: 1, max: 50 }),
  fc.integer({ min: 1, max: 1_000_000_000 }),
  fc.constant(1_000_000_000),
);
const share = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 1e-7, 1 - 1e-7, 0.5) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 1000 }).map((n) => n / 1000) },
);
const signed = fc.tuple(fc.constantFrom(-1, 0, 1, 1), power(-9, 9)).map(([sign, size]) => sign * size);

/** Figures of each kind, with none, all or one event, shares of 1e-7, populations of 1e9, errors of any size or none. */
const wildFigures = {
  proportion: fc.tuple(people, share, fc.nat(3)).map(([n, part, one]) => ({
    ...noFigures,
    numerator: one === 0 ? 1 : Math.round(n * part),
    denominator: n,
  })),
  rate: fc.tuple(people, share, fc.nat(3), power(-3, 3)).map(([n, part, one, years]) => ({
    ...noFigures,
    numerator: one === 0 ? 1 : Math.round(n * part),
    denominator: n * years,
  })),
  mean: fc.tuple(signed, power(-9, 9), people, fc.nat(5)).map(([value, sd, count, flat]) => ({
    ...noFigures,
    value,
    sd: flat === 0 ? 0 : sd,
    count: count + 1,
    denominator: count + 1,
  })),
  identity: fc.tuple(signed, power(-9, 9), people, fc.nat(20)).map(([value, half, weight, none]) => ({
    ...noFigures,
    value,
    lower: none === 0 ? null : value - half,
    upper: none === 0 ? null : value + half,
    denominator: weight,
  })),
  log: fc.tuple(power(-9, 6), power(-3, 2), people, fc.nat(20)).map(([value, half, weight, none]) => ({
    ...noFigures,
    value,
    lower: none === 0 ? null : value / (1 + half),
    upper: none === 0 ? null : value * (1 + half),
    denominator: weight,
  })),
  logit: fc.tuple(share, share, share, people, fc.nat(20)).map(([a, b, c, weight, none]) => {
    const [lower, value, upper] = [a, b, c].sort((x, y) => x - y);
    return {
      ...noFigures,
      value: value!,
      lower: none === 0 ? null : lower!,
      upper: none === 0 ? null : upper!,
      denominator: weight,
    };
  }),
} as const satisfies Record<string, fc.Arbitrary<Figures>>;

const kinds = {
  proportion: { kind: "proportion", scale: "logit" },
  rate: { kind: "rate", scale: "log" },
  mean: { kind: "mean", scale: "identity" },
  identity: { kind: "published", scale: "identity" },
  log: { kind: "published", scale: "log" },
  logit: { kind: "published", scale: "logit" },
} as const satisfies Record<keyof typeof wildFigures, { kind: EstimateRules["kind"]; scale: Scale }>;

/** Two to a hundred groups as estimated from figures of any size, now and then with the same figures or with none. */
export const wildInputs: fc.Arbitrary<StratumInput> = fc
  .constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[]))
  .chain((name) => {
    const group = fc.tuple(wildFigures[name] as fc.Arbitrary<Figures>, fc.nat(30));
    return fc
      .record({
        groups: fc.oneof(
          { weight: 3, arbitrary: fc.array(group, { minLength: 2, maxLength: 8, size: "max" }) },
          { weight: 1, arbitrary: fc.array(group, { minLength: 2, maxLength: 100, size: "max" }) },
        ),
        order: fc.constantFrom<Order>("ordered", "ordered", "unordered", "pair"),
        ranking: fc.constantFrom<"local" | "national">("local", "national"),
        better: fc.constantFrom<Better>("higher", "lower"),
        per: fc.constantFrom(1, 100, 100_000),
        reference: fc.nat(3),
        reliableDenominator: fc.constantFrom(0, 0, 30),
        areEqual: fc.nat(7).map((n) => n === 0),
        missing: fc.constantFrom(-1, 0, 0, 26),
      })
      .map(({ groups, order, per, reference, areEqual, missing, ...rest }): StratumInput => {
        const { kind, scale } = kinds[name];
        const factor = kind === "published" ? per : 1;
        const rules: EstimateRules = { kind, scale, per, confidence: 0.95, intervalLevel: 0.95 };
        const inUnit = (figure: number | null): number | null => (figure === null ? null : figure * factor);
        const first = groups[0]![0];
        return {
          ...rest,
          order,
          scale,
          per,
          z: Z,
          reference: reference === 0 ? undefined : `g${reference - 1}`,
          groups: (order === "pair" ? groups.slice(0, 2) : groups).map(([own, absent], index) => {
            const figures = areEqual ? first : own;
            return {
              id: `g${index}`,
              label: `${index}`,
              estimate:
                absent <= missing
                  ? noFigure
                  : estimate(
                      {
                        ...figures,
                        value: inUnit(figures.value),
                        lower: inUnit(figures.lower),
                        upper: inUnit(figures.upper),
                      },
                      rules,
                    ),
              weight: figures.denominator,
            };
          }),
        };
      });
  });
