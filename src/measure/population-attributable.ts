import type { ComputedGap, NotComputable, Note } from "../model.ts";
import { deltaVariance, directed } from "./delta.ts";
import { extremes } from "./extremes.ts";
import type { Measure } from "./measure.ts";
import { noneReliable, noPositiveMean } from "./of-the-mean.ts";
import type { Stratum } from "./stratum.ts";

/** Population attributable risk. */
export const par: Measure = {
  id: "par",
  definition: "par.reference-minus-mean.v1",
  name: "Population attributable risk",
  type: "absolute",
  orders: ["ordered", "pair", "unordered"],
  formula: "PAR = y_ref - mu, 0 when the reference is worse off than the mean",
  reading: "What the overall level would gain if everyone did as well as the reference group.",
  atEquality: 0,
  unit: "indicator",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => attributable(stratum, false),
};

/** Population attributable fraction. */
export const paf: Measure = {
  id: "paf",
  definition: "paf.reference-minus-mean.v1",
  name: "Population attributable fraction",
  type: "relative",
  orders: ["ordered", "pair", "unordered"],
  formula: "PAF = 100 (y_ref - mu) / mu, 0 when the reference is worse off than the mean",
  reading: "The same gain as a percentage of the overall level.",
  atEquality: 0,
  unit: "%",
  source: { citation: "WHO, Handbook on health inequality monitoring (2013)", doi: null },
  claims: { directed: true, picks: ["ordered", "pair", "unordered"], line: null, splitting: "value" },
  compute: (stratum) => (stratum.mean > 0 ? attributable(stratum, true) : noPositiveMean()),
};

/**
 * y_ref - mu, or 100 (y_ref - mu) / mu: zero, with a note, when the reference is worse off than the mean.
 * The reference's own share of the mean is carried in the interval.
 */
function attributable(stratum: Stratum, relative: boolean): ComputedGap | NotComputable {
  const { shares: p, values: y, mean, better } = stratum;
  const ref = parReference(stratum);
  if (ref === null) return noneReliable();
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
  return (better === "higher" ? difference < 0 : difference > 0) ? atZero(computed) : computed;
}

/** Position of the group whose level everyone could have: the least disadvantaged, or the best reliable one. */
export function parReference(stratum: Stratum): number | null {
  return stratum.order === "unordered" ? (extremes(stratum)?.best ?? null) : stratum.values.length - 1;
}

/** Zero, with the limits of the difference itself: cut or dropped they would not cover where nothing differs. */
const atZero = ({ raw, oriented, tested }: ComputedGap): ComputedGap => ({
  raw: { ...raw, value: 0 },
  oriented: { ...oriented, value: 0 },
  tested: { ...tested, point: 0 },
  notes: [worseNote],
});

const worseNote: Note = {
  id: "reference-worse-than-average",
  text: "The reference group is worse off than the average, so nothing is gained.",
};
