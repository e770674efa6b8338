import { type ComputedGap, type Edition, type Limits, orderFacts } from "../model.ts";
import { isMissing, type NotComputable, notComputable, note } from "../reasons-and-notes.ts";
import { deltaVariance, directed } from "./computed-gap.ts";
import { extremes } from "./extremes.ts";
import type { Measure } from "./measure.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Population attributable risk: what the overall level would differ by if everyone had the level of the reference group,
 * which is the least disadvantaged of a ladder or a pair and the best-off of unordered groups.
 *
 * Shapes and units: any stratum; the indicator's unit, 0 at equality; oriented it is negative, with a note, where the
 * reference is worse off than the mean.
 * Errors: `no-reliable-group` where fewer than two unordered groups are known to be large enough.
 * Source: WHO, Handbook on health inequality monitoring (2013)
 *
 * @example
 * // mu = 0.6 30 + 0.2 20 + 0.2 10 = 24; 10 - 24 = -14; Var = 0.6^2 + 0.2^2 + 0.8^2.
 * const people = [600, 200, 200];
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1, population: people[i] }));
 * summarise({ favourable: false, ordered: true, groups }).measures.par;
 * // => { value: -14, lower: -15.998779, upper: -12.001221, oriented: { value: 14 } }
 * // The other way round the reference is the worst off: 30 - 16.
 * const turned = groups.map((group, i) => ({ ...group, value: [10, 20, 30][i]! }));
 * summarise({ favourable: false, ordered: true, groups: turned }).measures.par;
 * // => { value: 14, oriented: { value: -14 }, notes: [{ id: "reference-worse-than-average" }] }
 */
export const par: Measure = {
  id: "par",
  definition: "par.reference-minus-mean.v2",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "PAR = y_ref - mu",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => attributable(stratum, false),
};

/**
 * Population attributable fraction: the difference of `par` as a percentage of the overall level.
 *
 * Shapes and units: any stratum; per cent, 0 at equality; oriented it is negative, with a note, where the reference is
 * worse off than the mean.
 * Errors: `mean-not-positive` where the mean is zero or below; `no-reliable-group` as `par`.
 * Source: WHO, Handbook on health inequality monitoring (2013)
 *
 * @example
 * // 100 (10 - 24) / 24.
 * const people = [600, 200, 200];
 * const groups = [30, 20, 10].map((value, i) => ({ order: i + 1, value, se: 1, population: people[i] }));
 * summarise({ favourable: false, ordered: true, groups }).measures.paf;
 * // => { value: -58.333333, lower: -66.122505, upper: -50.544162, oriented: { value: 58.333333 } }
 */
export const paf: Measure = {
  id: "paf",
  definition: "paf.reference-minus-mean.v2",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "PAF = 100 (y_ref - mu) / mu",
  atEquality: 0,
  unit: "%",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => (stratum.mean > 0 ? attributable(stratum, true) : notComputable("mean-not-positive")),
};

/** As the first edition defines it: zero where the reference is worse off than the mean. */
const cutAtZero = (measure: Measure): Measure => ({
  ...measure,
  definition: measure.definition.replace(/2$/, "1"),
  formula: `${measure.formula}; 0`,
  compute: (stratum) => {
    const computed = measure.compute(stratum);
    return !isMissing(computed) && isReferenceWorse(computed) ? atZero(computed) : computed;
  },
});

/** `par` and `paf` as an edition defines them. */
export const attributableOf: Record<Edition, { par: Measure; paf: Measure }> = {
  1: { par: cutAtZero(par), paf: cutAtZero(paf) },
  2: { par, paf },
};

/** Whether the reference is worse off than the mean, so that nobody would gain by its level. */
export const isReferenceWorse = ({ notes }: Pick<ComputedGap, "notes">): boolean =>
  notes.some(({ id }) => id === "reference-worse-than-average");

/**
 * y_ref - mu, or 100 (y_ref - mu) / mu, with a note when the reference is worse off than the mean.
 * The reference's own share of the mean is carried in the interval.
 */
function attributable(stratum: Stratum, relative: boolean): ComputedGap | NotComputable {
  const { shares: p, values: y, mean, better } = stratum;
  const ref = parReference(stratum);
  if (ref === null) return notComputable("no-reliable-group");
  const difference = y[ref]! - mean;
  const own = (i: number): number => (i === ref ? 1 : 0);
  const computed = relative
    ? directed(
        (100 * difference) / mean,
        deltaVariance(stratum, (i) => (100 * (own(i) - (p[i]! * y[ref]!) / mean)) / mean),
        stratum,
      )
    : directed(
        difference,
        deltaVariance(stratum, (i) => own(i) - p[i]!),
        stratum,
      );
  const isWorse = better === "higher" ? difference < 0 : difference > 0;
  return isWorse ? { ...computed, notes: [note("reference-worse-than-average")] } : computed;
}

/** Position of the group whose level everyone could have: the least disadvantaged, or the best reliable one. */
export function parReference(stratum: Stratum): number | null {
  return orderFacts[stratum.order].hasSides ? stratum.values.length - 1 : (extremes(stratum)?.best ?? null);
}

/** Zero, with the limits of the difference itself, stretched to zero where they leave it out: cut or dropped they would not cover where nothing differs. */
const atZero = ({ raw, oriented, tested, notes }: ComputedGap): ComputedGap => ({
  raw: stretchedToZero(raw),
  oriented: stretchedToZero(oriented),
  tested: { ...tested, point: 0 },
  notes,
});

const stretchedToZero = ({ lower, upper }: Limits): Limits => ({
  value: 0,
  lower: lower === null ? null : Math.min(0, lower),
  upper: upper === null ? null : Math.max(0, upper),
});
