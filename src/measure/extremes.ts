import { once } from "./once.ts";
import type { Stratum } from "./stratum.ts";

/**
 * Positions of the best- and the worst-off group among the reliable ones; null with fewer than two of those. Of groups
 * equally well off, the larger, then the one with the smaller error, and not the one that happens to be declared first.
 */
export const extremes = once((stratum: Stratum): { best: number; worst: number } | null => {
  const { values, reliable, better } = stratum;
  const candidates = values.map((_, index) => index).filter((index) => reliable[index]);
  if (candidates.length < 2) return null;
  const goodness = (index: number): number => (better === "higher" ? values[index]! : 0 - values[index]!);
  const pick = (isFurther: (a: number, b: number) => boolean): number =>
    candidates.reduce((chosen, index) => {
      const [a, b] = [goodness(index), goodness(chosen)];
      return isFurther(a, b) || (a === b && isPlainer(index, chosen, stratum)) ? index : chosen;
    });
  return { best: pick((a, b) => a > b), worst: pick((a, b) => a < b) };
});

function isPlainer(a: number, b: number, { shares, variances }: Stratum): boolean {
  if (shares[a] !== shares[b]) return shares[a]! > shares[b]!;
  return variances !== null && variances[a]! < variances[b]!;
}
