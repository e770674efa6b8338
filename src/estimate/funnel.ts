import asin from "@stdlib/math-base-special-asin";
import type { Limits } from "../model.ts";
import { zOf } from "../stats/normal.ts";
import { sumOf } from "../stats/sum.ts";

/** What is held against a target: shares of people, events in person-years, events over expected ones, or values with errors. */
export type FunnelKind = "proportion" | "rate" | "ratio" | "value";

/** x of n, events in n person-years, x events where n are expected, or a value with its standard error. */
export type FunnelArea = { numerator: number; denominator: number } | { value: number; standardError: number };

/** How much wider than by chance alone the limits are. */
export const overdispersions = ["multiplicative", "additive", "none"] as const;
export type Overdispersion = (typeof overdispersions)[number];

/** What areas are, what they are held against and how much room they have. */
export interface FunnelRules {
  kind: FunnelKind;
  /** Values are given per this many. */
  per: number;
  /** What areas are held against; null: what all of them come to together. */
  target: number | null;
  overdispersion: Overdispersion;
  /** Share of the areas at either end whose distance counts as that of the next ones within; 0.1 is usual. */
  winsorise: number;
  /** Of the limits, 0.95 and 0.998 are usual. */
  confidence: number;
}

/** The funnel and where each area stands in it. */
export interface Funnel {
  target: number;
  /** Mean square of the distances in standard errors, the ends drawn in. 1 is what chance alone gives. */
  phi: number;
  /** Variance between areas on the working scale, that chance does not give. */
  tauSquared: number;
  areas: (Limits & {
    /** Distance from the target in standard errors of chance alone. */
    z: number;
    /** The same with overdispersion. */
    adjustedZ: number;
  })[];
}

/** The scale on which an area's error does not hang on its value: y on the scale of 0 to 1, or an event each. */
const stabilised: Record<FunnelKind, { to(y: number): number; from(point: number): number }> = {
  proportion: {
    to: (y) => asin(Math.sqrt(y)),
    // The square of the sine, of which versions of V8 differ in the last digit.
    from: (point) => (1 - Math.cos(2 * Math.min(Math.PI / 2, Math.max(0, point)))) / 2,
  },
  rate: { to: Math.sqrt, from: (point) => Math.max(0, point) ** 2 },
  ratio: { to: Math.sqrt, from: (point) => Math.max(0, point) ** 2 },
  value: { to: (y) => y, from: (point) => point },
};

/**
 * Funnel limits: between which an area of its size would lie 95 (or 99.8) times in 100 if its true figure were the target,
 * with more room where areas differ by more than chance (overdispersion). An area's `lower` and `upper` are limits round the
 * target, not its own interval.
 *
 * Formula: z = (g(y) - g(t)) / s, g the arcsine of the root of shares with s = 1 / (2 sqrt n), the root of rates and ratios
 * with the same s, and y itself of values with s their standard errors; phi = mean z^2, z cut at its `winsorise` quantiles;
 * tau^2 = max(0, (k phi - (k - 1)) / (sum w - sum w^2 / sum w)), w = 1 / s^2. Limits g^-1(g(t) + or - z_c s sqrt(max(1,
 * phi))), or z_c sqrt(s^2 + tau^2).
 * Shapes and units: two areas or more, denominators and standard errors above 0; the unit of `per`. The target of all
 * together: sum x / sum n, of values the mean weighted by w.
 * Errors: none; what a request may hold is checked by `estimates`.
 * Source: Spiegelhalter DJ (2005), doi:10.1136/qshc.2005.013755; Spiegelhalter D et al. (2012),
 * doi:10.1111/j.1467-985X.2011.01010.x
 *
 * @example
 * // Ratios of 4, 1 and 0.25 with 100 expected in each: the target is 525 / 300 = 1.75, s = 0.05.
 * const areas = [400, 100, 25].map((numerator) => ({ numerator, denominator: 100 }));
 * const rules = { kind: "ratio", per: 1, target: null, winsorise: 0, confidence: 0.95 } as const;
 * funnel(areas, { ...rules, overdispersion: "none" });
 * // => { target: 1.75, phi: 165.3161, areas: [{ z: 13.5425, lower: 1.5003, upper: 2.0189 },
 * //     { z: -6.4575, lower: 1.5003, upper: 2.0189 }, { z: -16.4575, lower: 1.5003, upper: 2.0189 }] }
 * funnel(areas, { ...rules, overdispersion: "multiplicative" }).areas[0]; // => { adjustedZ: 1.0533, lower: 0.0040, upper: 6.6713 }
 * funnel(areas, { ...rules, overdispersion: "additive" }).tauSquared; // => 0.6174
 */
export function funnel(areas: readonly FunnelArea[], rules: FunnelRules): Funnel {
  const { kind, per, overdispersion, winsorise, confidence } = rules;
  const { to, from } = stabilised[kind];
  const given = areas.map((area) =>
    "value" in area
      ? { y: area.value / per, s: area.standardError / per }
      : { y: area.numerator / area.denominator, s: 1 / (2 * Math.sqrt(area.denominator)) },
  );
  const weights = given.map(({ s }) => 1 / s ** 2);
  const total = sumOf(weights, (w) => w);
  // Of counts the weights are four times the denominators.
  const target = rules.target === null ? sumOf(given, ({ y }, i) => weights[i]! * y) / total : rules.target / per;
  const middle = to(target);
  const distances = given.map(({ y, s }) => (to(y) - middle) / s);
  const [low, high] = [quantile(distances, winsorise), quantile(distances, 1 - winsorise)];
  const count = areas.length;
  const phi = sumOf(distances, (z) => Math.min(high, Math.max(low, z)) ** 2) / count;
  const tauSquared = Math.max(0, (count * phi - (count - 1)) / (total - sumOf(weights, (w) => w * w) / total));
  const reach = zOf(confidence);
  const widened: Record<Overdispersion, (s: number) => number> = {
    none: (s) => s,
    multiplicative: (s) => s * Math.sqrt(Math.max(1, phi)),
    additive: (s) => Math.sqrt(s ** 2 + tauSquared),
  };
  return {
    target: per * target,
    phi,
    tauSquared: (kind === "value" ? per ** 2 : 1) * tauSquared,
    areas: given.map(({ y, s }, i) => {
      const error = widened[overdispersion](s);
      const at = (side: number): number => per * from(middle + side * reach * error);
      return { value: per * y, z: distances[i]!, adjustedZ: (distances[i]! * s) / error, lower: at(-1), upper: at(1) };
    }),
  };
}

/** Quantile of a list, between two of its values in proportion (type 7 of Hyndman and Fan, 1996, doi:10.2307/2684934). */
function quantile(list: readonly number[], share: number): number {
  const sorted = [...list].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  return sorted[below]! + (place - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
}
