import { once } from "./once.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Positions of the best- and the worst-off group among the reliable ones; null with fewer than two of those. Of groups
 * equally well off, the larger, then the one with the smaller error, and not the one that happens to be declared first.
 */
export const extremes = once((stratum: Stratum): { best: number; worst: number } | null => {
  const { values, reliable, better } = stratum;
  const sign = better === "higher" ? 1 : -1;
  let best = -1;
  let worst = -1;
  let candidates = 0;
  for (let i = 0; i < values.length; i++) {
    if (!reliable[i]) continue;
    candidates++;
    if (best < 0 || isFurther(i, best, sign, stratum)) best = i;
    if (worst < 0 || isFurther(i, worst, -sign, stratum)) worst = i;
  }
  return candidates < 2 ? null : { best, worst };
});

/** Whether group a is further towards a side than b, or as far and to be named before it. */
function isFurther(a: number, b: number, sign: number, stratum: Stratum): boolean {
  const ahead = sign * (stratum.values[a]! - stratum.values[b]!);
  return ahead > 0 || (ahead === 0 && isPlainer(a, b, stratum));
}

function isPlainer(a: number, b: number, { shares, variances }: Stratum): boolean {
  if (shares[a] !== shares[b]) return shares[a]! > shares[b]!;
  return variances !== null && variances[a]! < variances[b]!;
}
