import {
  type Bounded,
  type Bounds,
  EDITION,
  type Edition,
  type Estimate,
  type Figures,
  type Limits,
  type Scale,
} from "../model.ts";
import { type NotComputable, type Note, notComputable, note } from "../reasons-and-notes.ts";
import { zOf } from "../stats/normal.ts";
import { type WorkingScale, workingScale } from "../stats/working-scale.ts";
import { withinBounds } from "./bounded-count.ts";
import { mean } from "./mean.ts";
import { ofCounts } from "./of-counts.ts";
import { withRounding } from "./rounding.ts";

/** What decides how figures become an estimate. `per` is 1 for means. */
export interface EstimateRules {
  kind: "proportion" | "rate" | "mean" | "dsr-as-published" | "published";
  scale: Scale;
  per: number;
  /** Level of the intervals shown. */
  confidence: number;
  /** Level of the published intervals read in; only kinds that are published have one. */
  intervalLevel: number;
  /** What rounding adds to the variance of published values: `roundingVariance` of a whole series. */
  rounding?: number;
  /** Whether events are counted, of which one person may have several: their rate has no interval. */
  events?: boolean;
  /** The second where left out. */
  edition?: Edition;
}

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
  const { numerator, denominator, bounds, denominatorBounds } = figures;
  const { per, edition = EDITION } = rules;
  const z = zOf(rules.confidence);
  const scale = workingScale(rules.scale, per);
  const from = (limits: Limits): Estimate => withErrors(limits, figures, scale, z);
  const rounded = (published: Estimate): Estimate =>
    edition === 1 ? published : withRounding(published, scale, rules.rounding ?? 0);
  const fromPublished = (limits: Limits): Estimate =>
    rounded(
      rules.intervalLevel === rules.confidence
        ? from(limits)
        : atLevel(withErrors(limits, figures, scale, zOf(rules.intervalLevel)), scale, z),
    );

  switch (rules.kind) {
    case "proportion":
    case "rate": {
      if (denominator === null || leastOf(denominator, denominatorBounds) <= 0)
        return notComputable("no-denominator", { of: "zero" });
      const { limits, isAtEdge, halfIn, unbiased } = ofCounts[rules.kind];
      const at = (count: number, n: number): Estimate => {
        // Ends of two ranges need not go together: no more have it than there are.
        const x = rules.kind === "proportion" ? Math.min(count, n) : count;
        const counts = { numerator: x, denominator: n };
        if (rules.events) return withErrors({ value: (per * x) / n, lower: null, upper: null }, counts, scale, z);
        const estimated = withErrors(limits(x, n, rules), counts, scale, z);
        const variance = edition === 1 ? null : unbiased(x, n, per);
        // A spread would give every estimate a hidden class of its own, and what reads many of them is slow then.
        if (variance !== null) estimated.unbiased = variance;
        return isAtEdge(x, n)
          ? { ...estimated, working: halfIn(x, n, per, edition), notes: [note("continuity-corrected")] }
          : estimated;
      };
      const x = numerator as number;
      return bounds === undefined && denominatorBounds === undefined
        ? at(x, denominator)
        : withinBounds({ numerator: x, bounds, denominator, denominatorBounds }, at, { scale, z, per });
    }
    case "mean": {
      const { value, sd, count } = figures;
      if (count === null || count < 2 || sd === null) return notComputable("few-values");
      return from(mean(value as number, sd, count, rules.confidence));
    }
    case "dsr-as-published":
      if (numerator !== null && leastOf(numerator, bounds) < FEWEST_EVENTS) return notComputable("few-events");
      return fromPublished(figures as Limits);
    case "published":
      return figures.standardError === null
        ? fromPublished({ value: figures.value as number, lower: figures.lower, upper: figures.upper })
        : rounded(fromStandardError(figures, figures.standardError, scale, z));
  }
}

/** The least that a count may be. */
const leastOf = (count: number, bounds: Bounds | undefined): number => bounds?.lower ?? count;

/** s = (upper - lower) / 2z on both scales, so that a group without events keeps its uncertainty. */
export function withErrors(
  limits: Limits,
  figures: Pick<Figures, "numerator" | "denominator" | keyof Bounded>,
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
  const variance = known ? ((upper - lower) / (2 * z)) ** 2 : null;
  const { numerator, denominator, bounds, denominatorBounds } = figures;
  return bounds === undefined && denominatorBounds === undefined
    ? { value, lower, upper, variance, working, numerator, denominator, notes }
    : { value, lower, upper, variance, working, ...countsOf(figures), notes };
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
    ...countsOf(figures),
    notes: [],
  };
}

const countsOf = ({
  numerator,
  denominator,
  bounds,
  denominatorBounds,
}: Pick<Figures, "numerator" | "denominator" | keyof Bounded>) => ({
  numerator,
  denominator,
  ...(bounds && { bounds }),
  ...(denominatorBounds && { denominatorBounds }),
});
