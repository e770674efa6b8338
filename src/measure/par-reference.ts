import type { ComputedGap, NotComputable, Note } from "../model.ts";
import { deltaVariance, directed } from "./delta.ts";
import { extremes } from "./extremes.ts";
import { noneReliable } from "./of-the-mean.ts";
import type { Stratum } from "./stratum.ts";

/** Position of the group whose level everyone could have: the least disadvantaged, or the best reliable one. */
export function parReference(stratum: Stratum): number | null {
  return stratum.order === "unordered" ? (extremes(stratum)?.best ?? null) : stratum.values.length - 1;
}

/**
 * y_ref - mu, or 100 (y_ref - mu) / mu: zero, with a note, when the reference is worse off than the mean.
 * The reference's own share of the mean is carried in the interval.
 */
export function attributable(stratum: Stratum, relative: boolean): ComputedGap | NotComputable {
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
