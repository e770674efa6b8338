import type { Estimate, Scale } from "../model.ts";
import { type Note, note } from "../reasons-and-notes.ts";
import { impliedSize } from "../stats/implied-size.ts";
import { hasCeiling } from "../stats/working-scale.ts";

/** Weights of the measured groups, the sizes that reliability is judged on, and what readers must know of both. */
export interface Weights {
  weights: number[];
  sizes: (number | null)[];
  total: number | null;
  note: Note | null;
}

/** docs/method.md section 2: denominators; else the declared weights; else the sizes that proportions' intervals imply; else equal. */
export function weigh(
  groups: readonly { estimate: Estimate; weight: number | null }[],
  { scale, per }: { scale: Scale; per: number },
): Weights {
  const denominators = groups.map(({ estimate }) => estimate.denominator);
  if (denominators.every((n) => n !== null && n > 0)) {
    const weights = denominators as number[];
    return { weights, sizes: weights, total: weights.reduce((sum, n) => sum + n, 0), note: null };
  }
  const declared = groups.map(({ weight }) => weight);
  if (declared.every((w) => w !== null && w > 0))
    return { weights: declared as number[], sizes: declared, total: null, note: null };

  const implied = groups.map(({ estimate }) => impliedSize(estimate, per));
  if (hasCeiling[scale] && implied.every((n) => n !== null && n > 0))
    return {
      weights: implied as number[],
      sizes: implied,
      total: null,
      note: note("weights-implied"),
    };
  return {
    weights: groups.map(() => 1),
    sizes: groups.map(() => null),
    total: null,
    note: note("unweighted"),
  };
}
