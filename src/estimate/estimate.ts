import {
  type Estimate,
  type Figures,
  type Limits,
  type NotComputable,
  type Note,
  notComputable,
  note,
  type Scale,
} from "../model.ts";
import { zOf } from "../stats/normal.ts";
import { type WorkingScale, workingScale } from "../stats/working-scale.ts";
import { mean } from "./mean.ts";
import { proportion } from "./proportion.ts";
import { rate } from "./rate.ts";

/** What decides how figures become an estimate. `per` is 1 for means. */
export interface EstimateRules {
  kind: "proportion" | "rate" | "mean" | "dsr-as-published" | "published";
  scale: Scale;
  per: number;
  /** Level of the intervals shown. */
  confidence: number;
  /** Level of the published intervals read in; only kinds that are published have one. */
  intervalLevel: number;
}

/** What hangs on a kind that is made from x events among n. */
interface OfCounts {
  limits(x: number, n: number, rules: EstimateRules): Limits;
  /** Whether g has no value at x / n. */
  isAtEdge(x: number, n: number): boolean;
  /** Point and delta-method error half an event further in: at (x + 0.5) / (n + 1), or (x + 0.5) / person-years. */
  halfIn(x: number, n: number, per: number): Estimate["working"];
}

const ofCounts = {
  proportion: {
    limits: (x, n, { per, confidence }) => proportion(x, n, per, zOf(confidence)),
    isAtEdge: (x, n) => x === 0 || x === n,
    halfIn: (x, n) => ({ point: Math.log((x + 0.5) / (n - x + 0.5)), variance: 1 / (x + 0.5) + 1 / (n - x + 0.5) }),
  },
  rate: {
    limits: (x, n, { per, confidence }) => rate(x, n, per, confidence, zOf(confidence)),
    isAtEdge: (x) => x === 0,
    halfIn: (x, n, per) => ({ point: Math.log((per * (x + 0.5)) / n), variance: 1 / (x + 0.5) }),
  },
} as const satisfies Partial<Record<EstimateRules["kind"], OfCounts>>;

/** Directly standardised rates rest on too little below this many events. */
const FEWEST_EVENTS = 10;

/**
 * A group's estimate: value and interval in natural units, its variance there, and the same on the working scale, on
 * which errors are close to normal.
 *
 * Formula: by kind, that of `proportion`, `rate` or `mean`, or figures as they are published; s = (upper - lower) / 2z
 * in natural units and between g(lower) and g(upper), g the identity, the log or the logit.
 * Shapes and units: figures of one group with nothing missing that its kind needs; the unit is `per`, that of a mean
 * its own.
 * Errors: `no-denominator` where nobody is counted; `few-values` for a mean of fewer than two; `few-events` for a
 * published standardised rate of fewer than 10; note `continuity-corrected` where g has no value at 0 or at all.
 * Source: docs/method.md section 2
 *
 * @example
 * // g(25%) = ln (25 / 75) = -ln 3; (35.4847 - 16.8062) / (2 1.96) = 4.7650, squared.
 * const figures = { numerator: 20, denominator: 80, value: null, lower: null, upper: null };
 * estimate(
 *   { ...figures, standardError: null, sd: null, count: null, weight: null },
 *   { kind: "proportion", scale: "logit", per: 100, confidence: 0.95, intervalLevel: 0.95 },
 * );
 * // => { value: 25, lower: 16.80623186, upper: 35.48467462, variance: 22.705190937,
 * //      working: { point: -1.098612289, variance: 0.0652905735 } }
 */
export function estimate(figures: Figures, rules: EstimateRules): Estimate | NotComputable {
  const { numerator, denominator } = figures;
  const z = zOf(rules.confidence);
  const scale = workingScale(rules.scale, rules.per);
  const from = (limits: Limits): Estimate => withErrors(limits, figures, scale, z);
  const fromPublished = (limits: Limits): Estimate =>
    rules.intervalLevel === rules.confidence
      ? from(limits)
      : atLevel(withErrors(limits, figures, scale, zOf(rules.intervalLevel)), scale, z);

  switch (rules.kind) {
    case "proportion":
    case "rate": {
      if (denominator === null || denominator <= 0) return notComputable("no-denominator", { of: "zero" });
      const { limits, isAtEdge, halfIn } = ofCounts[rules.kind];
      const x = numerator as number;
      const estimated = from(limits(x, denominator, rules));
      return isAtEdge(x, denominator)
        ? { ...estimated, working: halfIn(x, denominator, rules.per), notes: [note("continuity-corrected")] }
        : estimated;
    }
    case "mean": {
      const { value, sd, count } = figures;
      if (count === null || count < 2 || sd === null) return notComputable("few-values");
      return from(mean(value as number, sd, count, rules.confidence));
    }
    case "dsr-as-published":
      if (numerator !== null && numerator < FEWEST_EVENTS) return notComputable("few-events");
      return fromPublished(figures as Limits);
    case "published":
      return figures.standardError === null
        ? fromPublished({ value: figures.value as number, lower: figures.lower, upper: figures.upper })
        : fromStandardError(figures, figures.standardError, scale, z);
  }
}

/** s = (upper - lower) / 2z on both scales, so that a group without events keeps its uncertainty. */
export function withErrors(
  limits: Limits,
  figures: Pick<Figures, "numerator" | "denominator">,
  scale: WorkingScale,
  z: number,
): Estimate {
  const { value, lower, upper } = limits;
  const point = scale.to(value);
  const known = lower !== null && upper !== null;
  const notes: Note[] = [];
  let working: Estimate["working"] = null;
  if (Number.isFinite(point)) {
    const ends = known ? [scale.to(lower), scale.to(upper)].filter(Number.isFinite) : [];
    // A published limit at the edge of the scale leaves one side to measure the error on.
    const spread =
      ends.length === 2 ? (ends[1]! - ends[0]!) / (2 * z) : ends.length === 1 ? Math.abs(ends[0]! - point) / z : null;
    if (ends.length === 1) notes.push(note("one-sided-interval"));
    working = { point, variance: spread === null ? null : spread ** 2 };
  }
  return {
    value,
    lower,
    upper,
    variance: known ? ((upper - lower) / (2 * z)) ** 2 : null,
    working,
    numerator: figures.numerator,
    denominator: figures.denominator,
    notes,
  };
}

/** The same estimate with limits at another level than the published ones, from its error on the working scale. */
function atLevel(published: Estimate, scale: WorkingScale, z: number): Estimate {
  const { working } = published;
  if (working === null || working.variance === null) return published;
  const half = z * Math.sqrt(working.variance);
  return { ...published, lower: scale.from(working.point - half), upper: scale.from(working.point + half) };
}

function fromStandardError(figures: Figures, s: number, scale: WorkingScale, z: number): Estimate {
  const value = figures.value as number;
  const point = scale.to(value);
  return {
    value,
    lower: value - z * s,
    upper: value + z * s,
    variance: s * s,
    working: Number.isFinite(point) ? { point, variance: (s / scale.slope(point)) ** 2 } : null,
    numerator: figures.numerator,
    denominator: figures.denominator,
    notes: [],
  };
}
